/** Actions that carry comments; `resubmit` and `order` have their own ways. */
import type { Action } from "../../../shared/plan/states.ts";

export const REVIEWABLE = [
  "forward",
  "receive",
  "return",
  "accept",
  "reject",
  "withdraw",
] as const satisfies readonly Action[];
export type ReviewableAction = (typeof REVIEWABLE)[number];
