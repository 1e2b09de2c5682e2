/**
 * Immutable texts by the sha256 of their UTF-8 bytes. Kept in base64, the longer ones gzipped, in parts below D1's limit
 * of 2 MB a row: base64 because D1 hands blobs back as arrays of numbers, which costs far more than the third it saves.
 */
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Database } from "./database.ts";

/** Of packed content in one row. */
export const ROW_LENGTH = 1_000_000;
/** A receipt is mostly its own signed text in base64, of which gzip makes hardly less for as much time as a signature. */
const GZIP_FROM = 8192;
/** Short content is a ninth larger than at zlib's usual level, for a third of its time; what fills the database is long. */
const [QUICK_LEVEL, SMALL_LEVEL] = [1, 6];
const SHORT_LENGTH = 65_536;

/** In one step: the streams and promises of the web's own functions cost several times the work itself. */
export function sha256Hex(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Base64 of a text or of its bytes in UTF-8, gzipped where that makes it smaller. */
export function packed(text: string | Uint8Array): string {
  const bytes = Buffer.from(text);
  if (bytes.length < GZIP_FROM) return bytes.toString("base64");
  const level = bytes.length < SHORT_LENGTH ? QUICK_LEVEL : SMALL_LEVEL;
  return gzipSync(bytes, { level }).toString("base64");
}

/** What is kept is JSON text, which never begins as gzip does. */
const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

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
  const data = Buffer.from(results.map((row) => row.data).join(""), "base64");
  return (isGzip(data) ? gunzipSync(data) : data).toString("utf8");
}
