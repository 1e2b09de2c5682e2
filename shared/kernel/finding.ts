/** One thing a check found, with everything needed to act on it. Sentences are Vietnamese; ids are stable. */

export type Severity = "error" | "warning" | "info";

/** Checks run in this order; a line that fails one stage is not shown to the next. */
export const STAGES = ["shape", "line", "cross-line", "cross-submission"] as const;
export type Stage = (typeof STAGES)[number];

export interface Where {
  readonly sheet: string;
  /** A1 address, when one cell is meant. */
  readonly cell?: string;
  /** 1-based row, when a whole line is meant. */
  readonly row?: number;
}

/** Why a finding asks nothing of anybody: the rule need not hold for this submission. */
export interface Waived {
  readonly id: string;
  readonly reason: string;
  readonly by: string;
  /** The second person; an error is waived by two only. */
  readonly confirmedBy: string | null;
  /** yyyy-mm-dd */
  readonly on: string;
}

/** Of a rule, e.g. "KC-DA-012"; permanent. */
export const RULE_ID = /^KC-[A-Z]{2}-\d{3}$/;

export interface Finding {
  /** Permanent id, e.g. "KC-DA-012". */
  readonly rule: string;
  readonly severity: Severity;
  readonly stage: Stage;
  /** The rule is on trial: whatever it says, it does not block. */
  readonly trial?: true;
  /** Still found, still shown; it does not count and does not block. */
  readonly waived?: Waived;
  readonly where: Where;
  /** One sentence: what is wrong. */
  readonly message: string;
  readonly found: string;
  readonly expected: string;
  /** found − expected where both are money. */
  readonly differenceDong?: number;
  /** The law in words, or "Nguyên tắc nghiệp vụ". */
  readonly basis: string;
  /** What to do. */
  readonly remedy: string;
  /** A certain repair: put this value (or formula beginning with "=") in where.cell. */
  readonly fix?: string | number;
}
