import { fail, ok, type Result } from "./result.ts";

declare const dongBrand: unique symbol;

/** An amount in đồng: a safe integer, never a fraction. Built only by `toDong` / `dong`. */
export type Dong = number & { readonly [dongBrand]: true };

/** The most one line of a plan may hold: 1.000 tỷ. Five thousand such lines still add up exactly. */
export const MAX_LINE_DONG = 1_000_000_000_000;

/** Named rounding. halfUp is away from zero at exactly one half, as accounting practice prints it. */
export type Rounding = "halfUp" | "down" | "up";

/** Checks that a number is a whole, safe amount of đồng. Error codes: dong-not-integer, dong-too-large. */
export function toDong(value: number): Result<Dong> {
  if (!Number.isFinite(value) || !Number.isInteger(value)) {
    return fail(
      "VALUE",
      "dong-not-integer",
      `Số tiền phải là số nguyên đồng, nhận được ${String(value).replace(".", ",")}.`,
      `An amount must be whole đồng, found ${value}.`,
    );
  }
  if (!Number.isSafeInteger(value)) {
    return fail(
      "NUM",
      "dong-too-large",
      `Số tiền vượt quá giới hạn tính chính xác.`,
      `The amount exceeds the exact range.`,
    );
  }
  return ok((value === 0 ? 0 : value) as Dong);
}

/** Literal amounts in code and tests; throws on anything that is not whole đồng. */
export function dong(value: number): Dong {
  const result = toDong(value);
  if (!result.ok) throw new Error(result.error.en);
  return result.value;
}

export function addDong(...amounts: readonly Dong[]): Dong {
  let quick = 0;
  for (const amount of amounts) {
    quick += amount;
    if (!Number.isSafeInteger(quick)) return addWide(amounts);
  }
  return (quick === 0 ? 0 : quick) as Dong;
}

/** For sums that leave the exact range on the way, whether or not they come back. */
function addWide(amounts: readonly Dong[]): Dong {
  let sum = 0n;
  for (const amount of amounts) sum += BigInt(amount);
  return dongFromBigInt(sum);
}

export function subtractDong(a: Dong, b: Dong): Dong {
  const quick = a - b;
  // Two whole numbers whose difference stays in the exact range give it exactly.
  if (!Number.isSafeInteger(quick)) return dongFromBigInt(BigInt(a) - BigInt(b));
  return (quick === 0 ? 0 : quick) as Dong;
}

/** found − expected of two cells, as a part of a finding; nothing where either is no whole amount of đồng. */
export function differenceOfCells(found: unknown, expected: unknown): { differenceDong?: number } {
  if (!Number.isSafeInteger(found) || !Number.isSafeInteger(expected)) return {};
  const differenceDong = (found as number) - (expected as number);
  return Number.isSafeInteger(differenceDong) ? { differenceDong } : {};
}

/** numerator / denominator in đồng, rounded as named; exact inside. */
export function divideRounded(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  if (denominator === 0n) throw new Error("division by zero");
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const quotient = n / d;
  const remainder = n % d;
  const raise = rounding === "up" ? remainder > 0n : rounding === "halfUp" ? remainder * 2n >= d : false;
  const magnitude = raise ? quotient + 1n : quotient;
  return negative ? -magnitude : magnitude;
}

export function dongFromBigInt(value: bigint): Dong {
  const asNumber = Number(value);
  if (!Number.isSafeInteger(asNumber)) throw new RangeError("amount outside the exact range of đồng");
  return (asNumber === 0 ? 0 : asNumber) as Dong;
}

/**
 * Splits a whole into shares proportional to non-negative weights (largest remainder, ties to the earlier one).
 * The shares always add up to the whole. Weights are exact integers; at least one must be positive.
 */
export function split(whole: Dong, weights: readonly number[]): Dong[] {
  if (weights.length === 0 || weights.some((w) => !Number.isSafeInteger(w) || w < 0)) {
    throw new RangeError("weights must be non-negative whole numbers");
  }
  const total = weights.reduce((sum, w) => sum + BigInt(w), 0n);
  if (total === 0n) throw new RangeError("at least one weight must be positive");
  const sign = whole < 0 ? -1n : 1n;
  const magnitude = BigInt(whole) * sign;
  const floors = weights.map((w) => (magnitude * BigInt(w)) / total);
  const remainders = weights.map((w, index) => ({ index, rest: (magnitude * BigInt(w)) % total }));
  let left = magnitude - floors.reduce((sum, f) => sum + f, 0n);
  remainders.sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  for (const { index } of remainders) {
    if (left === 0n) break;
    floors[index] = (floors[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return floors.map((f) => dongFromBigInt(f * sign));
}

/** "1.234.567" — dot between thousands, as Luật Kế toán prints amounts. */
export function formatDong(value: number): string {
  const sign = value < 0 ? "-" : "";
  return sign + String(Math.abs(value)).replace(/\B(?=(\d{3})+(?!\d))/g, ".");
}
