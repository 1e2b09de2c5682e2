import type { Seal } from "../../shared/contract/log-chain.ts";
import { askRow, type Ask } from "./ask.ts";
import type { Database } from "./database.ts";
import type { Who } from "./people.ts";

/** The newest link of a chain; no row while it has none. */
function newestSeal(db: Database, chain: string): D1PreparedStatement {
  return db.prepare("SELECT seq, hash FROM seals WHERE chain = ? ORDER BY seq DESC LIMIT 1").bind(chain);
}

/** The same of the chain of somebody's province; `prefix` and the province's code are the chain's name. */
export function askNewestSeal(who: Who, prefix: string): Ask<Seal> {
  return askRow(
    ["seq", "hash"],
    `SELECT seq, hash FROM seals WHERE chain = (
       SELECT ? || o.province_code FROM people p JOIN memberships m ON m.person_id = p.id
       JOIN organisations o ON o.id = m.organisation_id WHERE ${who.sql}
     ) ORDER BY seq DESC LIMIT 1`,
    [prefix, ...who.values],
  );
}

/** For the end of a batch that appends an event: the newest link as it then is, and the events without one. */
export function unsealed(db: Database, chain: string, limit: number): D1PreparedStatement[] {
  return [
    newestSeal(db, chain),
    db
      .prepare(
        `SELECT seq, hash FROM events WHERE chain = ?1
           AND seq > coalesce((SELECT max(seq) FROM seals WHERE chain = ?1), 0) ORDER BY seq LIMIT ?2`,
      )
      .bind(chain, limit),
  ];
}

/** Two who seal at once write the same links; the second changes nothing. */
export function addSeal(db: Database, chain: string, seal: Seal): D1PreparedStatement {
  return db
    .prepare("INSERT INTO seals (chain, seq, hash) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
    .bind(chain, seal.seq, seal.hash);
}

/** The link of an event, worked out before the database has given the event its place. */
export interface Link {
  readonly previous: Seal;
  readonly hash: string;
}

/**
 * For the batch that appends the event: writes its link if the event took the place after `previous` and `previous` is
 * the link before it; else changes nothing, and the event is among those `unsealed` names.
 */
export function addSealAfter(
  db: Database,
  event: { readonly chain: string; readonly hash: string },
  { previous, hash }: Link,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO seals (chain, seq, hash) SELECT ?1, ?2 + 1, ?3
       WHERE EXISTS (SELECT 1 FROM events WHERE chain = ?1 AND seq = ?2 + 1 AND hash = ?4)
         AND (?2 = 0 OR EXISTS (SELECT 1 FROM seals WHERE chain = ?1 AND seq = ?2 AND hash = ?5))
       ON CONFLICT DO NOTHING`,
    )
    .bind(event.chain, previous.seq, hash, event.hash, previous.hash);
}
