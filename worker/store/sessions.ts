/** Sessions of the browser pages, by the hash of their secret. */
import type { Database } from "./database.ts";
import type { Who } from "./people.ts";

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

/** Nobody when the session is unknown or over. */
export function bySession(secretHash: string, now: string): Who {
  return {
    sql: "p.id = (SELECT person_id FROM sessions WHERE secret_hash = ? AND expires_at > ?)",
    values: [secretHash, now],
  };
}

export function endSession(db: Database, secretHash: string): D1PreparedStatement {
  return db.prepare("DELETE FROM sessions WHERE secret_hash = ?").bind(secretHash);
}
