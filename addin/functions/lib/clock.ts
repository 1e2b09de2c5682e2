import { vietnamDay, type IsoDate } from "../../../shared/kernel/date.ts";

/** Vietnam's day, whatever the zone of the machine: the law that is asked for is Vietnam's. */
function machineDay(): IsoDate {
  return vietnamDay(Date.now());
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
