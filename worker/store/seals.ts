import type { Seal } from "../../shared/contract/log-chain.ts";
import type { Database } from "./database.ts";

/** The newest link of a chain; null while it has none. */
export async function newestSeal(db: Database, chain: string): Promise<Seal | null> {
  return db
    .prepare("SELECT seq, hash FROM seals WHERE chain = ? ORDER BY seq DESC LIMIT 1")
    .bind(chain)
    .first<Seal>();
}

/** Places and hashes of the events after `afterSeq`, oldest first. */
export async function eventsAfter(
  db: Database,
  chain: string,
  afterSeq: number,
  limit: number,
): Promise<Seal[]> {
  const { results } = await db
    .prepare("SELECT seq, hash FROM events WHERE chain = ? AND seq > ? ORDER BY seq LIMIT ?")
    .bind(chain, afterSeq, limit)
    .all<Seal>();
  return results;
}

/** Two who seal at once write the same links; the second changes nothing. */
export function addSeal(db: Database, chain: string, seal: Seal): D1PreparedStatement {
  return db
    .prepare("INSERT INTO seals (chain, seq, hash) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
    .bind(chain, seal.seq, seal.hash);
}
