import type { Seal } from "../../shared/contract/log-chain.ts";
import type { Database } from "./database.ts";

/** The newest link of a chain; null while it has none. */
export async function newestSeal(db: Database, chain: string): Promise<Seal | null> {
  return db
    .prepare("SELECT seq, hash FROM seals WHERE chain = ? ORDER BY seq DESC LIMIT 1")
    .bind(chain)
    .first<Seal>();
}

/** For the end of a batch that appends an event: the newest link as it then is, and the events without one. */
export function unsealed(db: Database, chain: string, limit: number): D1PreparedStatement[] {
  return [
    db.prepare("SELECT seq, hash FROM seals WHERE chain = ? ORDER BY seq DESC LIMIT 1").bind(chain),
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
