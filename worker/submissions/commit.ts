/** Storing a change: one D1 batch, so all of it or nothing; then the log is sealed up to it. */
import type { Seal } from "../../shared/contract/log-chain.ts";
import { HttpProblem } from "../http/problem.ts";
import type { Database } from "../store/database.ts";
import { appendEvent, type NewEvent } from "../store/events.ts";
import { addReception, STALE, type ReceptionAnswer, type ReceptionWrite } from "../store/receptions.ts";
import { addSealAfter, type Link } from "../store/seals.ts";
import { forgetHead, nextLink, noteHead, sealFound, unsealedOf } from "./log.ts";

/** The idempotency key was stored by a twin request in the meantime. */
export class TwinRequest extends Error {}

/** What a reception went by is no longer so: what was decided last, or where the log stood. */
export class StaleKnowledge extends Error {}

/** Unique keys that two changes made from the same state of a submission would both take. */
const VERSION_KEYS = [
  "events.submission_id",
  "revisions.submission_id",
  "comments.submission_id",
  "orders.submission_id",
  "waiver_records.submission_id",
];

/** All statements or none. Problem: edit-conflict. Throws TwinRequest, StaleKnowledge, and whatever else the database throws. */
async function keep(
  db: Database,
  chain: string,
  statements: readonly D1PreparedStatement[],
): Promise<D1Result[]> {
  try {
    return await db.batch([...statements]);
  } catch (error) {
    forgetHead(chain);
    const message = error instanceof Error ? error.message : "";
    if (message.includes("idempotency.person_id")) throw new TwinRequest();
    if (message.includes(STALE.sender))
      throw new HttpProblem("forbidden", "Vai trò hoặc đơn vị của bạn vừa thay đổi; hãy đăng nhập lại.");
    if (message.includes(STALE.knowledge)) throw new StaleKnowledge();
    if (VERSION_KEYS.some((key) => message.includes(key))) {
      throw new HttpProblem("edit-conflict", "Hồ sơ vừa được người khác thay đổi; hãy tải lại.");
    }
    throw error;
  }
}

/** Seals what a change left unsealed. The change is kept whatever happens here: the next one seals what is missing. */
async function sealLeft(db: Database, chain: string, found?: readonly D1Result[]): Promise<void> {
  try {
    await sealFound(db, chain, found ?? (await db.batch(unsealedOf(db, chain))));
  } catch {
    forgetHead(chain);
  }
}

const sealOf = ({ previous, hash }: Link): Seal => ({ seq: previous.seq + 1, hash });

/** The statements, the event that tells of them and its seal. Fails as `keep` does. */
export async function commit(
  db: Database,
  event: NewEvent,
  statements: readonly D1PreparedStatement[],
): Promise<void> {
  const { chain } = event;
  const link = nextLink(event);
  // Without a link to write, what is unsealed is asked for here, without another way.
  const last = link === null ? unsealedOf(db, chain) : [addSealAfter(db, event, link)];
  const results = await keep(db, chain, [...statements, appendEvent(db, event), ...last]);
  const found = results.slice(-last.length);
  if (link === null) await sealLeft(db, chain, found);
  else if (found[0]?.meta.changes !== 1) await sealLeft(db, chain);
  else noteHead(chain, sealOf(link));
}

/** A reception with its event and seal, and what belongs to it. Fails as `keep` does. */
export async function commitReception(
  db: Database,
  reception: ReceptionWrite,
  also: readonly D1PreparedStatement[],
): Promise<void> {
  const { chain } = reception.event;
  const link = nextLink(reception.event);
  const statements = addReception(db, reception, link);
  const [first] = await keep(db, chain, [...statements, ...also]);
  const [answer] = (first?.results ?? []) as ReceptionAnswer[];
  if (answer?.sealed !== 1) await sealLeft(db, chain);
  else if (link !== null) noteHead(chain, sealOf(link));
}
