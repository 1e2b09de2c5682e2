/** Sessions of the browser pages, by the hash of their secret. */
import { OWN_SESSION_ID_LENGTH, type OwnSession } from "../../shared/contract/own-session.ts";
import type { Database } from "./database.ts";
import type { Who } from "./people.ts";

export interface NewSession {
  readonly secretHash: string;
  readonly personId: string;
  /** "Chrome · Windows" */
  readonly device: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** Those that are over go at the same time: the table never grows with the years. */
export function addSession(db: Database, session: NewSession): D1PreparedStatement[] {
  return [
    db.prepare("DELETE FROM sessions WHERE expires_at <= ?").bind(session.createdAt),
    db
      .prepare(
        "INSERT INTO sessions (secret_hash, person_id, device, created_at, expires_at) VALUES (?, ?, ?, ?, ?)",
      )
      .bind(session.secretHash, session.personId, session.device, session.createdAt, session.expiresAt),
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

interface OwnRow extends Omit<OwnSession, "current"> {
  readonly current: 0 | 1;
}

/** One person's sessions that still count, the newest first. `currentHash`: of the one the request came with, if any. */
export async function sessionsOf(
  db: Database,
  personId: string,
  currentHash: string | null,
  { now, idleSince }: SessionTimes,
): Promise<OwnSession[]> {
  const { results } = await db
    .prepare(
      `SELECT substr(secret_hash, 1, ${OWN_SESSION_ID_LENGTH}) AS id, device, created_at AS createdAt,
         coalesce(seen_at, created_at) AS seenAt, expires_at AS expiresAt, coalesce(secret_hash = ?2, 0) AS current
       FROM sessions WHERE person_id = ?1 AND expires_at > ?3 AND coalesce(seen_at, created_at) > ?4
       ORDER BY current DESC, created_at DESC, id`,
    )
    .bind(personId, currentHash, now, idleSince)
    .all<OwnRow>();
  return results.map((row) => ({ ...row, current: row.current === 1 }));
}

/** False when that person has no such session. */
export async function endOwnSession(db: Database, personId: string, id: string): Promise<boolean> {
  const { meta } = await db
    .prepare(
      `DELETE FROM sessions WHERE person_id = ? AND substr(secret_hash, 1, ${OWN_SESSION_ID_LENGTH}) = ?`,
    )
    .bind(personId, id)
    .run();
  return meta.changes > 0;
}

/** All of them where `exceptHash` is null. */
export async function endOtherSessions(
  db: Database,
  personId: string,
  exceptHash: string | null,
): Promise<void> {
  await db
    .prepare("DELETE FROM sessions WHERE person_id = ? AND secret_hash IS NOT ?")
    .bind(personId, exceptHash)
    .run();
}
