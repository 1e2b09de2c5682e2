import type { Event } from "../../shared/contract/event.ts";

const COLUMNS = `chain, seq, at, submission_id AS submissionId, revision, version, action, from_state AS "from", to_state AS "to",
  person_id AS personId, role, organisation_id AS organisationId, detail_hash AS detailHash, previous_hash AS previousHash, hash`;

/** Refused by the table when the place in the chain, or this version of the submission, is already taken. */
export function appendEvent(db: D1Database, event: Event): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO events (chain, seq, at, submission_id, revision, version, action, from_state, to_state, person_id, role,
        organisation_id, detail_hash, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .bind(
      event.chain,
      event.seq,
      event.at,
      event.submissionId,
      event.revision,
      event.version,
      event.action,
      event.from,
      event.to,
      event.personId,
      event.role,
      event.organisationId,
      event.detailHash,
      event.previousHash,
      event.hash,
    );
}

export async function chainHead(
  db: D1Database,
  chain: string,
): Promise<{ seq: number; hash: string } | null> {
  return db
    .prepare("SELECT seq, hash FROM events WHERE chain = ? ORDER BY seq DESC LIMIT 1")
    .bind(chain)
    .first<{ seq: number; hash: string }>();
}

export interface EventWithNames extends Event {
  readonly personName: string;
  readonly organisationName: string;
}

export async function eventsOfSubmission(db: D1Database, submissionId: string): Promise<EventWithNames[]> {
  const { results } = await db
    .prepare(
      `SELECT e.*, p.name AS personName, o.name AS organisationName FROM (SELECT ${COLUMNS} FROM events WHERE submission_id = ?) e
       JOIN people p ON p.id = e.personId JOIN organisations o ON o.id = e.organisationId ORDER BY e.version`,
    )
    .bind(submissionId)
    .all<EventWithNames>();
  return results;
}

export async function listChains(db: D1Database, only: string | null): Promise<string[]> {
  const { results } = await db
    .prepare("SELECT DISTINCT chain FROM events WHERE ?1 IS NULL OR chain = ?1 ORDER BY chain")
    .bind(only)
    .all<{ chain: string }>();
  return results.map((row) => row.chain);
}

/** A slice of a chain, oldest first, after `afterSeq`. */
export async function readChain(
  db: D1Database,
  chain: string,
  afterSeq: number,
  limit: number,
): Promise<Event[]> {
  const { results } = await db
    .prepare(`SELECT ${COLUMNS} FROM events WHERE chain = ? AND seq > ? ORDER BY seq LIMIT ?`)
    .bind(chain, afterSeq, limit)
    .all<Event>();
  return results;
}
