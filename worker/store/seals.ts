export interface Seal {
  readonly seq: number;
  readonly hash: string;
}

/** The newest link of a chain; null while it has none. */
export async function newestSeal(db: D1Database, chain: string): Promise<Seal | null> {
  return db
    .prepare("SELECT seq, hash FROM seals WHERE chain = ? ORDER BY seq DESC LIMIT 1")
    .bind(chain)
    .first<Seal>();
}

/** Places and hashes of the events after `afterSeq`, oldest first. */
export async function eventsAfter(
  db: D1Database,
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
export function addSeal(db: D1Database, chain: string, seal: Seal): D1PreparedStatement {
  return db
    .prepare("INSERT INTO seals (chain, seq, hash) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
    .bind(chain, seal.seq, seal.hash);
}
