/** Child processes that leave nothing behind: each is the leader of its own group, and the group is what gets killed. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

const isWindows = process.platform === "win32";

/**
 * @typedef {import("node:child_process").ChildProcess} ChildProcess
 */

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {ChildProcess} with stdout and stderr piped
 */
export function spawnGroup(command, args, { cwd, env }) {
  return spawn(command, [...args], { cwd, env, detached: !isWindows, stdio: ["ignore", "pipe", "pipe"] });
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
