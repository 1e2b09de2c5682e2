/** Cells a formula reads, for rules about the workbook itself. Text in quotes is no reference. */
import { cellAddress, columnNumber } from "../kernel/address.ts";

export interface Reference {
  /** Sheet named in the formula, without quotes; null = the formula's own sheet. */
  readonly sheet: string | null;
  /** The same in lower case, by which sheets are found. */
  readonly sheetKey: string | null;
  /** The sheet stands in another file: "[Gia.xlsx]Trang1". */
  readonly external: boolean;
  readonly from: { readonly column: number; readonly row: number };
  readonly to: { readonly column: number; readonly row: number };
}

const LAST_ROW = 1_048_576;
const REFERENCE =
  /(?<![\p{L}\p{N}_.])(?:('(?:[^']|'')+'|(?:\[[^\]]+\])?[\p{L}_][\p{L}\p{N}_.]*)!)?\$?([A-Z]{1,3})(?:\$?(\d{1,7}))?(?::\$?([A-Z]{1,3})(?:\$?(\d{1,7}))?)?(?![\p{L}\p{N}_(.!])/gu;

/**
 * Templates give every workbook of a kind the same formulas, and several rules ask about each. A full workbook has some
 * 16.000 of them, about 8 MB with what is found in them: were less kept, each rule would push out what the next one
 * asks for. By bytes and not by number, because a formula may have 8.192 characters and thousands of references.
 */
const KEPT_BYTES = 12_000_000;
/** Of one text kept, or of one reference or name found in it: about, and rather too much. */
const BYTES_OF_ONE = 100;

/** Counts what is kept, and has it forgotten once it is too much: what is asked for again is soon there again. */
function budget(forget: () => void): (bytes: number) => void {
  let kept = 0;
  return (bytes) => {
    kept += bytes;
    if (kept <= KEPT_BYTES) return;
    forget();
    kept = bytes;
  };
}

/** The same function with a bounded memory: what it gives depends on its argument alone, and nobody changes it. */
function remembering<T>(make: (text: string) => readonly T[]): (text: string) => readonly T[] {
  const known = new Map<string, readonly T[]>();
  const take = budget(() => known.clear());
  return (text) => {
    let found = known.get(text);
    if (found === undefined) {
      found = make(text);
      take(2 * text.length + BYTES_OF_ONE * (1 + found.length));
      known.set(text, found);
    }
    return found;
  };
}

/** The same for what also depends on the row it is asked for. */
function rememberingByRow(
  make: (text: string, row: number) => string,
): (text: string, row: number) => string {
  const rows = new Map<number, Map<string, string>>();
  const take = budget(() => rows.clear());
  return (text, row) => {
    const before = rows.get(row)?.get(text);
    if (before !== undefined) return before;
    const result = make(text, row);
    take(2 * (text.length + result.length) + 2 * BYTES_OF_ONE);
    const known = rows.get(row) ?? new Map<string, string>();
    rows.set(row, known.set(text, result));
    return result;
  };
}

/** Double-quoted text emptied; quoted sheet names stay. */
export function withoutText(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"/g, '""');
}

function findReferences(formula: string): readonly Reference[] {
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
    found.push({
      sheet,
      sheetKey: sheet?.toLowerCase() ?? null,
      external: sheet?.includes("[") === true,
      from,
      to,
    });
  }
  return found;
}

export const referencesIn = remembering(findReferences);

/** Names of the functions a formula calls, upper case. */
export const functionsIn: (formula: string) => readonly string[] = remembering((formula) =>
  [...withoutText(formula).matchAll(/([A-Z][A-Z0-9.]*)\(/gi)].map(([, name = ""]) => name.toUpperCase()),
);

const ROW = /(\$?[A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_(.])/gu;

/** The formula with rows counted from its own row, so that a copied column gives one pattern. */
export const rowPattern = rememberingByRow((formula, row) =>
  formula.replace(ROW, (whole, column: string, absolute: string, digits: string) =>
    absolute === "$" ? whole : `${column}{${Number(digits) - row}}`,
  ),
);

/** The formula a pattern gives on a row. */
export const fromPattern = rememberingByRow((pattern, row) =>
  pattern.replace(
    /(\$?[A-Z]{1,3})\{(-?\d+)\}/g,
    (_, column: string, offset: string) => `${column}${row + Number(offset)}`,
  ),
);

export function rangeKey({ from, to }: Reference): string {
  return `${cellAddress(from.column, from.row)}:${cellAddress(to.column, to.row)}`;
}
