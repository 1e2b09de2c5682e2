/** Puts the spreadsheet into the page. This module and everything it pulls in is loaded on demand. */
import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-data-validation/lib/index.css";
import "@univerjs/preset-sheets-filter/lib/index.css";
import sheetsVi from "@univerjs/preset-sheets-core/locales/vi-VN";
import validationVi from "@univerjs/preset-sheets-data-validation/locales/vi-VN";
import filterVi from "@univerjs/preset-sheets-filter/locales/vi-VN";
import type { Area, Grid, Subscription } from "../grid.ts";
import { calculationOf, type Calculation } from "./calculation.ts";
import { cellsOf, type Cells } from "./cells.ts";
import { listNames, setChoices, setName } from "./choices.ts";
import { MIN_COLUMNS, MIN_ROWS, areaOf, rangeOf, sheetOf, type Engine } from "./engine.ts";
import { eventsOf, type Events } from "./events.ts";
import { functionsOf, type Functions } from "./functions.ts";
import {
  CalculationMode,
  IUndoRedoService,
  LifecycleStages,
  LocaleType,
  UniverSheetsCorePreset,
  UniverSheetsDataValidationPreset,
  UniverSheetsFilterPreset,
  startUniver,
  mergeLocales,
  type IWorkbookData,
} from "./library.ts";
import {
  addSheet,
  fitColumns,
  fitRows,
  freeze,
  listSheets,
  rowsHidden,
  setColumnWidth,
  setRowHeight,
  setRowsHidden,
  setTabColor,
} from "./sheets.ts";
import { growRows } from "./row-heights.ts";
import { stopMeasuringRemoved } from "./row-measuring.ts";
import { GroupingUndoRedo } from "./undo.ts";
import { speakVietnamese } from "./vietnamese-numbers.ts";

const FONT = "Times New Roman";

function emptyBook(): Partial<IWorkbookData> {
  const id = "sheet1";
  return {
    id: "workbook",
    name: "KhuyenCong",
    locale: LocaleType.VI_VN,
    sheetOrder: [id],
    sheets: { [id]: { id, name: "Sheet1", rowCount: MIN_ROWS, columnCount: MIN_COLUMNS } },
    defaultStyle: { ff: FONT, fs: 11 },
  };
}

function startEngine(container: HTMLElement, snapshot: unknown): Engine {
  const { univer, univerAPI } = startUniver({
    locale: LocaleType.VI_VN,
    locales: { [LocaleType.VI_VN]: mergeLocales(sheetsVi, validationVi, filterVi) },
    override: [[IUndoRedoService, { useClass: GroupingUndoRedo }]],
    presets: [
      UniverSheetsCorePreset({
        container,
        ribbonType: "simple",
        disableAutoFocus: true,
        sheets: { disableForceStringMark: true, disableForceStringAlert: true },
        // Stored results stay until the custom functions are there: no flash of #NAME?.
        formula: { initialFormulaComputing: CalculationMode.NO_CALCULATION },
      }),
      UniverSheetsDataValidationPreset(),
      UniverSheetsFilterPreset(),
    ],
  });
  const book = univerAPI.createWorkbook((snapshot ?? emptyBook()) as Partial<IWorkbookData>);
  return { univer, api: univerAPI, book, injector: univer.__getInjector() };
}

type CellPart = Pick<Grid, "read" | "lookOf" | "write" | "setLook" | "setFormats" | "clear" | "usedArea">;
type SheetPart = Pick<
  Grid,
  | "sheets"
  | "activeSheetId"
  | "addSheet"
  | "renameSheet"
  | "deleteSheet"
  | "setSheetHidden"
  | "moveSheet"
  | "activateSheet"
  | "setTabColor"
  | "columnWidth"
  | "rowHeight"
  | "setColumnWidth"
  | "setRowHeight"
  | "fitColumns"
  | "fitRows"
  | "setRowsHidden"
  | "rowsHidden"
  | "freeze"
>;
type BookPart = Pick<Grid, "names" | "setName" | "deleteName" | "setChoices" | "note" | "setNote">;
type LivePart = Omit<Grid, keyof CellPart | keyof SheetPart | keyof BookPart>;

/** `step` runs one change: inside an undo step, with earlier cell writes already in place. */
type Step = <T>(work: () => T) => T;

function cellPart(cells: Cells, batch: Step): CellPart {
  return {
    read: (area) => cells.read(area),
    lookOf: (area) => cells.lookOf(area),
    usedArea: (id, valuesOnly) => cells.usedArea(id, valuesOnly),
    write: (area, input) => batch(() => cells.write(area, input)),
    setLook: (area, look) => batch(() => cells.setLook(area, look)),
    setFormats: (area, formats) => batch(() => cells.setFormats(area, formats)),
    clear: (area, what) => batch(() => cells.clear(area, what)),
  };
}

/** Sizes, colours and frozen panes do not depend on what stands in cells: `batch` lets cell writes go on gathering. */
function sheetPart(engine: Engine, step: Step, batch: Step): SheetPart {
  return {
    sheets: () => listSheets(engine),
    activeSheetId: () => engine.book.getActiveSheet().getSheetId(),
    addSheet: (name) => step(() => addSheet(engine, name)),
    renameSheet: (id, name) => step(() => void sheetOf(engine, id).setName(name)),
    deleteSheet: (id) => step(() => engine.book.deleteSheet(sheetOf(engine, id))),
    setSheetHidden: (id, hidden) =>
      step(() => void (hidden ? sheetOf(engine, id).hideSheet() : sheetOf(engine, id).showSheet())),
    moveSheet: (id, index) => step(() => void engine.book.moveSheet(sheetOf(engine, id), index)),
    activateSheet: (id) => step(() => void engine.book.setActiveSheet(sheetOf(engine, id))),
    setTabColor: (id, color) => batch(() => setTabColor(engine, id, color)),
    columnWidth: (id, column) => step(() => sheetOf(engine, id).getColumnWidth(column)),
    rowHeight: (id, row) => step(() => sheetOf(engine, id).getRowHeight(row)),
    setColumnWidth: (id, column, count, pixels) =>
      batch(() => setColumnWidth(engine, id, column, count, pixels)),
    setRowHeight: (id, row, count, pixels) => batch(() => setRowHeight(engine, id, row, count, pixels)),
    fitColumns: (id, column, count) => step(() => fitColumns(engine, id, column, count)),
    fitRows: (id, row, count) => step(() => fitRows(engine, id, row, count)),
    setRowsHidden: (id, row, count, hidden) => step(() => setRowsHidden(engine, id, row, count, hidden)),
    rowsHidden: (id, row, count) => rowsHidden(engine, id, row, count),
    freeze: (id, rows, columns) => batch(() => freeze(engine, id, rows, columns)),
  };
}

function bookPart(engine: Engine, events: Events, step: Step, batch: Step): BookPart {
  const notes = (): Record<string, string> =>
    ({ ...engine.book.getCustomMetadata() }) as Record<string, string>;
  return {
    names: () => listNames(engine),
    setName: (name, reference) => step(() => setName(engine, name, reference)),
    deleteName: (name) => step(() => void engine.book.deleteDefinedName(name)),
    setChoices: (area, list) => batch(() => setChoices(engine, area, list)),
    note: (key) => notes()[key] ?? null,
    setNote(key, text) {
      const { [key]: _before, ...others } = notes();
      engine.book.setCustomMetadata(text === null ? others : { ...others, [key]: text });
      events.touch();
    },
  };
}

/** How long a sheet that has just been shown needs until its visible part is known. */
const DRAWN_AFTER_MS = 60;

/** Scrolls only when the cell cannot be seen; frozen rows and columns always can. */
function reveal(engine: Engine, area: Area): void {
  const sheet = engine.book.getActiveSheet();
  if (sheet.getSheetId() !== area.sheetId) return;
  const { xSplit, ySplit } = sheet.getFreeze();
  const seen = sheet.getVisibleRange() ?? { startRow: 0, startColumn: 0, endRow: -1, endColumn: -1 };
  const rowSeen = area.row < ySplit || (area.row >= seen.startRow && area.row < seen.endRow);
  const columnSeen =
    area.column < xSplit || (area.column >= seen.startColumn && area.column < seen.endColumn);
  if (rowSeen && columnSeen) return;
  const row = rowSeen ? seen.startRow : Math.max(ySplit, area.row - 3);
  const column = columnSeen ? seen.startColumn : Math.max(xSplit, area.column - 1);
  sheet.scrollToCell(row, column);
}

/** A sheet is shown before a cell of it can be selected. */
function selectArea(engine: Engine, area: Area): void {
  const sheet = sheetOf(engine, area.sheetId);
  if (engine.book.getActiveSheet().getSheetId() !== area.sheetId) engine.book.setActiveSheet(sheet);
  sheet.getRange(rangeOf(area)).activate();
  setTimeout(() => reveal(engine, area), DRAWN_AFTER_MS);
}

interface Parts {
  readonly cells: Cells;
  readonly events: Events;
  readonly functions: Functions;
  readonly calculation: Calculation;
  readonly rows: Subscription;
  readonly measuring: Subscription;
  readonly numbers: Subscription;
}

function livePart(engine: Engine, parts: Parts, batch: Step): LivePart {
  const { cells, events, functions, calculation, rows, measuring, numbers } = parts;
  return {
    selection() {
      const sheet = engine.book.getActiveSheet();
      const range = sheet.getActiveRange()?.getRange();
      const first = { startRow: 0, startColumn: 0, endRow: 0, endColumn: 0 };
      return areaOf(sheet.getSheetId(), range ?? first);
    },
    select(area) {
      cells.flush();
      selectArea(engine, area);
    },
    onSelection: events.onSelection,
    onCells: events.onCells,
    onActivated: events.onActivated,
    onAnyChange: events.onAnyChange,
    batch,
    calculate: functions.calculate,
    async whenCalculated() {
      cells.flush();
      await calculation.whenDone();
    },
    setFunctions: functions.set,
    errorSentence: functions.sentence,
    snapshot() {
      cells.flush();
      return engine.book.save();
    },
    dispose() {
      events.dispose();
      rows.dispose();
      measuring.dispose();
      numbers.dispose();
      engine.univer.dispose();
    },
  };
}

/** A page in the background is never drawn; it is not waited for longer than this. */
const DRAWN_PATIENCE_MS = 4000;

/** Before the first drawing the library neither notices new formulas nor fits rows. */
function whenDrawn(engine: Engine): Promise<void> {
  const isDrawn = (): boolean => engine.api.getCurrentLifecycleStage() >= LifecycleStages.Rendered;
  return new Promise((resolve) => {
    if (isDrawn()) return resolve();
    const timer = setTimeout(finish, DRAWN_PATIENCE_MS);
    const listening = engine.api.addEvent(engine.api.Event.LifeCycleChanged, () => {
      if (isDrawn()) setTimeout(finish);
    });
    function finish(): void {
      clearTimeout(timer);
      listening.dispose();
      resolve();
    }
  });
}

/** `snapshot`: what `Grid.snapshot` gave earlier, or null for an empty workbook. */
export async function openGrid(container: HTMLElement, snapshot: unknown): Promise<Grid> {
  const engine = startEngine(container, snapshot);
  await whenDrawn(engine);
  const cells = cellsOf(engine);
  const undo = engine.injector.get(IUndoRedoService);
  let depth = 0;
  const batch: Step = (work) => {
    if (depth > 0) return work();
    depth += 1;
    const group = undo.__tempBatchingUndoRedo(engine.book.getId());
    try {
      const result = work();
      cells.flush();
      return result;
    } finally {
      depth -= 1;
      group.dispose();
    }
  };
  const step: Step = (work) =>
    batch(() => {
      cells.flush();
      return work();
    });
  const calculation = calculationOf(engine);
  const events = eventsOf(engine, () => depth > 0, calculation.markDirty);
  const functions = functionsOf(engine, calculation.markDirty);
  const rows = growRows(engine);
  const measuring = stopMeasuringRemoved(engine);
  const numbers = speakVietnamese(engine);
  return {
    ...cellPart(cells, batch),
    ...sheetPart(engine, step, batch),
    ...bookPart(engine, events, step, batch),
    ...livePart(engine, { cells, events, functions, calculation, rows, measuring, numbers }, batch),
  };
}
