/** What to put into a cell so that Excel keeps it as it is meant. Pure. */
import { cellAddress, parseAddress } from "../../shared/kernel/address.ts";
import type { CellValue, FlatCell } from "../../shared/kernel/flat.ts";

export type Entry = string | number | boolean;

/** Text that Excel would take for a formula, a number, a date or TRUE/FALSE when it is typed in. */
const CONVERTIBLE = /^(?:[=+\-@'].*|[\s$]*[\d.,()%\s]*\d[\d.,()%\s]*|\d+\s*[/:-].*|true|false|đúng|sai)$/is;

/** A leading apostrophe is how Excel marks "this is text": nothing a person typed becomes a formula. */
function textEntry(text: string): string {
  return CONVERTIBLE.test(text) ? `'${text}` : text;
}

export function valueEntry(value: CellValue): Entry {
  if (value === null) return "";
  return typeof value === "string" ? textEntry(value) : value;
}

export function cellEntry(cell: FlatCell | null): Entry {
  if (cell === null) return "";
  return cell.formula ?? valueEntry(cell.value);
}

/** Cells of a sheet → one rectangle from A1, for a single write. */
export function entryMatrix(cells: Readonly<Record<string, FlatCell>>): Entry[][] {
  const places = Object.keys(cells)
    .map(parseAddress)
    .filter((place) => place !== null);
  const rows = Math.max(1, ...places.map((place) => place.row));
  const columns = Math.max(1, ...places.map((place) => place.column));
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => cellEntry(cells[cellAddress(c + 1, r + 1)] ?? null)),
  );
}
