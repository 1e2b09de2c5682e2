/**
 * Immutable texts by the sha256 of their UTF-8 bytes, as packed.ts makes them, in parts below D1's limit of 2 MB a
 * row.
 */
import { createHash } from "node:crypto";
import type { Database } from "./database.ts";
import { packed, unpacked } from "./packed.ts";

/** Of packed content in one row. */
export const ROW_LENGTH = 1_000_000;

/** In one step: the streams and promises of the web's own functions cost several times the work itself. */
export function sha256Hex(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Statements that keep what is packed, a row each; equal content is kept once. */
export function keepPacked(db: Database, hash: string, data: string): D1PreparedStatement[] {
  const insert = db.prepare("INSERT INTO content (hash, part, data) VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
  return Array.from({ length: Math.ceil(data.length / ROW_LENGTH) }, (_, part) =>
    insert.bind(hash, part, data.slice(part * ROW_LENGTH, (part + 1) * ROW_LENGTH)),
  );
}

/** Statements that keep one text. */
export function keepContent(db: Database, hash: string, text: string): D1PreparedStatement[] {
  return keepPacked(db, hash, packed(text));
}

/** The text, byte for byte; null when there is none. */
export async function readContent(db: Database, hash: string): Promise<string | null> {
  const { results } = await db
    .prepare("SELECT data FROM content WHERE hash = ? ORDER BY part")
    .bind(hash)
    .all<{ data: string }>();
  if (results.length === 0) return null;
  return unpacked(results.map((row) => row.data).join(""));
}
