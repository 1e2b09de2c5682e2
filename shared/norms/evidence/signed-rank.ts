/**
 * The exact null distribution of Wilcoxon's signed-rank statistic, for the interval that belongs to the
 * Hodges–Lehmann estimate: how many of the 2^n patterns of sign give a rank sum of at most t.
 */

/** counts[t] = sign patterns of n ranks whose positive ranks add up to t; t from 0 to n(n+1)/2. */
function rankSumCounts(n: number): bigint[] {
  let counts: bigint[] = [1n];
  for (let rank = 1; rank <= n; rank += 1) {
    const next = Array.from({ length: counts.length + rank }, () => 0n);
    counts.forEach((ways, sum) => {
      next[sum] = (next[sum] ?? 0n) + ways;
      next[sum + rank] = (next[sum + rank] ?? 0n) + ways;
    });
    counts = next;
  }
  return counts;
}

export interface Cut {
  /** This many pairwise means are left out at each end. */
  readonly leftOut: number;
  /** The interval holds the centre with at least this probability, in ten-thousandths, rounded down. */
  readonly coverage: number;
}

/**
 * The narrowest two-sided interval that keeps `confidence` (ten-thousandths, e.g. 9500), or null when even the widest,
 * from the least pairwise mean to the greatest, does not: with five values it holds 93,75 %.
 */
export function cutFor(n: number, confidence: number): Cut | null {
  const patterns = 1n << BigInt(n);
  const coverageOf = (tail: bigint) => ((patterns - 2n * tail) * 10_000n) / patterns;
  let tail = 0n;
  let best: Cut | null = null;
  for (const [t, ways] of rankSumCounts(n).entries()) {
    tail += ways;
    const coverage = coverageOf(tail);
    if (coverage < BigInt(confidence)) break;
    best = { leftOut: t, coverage: Number(coverage) };
  }
  return best;
}

/** The fewest values for which an interval of this confidence exists at all. */
export function fewestFor(confidence: number): number {
  let n = 1;
  while (cutFor(n, confidence) === null) n += 1;
  return n;
}
