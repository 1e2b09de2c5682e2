/**
 * The flat, cell-addressed form of a workbook: what Excel, the browser grid and an .xlsx file all reduce to.
 * Formulas are kept in en-US A1 notation with the leading "=", custom functions as KC.NAME(…).
 */

export type CellValue = string | number | boolean | null;

export interface FlatCell {
  readonly value: CellValue;
  readonly formula?: string;
  /** The cells an array formula fills, e.g. "A1:A9": stored as one, it gives the same figures when read again. */
  readonly array?: string;
  /** Number format code when it matters for reading (dates, hidden decimals). */
  readonly format?: string;
  /** Font name, only when it is a legacy Vietnamese font (TCVN3, VNI). */
  readonly font?: string;
}

export interface FlatSheet {
  readonly name: string;
  readonly hidden?: boolean;
  /** 1-based rows the user has hidden. */
  readonly hiddenRows?: readonly number[];
  /** A1 address → cell; empty cells are absent. */
  readonly cells: Readonly<Record<string, FlatCell>>;
}

export interface FlatWorkbook {
  readonly sheets: readonly FlatSheet[];
  /** Names of files that formulas link to. */
  readonly externalLinks?: readonly string[];
}
