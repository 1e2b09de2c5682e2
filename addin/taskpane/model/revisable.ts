/** Submissions that may be corrected, kept for sending a correction while there is no network. */
import type { SubmissionSummary } from "../../../shared/contract/submission.ts";

export const KEPT_REVISABLE = "kc.revisable";

export interface KeptRevisable {
  readonly personId: string;
  readonly items: readonly SubmissionSummary[];
}
