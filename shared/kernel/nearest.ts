/** Names close to what was typed, for "có phải là …?". */
import { foldKey } from "./text.ts";

/** Edit distance with swaps of neighbours counted once (optimal string alignment); `limit + 1` when it is above the limit. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? (beforeLast[j - 2] ?? 0) + 1 : Infinity;
      row.push(Math.min(change, swap, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] ?? limit + 1, limit + 1);
}

/** At most three names: those within two slips of the query, then those that contain it or lie in it. */
export function nearestNames(query: string, names: readonly string[]): string[] {
  const key = foldKey(query);
  if (key.length < 3) return [];
  const ranked = [...new Set(names)].flatMap((name) => {
    const known = foldKey(name);
    const slips = editDistance(known, key, 2);
    if (slips <= 2) return [{ name, rank: slips }];
    return known.includes(key) || (known.length >= 3 && key.includes(known)) ? [{ name, rank: 3 }] : [];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, 3)
    .map(({ name }) => name);
}
