/** `npm start [-- --port 8788] [--state DIR]`: opens the product on this machine. Ctrl-C ends everything it started. */
import { parseArgs } from "node:util";
import { StartError, startServer, version } from "./lib/server.mjs";
import { stopEverything } from "./lib/processes.mjs";

/**
 * @param {string} text
 * @returns {never}
 */
function refuse(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: "string", default: "8787" },
        state: { type: "string", default: ".kc-local" },
      },
    });
    const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : 0;
    if (port < 1 || port > 65535)
      refuse(`Cổng phải là số từ 1 đến 65535. / --port is a number from 1 to 65535.`);
    return { port, stateDir: values.state };
  } catch (error) {
    return refuse(
      `Không hiểu tham số: ${/** @type {Error} */ (error).message}\n` +
        "Cách dùng / usage: npm start -- [--port 8787] [--state .kc-local]",
    );
  }
}

/** @param {string} origin */
function banner(origin) {
  return [
    "",
    `  KhuyenCong ${version()}`,
    `  Mở / Open:       ${origin}/`,
    `  Bảng tính:       ${origin}/workbench/        (spreadsheet with the task pane)`,
    `  Trang xét duyệt: ${origin}/console/          (review)`,
    `  Tải tệp .xlsx:   ${origin}/upload/           (upload)`,
    "  Dừng / Stop:     Ctrl-C",
    "",
    "",
  ].join("\n");
}

let leaving = false;

async function leave() {
  if (leaving) return;
  leaving = true;
  await stopEverything();
  process.exit(0);
}

/** npm passes SIGTERM only to the shell between us, which ends and tells nobody: notice that it is gone. */
function leaveWithShell() {
  const shell = process.ppid;
  setInterval(() => void (process.ppid === shell || leave()), 200).unref();
}

if (process.env["npm_lifecycle_event"] === "start") leaveWithShell();
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, leave);

try {
  const server = await startServer(readOptions());
  if (server.seedProblem) process.stderr.write(`${server.seedProblem}\n`);
  process.stdout.write(banner(server.origin));
  const words = await server.died;
  if (!leaving) {
    leaving = true;
    await server.stop();
    refuse(`Máy chủ cục bộ tự dừng. / The server stopped by itself.\n${words}`);
  }
} catch (error) {
  if (!leaving) {
    leaving = true;
    await stopEverything();
    refuse(error instanceof StartError ? error.message : String(/** @type {Error} */ (error).stack));
  }
}
