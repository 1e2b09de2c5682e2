/** Published data and the chain of who proposed, confirmed or refused it. */
import type { PublicationKind } from "../../shared/contract/publications.ts";
import { askRow, type Ask } from "./ask.ts";
import type { Database } from "./database.ts";

export interface PublicationEvent {
  readonly seq: number;
  readonly publicationId: string;
  readonly action: "proposed" | "confirmed" | "refused";
  readonly personId: string;
  readonly at: string;
  readonly note: string;
  readonly contentHash: string;
  /** sha256 over the event and the hash before it. */
  readonly hash: string;
}

export interface NewPublication {
  readonly id: string;
  readonly kind: PublicationKind;
  readonly subject: string;
  readonly version: number;
  readonly from: string;
  readonly contentHash: string;
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: string;
}

export interface StoredPublication extends NewPublication {
  readonly proposerName: string;
  readonly state: "proposed" | "confirmed" | "refused";
  /** Place of the decision in the chain; null while there is none. */
  readonly decidedSeq: number | null;
  readonly decidedBy: string | null;
  readonly deciderName: string | null;
  readonly decidedAt: string | null;
  readonly note: string | null;
}

export function addPublication(db: Database, p: NewPublication): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO publications (id, kind, subject, version, from_date, content_hash, reason, proposed_by, proposed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .bind(p.id, p.kind, p.subject, p.version, p.from, p.contentHash, p.reason, p.proposedBy, p.proposedAt);
}

/** Refused by the table when its place in the chain is taken, or when the proposer confirms. */
export function addPublicationEvent(db: Database, e: PublicationEvent): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO publication_events (seq, publication_id, action, person_id, at, note, content_hash, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .bind(e.seq, e.publicationId, e.action, e.personId, e.at, e.note, e.contentHash, e.hash);
}

/** Everything ever proposed, oldest decision first, undecided last. */
export async function listPublications(db: Database): Promise<StoredPublication[]> {
  const { results } = await db
    .prepare(
      `SELECT p.id, p.kind, p.subject, p.version, p.from_date AS "from", p.content_hash AS contentHash, p.reason,
        p.proposed_by AS proposedBy, p.proposed_at AS proposedAt, a.name AS proposerName,
        coalesce(e.action, 'proposed') AS state, e.seq AS decidedSeq, e.person_id AS decidedBy, b.name AS deciderName,
        e.at AS decidedAt, e.note
       FROM publications p JOIN people a ON a.id = p.proposed_by
       LEFT JOIN publication_events e ON e.publication_id = p.id AND e.action <> 'proposed'
       LEFT JOIN people b ON b.id = e.person_id
       ORDER BY e.seq IS NULL, e.seq, p.id`,
    )
    .all<StoredPublication>();
  return results;
}

export async function listPublicationEvents(db: Database): Promise<PublicationEvent[]> {
  const { results } = await db
    .prepare(
      `SELECT seq, publication_id AS publicationId, action, person_id AS personId, at, note, content_hash AS contentHash, hash
       FROM publication_events ORDER BY seq`,
    )
    .all<PublicationEvent>();
  return results;
}

export interface LastDecision {
  readonly hash: string;
}

/** Names all that was decided so far: what is in force changes only with it. */
export function askLastDecision(): Ask<LastDecision> {
  const select = "SELECT hash FROM publication_events WHERE action = 'confirmed' ORDER BY seq DESC LIMIT 1";
  return askRow(["hash"], select, []);
}
