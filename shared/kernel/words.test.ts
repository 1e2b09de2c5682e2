import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_WORDS, decimalInWords, dongInWords, integerInWords, wordsToInteger } from "./words.ts";
import { mustOk } from "./result.ts";

describe("numbers in words", () => {
  it.each([
    [0, "Không đồng"],
    [5, "Năm đồng"],
    [10, "Mười đồng"],
    [11, "Mười một đồng"],
    [15, "Mười lăm đồng"],
    [21, "Hai mươi mốt đồng"],
    [24, "Hai mươi tư đồng"],
    [25, "Hai mươi lăm đồng"],
    [101, "Một trăm linh một đồng"],
    [105, "Một trăm linh năm đồng"],
    [110, "Một trăm mười đồng"],
    [1001, "Một nghìn không trăm linh một đồng"],
    [1005, "Một nghìn không trăm linh năm đồng"],
    [190_234_500, "Một trăm chín mươi triệu hai trăm ba mươi tư nghìn năm trăm đồng"],
    [2_800_000_000, "Hai tỷ tám trăm triệu đồng"],
    [1_000_000_001, "Một tỷ không trăm linh một đồng"],
    [1_000_000_000_000, "Một nghìn tỷ đồng"],
    [-1_500_000, "Âm một triệu năm trăm nghìn đồng"],
  ])("%d", (amount, words) => expect(dongInWords(amount)).toBe(words));

  it("offers the variants people use", () => {
    const south = { zeroTen: "lẻ", four: "bốn", thousand: "ngàn", billion: "tỉ" } as const;
    expect(integerInWords(1_000_001_024n, south)).toBe("một tỉ không trăm lẻ một ngàn không trăm hai mươi bốn");
    expect(dongInWords(1000, DEFAULT_WORDS, true)).toBe("Một nghìn đồng chẵn");
    expect(decimalInWords("-12.05")).toBe("âm mười hai phẩy không năm");
  });

  it("reads back whatever it says, over all safe integers and variants", () => {
    const options = fc.record({
      zeroTen: fc.constantFrom("linh" as const, "lẻ" as const),
      four: fc.constantFrom("tư" as const, "bốn" as const),
      thousand: fc.constantFrom("nghìn" as const, "ngàn" as const),
      billion: fc.constantFrom("tỷ" as const, "tỉ" as const),
    });
    fc.assert(fc.property(fc.maxSafeInteger(), options, (n, o) => {
      expect(mustOk(wordsToInteger(integerInWords(BigInt(n), o)))).toBe(BigInt(n));
    }), { numRuns: 5000 });
  });

  it("refuses what is not a number", () => {
    for (const text of ["", "abc", "một hai", "mươi", "âm"]) expect(wordsToInteger(text)).toMatchObject({ ok: false, error: { code: "words-unreadable" } });
  });
});
