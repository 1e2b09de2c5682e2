/** Finding frozen rows again after lines were inserted, deleted or sorted, and making their formulas read right there. */
import { parseAddress } from "../kernel/address.ts";
import type { FlatSheet, FlatWorkbook } from "../kernel/flat.ts";
import { sha256Hex } from "../kernel/sha256.ts";
import { findSheet } from "./read.ts";
import { FIRST_ROW, LIST_SHEETS } from "./template.ts";
import { tokenize } from "./xlsx/formula.ts";

const KEY_LENGTH = 12;

/** Row → hash of what is typed in it, the given columns and all formulas left out. */
export function rowKeys(sheet: FlatSheet, without: ReadonlySet<number>): Map<number, string> {
  const rows = new Map<number, string[]>();
  for (const [address, cell] of Object.entries(sheet.cells)) {
    const place = parseAddress(address);
    if (place === null || cell.formula !== undefined || without.has(place.column)) continue;
    if (cell.value === null || cell.value === "") continue;
    const parts = rows.get(place.row) ?? [];
    parts.push(`${place.column}:${typeof cell.value}:${String(cell.value)}`);
    rows.set(place.row, parts);
  }
  return new Map(
    [...rows].map(([row, parts]) => [row, sha256Hex(parts.sort().join("\n")).slice(0, KEY_LENGTH)]),
  );
}

/** The key of a row with nothing typed in it. */
export const BLANK_KEY = "-";

export interface FrozenRow {
  readonly row: number;
  readonly key: string;
  readonly columns: ReadonlySet<number>;
  /** Does a frozen figure of this row still stand on the given row of the sheet? */
  readonly standsOn: (row: number) => boolean;
}

/** Old row → the row where it stands now; rows that cannot be told are absent. */
export type RowMap = ReadonlyMap<number, number>;

function matchKeys(rows: readonly FrozenRow[], now: ReadonlyMap<number, string>, found: Map<number, number>) {
  const rowsNow = new Map<string, number[]>();
  for (const [row, key] of [...now].sort((a, b) => a[0] - b[0]))
    rowsNow.set(key, [...(rowsNow.get(key) ?? []), row]);
  const rowsThen = new Map<string, number[]>();
  for (const { row, key } of rows) rowsThen.set(key, [...(rowsThen.get(key) ?? []), row]);
  for (const [key, before] of rowsThen) {
    const candidates = rowsNow.get(key) ?? [];
    // Rows with equal inputs are interchangeable: as many as there were keep their order.
    if (candidates.length === before.length)
      before.forEach((row, index) => found.set(row, candidates[index] as number));
    else for (const row of before) if (candidates.includes(row)) found.set(row, row);
  }
}

/** A row whose inputs were changed after freezing: it stands where its neighbours say, if its figures are there. */
function matchEdited(rows: readonly FrozenRow[], found: Map<number, number>): void {
  const taken = new Set(found.values());
  let offset = 0;
  for (const frozen of [...rows].sort((a, b) => a.row - b.row)) {
    const known = found.get(frozen.row);
    if (known !== undefined) {
      offset = known - frozen.row;
      continue;
    }
    const place = [frozen.row + offset, frozen.row].find((row) => !taken.has(row) && frozen.standsOn(row));
    if (place === undefined) continue;
    found.set(frozen.row, place);
    taken.add(place);
  }
}

export function findRows(sheet: FlatSheet, rows: readonly FrozenRow[]): RowMap {
  const found = new Map<number, number>();
  const bySignature = new Map<string, FrozenRow[]>();
  for (const row of rows) {
    const signature = [...row.columns].sort((a, b) => a - b).join();
    bySignature.set(signature, [...(bySignature.get(signature) ?? []), row]);
  }
  for (const group of bySignature.values()) {
    const typed = group.filter((row) => row.key !== BLANK_KEY);
    matchKeys(typed, rowKeys(sheet, group[0]?.columns ?? new Set()), found);
  }
  matchEdited(rows, found);
  return found;
}

/** Sheet name in lower case → where its frozen rows stand now. */
export type RowMaps = ReadonlyMap<string, RowMap>;

function hasMoved(map: RowMap | undefined): map is RowMap {
  return map !== undefined && [...map].some(([then, now]) => then !== now);
}

/** Are all frozen rows of the sheet shifted by the same number of rows? That number, or null. */
function commonOffset(map: RowMap): number | null {
  const offsets = new Set([...map].map(([then, now]) => now - then));
  return offsets.size === 1 ? ([...offsets][0] ?? null) : null;
}

/** First and last row that the template's own ranges name: they hold wherever the lines stand. */
function isTemplateEdge(sheet: string, row: number): boolean {
  return LIST_SHEETS.some(
    (def) => def.name.toLowerCase() === sheet && (row === FIRST_ROW || row === FIRST_ROW + def.capacity - 1),
  );
}

interface Mover {
  readonly maps: RowMaps;
  readonly changed: ReadonlySet<string>;
  readonly home: string;
  readonly oldRow: number;
  readonly row: number;
}

function newRow(mover: Mover, sheet: string, row: number, inRange: boolean): number | null {
  if (!mover.changed.has(sheet)) return row;
  if (inRange && isTemplateEdge(sheet, row)) return row;
  if (sheet === mover.home && row === mover.oldRow) return mover.row;
  const map = mover.maps.get(sheet) ?? new Map<number, number>();
  const known = map.get(row);
  if (known !== undefined) return known;
  const offset = commonOffset(map);
  return offset === null ? null : row + offset;
}

/** The formula as it must read on its new row; null when a row it names can no longer be told. */
function moveFormula(formula: string, mover: Mover): string | null {
  const tokens = tokenize(formula);
  let sheet = mover.home;
  let lost = false;
  const text = tokens
    .map((token, index) => {
      const before = tokens[index - 1]?.text ?? "";
      const after = tokens[index + 1]?.text;
      const cell = /^(\$?[A-Za-z]{1,3}\$?)(\d{1,7})$/.exec(token.text);
      if (cell === null || after === "(" || after === "!") return token.text;
      if (before === "!") sheet = unquoted(tokens[index - 2]?.text ?? mover.home);
      else if (before !== ":") sheet = mover.home;
      const row = newRow(mover, sheet, Number(cell[2]), before === ":" || after === ":");
      lost ||= row === null || row < 1;
      return `${cell[1]}${row ?? cell[2]}`;
    })
    .join("");
  return lost ? null : text;
}

function unquoted(name: string): string {
  return name
    .replace(/^'([^]*)'$/, "$1")
    .replaceAll("''", "'")
    .toLowerCase();
}

/** Makes the function that gives a formula of `home` as it must read now. */
export function formulaMover(maps: RowMaps) {
  const changed = new Set([...maps].filter(([, map]) => hasMoved(map)).map(([name]) => name));
  return (formula: string, home: string, oldRow: number, row: number): string | null =>
    changed.size === 0
      ? formula
      : moveFormula(formula, { maps, changed, home: home.toLowerCase(), oldRow, row });
}

export function sheetNamed(workbook: FlatWorkbook, name: string): FlatSheet | null {
  return workbook.sheets.find((sheet) => sheet.name === name) ?? findSheet(workbook, name);
}
