/** The slip of three zeros: an amount typed in nghìn or triệu đồng where đồng is meant, or a dot read as a decimal. */

/** How many times too large (1000, 1.000.000) or too small (0.001, 0.000001) a figure looks; null when it does not. */
export type Slip = 1_000_000 | 1000 | 0.001 | 0.000001;

function isNear(large: bigint, small: bigint, times: bigint): boolean {
  // large ÷ small lies within ×√10 of `times`: the power of a thousand it is nearest to.
  const square = large * large;
  const wanted = times * times * small * small;
  return square * 10n >= wanted && square < wanted * 10n;
}

/**
 * Compares a positive whole figure with a usual one (an average, last year's, another province's). Exact: no tolerance
 * beyond "the nearest power of a thousand".
 */
export function thousandfoldSlip(found: number, usual: number): Slip | null {
  if (!Number.isSafeInteger(found) || !Number.isSafeInteger(usual) || found <= 0 || usual <= 0) return null;
  const [a, b] = [BigInt(found), BigInt(usual)];
  if (isNear(a, b, 1000n)) return 1000;
  if (isNear(a, b, 1_000_000n)) return 1_000_000;
  if (isNear(b, a, 1000n)) return 0.001;
  return isNear(b, a, 1_000_000n) ? 0.000001 : null;
}
