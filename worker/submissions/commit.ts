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
  "waiver_records.submission_id",
];

/** The statements, the event that tells of them and its seal. Problem: edit-conflict. Throws TwinRequest, and whatever else the database throws. */
export async function commit(
  db: Database,
  event: NewEvent,
  statements: readonly D1PreparedStatement[],
): Promise<void> {
  const { chain } = event;
  const sealing = sealAtOnce(db, event);
  // A seal written at once leaves nothing unsealed; who has no guess to write it from asks here, without another way.
  const last = sealing.length > 0 ? sealing : unsealedOf(db, chain);
  let found: D1Result[];
  try {
    found = (await db.batch([...statements, appendEvent(db, event), ...last])).slice(-last.length);
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
  await sealLater(db, chain, sealing.length > 0, found).catch(() => undefined);
}

async function sealLater(
  db: Database,
  chain: string,
  guessed: boolean,
  found: readonly D1Result[],
): Promise<void> {
  if (guessed && found[0]?.meta.changes === 1) return;
  await sealFound(db, chain, guessed ? await db.batch(unsealedOf(db, chain)) : found);
}
