/**
 * Two revisions of a workbook, cell by cell. A line is found again by what it is (its code, item, resource …), not by
 * where it stands: lines that moved are no change. What a formula gives is compared by its value.
 */
import { columnLetters, parseAddress } from "../../../shared/kernel/address.ts";
import type { CellValue, FlatCell, FlatSheet, FlatWorkbook } from "../../../shared/kernel/flat.ts";
import { foldKey } from "../../../shared/kernel/text.ts";
import { findHeaders } from "../../../shared/workbook/read.ts";
import { RESULT_SHEET, type ListSheetDef } from "../../../shared/workbook/template.ts";
import { sheetDefinition, shownValue } from "../parts/sheet-model.ts";

export interface CellChange {
  readonly kind: "changed" | "added" | "removed";
  readonly sheet: string;
  /** In the later revision; of a removed line in the earlier one. */
  readonly cell: string;
  /** Name of the line, and of the column when one cell changed. */
  readonly line: string;
  readonly column: string;
  /** As the sheet shows them; of a whole line its figures in words. */
  readonly before: string;
  readonly after: string;
  /** Of columns in đồng. */
  readonly differenceDong: number | null;
  /** The value is the same, the formula is not. */
  readonly formulaOnly: boolean;
}

/** What tells one line of a sheet from another; sheets not named here go by their first column. */
const IDENTITY: Readonly<Record<string, readonly string[]>> = {
  KC_DuToan: ["deAnCode", "item"],
  KC_DinhMuc: ["code", "type", "resource", "unit"],
  KC_DonGia: ["type", "code", "resource", "unit", "from"],
  KC_TienDo: ["deAnCode", "date"],
};
/** A line whose name changed is still the same line when at least this part of its other cells did not. */
const SAME_SHARE = 0.5;
/** Above so many lines without a partner, names that changed are not guessed. */
const MOST_GUESSED = 200;

interface Line {
  readonly row: number;
  readonly key: string;
  readonly name: string;
  /** Column id (or letters, for a unit's own columns) → address. */
  readonly cells: ReadonlyMap<string, string>;
}

interface ReadSheet {
  readonly sheet: FlatSheet;
  readonly lines: readonly Line[];
  readonly headerOf: (column: string) => string;
}

function valueOf(cell: FlatCell | undefined): CellValue {
  return cell === undefined || cell.value === "" ? null : cell.value;
}

function keyOf(value: CellValue): string {
  return typeof value === "string" ? foldKey(value) : String(value ?? "");
}

function readLines(sheet: FlatSheet, def: ListSheetDef): ReadSheet {
  const headers = findHeaders(sheet, def);
  const idOf = new Map([...(headers?.columns ?? [])].map(([id, number]) => [number, id]));
  const headerRow = headers?.row ?? 0;
  const byRow = new Map<number, Map<string, string>>();
  for (const [address, cell] of Object.entries(sheet.cells)) {
    const at = parseAddress(address);
    if (at === null || at.row <= headerRow || valueOf(cell) === null) continue;
    const cells = byRow.get(at.row) ?? new Map<string, string>();
    byRow.set(at.row, cells.set(idOf.get(at.column) ?? columnLetters(at.column), address));
  }
  const identity = IDENTITY[def.name] ?? [def.columns[0]?.id ?? ""];
  const seen = new Map<string, number>();
  const lines: Line[] = [];
  for (const [row, cells] of [...byRow].sort(([a], [b]) => a - b)) {
    const read = (id: string) => valueOf(sheet.cells[cells.get(id) ?? ""]);
    const parts = identity.map((id) => keyOf(read(id)));
    // A line prepared with formulas alone is not a line yet.
    if (parts.every((part) => part === "")) continue;
    const plain = parts.join("|");
    const turn = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, turn);
    const named = [...identity, "name"].flatMap((id) => {
      const address = cells.get(id);
      return address === undefined || (id === "name" && identity.includes("name"))
        ? []
        : [shownValue(sheet, address)];
    });
    lines.push({ row, key: `${plain}#${turn}`, name: named.join(" · "), cells });
  }
  const headerOf = (column: string) =>
    def.columns.find(({ id }) => id === column)?.header ??
    String(valueOf(sheet.cells[column + headerRow]) ?? column);
  return { sheet, lines, headerOf };
}

function sameCell(a: FlatCell | undefined, b: FlatCell | undefined): boolean {
  return valueOf(a) === valueOf(b);
}

function likeness(before: ReadSheet, b: Line, after: ReadSheet, a: Line): number {
  const columns = new Set([...b.cells.keys(), ...a.cells.keys()]);
  let same = 0;
  for (const id of columns)
    if (sameCell(before.sheet.cells[b.cells.get(id) ?? ""], after.sheet.cells[a.cells.get(id) ?? ""]))
      same += 1;
  return columns.size === 0 ? 0 : same / columns.size;
}

/** Later line → earlier line; by key first, then the likest of those that are left. */
function pairLines(before: ReadSheet, after: ReadSheet): Map<Line, Line> {
  const pairs = new Map<Line, Line>();
  const byKey = new Map(before.lines.map((line) => [line.key, line]));
  for (const line of after.lines) {
    const found = byKey.get(line.key);
    if (found === undefined) continue;
    pairs.set(line, found);
    byKey.delete(line.key);
  }
  const left = new Set(byKey.values());
  const lonely = after.lines.filter((line) => !pairs.has(line));
  if (left.size > MOST_GUESSED || lonely.length > MOST_GUESSED) return pairs;
  for (const line of lonely) {
    let best: Line | null = null;
    let most = SAME_SHARE;
    for (const candidate of left) {
      const like = likeness(before, candidate, after, line);
      if (like > most || (like === most && best === null)) [best, most] = [candidate, like];
    }
    if (best === null) continue;
    pairs.set(line, best);
    left.delete(best);
  }
  return pairs;
}

function dongOf(
  def: ListSheetDef | null,
  column: string,
  before: CellValue,
  after: CellValue,
): number | null {
  if (def?.columns.find(({ id }) => id === column)?.kind !== "dong") return null;
  const [from, to] = [before ?? 0, after ?? 0];
  return typeof from === "number" && typeof to === "number" ? to - from : null;
}

function wholeLine(kind: "added" | "removed", read: ReadSheet, line: Line, def: ListSheetDef): CellChange {
  const words = [...line.cells]
    .filter(([id]) => def.columns.some((column) => column.id === id))
    .map(([id, address]) => `${read.headerOf(id)}: ${shownValue(read.sheet, address)}`)
    .join("; ");
  const [first = `A${line.row}`] = line.cells.values();
  const money = line.cells.get("support");
  const value = valueOf(read.sheet.cells[money ?? ""]);
  const sign = kind === "added" ? 1 : -1;
  return {
    kind,
    sheet: read.sheet.name,
    cell: first,
    line: line.name,
    column: "",
    before: kind === "removed" ? words : "",
    after: kind === "added" ? words : "",
    differenceDong: typeof value === "number" ? sign * value : null,
    formulaOnly: false,
  };
}

function changesOfList(before: ReadSheet, after: ReadSheet, def: ListSheetDef): CellChange[] {
  const pairs = pairLines(before, after);
  const kept = new Set(pairs.values());
  const changes: CellChange[] = [];
  for (const line of after.lines) {
    const old = pairs.get(line);
    if (old === undefined) {
      changes.push(wholeLine("added", after, line, def));
      continue;
    }
    for (const id of new Set([...line.cells.keys(), ...old.cells.keys()])) {
      const [from, to] = [old.cells.get(id), line.cells.get(id)];
      const [a, b] = [before.sheet.cells[from ?? ""], after.sheet.cells[to ?? ""]];
      if (sameCell(a, b)) continue;
      changes.push({
        kind: "changed",
        sheet: after.sheet.name,
        cell: to ?? `${/^[A-Z]+/.exec(from ?? "")?.[0] ?? "A"}${line.row}`,
        line: line.name,
        column: after.headerOf(id),
        before: from === undefined ? "" : shownValue(before.sheet, from),
        after: to === undefined ? "" : shownValue(after.sheet, to),
        differenceDong: dongOf(def, id, valueOf(a), valueOf(b)),
        formulaOnly: false,
      });
    }
  }
  for (const line of before.lines) if (!kept.has(line)) changes.push(wholeLine("removed", before, line, def));
  return changes;
}

/** Forms and a unit's own sheets have no lines: they go by address, formulas too. */
function changesByAddress(before: FlatSheet | null, after: FlatSheet | null): CellChange[] {
  const sheet = after ?? before;
  if (sheet === null) return [];
  const def = sheetDefinition(sheet.name);
  const addresses = new Set([...Object.keys(before?.cells ?? {}), ...Object.keys(after?.cells ?? {})]);
  return [...addresses].flatMap((cell): CellChange[] => {
    const [a, b] = [before?.cells[cell], after?.cells[cell]];
    const formulaOnly = sameCell(a, b);
    if (formulaOnly && (def !== null || a?.formula === b?.formula)) return [];
    const at = parseAddress(cell);
    const field = def?.kind === "form" && at?.column === 2 ? def.fields[at.row - def.firstRow] : undefined;
    const [from, to] = [valueOf(a), valueOf(b)];
    const money = field?.kind === "dong" && typeof (from ?? 0) === "number" && typeof (to ?? 0) === "number";
    return [
      {
        kind: "changed",
        sheet: sheet.name,
        cell,
        line: "",
        column: field?.label ?? "",
        before: before === null ? "" : shownValue(before, cell),
        after: after === null ? "" : shownValue(after, cell),
        differenceDong: money ? Number(to ?? 0) - Number(from ?? 0) : null,
        formulaOnly,
      },
    ];
  });
}

/** In the order of the later revision's sheets; sheets that are gone come last. The sheet of findings is derived and left out. */
export function compareRevisions(before: FlatWorkbook, after: FlatWorkbook): CellChange[] {
  const keyed = (workbook: FlatWorkbook) =>
    new Map(workbook.sheets.map((sheet) => [foldKey(sheet.name), sheet]));
  const [old, now] = [keyed(before), keyed(after)];
  const skip = foldKey(RESULT_SHEET.name);
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key) => {
    if (key === skip) return [];
    const [a, b] = [old.get(key) ?? null, now.get(key) ?? null];
    const def = sheetDefinition((b ?? a)?.name ?? "");
    if (def?.kind !== "list") return changesByAddress(a, b);
    const empty = (sheet: FlatSheet | null): FlatSheet => ({ name: sheet?.name ?? def.name, cells: {} });
    return changesOfList(readLines(a ?? empty(b), def), readLines(b ?? empty(a), def), def);
  });
}
