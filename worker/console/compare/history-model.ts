/** Support for one unit of a kind, year by year, against the ceiling in force: press figures and submissions. */
import type { Verified } from "../../../shared/kernel/citation.ts";
import type { IsoDate } from "../../../shared/kernel/date.ts";
import { citationText, findParameter } from "../../../shared/law/read.ts";
import type { LawBook } from "../../../shared/law/types.ts";

export interface CeilingStep {
  readonly from: IsoDate;
  /** Null: repealed, or the figure is not known. */
  readonly dong: number | null;
  readonly cite: string;
  readonly verified: Verified;
}

export interface HistoryPoint {
  readonly year: number;
  readonly province: string;
  readonly dong: number;
  readonly fund: "QG" | "ĐP" | null;
  readonly origin: "press" | "submission";
  /** Of the press figure: what and where; of a submission: its place. */
  readonly note: string;
  /** Address of the submission or of the page that printed it; "" when it is not one. */
  readonly href: string;
}

/** Oldest first; empty when the kind has no ceiling in đồng. */
export function ceilingSteps(book: LawBook, kind: string): CeilingStep[] {
  const parameter = findParameter(book, `${kind}.TRAN`);
  if (parameter === null || parameter.unit !== "dong") return [];
  return parameter.values.map((value) => ({
    from: value.from,
    dong: typeof value.value === "number" ? value.value : null,
    cite: citationText(book, value.cite),
    verified: value.verified,
  }));
}

/** The highest ceiling of the national level at any time of the year: what passes it passed every one. */
export function highestInYear(steps: readonly CeilingStep[], year: number): number | null {
  const from = `${year}-01-01`;
  const to = `${year}-12-31`;
  const inForce = steps.filter((step, index) => {
    const next = steps[index + 1];
    return step.from <= to && (next === undefined || next.from > from);
  });
  const sums = inForce.flatMap(({ dong }) => (dong === null ? [] : [dong]));
  return sums.length === 0 ? null : Math.max(...sums);
}

/** Years as a place on the line: 2018.36 is 11 May 2018; only for drawing. */
export function yearPlace(date: IsoDate): number {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split("-").map(Number);
  return year + (month - 1) / 12 + (dayOfMonth - 1) / 365;
}
