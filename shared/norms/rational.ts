import { divideRounded, dongFromBigInt, type Dong, type Rounding } from "../kernel/money.ts";
import { QUANTITY_SCALE, type Quantity } from "../kernel/quantity.ts";

/** An exact fraction: denominator positive, lowest terms. Prices stay fractions until a figure is printed. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** n / d in lowest terms. A zero denominator is a programming error: callers check their divisors first. */
export function ratio(n: bigint, d: bigint = 1n): Rational {
  if (d === 0n) throw new RangeError("zero denominator");
  const divisor = gcd(n, d) * (d < 0n ? -1n : 1n);
  return divisor === 1n ? { n, d } : { n: n / divisor, d: d / divisor };
}

export const ZERO: Rational = { n: 0n, d: 1n };
export const ONE: Rational = { n: 1n, d: 1n };

export function fromQuantity(value: Quantity): Rational {
  return ratio(value, QUANTITY_SCALE);
}

export function fromDong(value: Dong): Rational {
  return { n: BigInt(value), d: 1n };
}

/** 23.5 (per cent) → 0.235. */
export function fromPercent(percent: Quantity): Rational {
  return ratio(percent, QUANTITY_SCALE * 100n);
}

export function add(...parts: readonly Rational[]): Rational {
  let n = 0n;
  let d = 1n;
  for (const part of parts) {
    if (part.d === d) {
      n += part.n;
    } else {
      n = n * part.d + part.n * d;
      d *= part.d;
    }
  }
  return ratio(n, d);
}

export function subtract(a: Rational, b: Rational): Rational {
  return ratio(a.n * b.d - b.n * a.d, a.d * b.d);
}

export function multiply(...factors: readonly Rational[]): Rational {
  let n = 1n;
  let d = 1n;
  for (const factor of factors) {
    n *= factor.n;
    d *= factor.d;
  }
  return ratio(n, d);
}

export function divide(a: Rational, b: Rational): Rational {
  return ratio(a.n * b.d, a.d * b.n);
}

/** < 0, 0 or > 0. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The printed amount: rounded once, as named. Throws RangeError beyond the safe range of đồng. */
export function toDongRounded(value: Rational, rounding: Rounding = "halfUp"): Dong {
  return dongFromBigInt(divideRounded(value.n, value.d, rounding));
}

/** Decimal text with dot, rounded at `places` as named; trailing zeros removed. */
export function toDecimalText(value: Rational, places: number, rounding: Rounding = "halfUp"): string {
  const scaled = divideRounded(value.n * 10n ** BigInt(places), value.d, rounding);
  const magnitude = String(scaled < 0n ? -scaled : scaled).padStart(places + 1, "0");
  const whole = magnitude.slice(0, magnitude.length - places);
  const fraction = magnitude.slice(magnitude.length - places).replace(/0+$/, "");
  return (scaled < 0n ? "-" : "") + whole + (fraction === "" ? "" : `.${fraction}`);
}
