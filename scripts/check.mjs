/** `npm run check`: types of every world · lint · format · checks/ (generated files included). All run, then it fails. */
import { spawn } from "node:child_process";
import { root, tool } from "./lib/paths.mjs";

const WORLDS = ["shared", "addin", "worker", "console", "node"];

/** @type {[name: string, args: string[]][]} */
const STEPS = [
  ["checks", ["checks/run.ts"]],
  ...WORLDS.map((world) => /** @type {[string, string[]]} */ ([`types of ${world}`, typeArgs(world)])),
  ["lint", [tool("oxlint"), "--quiet", "--format=unix"]],
  ["format", [tool("prettier"), "--check", "--log-level", "warn", "."]],
];

/** @param {string} world */
function typeArgs(world) {
  return [tool("typescript", "tsc"), "-p", `tsconfig.${world}.json`, "--pretty", "false"];
}

/**
 * @param {string[]} args
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function run(args) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => (output += text));
    }
    child.once("error", (error) => done({ ok: false, output: String(error) }));
    child.once("close", (code) => done({ ok: code === 0, output }));
  });
}

const waiting = [...STEPS];
let failed = 0;

/** Two at a time: that is what a small machine has. */
async function work() {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    const [name, args] = step;
    const { ok, output } = await run(args);
    if (!ok) failed += 1;
    process.stdout.write(`${ok ? "ok  " : "FAIL"} ${name}\n`);
    if (!ok || name === "checks") process.stdout.write(output.replace(/^(?=.)/gm, "     "));
  }
}

await Promise.all([work(), work()]);
process.stdout.write(failed === 0 ? "check: ok\n" : `check: ${failed} of ${STEPS.length} steps failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
