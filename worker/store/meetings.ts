import type { Person } from "../../shared/contract/session.ts";
import type { Database } from "./database.ts";

export interface StoredMeeting {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly title: string;
  readonly createdBy: string;
  readonly createdByName: string;
  readonly createdAt: string;
  readonly entries: number;
}

export interface StoredEntry {
  readonly meetingId: string;
  readonly seq: number;
  readonly at: string;
  readonly personId: string;
  readonly kind: string;
  readonly note: string;
  readonly inputHash: string;
  /** JSON of the result. */
  readonly result: string;
  readonly hash: string;
}

const SELECT = `SELECT m.id, m.organisation_id AS organisationId, o.name AS organisationName, m.title, m.created_by AS createdBy,
    p.name AS createdByName, m.created_at AS createdAt,
    (SELECT count(*) FROM meeting_entries e WHERE e.meeting_id = m.id) AS entries
  FROM meetings m JOIN organisations o ON o.id = m.organisation_id JOIN people p ON p.id = m.created_by`;

export function addMeeting(
  db: Database,
  m: Pick<StoredMeeting, "id" | "organisationId" | "title" | "createdBy" | "createdAt">,
): D1PreparedStatement {
  return db
    .prepare(
      "INSERT INTO meetings (id, organisation_id, title, created_by, created_at) VALUES (?, ?, ?, ?, ?)",
    )
    .bind(m.id, m.organisationId, m.title, m.createdBy, m.createdAt);
}

/** Meetings belong to one organisation; others do not learn that they exist. */
export function findMeeting(db: Database, viewer: Person, id: string): Promise<StoredMeeting | null> {
  return db
    .prepare(`${SELECT} WHERE m.id = ? AND m.organisation_id = ?`)
    .bind(id, viewer.organisation.id)
    .first<StoredMeeting>();
}

/** Newest first. */
export async function listMeetings(db: Database, viewer: Person, limit: number): Promise<StoredMeeting[]> {
  const { results } = await db
    .prepare(`${SELECT} WHERE m.organisation_id = ? ORDER BY m.id DESC LIMIT ?`)
    .bind(viewer.organisation.id, limit)
    .all<StoredMeeting>();
  return results;
}

/** Refused by the table when its place is taken: somebody else wrote first. */
export function addEntry(db: Database, e: StoredEntry): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO meeting_entries (meeting_id, seq, at, person_id, kind, note, input_hash, result, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .bind(e.meetingId, e.seq, e.at, e.personId, e.kind, e.note, e.inputHash, e.result, e.hash);
}

/** Oldest first. */
export async function entriesOf(
  db: Database,
  meetingId: string,
): Promise<(StoredEntry & { readonly personName: string })[]> {
  const { results } = await db
    .prepare(
      `SELECT e.meeting_id AS meetingId, e.seq, e.at, e.person_id AS personId, p.name AS personName, e.kind, e.note,
        e.input_hash AS inputHash, e.result, e.hash
       FROM meeting_entries e JOIN people p ON p.id = e.person_id WHERE e.meeting_id = ? ORDER BY e.seq`,
    )
    .bind(meetingId)
    .all<StoredEntry & { personName: string }>();
  return results;
}

export function lastEntry(db: Database, meetingId: string): Promise<{ seq: number; hash: string } | null> {
  return db
    .prepare("SELECT seq, hash FROM meeting_entries WHERE meeting_id = ? ORDER BY seq DESC LIMIT 1")
    .bind(meetingId)
    .first<{ seq: number; hash: string }>();
}
