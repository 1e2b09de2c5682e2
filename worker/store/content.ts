/**
 * Immutable texts by the sha256 of their UTF-8 bytes. Kept as gzip in base64, in parts below D1's limit of 2 MB a row:
 * base64 because D1 hands blobs back as arrays of numbers, which costs far more than the third it saves.
 */
import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Database } from "./database.ts";

/** Of packed content in one row. */
export const ROW_LENGTH = 1_000_000;
/** Short content is a twelfth larger than at zlib's usual level, for half of its time; what fills the database is long. */
const [QUICK_LEVEL, SMALL_LEVEL] = [3, 6];
const SHORT_LENGTH = 65_536;

/** In one step: the streams and promises of the web's own functions cost several times the work itself. */
export function sha256Hex(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}

/** Gzip in base64 of a text, or of its bytes in UTF-8. */
export function packed(text: string | Uint8Array): string {
  const level = text.length < SHORT_LENGTH ? QUICK_LEVEL : SMALL_LEVEL;
  return gzipSync(text, { level }).toString("base64");
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
  const data = fromBase64(results.map((row) => row.data).join(""));
  return gunzipSync(data).toString("utf8");
}
