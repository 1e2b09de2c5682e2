/**
 * Texts as rows of `content` hold them: base64, the longer ones gzipped. Base64 because D1 hands blobs back as arrays of
 * numbers, which costs far more than the third it saves.
 */
import { Buffer } from "node:buffer";
import { gunzipSync, gzipSync } from "node:zlib";

/** A receipt is mostly its own signed text in base64, of which gzip makes hardly less for as much time as a signature. */
const GZIP_FROM = 8192;
/** Short content is a ninth larger than at zlib's usual level, for a third of its time; what fills the database is long. */
const [QUICK_LEVEL, SMALL_LEVEL] = [1, 6];
const SHORT_LENGTH = 65_536;

/** Base64 of a text or of its bytes in UTF-8, gzipped where that makes it smaller. */
export function packed(text: string | Uint8Array): string {
  const bytes = Buffer.from(text);
  if (bytes.length < GZIP_FROM) return bytes.toString("base64");
  const level = bytes.length < SHORT_LENGTH ? QUICK_LEVEL : SMALL_LEVEL;
  return gzipSync(bytes, { level }).toString("base64");
}

/** The text of what `packed` made. No text begins as gzip does: its second byte cannot stand there in UTF-8. */
export function unpacked(data: string): string {
  const bytes = Buffer.from(data, "base64");
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isGzip ? gunzipSync(bytes) : bytes).toString("utf8");
}
