/** Price lists: dated prices of resources, by province, with where each came from. Plain data that survives JSON. */
import type { Verified } from "../kernel/citation.ts";
import type { IsoDate } from "../kernel/date.ts";
import type { Dong } from "../kernel/money.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { foldKey } from "../kernel/text.ts";
import type { CostType } from "./import.ts";

export interface PriceEntry {
  readonly type: CostType;
  /** Short code for formulas, e.g. "VL.GIAY-A4". */
  readonly code?: string;
  /** Name as the norms write it; "*" = every resource of the type that has no entry. */
  readonly resource: string;
  readonly unit: string;
  /** Province code; null = everywhere. */
  readonly province: string | null;
  readonly from: IsoDate;
  readonly to?: IsoDate;
  readonly priceDong: Dong;
  /** Depreciation inside a machine's shift price: taken out for orders priced without depreciation. */
  readonly depreciationDong?: Dong;
  readonly source: string;
}

export interface PriceBookData {
  readonly id: string;
  readonly title: string;
  readonly edition: string;
  readonly origin: string;
  readonly verified: Verified;
  readonly prices: readonly PriceEntry[];
}

export interface PriceBook extends PriceBookData {
  readonly version: string;
}

/** A price as found, with the book it stands in. */
export interface PriceReading {
  readonly entry: PriceEntry;
  readonly book: PriceBook;
}

/** `type` null = any type (a formula names only the resource). */
export interface PriceQuery {
  readonly type: CostType | null;
  readonly resource: string;
  readonly province: string | null;
  readonly date: IsoDate;
}

type Index = ReadonlyMap<string, readonly PriceReading[]>;
const indexes = new WeakMap<readonly PriceBook[], Index>();

function keysOf(entry: PriceEntry): string[] {
  const names =
    entry.resource === "*"
      ? ["*"]
      : [foldKey(entry.resource), ...(entry.code === undefined ? [] : [foldKey(entry.code)])];
  return [...new Set(names)].flatMap((name) => [`${entry.type} ${name}`, ` ${name}`]);
}

/** Built once for each list of books. */
function indexOf(books: readonly PriceBook[]): Index {
  const known = indexes.get(books);
  if (known !== undefined) return known;
  const index = new Map<string, PriceReading[]>();
  for (const book of books) {
    for (const entry of book.prices) {
      for (const key of keysOf(entry)) {
        const list = index.get(key);
        if (list === undefined) index.set(key, [{ entry, book }]);
        else list.push({ entry, book });
      }
    }
  }
  indexes.set(books, index);
  return index;
}

/** Own province before everywhere, earlier book before later, newest price first. */
function best(readings: readonly PriceReading[], query: PriceQuery): PriceReading | null {
  let found: PriceReading | null = null;
  for (const reading of readings) {
    const { entry } = reading;
    if (entry.from > query.date || (entry.to !== undefined && entry.to < query.date)) continue;
    if (entry.province !== null && entry.province !== query.province) continue;
    if (found === null || rank(entry) > rank(found.entry)) found = reading;
    else if (
      rank(entry) === rank(found.entry) &&
      reading.book === found.book &&
      entry.from > found.entry.from
    )
      found = reading;
  }
  return found;
}

function rank(entry: PriceEntry): number {
  return entry.province === null ? 0 : 1;
}

/** The price in force at a date. Errors: price-unknown (nobody prices it), price-not-yet (only at other dates or places). */
export function readPrice(books: readonly PriceBook[], query: PriceQuery): Result<PriceReading> {
  const index = indexOf(books);
  const key = `${query.type ?? ""} ${foldKey(query.resource)}`;
  const own = index.get(key) ?? [];
  const others = query.type === null ? [] : (index.get(`${query.type} *`) ?? []);
  const found = best(own, query) ?? best(others, query);
  if (found !== null) return ok(found);
  if (own.length > 0) {
    return fail(
      "NA",
      "price-not-yet",
      `“${query.resource}” có giá trong bảng giá nhưng không phải cho nơi này vào ngày tính.`,
      `“${query.resource}” is priced, but not for this place at this date.`,
    );
  }
  return fail(
    "NA",
    "price-unknown",
    `Chưa có giá của “${query.resource}”: thêm vào bảng giá của tỉnh.`,
    `No price for “${query.resource}”: add it to the province's price list.`,
  );
}
