/**
 * Immutable texts by the sha256 of their UTF-8 bytes. Kept as gzip in base64, in parts below D1's limit of 2 MB a row:
 * base64 because D1 hands blobs back as arrays of numbers, which costs far more than the third it saves.
 */
import type { Database } from "./database.ts";

const PART_LENGTH = 1_000_000;

export async function sha256Hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function pipe(
  bytes: Uint8Array,
  transform: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const stream = new Response(bytes).body?.pipeThrough(transform);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(binary);
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}

/** Statements that keep the text; equal content is kept once. */
export async function keepContent(db: Database, hash: string, text: string): Promise<D1PreparedStatement[]> {
  const packed = toBase64(await pipe(new TextEncoder().encode(text), new CompressionStream("gzip")));
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
  return new TextDecoder().decode(await pipe(packed, new DecompressionStream("gzip")));
}
