/** Every book ever offered, by the hashes of its parts (`judged_data`), so that a workbook pinned to one can have it again. */
import type { Database } from "./database.ts";

export interface KeptBook {
  readonly version: string;
  readonly lawVersion: string;
  /** JSON: versions and hashes of law, norms and prices, as receipts name them. */
  readonly parts: string;
}

/** Repeating it changes nothing. */
export function keepBook(db: Database, { version, lawVersion, parts }: KeptBook, at: string) {
  return db
    .prepare(
      "INSERT INTO kept_books (version, law_version, parts, kept_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
    )
    .bind(version, lawVersion, parts, at);
}

/** The book by its own version, or the newest with that version of the law; null when none was offered. */
export async function findKeptBook(
  db: Database,
  version: string,
): Promise<Pick<KeptBook, "version" | "parts"> | null> {
  return db
    .prepare(
      `SELECT version, parts FROM kept_books WHERE version = ?1 OR law_version = ?1
       ORDER BY version = ?1 DESC, kept_at DESC, version DESC LIMIT 1`,
    )
    .bind(version)
    .first();
}
