/**
 * Immutable texts by the sha256 of their UTF-8 bytes. Kept as gzip in base64, in parts below D1's limit of 2 MB a row:
 * base64 because D1 hands blobs back as arrays of numbers, which costs far more than the third it saves.
 */
import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Database } from "./database.ts";

const PART_LENGTH = 1_000_000;
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

export interface Content {
  readonly hash: string;
  /** The text, or its bytes in UTF-8. */
  readonly text: string | Uint8Array;
}

interface Part {
  readonly hash: string;
  readonly part: number;
  readonly data: string;
}

function partsOf({ hash, text }: Content): Part[] {
  const level = text.length < SHORT_LENGTH ? QUICK_LEVEL : SMALL_LEVEL;
  const packed = gzipSync(text, { level }).toString("base64");
  return Array.from({ length: Math.ceil(packed.length / PART_LENGTH) }, (_, part) => ({
    hash,
    part,
    data: packed.slice(part * PART_LENGTH, (part + 1) * PART_LENGTH),
  }));
}

function insertParts(db: Database, parts: readonly Part[]): D1PreparedStatement {
  const places = parts.map(() => "(?, ?, ?)").join(", ");
  return db
    .prepare(`INSERT INTO content (hash, part, data) VALUES ${places} ON CONFLICT DO NOTHING`)
    .bind(...parts.flatMap(({ hash, part, data }) => [hash, part, data]));
}

/** Statements that keep the texts, as few as hold them; equal content is kept once. */
export function keepContents(db: Database, contents: readonly Content[]): D1PreparedStatement[] {
  const parts = contents.flatMap(partsOf);
  const whole = parts.reduce((sum, { data }) => sum + data.length, 0) <= PART_LENGTH;
  if (whole && parts.length > 0) return [insertParts(db, parts)];
  return parts.map((part) => insertParts(db, [part]));
}

/** Statements that keep one text. */
export function keepContent(db: Database, hash: string, text: string): D1PreparedStatement[] {
  return keepContents(db, [{ hash, text }]);
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
