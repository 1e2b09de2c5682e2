import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mustOk } from "./result.ts";
import { wordsToDecimal, wordsToInteger } from "./words-to-number.ts";
import { DEFAULT_WORDS, decimalInWords, dongInWords, integerInWords } from "./words.ts";

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
    expect(integerInWords(1_000_001_024n, south)).toBe(
      "một tỉ không trăm lẻ một ngàn không trăm hai mươi bốn",
    );
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
    fc.assert(
      fc.property(fc.maxSafeInteger(), options, (n, o) => {
        expect(mustOk(wordsToInteger(integerInWords(BigInt(n), o)))).toBe(BigInt(n));
      }),
      { numRuns: 5000 },
    );
  });

  it("says nested tỷ for numbers beyond nghìn tỷ", () => {
    expect(integerInWords(1_000_000_000_000_000n)).toBe("một triệu tỷ");
    expect(integerInWords(10n ** 18n)).toBe("một tỷ tỷ");
    expect(mustOk(wordsToInteger("một tỷ tỷ"))).toBe(10n ** 18n);
    expect(integerInWords(9_007_199_254_740_991n)).toBe(
      "chín triệu không trăm linh bảy nghìn một trăm chín mươi chín tỷ hai trăm năm mươi tư triệu bảy trăm bốn mươi nghìn chín trăm chín mươi mốt",
    );
  });

  it("reads decimals back", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.stringMatching(/^[0-9]{0,5}[1-9]$/), (whole, fraction) => {
        const plain = `${whole}.${fraction}`;
        expect(wordsToDecimal(decimalInWords(plain))).toEqual({ ok: true, value: plain });
      }),
    );
    expect(wordsToDecimal("Âm mười hai phẩy không năm")).toEqual({ ok: true, value: "-12.05" });
    expect(wordsToDecimal("mười phẩy mười")).toMatchObject({ ok: false });
    expect(wordsToDecimal("một phẩy hai phẩy ba")).toMatchObject({ ok: false });
  });

  it.each([
    ["Hai triệu, năm trăm nghìn đồng chẵn./.", 2_500_000n],
    ["một nghìn linh năm", 1005n],
    ["một ngàn hai mươi", 1020n],
    ["hai mươi nhăm", 25n],
    ["bẩy trăm lẻ bẩy", 707n],
    ["không đồng", 0n],
  ])("reads “%s”", (text, value) => expect(wordsToInteger(text)).toEqual({ ok: true, value }));

  it("refuses what is not a number, is out of order, or could mean two numbers", () => {
    const bad = [
      "",
      "abc",
      "một hai",
      "mươi",
      "âm",
      "linh",
      "linh năm",
      "nghìn",
      "một mươi mươi",
      "hai nghìn ba triệu",
    ];
    const loose = [
      "một trăm hai trăm",
      "một nghìn năm",
      "hai tỷ ba",
      "một trăm năm",
      "tư",
      "mười mốt",
      "không nghìn",
      "tỷ",
      "âm âm một",
      "không tỷ một",
      "một trămhai mươi",
    ];
    for (const text of [...bad, ...loose])
      expect(wordsToInteger(text), text).toMatchObject({ ok: false, error: { code: "words-unreadable" } });
  });
});
