/** Knowing when the results of the latest changes stand in the cells. */
import type { Engine } from "./engine.ts";
import { FormulaCalculationSessionService } from "./library.ts";

/** The library starts calculating about a tenth of a second after a change; later than this it will not. */
const START_PATIENCE_MS = 600;
/** A calculation that takes longer than this is not waited for. */
const END_PATIENCE_MS = 60_000;
/** A finished calculation may be followed at once by one for changes that came meanwhile. */
const SETTLE_MS = 15;

type State = FormulaCalculationSessionService["state"];

export interface Calculation {
  /** Something was changed that calculation has not seen yet. */
  markDirty(): void;
  whenDone(): Promise<void>;
}

function isOver(state: State): boolean {
  if (!state.started) return true;
  return state.resultApplied && (state.stopped || state.completed || state.resultEmitted);
}

export function calculationOf(engine: Engine): Calculation {
  const sessions = engine.injector.get(FormulaCalculationSessionService);
  /** The calculation that was the newest when the last change came; null when nothing is waiting. */
  let dirtyAt: number | null = null;

  function isDone(): boolean {
    return isOver(sessions.state) && (dirtyAt === null || sessions.state.id > dirtyAt);
  }

  function nextChange(): Promise<void> {
    return new Promise((resolve) => {
      let isFirst = true;
      const subscription = sessions.state$.subscribe(() => {
        // The present state comes at once and is not news.
        if (isFirst) isFirst = false;
        else finish();
      });
      const timer = setTimeout(finish, SETTLE_MS * 4);
      function finish(): void {
        clearTimeout(timer);
        subscription.unsubscribe();
        resolve();
      }
    });
  }

  return {
    markDirty() {
      dirtyAt = sessions.state.id;
    },
    async whenDone() {
      const begun = performance.now();
      const waited = (): number => performance.now() - begun;
      while (waited() < END_PATIENCE_MS) {
        if (isDone()) {
          await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
          if (isDone()) break;
        }
        const neverStarted = isOver(sessions.state) && waited() > START_PATIENCE_MS;
        if (neverStarted) break;
        await nextChange();
      }
      if (isOver(sessions.state)) dirtyAt = null;
    },
  };
}
