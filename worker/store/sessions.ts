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

/** Moments that decide whether a session still counts (ISO 8601, UTC). */
export interface SessionTimes {
  readonly now: string;
  /** Not used since then: over. */
  readonly idleSince: string;
  /** Noted before then: to be noted again. */
  readonly notedBefore: string;
}

/** Nobody when the session is unknown, over, or was left alone too long. */
export function bySession(secretHash: string, { now, idleSince }: SessionTimes): Who {
  return {
    sql: "p.id = (SELECT person_id FROM sessions WHERE secret_hash = ? AND expires_at > ? AND coalesce(seen_at, created_at) > ?)",
    values: [secretHash, now, idleSince],
  };
}

/** Notes that a session that counts is used; changes nothing when that was noted a moment ago. */
export function noteSession(db: Database, secretHash: string, times: SessionTimes): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE sessions SET seen_at = ?1 WHERE secret_hash = ?2 AND expires_at > ?1
         AND coalesce(seen_at, created_at) > ?3 AND coalesce(seen_at, created_at) < ?4`,
    )
    .bind(times.now, secretHash, times.idleSince, times.notedBefore);
}

export function endSession(db: Database, secretHash: string): D1PreparedStatement {
  return db.prepare("DELETE FROM sessions WHERE secret_hash = ?").bind(secretHash);
}
