/**
 * Unit prices worked out once and remembered: a sheet asks the same ones over and over, on many dates and for many
 * provinces between which nothing differs.
 */
import type { Book } from "../../../shared/contract/book.ts";
import { addDays, type IsoDate } from "../../../shared/kernel/date.ts";
import type { Quantity } from "../../../shared/kernel/quantity.ts";
import type { Result } from "../../../shared/kernel/result.ts";
import { priceNormAt, provinceCodeOf, type PricedNorm } from "../../../shared/norms/pricing/price-at.ts";
import { orThrow } from "./errors.ts";

export interface PriceQuestion {
  readonly code: string;
  /** As typed; null when left out. */
  readonly province: string | null;
  readonly date: IsoDate;
  readonly depreciation: boolean;
  readonly management: Quantity | null;
  readonly days: Quantity;
}

interface Known {
  /** Days on which a norm, a price or a value of law begins or stops to hold, in order. */
  readonly turns: readonly IsoDate[];
  /** Provinces that have a price of their own. */
  readonly priced: ReadonlySet<string>;
  readonly prices: Map<string, PricedNorm>;
}

/** A sheet that asks more different prices than this starts over, so memory stays bounded. */
const MOST_KNOWN = 20_000;
const known = new WeakMap<Book, Known>();
const provinces = new Map<string, Result<string | null>>();

function turnsOf(book: Book): IsoDate[] {
  const spans: { from: IsoDate; to?: IsoDate }[] = [
    ...book.norms,
    ...book.prices.flatMap((list) => list.prices),
    ...book.law.parameters.flatMap((parameter) => parameter.values),
  ];
  const days = spans.flatMap(({ from, to }) => (to === undefined ? [from] : [from, addDays(to, 1)]));
  return [...new Set(days)].sort();
}

function knownOf(book: Book): Known {
  let found = known.get(book);
  if (found === undefined) {
    const codes = book.prices.flatMap((list) => list.prices.map((entry) => entry.province));
    const priced = new Set(codes.filter((code) => code !== null));
    found = { turns: turnsOf(book), priced, prices: new Map() };
    known.set(book, found);
  }
  return found;
}

/** How many turns lie at or before the day: days of one number answer alike. */
function stretchOf(turns: readonly IsoDate[], date: IsoDate): number {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle] as IsoDate) <= date) low = middle + 1;
    else high = middle;
  }
  return low;
}

function provinceOf(typed: string | null): string | null {
  if (typed === null) return null;
  let code = provinces.get(typed);
  if (code === undefined) {
    if (provinces.size >= MOST_KNOWN) provinces.clear();
    provinces.set(typed, (code = provinceCodeOf(typed)));
  }
  return orThrow(code);
}

/** The unit price with its tree; throws the cell's error. */
export function knownPrice(book: Book, question: PriceQuestion): PricedNorm {
  const { turns, priced, prices } = knownOf(book);
  const { code, date, depreciation, management, days } = question;
  const typed = provinceOf(question.province);
  const province = typed !== null && priced.has(typed) ? typed : null;
  const key = `${code}|${province ?? ""}|${stretchOf(turns, date)}|${depreciation}|${management ?? ""}|${days}`;
  let price = prices.get(key);
  if (price === undefined) {
    const options = { depreciation, ...(management === null ? {} : { managementPercent: management }) };
    price = orThrow(priceNormAt(book, code, { date, province, daysPerMonth: days }, options));
    if (prices.size >= MOST_KNOWN) prices.clear();
    prices.set(key, price);
  }
  return price;
}
