import type { Raw } from "./coerce.ts";

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === "";
}

/** A range as rows; a single value is a table of one cell. */
export function allRowsOf(raw: Raw): unknown[][] {
  if (!Array.isArray(raw)) return [[raw]];
  return raw.map((row: unknown) => (Array.isArray(row) ? (row as unknown[]) : [row]));
}

/** The same without blank rows. */
export function rowsOf(raw: Raw): unknown[][] {
  return allRowsOf(raw).filter((row) => !row.every(isBlank));
}
