/** Timing and tables. A figure is what this machine needed in this run: nothing is asserted about it. */

export interface Section {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly notes?: readonly string[];
}

export function milliseconds(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

export async function millisecondsOf(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** "0,44 ms", "1.234 ms": three significant digits below a thousand. */
export function showMs(ms: number): string {
  if (ms >= 1000) return `${String(Math.round(ms)).replace(/\B(?=(\d{3})+(?!\d))/g, ".")} ms`;
  return `${Number(ms.toPrecision(3)).toString().replace(".", ",")} ms`;
}

export function showRatio(a: number, b: number): string {
  return b === 0 ? "–" : `${(a / b).toFixed(2).replace(".", ",")} ×`;
}

/** A small repeatable generator (mulberry32): the same instances in every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function render({ title, head, rows, notes = [] }: Section): string {
  const all = [head, ...rows];
  const widths = head.map((_, at) => Math.max(...all.map((row) => (row[at] ?? "").length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  return ["", title, line(head), rule, ...rows.map(line), ...notes.map((note) => `  ${note}`), ""].join("\n");
}
