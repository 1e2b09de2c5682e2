/** UTF-8 and CRC-32 by hand: shared code has no TextDecoder. */

const CHUNK = 8192;

/** Decodes UTF-8; a damaged sequence becomes U+FFFD. A UTF-16LE byte order mark is honoured. */
export function decodeText(bytes: Uint8Array, from = 0, to = bytes.length): string {
  if (from === 0 && bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 2, to);
  let at = from === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : from;
  let text = "";
  let units: number[] = [];
  while (at < to) {
    const first = bytes[at] ?? 0;
    const size =
      first < 0x80
        ? 1
        : first >= 0xc2 && first < 0xe0
          ? 2
          : first >= 0xe0 && first < 0xf0
            ? 3
            : first >= 0xf0 && first < 0xf5
              ? 4
              : 0;
    let code = size === 1 ? first : size === 0 ? 0xfffd : first & (0x7f >> size);
    let used = 1;
    for (; used < size; used += 1) {
      const next = at + used < to ? (bytes[at + used] ?? 0) : 0;
      if ((next & 0xc0) !== 0x80) break;
      code = (code << 6) | (next & 0x3f);
    }
    if (used < size || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) code = 0xfffd;
    if (code > 0xffff) units.push(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff));
    else units.push(code);
    at += used;
    if (units.length >= CHUNK) {
      text += String.fromCharCode(...units);
      units = [];
    }
  }
  return text + String.fromCharCode(...units);
}

function decodeUtf16(bytes: Uint8Array, from: number, to: number): string {
  let text = "";
  for (let at = from; at + 1 < to; at += 2)
    text += String.fromCharCode((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8));
  return wellFormed(text);
}

const HALF = /\p{Surrogate}/gu;

/** Halves of characters become U+FFFD: what is read can then be hashed, sent and written anywhere. */
export function wellFormed(text: string): string {
  return text.replace(HALF, "\ufffd");
}

export function encodeText(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let at = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.codePointAt(i) ?? 0;
    if (code > 0xffff) i += 1;
    if (code < 0x80) bytes[at++] = code;
    else {
      const more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
      bytes[at++] = ((0xf00 >> (more + 1)) & 0xff) | (code >> (6 * more));
      for (let shift = 6 * (more - 1); shift >= 0; shift -= 6) bytes[at++] = 0x80 | ((code >> shift) & 63);
    }
  }
  return bytes.slice(0, at);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

export function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (let at = 0; at < bytes.length; at += 1)
    value = (value >>> 8) ^ (CRC_TABLE[(value ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}
