import { mustOk } from "../../../shared/kernel/result.ts";
import { dateFromParts, type IsoDate } from "../../../shared/kernel/date.ts";

/** The only clock of the functions: the day on the user's machine. A workbook passes its as-of date instead. */
export function today(): IsoDate {
  const now = new Date();
  return mustOk(dateFromParts(now.getFullYear(), now.getMonth() + 1, now.getDate()));
}
