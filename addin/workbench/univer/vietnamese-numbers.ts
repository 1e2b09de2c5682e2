/**
 * Figures the Vietnamese way: 1.234.567,5. The library shows them so when told; what people type or paste it always reads
 * the English way, where "12,5" would become 125 without a word.
 */
import type { Subscription } from "../grid.ts";
import type { Engine } from "./engine.ts";
import {
  AFTER_CELL_EDIT,
  BEFORE_CELL_EDIT,
  CellValueType,
  ISheetClipboardService,
  SheetInterceptorService,
  type ICellData,
  type Nullable,
} from "./library.ts";
import { toEnglishNumber, toVietnameseNumber } from "./number-notation.ts";

function typedText(cell: ICellData): string {
  return cell.p?.body?.dataStream.replace(/\r\n$/, "") ?? String(cell.v ?? "");
}

function afterTyping(cell: Nullable<ICellData>, isText: boolean): Nullable<ICellData> {
  if (!cell || isText || typeof cell.v === "number" || cell.t === CellValueType.FORCE_STRING) return cell;
  const english = toEnglishNumber(typedText(cell));
  return english === null ? cell : { ...cell, p: null, v: english };
}

/** Pasted from elsewhere, so still text: figures in it are read before the library reads them. */
function readPasted(data: { forValue(each: (row: number, column: number, cell: ICellData) => void): void }) {
  data.forValue((_row, _column, cell) => {
    const english = typeof cell.v === "string" && !cell.p ? toEnglishNumber(cell.v) : null;
    if (english !== null) cell.v = english.replaceAll(",", "");
  });
}

/** Before the library's own readers of figures. */
const FIRST = 1000;

export function speakVietnamese(engine: Engine): Subscription {
  engine.book.setNumfmtLocal("vi");
  const { writeCellInterceptor } = engine.injector.get(SheetInterceptorService);
  const isText = (sheet: { getComposedCellStyle(row: number, column: number): { n?: unknown } }, at: Place) =>
    (sheet.getComposedCellStyle(at.row, at.col).n as { pattern?: string } | undefined)?.pattern === "@";
  const parts = [
    writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
      priority: FIRST,
      handler: (cell, at, next) => next(afterTyping(cell, isText(at.worksheet, at))),
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
      priority: FIRST,
      onPasteCells(from, _to, data) {
        if (from === null) readPasted(data);
        return { undos: [], redos: [] };
      },
    }),
  ];
  return { dispose: () => parts.forEach((part) => (typeof part === "function" ? part() : part.dispose())) };
}

interface Place {
  readonly row: number;
  readonly col: number;
}
