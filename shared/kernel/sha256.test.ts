import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { sha256Hex } from "./sha256.ts";

const platform = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

it("equals the platform's SHA-256 on any text, lone surrogates too", () => {
  const point = fc.oneof(fc.integer({ min: 0, max: 0x10ffff }), fc.constantFrom(0xd800, 0xdc00, 0x61));
  const texts = fc.array(point, { maxLength: 300 }).map((points) => String.fromCodePoint(...points));
  fc.assert(
    fc.property(texts, (text) => {
      expect(sha256Hex(text)).toBe(platform(text));
    }),
  );
});

it("pads every length around a block", () => {
  for (let length = 0; length <= 130; length += 1)
    expect(sha256Hex("a".repeat(length))).toBe(platform("a".repeat(length)));
});

it("hashes long texts", () => {
  const text = "Quảng Ninh 😀 ".repeat(20_000);
  expect(sha256Hex(text)).toBe(platform(text));
});
