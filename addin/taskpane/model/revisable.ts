/** Submissions that may be corrected: asked of the service, kept for sending a correction while there is no network. */
import type { SubmissionSummary } from "../../../shared/contract/submission.ts";
import { findTransition } from "../../../shared/plan/states.ts";
import { countedWaivers, type CountedWaiver } from "../../../shared/plan/waivers.ts";
import { listSubmissions, readSubmission } from "../api.ts";
import { keep, readKept } from "../kept.ts";

export const KEPT_REVISABLE = "kc.revisable";

export interface KeptRevisable {
  readonly personId: string;
  readonly items: readonly SubmissionSummary[];
}

export async function loadRevisable(personId: string): Promise<readonly SubmissionSummary[]> {
  try {
    const { items: all } = await listSubmissions();
    const items = all.filter((item) => findTransition("resubmit", item.state) !== null);
    keep(KEPT_REVISABLE, { personId, items } satisfies KeptRevisable);
    return items;
  } catch {
    // Without the network the list of last time will do: the service refuses what has changed since.
    const kept = readKept<KeptRevisable>(KEPT_REVISABLE);
    return kept?.personId === personId ? kept.items : [];
  }
}

/** What the Ministry has waived for a submission. Without a network, or for a new plan, nothing is known of it. */
export async function waiversFor(submission: string): Promise<readonly CountedWaiver[]> {
  const found = submission === "" ? null : await readSubmission(submission).catch(() => null);
  return countedWaivers(found?.waivers ?? []);
}
