/**
 * The product on this machine: build → local secrets → migrations → wrangler → healthy → demo data. One implementation
 * for `npm start`, the end-to-end tests and the manifest's live check.
 */
import { mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { buildClient } from "./build.mjs";
import { ensureDevVars } from "./dev-vars.mjs";
import { root, tool } from "./paths.mjs";
import { listen, runToEnd, spawnGroup, stopGroup } from "./processes.mjs";

/** A sentence for the person who started the server; anything else thrown here is a defect. */
export class StartError extends Error {}

/** Offline, silent, never asking: nothing of wrangler's own may reach the terminal. */
function quietEnvironment() {
  return {
    ...process.env,
    WRANGLER_SEND_METRICS: "false",
    CLOUDFLARE_CF_FETCH_ENABLED: "false",
    WRANGLER_HIDE_BANNER: "true",
    // Its store of traces writes every call of the database a second time.
    X_LOCAL_OBSERVABILITY: "false",
    WRANGLER_LOG_PATH: join(root, ".wrangler", "logs"),
    CI: "1",
    NO_COLOR: "1",
    FORCE_COLOR: "0",
  };
}

/**
 * @param {number} port 0 = any
 * @returns {Promise<number>} the port that can be listened on
 */
export function probePort(port) {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once("error", fail);
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address ? address.port : port));
    });
  });
}

/** @param {number} port */
async function claimPort(port) {
  try {
    return await probePort(port);
  } catch (error) {
    const code = /** @type {NodeJS.ErrnoException} */ (error).code;
    if (code === "EADDRINUSE") {
      throw new StartError(
        `Cổng ${port} đang có chương trình khác dùng; chọn cổng khác: npm start -- --port ${port === 65535 ? 8788 : port + 1}\n` +
          `Port ${port} is in use; choose another one with --port.`,
        { cause: error },
      );
    }
    throw new StartError(
      `Không mở được cổng ${port} (${code}); chọn cổng khác bằng --port. / Cannot listen on port ${port}; use --port.`,
      { cause: error },
    );
  }
}

/** @param {string} state */
async function migrate(state) {
  const args = [tool("wrangler"), "d1", "migrations", "apply", "DB", "--local", "--persist-to", state];
  const { ok, output } = await runToEnd(process.execPath, args, { cwd: root, env: quietEnvironment() });
  if (!ok) {
    throw new StartError(
      `Không tạo được cơ sở dữ liệu cục bộ. / The local database could not be migrated.\n${output}`,
    );
  }
}

/** @param {{ port: number, state: string, vars: Readonly<Record<string, string>>, config?: string }} options */
function spawnWrangler({ port, state, vars, config }) {
  const args = ["dev", "--local", "--ip", "127.0.0.1", "--port", String(port), "--inspector-port", "0"];
  args.push("--persist-to", state, "--show-interactive-dev-session=false", "--log-level", "warn");
  if (config !== undefined) args.push("--config", config);
  for (const [name, value] of Object.entries(vars)) args.push("--var", `${name}:${value}`);
  return spawnGroup(process.execPath, [tool("wrangler"), ...args], { cwd: root, env: quietEnvironment() });
}

/**
 * @param {string} origin
 * @param {() => string | null} failed the server's last words when it has ended
 */
async function waitUntilHealthy(origin, failed) {
  const until = Date.now() + 60_000;
  let last = "";
  while (Date.now() < until) {
    const words = failed();
    if (words !== null) {
      throw new StartError(`Máy chủ cục bộ tự dừng khi khởi động. / The server stopped by itself.\n${words}`);
    }
    try {
      const answer = await fetch(`${origin}/healthz`, { signal: AbortSignal.timeout(2000) });
      if (answer.status === 200) return;
      last = `${answer.status} ${(await answer.text()).slice(0, 500)}`;
    } catch (error) {
      last = String(error);
    }
    await sleep(60);
  }
  throw new StartError(
    `Máy chủ không sẵn sàng sau 60 giây. / The server was not healthy after 60 s. ${last}`,
  );
}

/**
 * Demo data, once: the endpoint itself knows whether it has been done.
 * @param {string} origin
 * @returns {Promise<string | null>} null when done, else a sentence
 */
async function seed(origin) {
  const answer = await fetch(`${origin}/api/v1/local/seed`, {
    method: "POST",
    headers: { "x-local-seed": "1" },
  });
  if (answer.ok) return null;
  const text = (await answer.text()).slice(0, 500);
  return `Chưa nạp được dữ liệu minh hoạ. / Demo data not loaded: ${answer.status} ${text}`;
}

/**
 * @typedef {object} RunningServer
 * @property {string} origin http://localhost:PORT
 * @property {string | null} seedProblem a sentence when the demo data could not be loaded
 * @property {Promise<string>} died resolves with the last words when the server ends by itself
 * @property {() => string} output what the server printed so far (its last 20 kB)
 * @property {number} group process group of wrangler and the workerds it started
 * @property {() => Promise<void>} stop ends every process; safe to call twice
 */

/**
 * Throws StartError with a sentence for the person.
 * @param {object} [options]
 * @param {number} [options.port] 0 = any free one
 * @param {string} [options.stateDir] where D1 lives; made when missing
 * @param {boolean} [options.quiet] no progress lines
 * @param {boolean} [options.withSeed] load the demo data
 * @param {Readonly<Record<string, string>>} [options.vars] extra bindings of the Worker
 * @returns {Promise<RunningServer>}
 */
export async function startServer(options = {}) {
  const { port = 0, quiet = false, withSeed = true, vars = {} } = options;
  const state = resolve(root, options.stateDir ?? ".kc-local");
  /** @param {string} text */
  const say = (text) => void (quiet || process.stderr.write(`${text}\n`));
  const chosen = await claimPort(port);
  mkdirSync(state, { recursive: true });
  ensureDevVars(join(root, ".dev.vars"));
  await Promise.all([buildClient({ say }), migrate(state)]);
  const running = await untilHealthy(spawnWrangler({ port: chosen, state, vars }), chosen);
  try {
    const seedProblem = withSeed ? await seed(`http://127.0.0.1:${chosen}`) : null;
    return { ...running, seedProblem };
  } catch (error) {
    await running.stop();
    throw error;
  }
}

/**
 * Another Worker of this project, started the same way: for measuring beside the product.
 * @param {{ config: string, stateDir: string }} options
 */
export async function startWorker({ config, stateDir }) {
  const port = await claimPort(0);
  mkdirSync(stateDir, { recursive: true });
  return untilHealthy(spawnWrangler({ port, state: stateDir, vars: {}, config }), port);
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {number} port
 */
async function untilHealthy(child, port) {
  const output = listen(child);
  let ended = false;
  /** @type {Promise<string>} */
  const died = new Promise((done) => {
    child.once("exit", () => {
      ended = true;
      // "close" would wait for children that still hold the pipes; a moment is enough for the last words.
      setTimeout(() => done(output()), 100);
    });
  });
  const stop = () => stopGroup(child);
  try {
    await waitUntilHealthy(`http://127.0.0.1:${port}`, () => (ended ? output() : null));
    return { origin: `http://localhost:${port}`, died, output, group: child.pid ?? 0, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The version of the package, for banners. */
export function version() {
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;
}
