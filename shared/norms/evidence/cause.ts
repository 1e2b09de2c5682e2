/** Why a figure may stand far from the rest: the slips that people make when they type, as far as the figure shows. */
import type { Quantity } from "../../kernel/quantity.ts";

export type Cause =
  | { readonly kind: "zero" }
  /** About 10^power times the median: a slipped decimal point, or another unit. */
  | { readonly kind: "power"; readonly power: number }
  | { readonly kind: "unknown" };

/** Powers people slip by: one or two places, thousands (1.000 read as 1), millions. */
const POWERS = [1, 2, 3, 6];
/** "About": within a quarter either way. */
const NEAR = { low: 3n, high: 5n, of: 4n };

function isAbout(greater: bigint, smaller: bigint, power: number): boolean {
  const scaled = smaller * 10n ** BigInt(power);
  return greater * NEAR.of >= scaled * NEAR.low && greater * NEAR.of <= scaled * NEAR.high;
}

/** For figures that are far from the median already. */
export function likelyCause(value: Quantity, median: Quantity): Cause {
  if (value === 0n) return { kind: "zero" };
  if (value < 0n || median <= 0n) return { kind: "unknown" };
  const high = POWERS.find((power) => isAbout(value, median, power));
  if (high !== undefined) return { kind: "power", power: high };
  const low = POWERS.find((power) => isAbout(median, value, power));
  return low === undefined ? { kind: "unknown" } : { kind: "power", power: -low };
}
