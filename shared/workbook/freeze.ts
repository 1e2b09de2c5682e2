/**
 * Freezing: every formula gives way to the figure it shows; the formulas, their law and their versions stay in the
 * hidden sheet KC_DongBang, from which they are restored exactly, or by row when lines have moved since.
 */
import { parseAddress } from "../kernel/address.ts";
import { formatDate, type IsoDate } from "../kernel/date.ts";
import type { CellValue, FlatCell, FlatSheet, FlatWorkbook } from "../kernel/flat.ts";
import {
  findFreezeSheet,
  freezeSheet,
  readFreezeRecord,
  type FreezeFacts,
  type FreezeRecord,
  type FrozenCell,
} from "./freeze-sheet.ts";
import { BLANK_KEY, findRows, formulaMover, rowKeys, sheetNamed, type FrozenRow } from "./freeze-rows.ts";
import { readPlan } from "./read.ts";
import { tokenize } from "./xlsx/formula.ts";

/** The law behind the figure of a formula cell, in words; null where there is none. */
export type CiteCell = (sheet: FlatSheet, address: string, cell: FlatCell) => string | null;

export interface FreezeOptions {
  readonly on: IsoDate;
  readonly versions: { readonly template: string; readonly law: string; readonly rules: string };
  readonly cite?: CiteCell;
}

export interface CellName {
  readonly sheet: string;
  readonly address: string;
}

export interface Freezing {
  readonly workbook: FlatWorkbook;
  readonly record: FreezeRecord;
  /** Formula cells without a figure to keep (not computed yet, or the functions are missing): left live. */
  readonly left: readonly CellName[];
}

/** What a cell shows while its function has not answered: freezing it would keep nothing. */
const NO_FIGURE = /^#(?:NAME\?|BUSY!|GETTING_DATA|CONNECT!|SPILL!|CALC!)$/;

function hasFigure(cell: FlatCell): boolean {
  return cell.value !== null && !(typeof cell.value === "string" && NO_FIGURE.test(cell.value));
}

export function isFrozen(workbook: FlatWorkbook): boolean {
  return findFreezeSheet(workbook) !== null;
}

interface FormulaCell {
  readonly address: string;
  readonly row: number;
  readonly column: number;
  readonly cell: FlatCell;
}

function formulasOf(sheet: FlatSheet): FormulaCell[] {
  return Object.entries(sheet.cells)
    .flatMap(([address, cell]): FormulaCell[] => {
      const place = cell.formula === undefined ? null : parseAddress(address);
      return place === null ? [] : [{ address, ...place, cell }];
    })
    .sort((a, b) => a.row - b.row || a.column - b.column);
}

function frozenCells(sheet: FlatSheet, formulas: readonly FormulaCell[], cite: CiteCell | undefined) {
  const columnsOf = new Map<number, Set<number>>();
  for (const { row, column } of formulas) columnsOf.set(row, (columnsOf.get(row) ?? new Set()).add(column));
  const keysOf = new Map<string, Map<number, string>>();
  const keyOf = (row: number) => {
    const columns = columnsOf.get(row) ?? new Set<number>();
    const signature = [...columns].join();
    let keys = keysOf.get(signature);
    if (keys === undefined) keysOf.set(signature, (keys = rowKeys(sheet, columns)));
    return keys.get(row) ?? BLANK_KEY;
  };
  return formulas.map(
    ({ address, row, cell }): FrozenCell => ({
      sheet: sheet.name,
      address,
      formula: cell.formula ?? "",
      value: cell.value,
      citation: cite?.(sheet, address, cell) ?? null,
      rowKey: keyOf(row),
    }),
  );
}

/** The sheet with figures where the formulas stood; a formula that showed nothing leaves an empty cell. */
function withoutFormulas(sheet: FlatSheet, formulas: readonly FormulaCell[]): FlatSheet {
  const cells: Record<string, FlatCell> = { ...sheet.cells };
  for (const { address, cell } of formulas) {
    const { formula: _formula, ...rest } = cell;
    if (cell.value === "") delete cells[address];
    else cells[address] = rest;
  }
  return { ...sheet, cells };
}

/** A workbook that is frozen already is thawed first, so lines added since are frozen with the others. */
export function freezeWorkbook(workbook: FlatWorkbook, options: FreezeOptions): Freezing {
  const live = unfreezeWorkbook(workbook).workbook;
  const asOf = readPlan(live).info.asOf;
  const facts: FreezeFacts = {
    on: options.on,
    asOf: asOf === null ? "" : formatDate(asOf),
    ...options.versions,
  };
  const cells: FrozenCell[] = [];
  const left: CellName[] = [];
  const sheets = live.sheets.map((sheet) => {
    const all = formulasOf(sheet);
    const formulas = all.filter(({ cell }) => hasFigure(cell));
    for (const { address, cell } of all) if (!hasFigure(cell)) left.push({ sheet: sheet.name, address });
    if (formulas.length === 0) return sheet;
    cells.push(...frozenCells(sheet, formulas, options.cite));
    return withoutFormulas(sheet, formulas);
  });
  const record = { facts, cells };
  return { workbook: { ...live, sheets: [...sheets, freezeSheet(record)] }, record, left };
}

export type LostReason = "sheet-gone" | "row-gone" | "row-unclear" | "formula-refused";

export const LOST_TEXT: Readonly<Record<LostReason, { vi: string; en: string }>> = {
  "sheet-gone": { vi: "trang không còn", en: "the sheet is gone" },
  "row-gone": { vi: "dòng đã bị xóa hoặc đổi quá nhiều", en: "the row was deleted or changed too much" },
  "row-unclear": {
    vi: "các dòng mà công thức dùng đã dời chỗ, không rõ đến đâu",
    en: "rows the formula names have moved and cannot be told",
  },
  "formula-refused": {
    vi: "công thức gọi chương trình khác (DDE) nên không được ghi lại",
    en: "the formula starts another program (DDE) and is not written back",
  },
};

export interface LostFormula extends CellName {
  readonly formula: string;
  readonly reason: LostReason;
}

export interface RestoredFormula extends CellName {
  readonly formula: string;
  /** Where it stood when it was frozen; absent when it has not moved. */
  readonly movedFrom?: string;
  /** The figure was typed over after freezing. */
  readonly edited?: true;
}

export interface Thawing {
  /** Without KC_DongBang; the workbook itself when it was not frozen. */
  readonly workbook: FlatWorkbook;
  readonly facts: FreezeFacts | null;
  readonly restored: readonly RestoredFormula[];
  /** Cells that hold what another cell's result had spilled into them: to be emptied in a live program. */
  readonly spilled: readonly CellName[];
  readonly lost: readonly LostFormula[];
}

function sameFigure(cell: FlatCell | undefined, value: CellValue): boolean {
  return (cell?.value ?? "") === value;
}

function rowOf(address: string): number {
  return parseAddress(address)?.row ?? 0;
}

function atRow(address: string, row: number): string {
  return address.replace(/\d+$/, String(row));
}

function frozenRows(sheet: FlatSheet, cells: readonly FrozenCell[]): FrozenRow[] {
  const rows = new Map<number, FrozenCell[]>();
  for (const cell of cells) rows.set(rowOf(cell.address), [...(rows.get(rowOf(cell.address)) ?? []), cell]);
  return [...rows].map(([row, own]) => ({
    row,
    key: own.find((cell) => cell.formula !== null)?.rowKey ?? BLANK_KEY,
    columns: new Set(
      own.filter((cell) => cell.formula !== null).map((cell) => parseAddress(cell.address)?.column ?? 0),
    ),
    standsOn: (now) => own.some((cell) => sameFigure(sheet.cells[atRow(cell.address, now)], cell.value)),
  }));
}

/** DDE: what stands in a file of others must not come alive by thawing it. */
function startsProgram(formula: string): boolean {
  return tokenize(formula).some((token) => token.text === "|");
}

interface Restoring {
  readonly cells: Record<string, FlatCell>;
  readonly restored: RestoredFormula[];
  readonly spilled: CellName[];
  readonly lost: LostFormula[];
}

function restoreCell(
  sheet: FlatSheet,
  frozen: FrozenCell,
  now: number | undefined,
  formulaAt: (now: number) => string | null,
  out: Restoring,
): void {
  const { formula } = frozen;
  if (formula === null) {
    if (now !== undefined) out.spilled.push({ sheet: sheet.name, address: atRow(frozen.address, now) });
    return;
  }
  const lose = (reason: LostReason) =>
    out.lost.push({ sheet: sheet.name, address: frozen.address, formula, reason });
  if (startsProgram(formula)) return void lose("formula-refused");
  if (now === undefined) return void lose("row-gone");
  const written = formulaAt(now);
  if (written === null) return void lose("row-unclear");
  const address = atRow(frozen.address, now);
  const cell = out.cells[address];
  const edited = !sameFigure(cell, frozen.value);
  out.cells[address] = { value: "", ...cell, formula: written };
  out.restored.push({
    sheet: sheet.name,
    address,
    formula: written,
    ...(address === frozen.address ? {} : { movedFrom: frozen.address }),
    ...(edited ? { edited: true as const } : {}),
  });
}

/** Puts the formulas back. Figures stay as they are until a program computes them again. */
export function unfreezeWorkbook(workbook: FlatWorkbook): Thawing {
  const record = readFreezeRecord(workbook);
  if (record === null) return { workbook, facts: null, restored: [], spilled: [], lost: [] };
  const hidden = findFreezeSheet(workbook);
  const bySheet = new Map<string, FrozenCell[]>();
  for (const cell of record.cells) bySheet.set(cell.sheet, [...(bySheet.get(cell.sheet) ?? []), cell]);
  const found = [...bySheet].map(([name, cells]) => ({ name, cells, sheet: sheetNamed(workbook, name) }));
  const maps = new Map(
    found.flatMap(({ cells, sheet }) =>
      sheet === null ? [] : [[sheet.name.toLowerCase(), findRows(sheet, frozenRows(sheet, cells))] as const],
    ),
  );
  const move = formulaMover(maps);
  const out = { restored: [] as RestoredFormula[], spilled: [] as CellName[], lost: [] as LostFormula[] };
  const changed = new Map<FlatSheet, FlatSheet>();
  for (const { name, cells, sheet } of found) {
    if (sheet === null) {
      for (const { address, formula } of cells)
        if (formula !== null) out.lost.push({ sheet: name, address, formula, reason: "sheet-gone" });
      continue;
    }
    const own: Restoring = { ...out, cells: { ...sheet.cells } };
    for (const cell of cells) {
      const then = rowOf(cell.address);
      const now = maps.get(sheet.name.toLowerCase())?.get(then);
      restoreCell(sheet, cell, now, (row) => move(cell.formula ?? "", sheet.name, then, row), own);
    }
    changed.set(sheet, { ...sheet, cells: own.cells });
  }
  const sheets = workbook.sheets
    .filter((sheet) => sheet !== hidden)
    .map((sheet) => changed.get(sheet) ?? sheet);
  return { workbook: { ...workbook, sheets }, facts: record.facts, ...out };
}

/** A frozen workbook as the rules read it: with its formulas, without the hidden sheet. Others as they are. */
export function thawed(workbook: FlatWorkbook): FlatWorkbook {
  return isFrozen(workbook) ? unfreezeWorkbook(workbook).workbook : workbook;
}
