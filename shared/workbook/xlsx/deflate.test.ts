import { deflateRawSync, inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deflate } from "./deflate.ts";
import { inflate } from "./inflate.ts";

const repetitive = fc
  .array(fc.constantFrom("<row>", '<c r="A1" s="3">', "đề án", "\u0000", "0123456789"), { maxLength: 400 })
  .map((pieces) => new TextEncoder().encode(pieces.join("")));
const bytes = fc.oneof(fc.uint8Array({ maxLength: 3000 }), repetitive);

describe("deflate and inflate", () => {
  it("are understood by another implementation, both ways", () => {
    fc.assert(
      fc.property(bytes, (input) => {
        expect(Uint8Array.from(inflateRawSync(deflate(input)))).toEqual(input);
        expect(inflate(deflate(input), input.length)).toEqual(input);
        for (const level of [0, 1, 9])
          expect(inflate(deflateRawSync(input, { level }), input.length)).toEqual(input);
      }),
      { numRuns: 200 },
    );
  });

  it("handle matches of the greatest length and distance", () => {
    const far = new Uint8Array(33_100).map((_, i) => (i < 300 || i >= 32_768 ? i % 251 : 7));
    expect(inflate(deflate(far), far.length)).toEqual(far);
    expect(deflate(new Uint8Array(1_000_000)).length).toBeLessThan(8_000);
  });

  it("refuse a stream that is longer or shorter than declared, and never throw on noise", () => {
    const packed = deflate(new Uint8Array(100));
    expect(inflate(packed, 99)).toBeNull();
    expect(inflate(packed, 101)).toBeNull();
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.nat(2000),
        (noise, size) => void inflate(noise, size),
      ),
    );
  });
});
