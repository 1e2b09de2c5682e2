/** What a proposed book would do to a province's unit price: the same prices, pay and day; only the norm differs. */
import { divideRounded, subtractDong, type Dong } from "../../kernel/money.ts";
import { quantity } from "../../kernel/quantity.ts";
import type { Failure, Result } from "../../kernel/result.ts";
import type { NormBook } from "../../norms/model.ts";
import {
  priceNormAt,
  type PricedNorm,
  type PricingBooks,
  type PricingPlace,
} from "../../norms/pricing/price-at.ts";

/** As KC.DONGIA counts when nothing is said. */
export const DAYS_PER_MONTH = quantity(26);

export interface Priced {
  readonly dong: Dong | null;
  /** Why there is no price; null when there is one. */
  readonly why: Failure | null;
}

export interface PriceEffect {
  readonly before: Priced;
  readonly after: Priced;
  /** After less before; null unless both are known. */
  readonly differenceDong: Dong | null;
  /** Of the price before, in hundredths of a per cent, half away from zero; null where it was nothing. */
  readonly differenceHundredths: number | null;
}

export interface PricedWith {
  /** Norms the province computes with now, its own first; its own prices before the published ones. */
  readonly books: PricingBooks;
  readonly place: Omit<PricingPlace, "daysPerMonth">;
  /** Its own code of the service; null where it has none. */
  readonly code: string | null;
}

function priced(found: Result<PricedNorm>): Priced {
  return found.ok ? { dong: found.value.total.dong, why: null } : { dong: null, why: found.error };
}

/** Hundredths of a per cent. */
export function shareHundredths(difference: Dong, of: Dong): number | null {
  if (of === 0) return null;
  const size = divideRounded(BigInt(Math.abs(difference)) * 10_000n, BigInt(of), "halfUp");
  return Number(difference < 0 ? -size : size);
}

const NO_NORM: Failure = {
  kind: "NA",
  code: "norm-unknown",
  vi: "Chưa có định mức của dịch vụ này.",
  en: "There is no norm for this service yet.",
};

/** `proposal` alone prices the service afterwards, under its own code. */
export function priceEffect(now: PricedWith, proposal: NormBook, proposedCode: string): PriceEffect {
  const place = { ...now.place, daysPerMonth: DAYS_PER_MONTH };
  const options = { depreciation: true };
  const before =
    now.code === null
      ? { dong: null, why: NO_NORM }
      : priced(priceNormAt(now.books, now.code, place, options));
  const after = priced(priceNormAt({ ...now.books, norms: [proposal] }, proposedCode, place, options));
  const both = before.dong !== null && after.dong !== null;
  const differenceDong = both ? subtractDong(after.dong as Dong, before.dong as Dong) : null;
  return {
    before,
    after,
    differenceDong,
    differenceHundredths:
      differenceDong === null || before.dong === null ? null : shareHundredths(differenceDong, before.dong),
  };
}
