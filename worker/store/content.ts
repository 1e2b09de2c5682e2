/**
 * Immutable texts by the sha256 of their UTF-8 bytes. Kept as gzip in base64, in parts below D1's limit of 2 MB a row:
 * base64 because D1 hands blobs back as arrays of numbers, which costs far more than the third it saves.
 */
import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Database } from "./database.ts";

const PART_LENGTH = 1_000_000;

/** In one step: the streams and promises of the web's own functions cost several times the work itself. */
export function sha256Hex(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}

/** Statements that keep the text; equal content is kept once. */
export function keepContent(db: Database, hash: string, text: string): D1PreparedStatement[] {
  const packed = gzipSync(text).toString("base64");
  const statements: D1PreparedStatement[] = [];
  for (let part = 0; part * PART_LENGTH < packed.length; part += 1) {
    const data = packed.slice(part * PART_LENGTH, (part + 1) * PART_LENGTH);
    statements.push(
      db
        .prepare("INSERT INTO content (hash, part, data) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
        .bind(hash, part, data),
    );
  }
  return statements;
}

/** The text, byte for byte; null when there is none. */
export async function readContent(db: Database, hash: string): Promise<string | null> {
  const { results } = await db
    .prepare("SELECT data FROM content WHERE hash = ? ORDER BY part")
    .bind(hash)
    .all<{ data: string }>();
  if (results.length === 0) return null;
  const packed = fromBase64(results.map((row) => row.data).join(""));
  return gunzipSync(packed).toString("utf8");
}
