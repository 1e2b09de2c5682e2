/** Between the flat rows of a CSV and the norm model. */
import { quantity, quantityToString, QUANTITY_SCALE, type Quantity } from "../kernel/quantity.ts";
import type { IsoDate } from "../kernel/date.ts";
import { toDong } from "../kernel/money.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import type { ImportedNormRow, ImportedPriceRow } from "./import.ts";
import { costTypeOf, type Norm, type NormBookData, type NormLine } from "./model.ts";
import { lineAmount } from "./pricing/line-amount.ts";
import { writeCsv } from "./csv.ts";
import { readPrice, type PriceBook, type PriceEntry } from "./prices.ts";

/** What a row becomes; a "%" row is a percentage of its type. */
export function lineFromRow(row: ImportedNormRow): NormLine {
  const { resource, unit } = row;
  const amount = row.quantity === null ? null : quantityToString(row.quantity);
  if (unit === "%") return { kind: "percent", of: row.type, resource, unit, quantity: amount ?? "0" };
  switch (row.type) {
    case "NC":
      return { kind: "labour", resource, unit, quantity: amount };
    case "M":
      return { kind: "machine", resource, unit, loaded: amount };
    case "VL":
      return { kind: "material", resource, unit, quantity: amount };
  }
}

/** Name, unit and note of a code where the rows themselves do not say. */
export type Describe = (code: string) => Pick<Norm, "name" | "unit" | "note">;

/** Rows → norms, in the order in which codes first appear. */
export function normsFromRows(rows: readonly ImportedNormRow[], describe: Describe): Norm[] {
  const lines = new Map<string, NormLine[]>();
  for (const row of rows) {
    const list = lines.get(row.code);
    if (list === undefined) lines.set(row.code, [lineFromRow(row)]);
    else list.push(lineFromRow(row));
  }
  return [...lines].map(([code, list]) => ({
    code,
    ...describe(code),
    content: null,
    conditions: "",
    steps: [],
    lines: list,
    difficulty: [],
    process: [],
    quality: [],
  }));
}

const SHIFTS_PER_MONTH = quantity("26");

/** Net quantity of a line with at most six decimals; a finer one is refused, never rounded in silence. */
function netQuantity(norm: Norm, line: NormLine): Result<{ text: string; unit: string }> {
  if (line.kind === "percent") return ok({ text: quantityToString(quantity(line.quantity)), unit: "%" });
  // A tool is exported by its shifts: its share of wear rarely has a finite decimal, its price a shift does the rest.
  if (line.kind === "tool")
    return ok({
      text: line.quantity === null ? "-" : quantityToString(quantity(line.quantity)),
      unit: line.unit,
    });
  const amount = lineAmount(line, SHIFTS_PER_MONTH);
  if (amount === null) return ok({ text: "-", unit: line.unit });
  const { n, d } = amount.exact;
  if ((n * QUANTITY_SCALE) % d === 0n) {
    return ok({ text: quantityToString(((n * QUANTITY_SCALE) / d) as Quantity), unit: amount.unit });
  }
  return fail(
    "NUM",
    "norm-too-fine",
    `${norm.code}: “${line.resource}” sau hao hụt, thu hồi có quá 6 chữ số thập phân; hãy sửa định mức trước khi xuất.`,
    `${norm.code}: the net quantity of “${line.resource}” has more than 6 decimals.`,
  );
}

export const BOOK_CSV_HEADER = ["code", "type", "resource", "unit", "qty"] as const;

/**
 * A book as the rows that `kc price` reads, header first (for CSV and for a sheet). Loss, recovery and hours are worked into the quantity; indirect labour is a
 * "%" row of NC; a tool stands as "name (ca sử dụng)" and is priced by the shift. Error: norm-too-fine.
 */
export function bookToRows(book: Pick<NormBookData, "norms">): Result<string[][]> {
  const rows: string[][] = [[...BOOK_CSV_HEADER]];
  for (const norm of book.norms) {
    for (const line of norm.lines) {
      const net = netQuantity(norm, line);
      if (!net.ok) return net;
      const resource = line.kind === "tool" ? `${line.resource} (ca sử dụng)` : line.resource;
      rows.push([norm.code, costTypeOf(line), resource, net.value.unit, net.value.text]);
    }
  }
  return ok(rows);
}

/** Error: norm-too-fine. */
export function bookToCsv(book: Pick<NormBookData, "norms">): Result<string> {
  const rows = bookToRows(book);
  return rows.ok ? ok(writeCsv(rows.value)) : rows;
}

/** Where an imported price list holds and who answers for it. */
export interface ImportedPriceFacts {
  readonly province: string | null;
  readonly from: IsoDate;
  readonly source: string;
}

/** Imported price rows as entries of a price list. Error: dong-too-large. */
export function pricesFromRows(
  rows: readonly ImportedPriceRow[],
  facts: ImportedPriceFacts,
): Result<PriceEntry[]> {
  const entries: PriceEntry[] = [];
  for (const { type, resource, priceDong } of rows) {
    const amount = toDong(Number(priceDong));
    if (!amount.ok) return amount;
    entries.push({ type, resource, unit: "-", ...facts, priceDong: amount.value });
  }
  return ok(entries);
}

export const PRICES_CSV_HEADER = ["type", "resource", "price_dong"] as const;

/** The prices of one place at one date as the CSV that `kc price` reads: own province first, then everywhere. */
export function pricesToCsv(books: readonly PriceBook[], province: string | null, date: IsoDate): string {
  const rows = new Map<string, string[]>();
  for (const { type, resource } of books.flatMap((book) => book.prices)) {
    const found = readPrice(books, { type, resource, province, date });
    if (found.ok) rows.set(`${type}\n${resource}`, [type, resource, String(found.value.entry.priceDong)]);
  }
  return writeCsv([[...PRICES_CSV_HEADER], ...rows.values()]);
}
