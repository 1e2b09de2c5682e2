import type { Event } from "../../shared/contract/event.ts";
import type { ExportedEvent, LinkedEvent } from "../../shared/contract/log-chain.ts";
import type { Person } from "../../shared/contract/session.ts";
import type { Database } from "./database.ts";
import { visibleTo } from "./submissions.ts";

const COLUMNS = `chain, seq, at, submission_id AS submissionId, revision, version, action, from_state AS "from", to_state AS "to",
  person_id AS personId, role, organisation_id AS organisationId, detail_hash AS detailHash, hash`;

/** An event before the database has given it its place. */
export type NewEvent = Omit<Event, "seq">;

/** Takes the next place of its chain. Refused by the table when this version of the submission has its event. */
export function appendEvent(db: Database, event: NewEvent): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO events (chain, seq, at, submission_id, revision, version, action, from_state, to_state, person_id, role,
        organisation_id, detail_hash, hash)
       SELECT ?1, coalesce(max(seq), 0) + 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13 FROM events WHERE chain = ?1`,
    )
    .bind(
      event.chain,
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
      event.hash,
    );
}

export interface EventWithNames extends Event {
  readonly personName: string;
  readonly organisationName: string;
}

export async function eventsOfSubmission(db: Database, submissionId: string): Promise<EventWithNames[]> {
  const { results } = await db
    .prepare(
      `SELECT e.*, p.name AS personName, o.name AS organisationName FROM (SELECT ${COLUMNS} FROM events WHERE submission_id = ?) e
       JOIN people p ON p.id = e.personId JOIN organisations o ON o.id = e.organisationId ORDER BY e.version`,
    )
    .bind(submissionId)
    .all<EventWithNames>();
  return results;
}

export async function listChains(db: Database, only: string | null): Promise<string[]> {
  const { results } = await db
    .prepare("SELECT DISTINCT chain FROM events WHERE ?1 IS NULL OR chain = ?1 ORDER BY chain")
    .bind(only)
    .all<{ chain: string }>();
  return results.map((row) => row.chain);
}

/**
 * The same for somebody who may not see every file: of events about files that are not for their eyes only the hash,
 * which keeps the chain checkable and tells nothing.
 */
export async function readChainFor(
  db: Database,
  viewer: Person,
  chain: string,
  afterSeq: number,
  limit: number,
): Promise<ExportedEvent[]> {
  const slice = await readChain(db, chain, afterSeq, limit);
  const visible = visibleTo(viewer);
  const { results } = await db
    .prepare(
      `SELECT e.seq FROM events e JOIN submissions s ON s.id = e.submission_id
       WHERE e.chain = ? AND e.seq > ? AND (${visible.sql}) ORDER BY e.seq LIMIT ?`,
    )
    .bind(chain, afterSeq, ...visible.values, limit)
    .all<{ seq: number }>();
  const seen = new Set(results.map((row) => row.seq));
  return slice.map((event) => {
    const { seq, hash, seal } = event;
    return seen.has(seq) ? event : { chain, seq, hash, seal };
  });
}

/** A slice of a chain with its seals, oldest first, after `afterSeq`. */
export async function readChain(
  db: Database,
  chain: string,
  afterSeq: number,
  limit: number,
): Promise<LinkedEvent[]> {
  const { results } = await db
    .prepare(
      `SELECT e.*, s.hash AS seal FROM (SELECT ${COLUMNS} FROM events WHERE chain = ? AND seq > ? ORDER BY seq LIMIT ?) e
       LEFT JOIN seals s ON s.chain = e.chain AND s.seq = e.seq ORDER BY e.seq`,
    )
    .bind(chain, afterSeq, limit)
    .all<LinkedEvent>();
  return results;
}
