/** The unit price of a norm at a date and place, from the books in use: what KC.DONGIA answers. */
import type { IsoDate } from "../../kernel/date.ts";
import type { Quantity } from "../../kernel/quantity.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { findProvince } from "../../law/province.ts";
import type { LawBook } from "../../law/types.ts";
import { readNorm, type NormReading } from "../book.ts";
import { costTypeOf, type NormBook, type NormLine, type PercentLine } from "../model.ts";
import { readPrice, type PriceBook, type PriceReading } from "../prices.ts";
import { fromDong } from "../rational.ts";
import { decimalOf } from "./line-amount.ts";
import { labourDayAt } from "./labour-law.ts";
import { leaf, type NodeBasis } from "./node.ts";
import {
  computeUnitPrice,
  type PriceSource,
  type ResourcePrice,
  type UnitPrice,
  type UnitPriceOptions,
} from "./unit-price.ts";
import { formatDong } from "../../kernel/money.ts";

export interface PricingBooks {
  readonly norms: readonly NormBook[];
  readonly prices: readonly PriceBook[];
  readonly law: LawBook;
}

export interface PricingPlace {
  readonly date: IsoDate;
  /** Province code; null = prices for everywhere only. */
  readonly province: string | null;
  /** Days of a month for labour priced from the law. */
  readonly daysPerMonth: Quantity;
}

/** Today's code of a province as typed; null when left out. Error: province-unknown. */
export function provinceCodeOf(typed: string | null): Result<string | null> {
  if (typed === null) return ok(null);
  const province = findProvince(typed);
  if (province !== null) return ok(province.code);
  return fail(
    "VALUE",
    "province-unknown",
    `Không có tỉnh, thành phố “${typed}”.`,
    `There is no province “${typed}”.`,
  );
}

export function priceBasis({ entry, book }: PriceReading): NodeBasis {
  return { text: `${entry.source} (${book.title}, ${book.edition})`, verified: book.verified };
}

function listed(reading: PriceReading): ResourcePrice {
  const { entry } = reading;
  const node = leaf({
    id: "gia",
    label: `Giá ${entry.resource} (đồng/${entry.unit})`,
    formula: formatDong(entry.priceDong),
    exact: fromDong(entry.priceDong),
    basis: priceBasis(reading),
  });
  return {
    node,
    depreciation: entry.depreciationDong === undefined ? null : fromDong(entry.depreciationDong),
  };
}

/** The price list first; labour that names a pay grade and stands in no list is priced from the law. */
export function sourceAt(books: PricingBooks, place: PricingPlace): PriceSource {
  return (line: Exclude<NormLine, PercentLine>) => {
    const { date, province, daysPerMonth } = place;
    const found = readPrice(books.prices, {
      type: costTypeOf(line),
      resource: line.resource,
      province,
      date,
    });
    if (found.ok) return ok(listed(found.value));
    if (line.kind !== "labour" || line.grade === undefined) return found;
    const day = labourDayAt(books.law, date, {
      coefficient: decimalOf(line.grade.coefficient),
      daysPerMonth,
    });
    return day.ok ? ok({ node: day.value, depreciation: null }) : day;
  };
}

export interface PricedNorm extends UnitPrice {
  readonly reading: NormReading;
}

/** Errors: those of readNorm, readPrice, labourDayAt and computeUnitPrice. */
export function priceNormAt(
  books: PricingBooks,
  code: string,
  place: PricingPlace,
  options: UnitPriceOptions,
): Result<PricedNorm> {
  const reading = readNorm(books.norms, code, place.date);
  if (!reading.ok) return reading;
  const price = computeUnitPrice(reading.value, sourceAt(books, place), options);
  return price.ok ? ok({ ...price.value, reading: reading.value }) : price;
}
