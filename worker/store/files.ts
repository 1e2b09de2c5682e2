/**
 * Original files in R2, each under the sha256 of its bytes: the same file is kept once, and nothing is ever replaced.
 * A file is put before any row names it, so a crash between the two leaves a file nobody names, which harms nobody.
 *
 * While it comes, a file has a place of its own, because its name is not known before its last byte: it is streamed
 * there, read back, and put under its hash only when it can be read. What a crash leaves there is taken away later.
 */
import { createHash } from "node:crypto";

const FOLDER = "tep/";
/** Names begin with their time, so the oldest come first in a list. */
const COMING = "dang-nhan/";
export const LEFT_BEHIND_HOURS = 24;
const SWEPT_AT_ONCE = 20;

export async function sha256OfBytes(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Keeps the bytes under `hash`; R2 itself refuses bytes that do not have it. */
export async function keepFile(bucket: R2Bucket, hash: string, bytes: Uint8Array): Promise<void> {
  const known = await bucket.head(FOLDER + hash);
  if (known !== null && known.size === bytes.length) return;
  await bucket.put(FOLDER + hash, bytes, { sha256: hash });
}

async function bytesAt(bucket: R2Bucket, key: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const found = await bucket.get(key);
  return found === null ? null : new Uint8Array(await found.arrayBuffer());
}

/** Null when there is none. */
export async function readFile(bucket: R2Bucket, hash: string): Promise<Uint8Array<ArrayBuffer> | null> {
  return bytesAt(bucket, FOLDER + hash);
}

/** The body ended before the bytes it had promised, or went on after them. */
export class WrongLength extends Error {}

async function pour(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  writer: WritableStreamDefaultWriter<Uint8Array>,
  size: number,
): Promise<string> {
  const hash = createHash("sha256");
  const next = () =>
    reader.read().catch((error: unknown) => {
      throw new WrongLength("the connection was cut", { cause: error });
    });
  let seen = 0;
  for (;;) {
    const { done, value } = await next();
    if (done) break;
    seen += value.byteLength;
    if (seen > size) throw new WrongLength("more bytes than promised");
    hash.update(value);
    await writer.write(value);
  }
  if (seen < size) throw new WrongLength("fewer bytes than promised");
  await writer.close();
  return hash.digest("hex");
}

export interface ComingFile {
  readonly hash: string;
  /** As the bucket has it. */
  readonly bytes: Uint8Array;
  /** The place is needed no longer. */
  readonly forget: () => Promise<void>;
}

/**
 * Streams a body of exactly `size` bytes to a place called `name`, hashing on the way, and reads it back: however long
 * the sender takes, no more than a chunk is held. Nothing is there unless all of it came. Throws WrongLength.
 */
export async function streamFile(
  bucket: R2Bucket,
  name: string,
  body: ReadableStream<Uint8Array>,
  size: number,
): Promise<ComingFile> {
  const key = COMING + name;
  const { readable, writable } = new FixedLengthStream(size);
  const writer = writable.getWriter();
  const kept = bucket.put(key, readable);
  // A bucket that refuses reads no further: without this the writer would wait for ever.
  kept.catch((error: unknown) => writer.abort(error).catch(() => undefined));
  const reader = body.getReader();
  const poured = await pour(reader, writer, size).catch((error: unknown) => error);
  if (typeof poured !== "string") {
    void reader.cancel().catch(() => undefined);
    await writer.abort(poured).catch(() => undefined);
    // A sender at fault is told so; a bucket at fault speaks for itself.
    if (poured instanceof WrongLength) await kept.catch(() => undefined);
    else await kept;
    throw poured;
  }
  await kept;
  const bytes = await bytesAt(bucket, key);
  if (bytes === null) throw new Error("a file just received is missing");
  return { hash: poured, bytes, forget: () => bucket.delete(key) };
}

/** Takes away what crashes have left behind, a few at a time. */
export async function sweepComing(bucket: R2Bucket, now: Date): Promise<void> {
  const { objects } = await bucket.list({ prefix: COMING, limit: SWEPT_AT_ONCE });
  const before = now.getTime() - LEFT_BEHIND_HOURS * 3_600_000;
  const keys = objects.filter(({ uploaded }) => uploaded.getTime() < before).map(({ key }) => key);
  if (keys.length > 0) await bucket.delete(keys);
}
