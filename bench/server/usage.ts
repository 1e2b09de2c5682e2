/** What the workerds of a server used, by what the kernel says (Linux). */
import { readFileSync, writeFileSync } from "node:fs";
import { workerds } from "../../scripts/torture/processes.ts";

/** Clock ticks a second of /proc; 100 on every Linux this runs on. */
const TICKS = 100;

function cpuMs(pid: number): number {
  const text = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
}

function kilobytes(pid: number, name: "VmRSS" | "VmHWM"): number {
  const line = new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Number(line?.[1] ?? 0);
}

export interface Usage {
  /** Of all workerds together: the Worker with its database, and the relay in front of it. */
  readonly cpuMs: number;
  /** Of the workerd that grew most. */
  readonly restMb: number;
  readonly peakMb: number;
}

/** Starts watching; the function it returns says what happened since. */
export function watchUsage(group: number): () => Usage {
  const before = workerds(group).map((pid) => {
    // 5 = forget the highest memory use so far.
    writeFileSync(`/proc/${pid}/clear_refs`, "5");
    return { pid, cpu: cpuMs(pid), rest: kilobytes(pid, "VmRSS") };
  });
  return () => {
    const after = before.map(({ pid, cpu, rest }) => ({
      cpu: cpuMs(pid) - cpu,
      rest: rest / 1024,
      peak: kilobytes(pid, "VmHWM") / 1024,
    }));
    const grown = after.reduce((most, one) => (one.peak - one.rest > most.peak - most.rest ? one : most));
    return {
      cpuMs: after.reduce((sum, { cpu }) => sum + cpu, 0),
      restMb: grown.rest,
      peakMb: grown.peak,
    };
  };
}
