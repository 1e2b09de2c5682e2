import type { AllowedAction } from "../../../shared/contract/submission.ts";

/** A comment on one cell, as it goes into an action. */
export interface LineComment {
  readonly sheet: string;
  readonly cell: string;
  readonly text: string;
}

/** What the dialog is opened for: a step of the file, or of a waiver with its own sentence. */
export type AskedAction =
  | AllowedAction
  | (Omit<AllowedAction, "action"> & {
      readonly action: "waiver";
      readonly lead: string;
      /** The rule is typed in. */
      readonly asksRule: boolean;
    });

/** What the dialog asks for before an action. */
export interface Decision {
  readonly comment: string;
  readonly scope: "all" | "QG" | "ĐP";
  readonly ordererName: string;
  /** Empty unless it was asked for. */
  readonly rule: string;
}
