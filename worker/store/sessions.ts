/** Sessions of the browser pages, by the hash of their secret. */
import type { Person } from "../../shared/contract/session.ts";
import { PERSON_SELECT, toPerson, type PersonRow } from "./people.ts";
import type { Database } from "./database.ts";

export interface NewSession {
  readonly secretHash: string;
  readonly personId: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** Those that are over go at the same time: the table never grows with the years. */
export function addSession(db: Database, session: NewSession): D1PreparedStatement[] {
  return [
    db.prepare("DELETE FROM sessions WHERE expires_at <= ?").bind(session.createdAt),
    db
      .prepare("INSERT INTO sessions (secret_hash, person_id, created_at, expires_at) VALUES (?, ?, ?, ?)")
      .bind(session.secretHash, session.personId, session.createdAt, session.expiresAt),
  ];
}

/** Null when unknown, over, or of somebody who has no membership any more. */
export async function findPersonBySession(
  db: Database,
  secretHash: string,
  now: string,
): Promise<Person | null> {
  const row = await db
    .prepare(
      `${PERSON_SELECT} JOIN sessions s ON s.person_id = p.id WHERE s.secret_hash = ? AND s.expires_at > ?`,
    )
    .bind(secretHash, now)
    .first<PersonRow>();
  return row === null ? null : toPerson(row);
}

export function endSession(db: Database, secretHash: string): D1PreparedStatement {
  return db.prepare("DELETE FROM sessions WHERE secret_hash = ?").bind(secretHash);
}
