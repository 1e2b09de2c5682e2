/**
 * The library measures rows in idle moments. A sheet taken away meanwhile makes that loop throw, and it never starts
 * again: rows of every sheet would keep their heights until the page is reloaded. So what is still to be measured of a
 * sheet is called off before the sheet goes, also when the library's own undo takes it away.
 */
import type { Subscription } from "../grid.ts";
import type { Engine } from "./engine.ts";
import {
  CancelMarkDirtyRowAutoHeightOperation,
  ICommandService,
  MarkDirtyRowAutoHeightOperation,
  RemoveSheetMutation,
} from "./library.ts";

interface Measuring {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly id: string;
}

/** Nobody tells when a measuring has ended; older ones have. */
const MOST_KNOWN = 2000;

export function stopMeasuringRemoved(engine: Engine): Subscription {
  const commands = engine.injector.get(ICommandService);
  let known: Measuring[] = [];
  const begun = commands.onCommandExecuted(({ id, params }) => {
    if (id !== MarkDirtyRowAutoHeightOperation.id) return;
    known = [...known.slice(1 - MOST_KNOWN), params as Measuring];
  });
  const removed = commands.beforeCommandExecuted(({ id, params }) => {
    if (id !== RemoveSheetMutation.id) return;
    const { subUnitId } = params as { subUnitId: string };
    for (const measuring of known.filter((one) => one.subUnitId === subUnitId))
      commands.syncExecuteCommand(CancelMarkDirtyRowAutoHeightOperation.id, measuring);
    known = known.filter((one) => one.subUnitId !== subUnitId);
  });
  return {
    dispose() {
      begun.dispose();
      removed.dispose();
    },
  };
}
