/** SHA-256 (FIPS 180-4) in plain arithmetic: shared/ has no WebCrypto, and data versions are needed synchronously. */

const PRIMES: number[] = [];
for (let n = 2; PRIMES.length < 64; n += 1) if (PRIMES.every((p) => n % p !== 0)) PRIMES.push(n);

/** First 32 bits of the fractional part, exact in doubles for these roots. */
const fraction = (root: number) => Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;
const K = Int32Array.from(PRIMES, (p) => fraction(Math.cbrt(p)));
const INITIAL = Int32Array.from(PRIMES.slice(0, 8), (p) => fraction(Math.sqrt(p)));

/** The UTF-8 bytes of a text, padded to whole blocks with its length in bits. A lone surrogate becomes U+FFFD. */
function padded(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((text.length * 3 + 9) / 64) * 64);
  let at = 0;
  for (const char of text) {
    const point = char.codePointAt(0) ?? 0;
    const c = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (c < 0x80) bytes[at++] = c;
    else {
      if (c < 0x800) bytes[at++] = 0xc0 | (c >> 6);
      else {
        if (c < 0x10000) bytes[at++] = 0xe0 | (c >> 12);
        else {
          bytes[at++] = 0xf0 | (c >> 18);
          bytes[at++] = 0x80 | ((c >> 12) & 63);
        }
        bytes[at++] = 0x80 | ((c >> 6) & 63);
      }
      bytes[at++] = 0x80 | (c & 63);
    }
  }
  bytes[at] = 0x80;
  const size = Math.ceil((at + 9) / 64) * 64;
  const length = new DataView(bytes.buffer);
  length.setUint32(size - 8, Math.floor(at / 2 ** 29));
  length.setUint32(size - 4, (at * 8) >>> 0);
  return bytes.subarray(0, size);
}

const rotate = (x: number, n: number) => (x >>> n) | (x << (32 - n));

function schedule(words: DataView, offset: number, w: Int32Array): void {
  for (let i = 0; i < 16; i += 1) w[i] = words.getInt32(offset + i * 4);
  for (let i = 16; i < 64; i += 1) {
    const a = w[i - 15] ?? 0;
    const b = w[i - 2] ?? 0;
    const s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3);
    const s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10);
    w[i] = (w[i - 16] ?? 0) + s0 + (w[i - 7] ?? 0) + s1;
  }
}

/** One block. The eight working words turn in place: word j of round i is v[(j − i) mod 8]. */
function compress(state: Int32Array, w: Int32Array, v: Int32Array): void {
  v.set(state);
  for (let i = 0; i < 64; i += 1) {
    const word = (j: number) => v[(j - i) & 7] ?? 0;
    const e = word(4);
    const a = word(0);
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const t1 = (word(7) + s1 + ((e & word(5)) ^ (~e & word(6))) + (K[i] ?? 0) + (w[i] ?? 0)) | 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const t2 = (s0 + ((a & word(1)) ^ (a & word(2)) ^ (word(1) & word(2)))) | 0;
    v[(3 - i) & 7] = word(3) + t1;
    v[(7 - i) & 7] = t1 + t2;
  }
  for (let j = 0; j < 8; j += 1) state[j] = (state[j] ?? 0) + (v[j] ?? 0);
}

/** Lower-case hexadecimal digest of the UTF-8 bytes of a text. */
export function sha256Hex(text: string): string {
  const bytes = padded(text);
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const state = Int32Array.from(INITIAL);
  const w = new Int32Array(64);
  const v = new Int32Array(8);
  for (let offset = 0; offset < bytes.length; offset += 64) {
    schedule(words, offset, w);
    compress(state, w, v);
  }
  return [...state].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}
