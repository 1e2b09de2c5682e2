/** Which legal values nobody has confirmed lately. */
import { addDays, type IsoDate } from "../kernel/date.ts";
import type { Verified } from "../kernel/citation.ts";
import { citationText, valueAt } from "./read.ts";
import type { LawBook } from "./types.ts";

export interface StaleValue {
  readonly id: string;
  readonly label: string;
  readonly from: IsoDate;
  /** Last day a person confirmed the value; null when nobody has since it was entered. */
  readonly confirmed: IsoDate | null;
  readonly verified: Verified;
  readonly cite: string;
}

const DAYS_FRESH = 365;

/** Values in force (or unknown) at the date that nobody confirmed during the year before it, oldest confirmation first. */
export function staleParameters(book: LawBook, date: IsoDate): StaleValue[] {
  const limit = addDays(date, -DAYS_FRESH);
  const stale = book.parameters.flatMap((parameter): StaleValue[] => {
    const value = valueAt(parameter, date)?.value;
    if (value === undefined || (value.value === null && value.unknown !== true)) return [];
    const confirmed = value.stillValidOn ?? null;
    if (confirmed !== null && confirmed >= limit) return [];
    const { from, verified } = value;
    return [
      {
        id: parameter.id,
        label: parameter.label.vi,
        from,
        confirmed,
        verified,
        cite: citationText(book, value.cite),
      },
    ];
  });
  return stale.sort(
    (a, b) => (a.confirmed ?? "").localeCompare(b.confirmed ?? "") || a.id.localeCompare(b.id),
  );
}
