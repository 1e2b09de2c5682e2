import { mustOk } from "../../../shared/kernel/result.ts";
import { dateFromParts, type IsoDate } from "../../../shared/kernel/date.ts";

/** The day on the user's machine. */
function machineDay(): IsoDate {
  const now = new Date();
  return mustOk(dateFromParts(now.getFullYear(), now.getMonth() + 1, now.getDate()));
}

let clock: () => IsoDate = machineDay;

/** The only clock of the functions, for a date that was left out. A workbook passes its as-of date instead. */
export function today(): IsoDate {
  return clock();
}

/** Sets the day for tests and for a document that must be computed as of a day; null goes back to the machine's. */
export function useClock(day: (() => IsoDate) | null): void {
  clock = day ?? machineDay;
}
