/** Storing a change: one D1 batch, so all of it or nothing; then the log is sealed up to it. */
import { HttpProblem } from "../http/problem.ts";
import type { Database } from "../store/database.ts";
import { appendEvent, type NewEvent } from "../store/events.ts";
import { forgetHead, sealAtOnce, sealFound, unsealedOf } from "./log.ts";

/** The idempotency key was stored by a twin request in the meantime. */
export class TwinRequest extends Error {}

/** Unique keys that two changes made from the same state of a submission would both take. */
const VERSION_KEYS = [
  "events.submission_id",
  "revisions.submission_id",
  "comments.submission_id",
  "orders.submission_id",
];

/** The statements, the event that tells of them and its seal. Problem: edit-conflict. Throws TwinRequest, and whatever else the database throws. */
export async function commit(
  db: Database,
  event: NewEvent,
  statements: readonly D1PreparedStatement[],
): Promise<void> {
  const { chain } = event;
  const questions = unsealedOf(db, chain);
  const all = [...statements, appendEvent(db, event), ...sealAtOnce(db, event), ...questions];
  let found: D1Result[];
  try {
    found = (await db.batch(all)).slice(-questions.length);
  } catch (error) {
    forgetHead(chain);
    const message = error instanceof Error ? error.message : "";
    if (message.includes("idempotency.person_id")) throw new TwinRequest();
    if (VERSION_KEYS.some((key) => message.includes(key))) {
      throw new HttpProblem("edit-conflict", "Hồ sơ vừa được người khác thay đổi; hãy tải lại.");
    }
    throw error;
  }
  // The change is kept whatever happens here; a seal that is missing is written by the next change.
  await sealFound(db, chain, found).catch(() => undefined);
}
