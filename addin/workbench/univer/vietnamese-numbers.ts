/**
 * Figures and dates the Vietnamese way: 1.234.567,5 and 31/12/2018. The library shows them so when told; what people type
 * or paste it always reads the English way, where "12,5" would become 125 and "11/05/2018" 5 November without a word.
 */
import { serialFromDate } from "../../../shared/kernel/date.ts";
import type { Subscription } from "../grid.ts";
import { sheetOf, type Engine } from "./engine.ts";
import {
  AFTER_CELL_EDIT,
  BEFORE_CELL_EDIT,
  CellValueType,
  ISheetClipboardService,
  SetRangeValuesMutation,
  SetRangeValuesUndoMutationFactory,
  SheetInterceptorService,
  type ICellData,
  type ISheetClipboardHook,
  type Nullable,
} from "./library.ts";
import { toDate, toEnglishNumber, toVietnameseNumber } from "./number-notation.ts";

function typedText(cell: ICellData): string {
  return cell.p?.body?.dataStream.replace(/\r\n$/, "") ?? String(cell.v ?? "");
}

const DATE_FORMAT = "dd/mm/yyyy";
const GENERAL = /^(general)?$/i;

/** A day is put in as the number it is; a cell without a format of its own gets that of a date, as in Excel. */
function dateCell(cell: ICellData, serial: number, format: string): ICellData {
  const style = typeof cell.s === "object" ? cell.s : null;
  const s = GENERAL.test(format) ? { s: { ...style, n: { pattern: DATE_FORMAT } } } : {};
  return { ...cell, ...s, p: null, v: serial, t: CellValueType.NUMBER };
}

function afterTyping(cell: Nullable<ICellData>, format: string): Nullable<ICellData> {
  const isText = format === "@";
  if (!cell || isText || typeof cell.v === "number" || cell.t === CellValueType.FORCE_STRING) return cell;
  const typed = typedText(cell);
  const date = toDate(typed);
  if (date !== null) return dateCell(cell, serialFromDate(date), format);
  const english = toEnglishNumber(typed);
  return english === null ? cell : { ...cell, p: null, v: english };
}

type FormatAt = (row: number, column: number) => string;

/** Pasted from elsewhere, so still text: figures and dates in it are read before the library reads them. */
function readPasted(
  data: { forValue(each: (row: number, column: number, cell: ICellData) => void): void },
  formatAt: FormatAt,
) {
  data.forValue((row, column, cell) => {
    const format = formatAt(row, column);
    if (typeof cell.v !== "string" || cell.p || format === "@") return;
    const date = toDate(cell.v);
    const english = toEnglishNumber(cell.v);
    if (date !== null) Object.assign(cell, dateCell(cell, serialFromDate(date), format));
    else if (english !== null) cell.v = english.replaceAll(",", "");
  });
}

/** Before the library's own readers of figures; among the hooks of the clipboard the lowest number goes first. */
const FIRST = 1000;

export function speakVietnamese(engine: Engine): Subscription {
  engine.book.setNumfmtLocal("vi");
  const { writeCellInterceptor } = engine.injector.get(SheetInterceptorService);
  const formatOf = (
    sheet: { getComposedCellStyle(row: number, column: number): { n?: unknown } },
    at: Place,
  ) => (sheet.getComposedCellStyle(at.row, at.col).n as { pattern?: string } | undefined)?.pattern ?? "";
  const parts = [
    writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
      priority: FIRST,
      handler: (cell, at, next) => next(afterTyping(cell, formatOf(at.worksheet, at))),
    }),
    writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
      priority: FIRST,
      handler: (cell, at, next) => {
        const shown = next(cell);
        const text = shown?.t === CellValueType.NUMBER ? toVietnameseNumber(String(shown.v ?? "")) : null;
        return text === null ? shown : { ...shown, v: text };
      },
    }),
    engine.injector.get(ISheetClipboardService).addClipboardHook({
      id: "kc-vietnamese-numbers",
      priority: -FIRST,
      onPasteCells(from, to, data) {
        const sheet = sheetOf(engine, to.subUnitId).getSheet();
        const { rows, cols } = to.range;
        // A copy within the workbook carries what its cells hold already.
        if (from === null)
          readPasted(data, (row, column) => formatOf(sheet, { row: rows[row] ?? 0, col: cols[column] ?? 0 }));
        return { undos: [], redos: [] };
      },
    }),
    engine.injector.get(ISheetClipboardService).addClipboardHook({
      id: "kc-vietnamese-line",
      priority: FIRST,
      onPastePlainText(to, text) {
        const at = { row: to.range.rows[0] ?? 0, col: to.range.cols[0] ?? 0 };
        const read = afterTyping({ v: text }, formatOf(sheetOf(engine, to.subUnitId).getSheet(), at));
        if (!read || read.v === text) return { undos: [], redos: [] };
        const figure = read.t === CellValueType.NUMBER ? read.v : Number(String(read.v).replaceAll(",", ""));
        const isFigure = typeof figure === "number" && !Number.isNaN(figure);
        return isFigure
          ? readLine(engine, to.unitId, to.subUnitId, at, { ...read, v: figure, t: CellValueType.NUMBER })
          : { undos: [], redos: [] };
      },
    }),
  ];
  return { dispose: () => parts.forEach((part) => (typeof part === "function" ? part() : part.dispose())) };
}

type Mutations = ReturnType<NonNullable<ISheetClipboardHook["onPastePlainText"]>>;

/** One line of text alone goes a way of its own in the library; what it read there is put right after it. */
function readLine(engine: Engine, unitId: string, subUnitId: string, at: Place, cell: ICellData): Mutations {
  const params = { unitId, subUnitId, cellValue: { [at.row]: { [at.col]: cell } } };
  const undo = SetRangeValuesUndoMutationFactory(engine.injector, params);
  return {
    redos: [{ id: SetRangeValuesMutation.id, params }],
    undos: [{ id: SetRangeValuesMutation.id, params: undo }],
  };
}

interface Place {
  readonly row: number;
  readonly col: number;
}
