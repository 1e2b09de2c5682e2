/** The processes of a running server, by what the kernel says of its process group (Linux). */
import { readdirSync, readFileSync } from "node:fs";

export interface Process {
  readonly pid: number;
  readonly name: string;
}

/** "pid (name) state ppid pgrp …": the name may hold spaces and brackets. */
function read(pid: number): (Process & { readonly group: number }) | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const open = text.indexOf("(");
    const close = text.lastIndexOf(")");
    const [, , group] = text.slice(close + 2).split(" ");
    return { pid, name: text.slice(open + 1, close), group: Number(group) };
  } catch {
    return null;
  }
}

export function processesOfGroup(group: number): Process[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const found = read(Number(name));
      return found !== null && found.group === group ? [{ pid: found.pid, name: found.name }] : [];
    });
}

export function workerds(group: number): number[] {
  return processesOfGroup(group)
    .filter(({ name }) => name === "workerd")
    .map(({ pid }) => pid);
}

/** No goodbye, no flushing: as a machine that loses its power. Returns how many were killed; `share` in [0, 1] picks. */
export function killWorkerds(group: number, share: number): number {
  const all = workerds(group);
  // Half of the times all of them, else one: the one in front, or the one that holds the database.
  const victims = share < 0.5 ? all : all.slice(Math.floor((share - 0.5) * 2 * all.length)).slice(0, 1);
  let killed = 0;
  for (const pid of victims) {
    try {
      process.kill(pid, "SIGKILL");
      killed += 1;
    } catch {
      // Gone by itself in between.
    }
  }
  return killed;
}
