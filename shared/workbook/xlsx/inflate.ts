/** DEFLATE (RFC 1951) into a buffer of known size: it can never grow past what the caller allowed. */

const LENGTH_BASE = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
  227, 258,
];
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCE_BASE = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
  6145, 8193, 12289, 16385, 24577,
];
const DISTANCE_EXTRA = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
];
const CODE_LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const MAX_BITS = 15;

class BadStream extends Error {}

/** A code as a table over its longest length: the next bits of the stream → symbol × 16 + length of the code. */
interface Huffman {
  readonly bits: number;
  readonly table: Uint32Array;
}

function buildHuffman(lengths: readonly number[]): Huffman {
  const bits = Math.max(1, ...lengths);
  const counts = new Uint16Array(MAX_BITS + 2);
  for (const length of lengths) if (length > 0) counts[length] = (counts[length] ?? 0) + 1;
  const next = new Uint32Array(MAX_BITS + 2);
  for (let length = 1; length <= MAX_BITS; length += 1)
    next[length + 1] = ((next[length] ?? 0) + (counts[length] ?? 0)) << 1;
  const table = new Uint32Array(1 << bits);
  lengths.forEach((length, symbol) => {
    if (length === 0) return;
    const code = next[length] ?? 0;
    next[length] = code + 1;
    if (code >= 1 << length) throw new BadStream("over-subscribed code");
    let reversed = 0;
    for (let bit = 0; bit < length; bit += 1) reversed |= ((code >> bit) & 1) << (length - 1 - bit);
    for (let at = reversed; at < table.length; at += 1 << length) table[at] = symbol * 16 + length;
  });
  return { bits, table };
}

const FIXED_LENGTHS = Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8));
const FIXED = {
  literals: buildHuffman(FIXED_LENGTHS),
  distances: buildHuffman(Array.from({ length: 30 }, () => 5)),
};

class Inflater {
  readonly output: Uint8Array;
  private readonly input: Uint8Array;
  private at = 0;
  private bitBuffer = 0;
  private bitCount = 0;
  private written = 0;

  constructor(input: Uint8Array, size: number) {
    this.input = input;
    this.output = new Uint8Array(size);
  }

  run(): Uint8Array {
    for (let last = 0; last === 0; ) {
      last = this.bits(1);
      const type = this.bits(2);
      if (type === 0) this.stored();
      else if (type === 1) this.block(FIXED.literals, FIXED.distances);
      else if (type === 2) this.dynamic();
      else throw new BadStream("block type");
    }
    if (this.written !== this.output.length) throw new BadStream("size");
    return this.output;
  }

  private bits(need: number): number {
    while (this.bitCount < need) {
      if (this.at >= this.input.length) throw new BadStream("end of data");
      this.bitBuffer |= (this.input[this.at] ?? 0) << this.bitCount;
      this.at += 1;
      this.bitCount += 8;
    }
    const value = this.bitBuffer & ((1 << need) - 1);
    this.bitBuffer >>>= need;
    this.bitCount -= need;
    return value;
  }

  private symbol(code: Huffman): number {
    while (this.bitCount < code.bits && this.at < this.input.length) {
      this.bitBuffer |= (this.input[this.at] ?? 0) << this.bitCount;
      this.at += 1;
      this.bitCount += 8;
    }
    const entry = code.table[this.bitBuffer & ((1 << code.bits) - 1)] ?? 0;
    const length = entry & 15;
    if (length === 0 || length > this.bitCount) throw new BadStream("code");
    this.bitBuffer >>>= length;
    this.bitCount -= length;
    return entry >>> 4;
  }

  private stored(): void {
    // Whole bytes already taken into the bit buffer go back.
    this.at -= this.bitCount >>> 3;
    this.bitBuffer = 0;
    this.bitCount = 0;
    const length = (this.input[this.at] ?? 0) | ((this.input[this.at + 1] ?? 0) << 8);
    const from = this.at + 4;
    if (from + length > this.input.length || this.written + length > this.output.length)
      throw new BadStream("stored");
    this.output.set(this.input.subarray(from, from + length), this.written);
    this.at = from + length;
    this.written += length;
  }

  private dynamic(): void {
    const literalCount = this.bits(5) + 257;
    const distanceCount = this.bits(5) + 1;
    const codeCount = this.bits(4) + 4;
    const codeLengths: number[] = Array.from({ length: 19 }, () => 0);
    for (let i = 0; i < codeCount; i += 1) codeLengths[CODE_LENGTH_ORDER[i] ?? 0] = this.bits(3);
    const lengthCode = buildHuffman(codeLengths);
    const lengths: number[] = [];
    while (lengths.length < literalCount + distanceCount) {
      const symbol = this.symbol(lengthCode);
      if (symbol < 16) lengths.push(symbol);
      else this.repeat(lengths, symbol);
    }
    this.block(
      buildHuffman(lengths.slice(0, literalCount)),
      buildHuffman(lengths.slice(literalCount, literalCount + distanceCount)),
    );
  }

  private repeat(lengths: number[], symbol: number): void {
    const value = symbol === 16 ? (lengths[lengths.length - 1] ?? 0) : 0;
    const times = symbol === 16 ? 3 + this.bits(2) : symbol === 17 ? 3 + this.bits(3) : 11 + this.bits(7);
    for (let i = 0; i < times; i += 1) lengths.push(value);
  }

  private block(literals: Huffman, distances: Huffman): void {
    const output = this.output;
    for (;;) {
      const symbol = this.symbol(literals);
      if (symbol === 256) return;
      if (symbol < 256) {
        if (this.written >= output.length) throw new BadStream("size");
        output[this.written] = symbol;
        this.written += 1;
        continue;
      }
      const length = (LENGTH_BASE[symbol - 257] ?? 0) + this.bits(LENGTH_EXTRA[symbol - 257] ?? 0);
      const code = this.symbol(distances);
      const distance = (DISTANCE_BASE[code] ?? 0) + this.bits(DISTANCE_EXTRA[code] ?? 0);
      const from = this.written - distance;
      if (distance === 0 || from < 0 || this.written + length > output.length) throw new BadStream("copy");
      for (let i = 0; i < length; i += 1) output[this.written + i] = output[from + i] ?? 0;
      this.written += length;
    }
  }
}

/** Exactly `size` bytes, or null when the stream is damaged, too short or too long. */
export function inflate(input: Uint8Array, size: number): Uint8Array | null {
  try {
    return new Inflater(input, size).run();
  } catch (error) {
    if (error instanceof BadStream) return null;
    throw error;
  }
}
