/** Child processes that leave nothing behind: each is the leader of its own group, and the group is what gets killed. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

const isWindows = process.platform === "win32";

/**
 * @typedef {import("node:child_process").ChildProcess} ChildProcess
 */

/** @type {Set<ChildProcess>} */
const running = new Set();
let closing = false;

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {ChildProcess} with stdout and stderr piped
 */
export function spawnGroup(command, args, { cwd, env }) {
  if (closing) throw new Error("this process is ending");
  const child = spawn(command, [...args], {
    cwd,
    env,
    detached: !isWindows,
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  return child;
}

/** Ends every group of this process, and lets no new one begin: for Ctrl-C at any moment. */
export async function stopEverything() {
  closing = true;
  await Promise.all([...running].map((child) => stopGroup(child)));
}

/**
 * What a child printed so far, its last 20 kB.
 * @param {ChildProcess} child
 * @returns {() => string}
 */
export function listen(child) {
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text) => {
      output = (output + text).slice(-20_000);
    });
  }
  return () => output;
}

/**
 * Runs a child to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export async function runToEnd(command, args, options) {
  const child = spawnGroup(command, args, options);
  const output = listen(child);
  const [code] = await once(child, "close");
  running.delete(child);
  return { ok: code === 0, output: output() };
}

/** @param {number} pid */
function groupAlive(pid) {
  try {
    process.kill(isWindows ? pid : -pid, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function signalGroup(pid, signal) {
  try {
    process.kill(isWindows ? pid : -pid, signal);
  } catch {
    // The group is already gone.
  }
}

/**
 * @param {number} pid
 * @param {number} milliseconds
 */
async function gone(pid, milliseconds) {
  const until = Date.now() + milliseconds;
  while (groupAlive(pid)) {
    if (Date.now() > until) return false;
    await sleep(25);
  }
  return true;
}

/**
 * Ends a child and everything it started; resolves when the group is empty.
 * @param {ChildProcess} child
 * @param {number} [patience] milliseconds before SIGKILL
 */
export async function stopGroup(child, patience = 3000) {
  const { pid } = child;
  running.delete(child);
  if (pid === undefined) return;
  if (isWindows) {
    const killer = spawn("taskkill", ["/pid", String(pid), "/t", "/f"], { stdio: "ignore" });
    await once(killer, "exit");
    return;
  }
  signalGroup(pid, "SIGTERM");
  if (await gone(pid, patience)) return;
  signalGroup(pid, "SIGKILL");
  if (!(await gone(pid, 5000))) throw new Error(`processes of group ${pid} are still alive after SIGKILL`);
}
