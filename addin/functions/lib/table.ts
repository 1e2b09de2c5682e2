import type { Raw } from "./coerce.ts";

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === "";
}

/** A range as rows, blank rows left out; a single value is a table of one cell. */
export function rowsOf(raw: Raw): unknown[][] {
  const rows = Array.isArray(raw)
    ? raw.map((row: unknown) => (Array.isArray(row) ? (row as unknown[]) : [row]))
    : [[raw]];
  return rows.filter((row) => !row.every(isBlank));
}
