/** The words of a .docx, in order: what a reader of the paper sees. */
import { inflateRawSync } from "node:zlib";

/** The bytes of one entry of a zip, found through its central directory. */
function entryOf(bytes: Uint8Array, name: string): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  let at = view.getUint32(end + 16, true);
  for (let n = view.getUint16(end + 10, true); n > 0; n -= 1) {
    const nameLength = view.getUint16(at + 28, true);
    const found = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (found === name) {
      const local = view.getUint32(at + 42, true);
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const body = bytes.subarray(start, start + view.getUint32(at + 20, true));
      return view.getUint16(at + 10, true) === 0 ? body : inflateRawSync(body);
    }
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  throw new Error(`${name} is not in the file`);
}

export function textOfDocx(bytes: Uint8Array): string {
  const xml = new TextDecoder().decode(entryOf(bytes, "word/document.xml"));
  return xml
    .replace(/<\/w:p>/g, "\n")
    .replace(/<[^>]+>/g, "")
    .replace(/&amp;/g, "&");
}
