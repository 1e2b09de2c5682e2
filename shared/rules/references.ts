/** Cells a formula reads, for rules about the workbook itself. Text in quotes is no reference. */
import { cellAddress, columnNumber } from "../kernel/address.ts";

export interface Reference {
  /** Sheet named in the formula, without quotes; null = the formula's own sheet. */
  readonly sheet: string | null;
  /** The sheet stands in another file: "[Gia.xlsx]Trang1". */
  readonly external: boolean;
  readonly from: { readonly column: number; readonly row: number };
  readonly to: { readonly column: number; readonly row: number };
}

const LAST_ROW = 1_048_576;
const REFERENCE =
  /(?<![\p{L}\p{N}_.])(?:('(?:[^']|'')+'|(?:\[[^\]]+\])?[\p{L}_][\p{L}\p{N}_.]*)!)?\$?([A-Z]{1,3})(?:\$?(\d{1,7}))?(?::\$?([A-Z]{1,3})(?:\$?(\d{1,7}))?)?(?![\p{L}\p{N}_(.!])/gu;

/** Double-quoted text emptied; quoted sheet names stay. */
export function withoutText(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"/g, '""');
}

export function referencesIn(formula: string): Reference[] {
  const found: Reference[] = [];
  for (const match of withoutText(formula).matchAll(REFERENCE)) {
    const [, rawSheet, column = "", row, lastColumn, lastRow] = match;
    // A lone word is a name or TRUE; a whole column needs its colon: "A:A".
    if (row === undefined && (lastColumn === undefined || lastRow !== undefined)) continue;
    const sheet = rawSheet === undefined ? null : rawSheet.replace(/^'|'$/g, "").replaceAll("''", "'");
    const from = { column: columnNumber(column), row: Number(row ?? 1) };
    const to = {
      column: columnNumber(lastColumn ?? column),
      row: lastColumn === undefined ? from.row : Number(lastRow ?? LAST_ROW),
    };
    found.push({ sheet, external: sheet?.includes("[") === true, from, to });
  }
  return found;
}

/** Names of the functions a formula calls, upper case. */
export function functionsIn(formula: string): string[] {
  return [...withoutText(formula).matchAll(/([A-Z][A-Z0-9.]*)\(/gi)].map(([, name = ""]) =>
    name.toUpperCase(),
  );
}

const ROW = /(\$?[A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_(.])/gu;

/** The formula with rows counted from its own row, so that a copied column gives one pattern. */
export function rowPattern(formula: string, row: number): string {
  return formula.replace(ROW, (whole, column: string, absolute: string, digits: string) =>
    absolute === "$" ? whole : `${column}{${Number(digits) - row}}`,
  );
}

/** The formula a pattern gives on a row. */
export function fromPattern(pattern: string, row: number): string {
  return pattern.replace(
    /(\$?[A-Z]{1,3})\{(-?\d+)\}/g,
    (_, column: string, offset: string) => `${column}${row + Number(offset)}`,
  );
}

export function rangeKey({ from, to }: Reference): string {
  return `${cellAddress(from.column, from.row)}:${cellAddress(to.column, to.row)}`;
}
