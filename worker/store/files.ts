/**
 * Original files in R2, each under the sha256 of its bytes: the same file is kept once, and nothing is ever replaced.
 * A file is put before any row names it, so a crash between the two leaves a file nobody names, which harms nobody.
 */
const FOLDER = "tep/";

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

/** Null when there is none. */
export async function readFile(bucket: R2Bucket, hash: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const found = await bucket.get(FOLDER + hash);
  return found === null ? null : new Uint8Array(await found.arrayBuffer());
}
