/**
 * Rows grow with the texts that formulas give. The library fits rows only to what is typed; a legal basis that arrives
 * later would be cut off. Not an undo step of its own: the height follows the text.
 */
import type { Subscription } from "../grid.ts";
import type { Engine } from "./engine.ts";
import {
  FormulaCalculationSessionService,
  ICommandService,
  SheetInterceptorService,
  WrapStrategy,
  type FWorksheet,
} from "./library.ts";

/** Measuring text is slow; very long lists keep their heights. */
const MAX_ROWS = 400;

type Results = Record<string, Record<string, { v?: unknown } | null | undefined> | null | undefined>;

function rowsToFit(sheet: FWorksheet, results: Results): number[] {
  const worksheet = sheet.getSheet();
  const rows = Object.entries(results).flatMap(([row, cells]) => {
    const isWrapped = Object.entries(cells ?? {}).some(([column, cell]) => {
      if (typeof cell?.v !== "string" || cell.v === "") return false;
      return worksheet.getComposedCellStyle(Number(row), Number(column)).tb === WrapStrategy.WRAP;
    });
    return isWrapped ? [Number(row)] : [];
  });
  return rows.slice(0, MAX_ROWS);
}

export function growRows(engine: Engine): Subscription {
  const interceptors = engine.injector.get(SheetInterceptorService);
  const commands = engine.injector.get(ICommandService);
  const unitId = engine.book.getId();

  function fit(sheetId: string, results: Results): void {
    const sheet = engine.book.getSheetBySheetId(sheetId);
    if (sheet === null) return;
    const lastColumn = sheet.getMaxColumns() - 1;
    const ranges = rowsToFit(sheet, results).map((row) => ({
      startRow: row,
      endRow: row,
      startColumn: 0,
      endColumn: lastColumn,
    }));
    if (ranges.length === 0) return;
    const { redos } = interceptors.generateMutationsOfAutoHeight({ unitId, subUnitId: sheetId, ranges });
    for (const { id, params } of redos) commands.syncExecuteCommand(id, params);
  }

  const subscription = engine.injector
    .get(FormulaCalculationSessionService)
    .resultApplied$.subscribe(({ unitData }) => {
      for (const [sheetId, results] of Object.entries(unitData[unitId] ?? {}))
        fit(sheetId, (results ?? {}) as Results);
    });
  return { dispose: () => subscription.unsubscribe() };
}
