/** What the papers are printed from; built by the routes out of an accepted submission. */
import type { PlanTotals } from "../../shared/plan/totals.ts";

export interface OrderLine {
  readonly code: string;
  readonly name: string;
  /** "QG" | "ĐP" */
  readonly fund: string;
  /** Kind of support in words. */
  readonly kindLabel: string;
  readonly unit: string;
  /** Vietnamese notation, e.g. "12,5". */
  readonly count: string;
  readonly supportDong: number;
  readonly totalDong: number;
  readonly counterpartDong: number;
  readonly otherDong: number;
  readonly beneficiary: string;
  readonly place: string;
  /** "30/06/2018" or "". */
  readonly start: string;
  readonly end: string;
  /** Legal basis of the ceiling, in words. */
  readonly basis: string;
}

export interface OrderInput {
  /** Absent: printed as a blank line to be filled in by hand. */
  readonly orderNumber?: string;
  /** "YYYY-MM-DD", Vietnamese calendar. */
  readonly date: string;
  readonly ordererName: string;
  readonly centreName: string;
  readonly provinceName: string;
  readonly year: number;
  readonly lines: readonly OrderLine[];
  /** Totals of `lines` in đồng. */
  readonly totals: {
    readonly count: number;
    readonly totalDong: number;
    readonly supportDong: number;
    readonly counterpartDong: number;
    readonly otherDong: number;
  };
  /** Totals of the whole plan, for the consolidated table. */
  readonly planTotals: PlanTotals;
  /** Documents cited, one sentence each, for the "Căn cứ" part. */
  readonly legalBases: readonly string[];
  /** Warnings to print: figures whose law text was not checked. */
  readonly verifiedNotes: readonly string[];
  /** Đề án that could not be ordered on the paper's day, with the route open to them; absent when nobody asked. */
  readonly notReady?: readonly string[];
}

/** An ordered line with what became of it. */
export interface WorkLine extends OrderLine {
  /** Null while nothing is accepted. */
  readonly acceptedDong: number | null;
  /** "30/06/2018" or "". */
  readonly acceptedOn: string;
  readonly acceptedPaper: string;
  readonly advancedDong: number;
  readonly refundedDong: number;
  /** Why it was stopped; null when it was not. */
  readonly stopped: string | null;
}

export interface WorkInput extends OrderInput {
  readonly lines: readonly WorkLine[];
}
