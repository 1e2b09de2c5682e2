/**
 * DEFLATE (RFC 1951) with the fixed code and a short search: the same input gives the same bytes on every machine,
 * which no platform compressor promises. Sheets shrink about tenfold.
 */

const WINDOW = 32768;
const MIN_MATCH = 3;
const MAX_MATCH = 258;
const HASH_BITS = 15;
/** How many earlier places are tried for a match. */
const MAX_CHAIN = 24;

/** Lengths 3…258 and distances 1…32768 in their code groups: [symbol, extra bits, base]. */
type Group = readonly [symbol: number, extraBits: number, base: number];

const LENGTH_GROUPS: Group[] = [];
const DISTANCE_GROUPS: Group[] = [];
for (let symbol = 257, base = MIN_MATCH; symbol < 285; symbol += 1) {
  const extra = symbol < 265 ? 0 : (symbol - 261) >> 2;
  LENGTH_GROUPS.push([symbol, extra, base]);
  base += 1 << extra;
}
LENGTH_GROUPS.push([285, 0, MAX_MATCH]);
for (let symbol = 0, base = 1; symbol < 30; symbol += 1) {
  const extra = symbol < 4 ? 0 : (symbol - 2) >> 1;
  DISTANCE_GROUPS.push([symbol, extra, base]);
  base += 1 << extra;
}

function groupTable(groups: readonly Group[], size: number): Uint8Array {
  const table = new Uint8Array(size + 1);
  groups.forEach(([, , base], index) => table.fill(index, base));
  return table;
}

const LENGTH_TABLE = groupTable(LENGTH_GROUPS, MAX_MATCH);
const DISTANCE_TABLE = groupTable(DISTANCE_GROUPS, WINDOW);

class BitWriter {
  private bytes = new Uint8Array(1024);
  private length = 0;
  private buffer = 0;
  private count = 0;

  /** Lowest bit first. */
  put(value: number, bits: number): void {
    this.buffer |= value << this.count;
    this.count += bits;
    while (this.count >= 8) {
      this.push(this.buffer & 255);
      this.buffer >>>= 8;
      this.count -= 8;
    }
  }

  /** Huffman codes go highest bit first. */
  code(value: number, bits: number): void {
    let reversed = 0;
    for (let bit = 0; bit < bits; bit += 1) reversed |= ((value >> bit) & 1) << (bits - 1 - bit);
    this.put(reversed, bits);
  }

  finish(): Uint8Array {
    if (this.count > 0) this.push(this.buffer & 255);
    return this.bytes.slice(0, this.length);
  }

  private push(byte: number): void {
    if (this.length === this.bytes.length) {
      const larger = new Uint8Array(this.bytes.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes[this.length] = byte;
    this.length += 1;
  }
}

function putLiteral(writer: BitWriter, symbol: number): void {
  if (symbol < 144) writer.code(0x30 + symbol, 8);
  else if (symbol < 256) writer.code(0x190 + symbol - 144, 9);
  else if (symbol < 280) writer.code(symbol - 256, 7);
  else writer.code(0xc0 + symbol - 280, 8);
}

function putMatch(writer: BitWriter, length: number, distance: number): void {
  const [lengthSymbol = 0, lengthExtra = 0, lengthBase = 0] = LENGTH_GROUPS[LENGTH_TABLE[length] ?? 0] ?? [];
  putLiteral(writer, lengthSymbol);
  writer.put(length - lengthBase, lengthExtra);
  const [symbol = 0, extra = 0, base = 0] = DISTANCE_GROUPS[DISTANCE_TABLE[distance] ?? 0] ?? [];
  writer.code(symbol, 5);
  writer.put(distance - base, extra);
}

/** Earlier places by hash of three bytes: newest in `head`, older ones through `previous`. */
class Matcher {
  private readonly input: Uint8Array;
  private readonly head = new Int32Array(1 << HASH_BITS).fill(-1);
  private readonly previous: Int32Array;
  length = 0;
  distance = 0;

  constructor(input: Uint8Array) {
    this.input = input;
    this.previous = new Int32Array(input.length);
  }

  add(at: number): void {
    if (at + MIN_MATCH > this.input.length) return;
    const hash = this.hashAt(at);
    this.previous[at] = this.head[hash] ?? -1;
    this.head[hash] = at;
  }

  /** Sets `length` (0 when none) and `distance` of the longest match for what stands at `at`. */
  find(at: number): void {
    this.length = 0;
    const input = this.input;
    const most = Math.min(MAX_MATCH, input.length - at);
    if (most < MIN_MATCH) return;
    let candidate = this.head[this.hashAt(at)] ?? -1;
    for (let tries = 0; tries < MAX_CHAIN && candidate >= 0 && at - candidate <= WINDOW; tries += 1) {
      let same = 0;
      while (same < most && input[candidate + same] === input[at + same]) same += 1;
      if (same > this.length) {
        this.length = same;
        this.distance = at - candidate;
        if (same === most) break;
      }
      candidate = this.previous[candidate] ?? -1;
    }
    if (this.length < MIN_MATCH) this.length = 0;
  }

  private hashAt(at: number): number {
    const key = ((this.input[at] ?? 0) << 16) | ((this.input[at + 1] ?? 0) << 8) | (this.input[at + 2] ?? 0);
    return (Math.imul(key, 0x9e3779b1) >>> (32 - HASH_BITS)) & ((1 << HASH_BITS) - 1);
  }
}

export function deflate(input: Uint8Array): Uint8Array {
  const writer = new BitWriter();
  const matcher = new Matcher(input);
  // One last block, fixed code.
  writer.put(1, 1);
  writer.put(1, 2);
  for (let at = 0; at < input.length; ) {
    matcher.find(at);
    if (matcher.length === 0) putLiteral(writer, input[at] ?? 0);
    else putMatch(writer, matcher.length, matcher.distance);
    const next = at + Math.max(1, matcher.length);
    for (; at < next; at += 1) matcher.add(at);
  }
  putLiteral(writer, 256);
  return writer.finish();
}
