/** What happens in the spreadsheet, told in our own terms. */
import type { Area, CellsChanged, Subscription } from "../grid.ts";
import { areaOf, type Engine } from "./engine.ts";
import { CommandType, ICommandService, SheetsSelectionsService, type ICellData } from "./library.ts";

const SET_VALUES = "sheet.mutation.set-range-values";
/** Moves cells as a whole: everything below or to the right may have changed. */
const MOVING = /^sheet\.mutation\.(?:insert|remove|move|delete)-(?:row|col|range)/;

interface MutationParams {
  readonly subUnitId?: string;
  readonly cellValue?: Record<string, Record<string, ICellData | null> | undefined>;
  readonly range?: { startRow: number; startColumn: number; endRow: number; endColumn: number };
}

/** Rectangle around the cells whose content, not only their look, is set. */
function contentArea(sheetId: string, cellValue: NonNullable<MutationParams["cellValue"]>): Area | null {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (const [row, cells] of Object.entries(cellValue)) {
    for (const [column, cell] of Object.entries(cells ?? {})) {
      if (cell !== null && !("v" in cell) && !("f" in cell) && !("p" in cell)) continue;
      top = Math.min(top, Number(row));
      bottom = Math.max(bottom, Number(row));
      left = Math.min(left, Number(column));
      right = Math.max(right, Number(column));
    }
  }
  if (bottom < 0) return null;
  return areaOf(sheetId, { startRow: top, startColumn: left, endRow: bottom, endColumn: right });
}

function changedArea(id: string, params: MutationParams): Area | null {
  const sheetId = params.subUnitId;
  if (sheetId === undefined) return null;
  if (id === SET_VALUES)
    return params.cellValue === undefined ? null : contentArea(sheetId, params.cellValue);
  return MOVING.test(id) && params.range !== undefined ? areaOf(sheetId, params.range) : null;
}

export interface Events {
  onSelection(callback: (area: Area) => void): Subscription;
  onCells(callback: (change: CellsChanged) => void): Subscription;
  onActivated(callback: (sheetId: string) => void): Subscription;
  onAnyChange(callback: () => void): Subscription;
  /** Something was changed that the library does not tell about. */
  touch(): void;
  dispose(): void;
}

function emitter<T>(): { add(callback: (value: T) => void): Subscription; emit(value: T): void } {
  const callbacks = new Set<(value: T) => void>();
  return {
    add(callback) {
      callbacks.add(callback);
      return { dispose: () => void callbacks.delete(callback) };
    },
    emit(value) {
      for (const callback of callbacks) {
        try {
          callback(value);
        } catch (error) {
          // A frame that has been closed must not stop the others.
          console.error(error);
        }
      }
    },
  };
}

interface Stream<T> {
  subscribe(next: (value: T) => void): { unsubscribe(): void };
}

function subscribed<T>(stream: Stream<T>, next: (value: T) => void): Subscription {
  const subscription = stream.subscribe(next);
  return { dispose: () => subscription.unsubscribe() };
}

/** `onContent` is told of every change of content before anybody else. */
export function eventsOf(engine: Engine, isHost: () => boolean, onContent: () => void): Events {
  const selection = emitter<Area>();
  const cells = emitter<CellsChanged>();
  const activated = emitter<string>();
  const any = emitter<undefined>();
  const subscriptions: Subscription[] = [
    engine.injector.get(ICommandService).onCommandExecuted((command, options) => {
      if (
        command.type !== CommandType.MUTATION ||
        !/^(?:sheet|data-validation|formula\.mutation\.(?:set|remove)-defined|doc)/.test(command.id)
      )
        return;
      any.emit(undefined);
      if (options?.["fromFormula"] === true) return;
      const area = changedArea(command.id, (command.params ?? {}) as MutationParams);
      if (area === null) return;
      onContent();
      cells.emit({ area, byHost: isHost() });
    }),
    subscribed(engine.injector.get(SheetsSelectionsService).selectionChanged$, (selections) => {
      const last = selections?.at(-1);
      if (last !== undefined) selection.emit(areaOf(engine.book.getActiveSheet().getSheetId(), last.range));
    }),
    engine.api.addEvent(engine.api.Event.ActiveSheetChanged, ({ activeSheet }) => {
      activated.emit(activeSheet.getSheetId());
    }),
  ];
  return {
    onSelection: selection.add,
    onCells: cells.add,
    onActivated: activated.add,
    onAnyChange: (callback) => any.add(() => callback()),
    touch: () => any.emit(undefined),
    dispose: () => subscriptions.forEach((subscription) => subscription.dispose()),
  };
}
