import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText, foldKey, foldText } from "./text.ts";

describe("text", () => {
  it.each([
    ["  Đề\u00A0án \u200B số\t1\n", "Đề án số 1"],
    ["Đề án".normalize("NFD"), "Đề án"],
    ["\uFEFF", ""],
  ])("cleans %j", (text, clean) => expect(cleanText(text)).toBe(clean));

  it.each([
    ["Đường Ưu Tiên", "duong uu tien", "duonguutien"],
    ["đặc-khu (Cô Tô)", "dac-khu (co to)", "dackhucoto"],
    ["TP. Hồ Chí Minh", "tp. ho chi minh", "tphochiminh"],
    ["１２３", "１２３", ""],
  ])("folds %s", (text, folded, key) => {
    expect(foldText(text)).toBe(folded);
    expect(foldKey(text)).toBe(key);
  });

  it("leaves tidy text alone only where cleaning would change nothing: every character, alone and between others", () => {
    const cleaned = (text: string) =>
      text
        .normalize("NFC")
        .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, "")
        .replace(/[\s\u00A0\u202F\u2007]+/g, " ")
        .trim();
    for (let code = 1; code < 0x10000; code += 1) {
      const character = String.fromCharCode(code);
      for (const text of [character, `e${character}o x`, ` ${character}`, `a ${character} b`])
        if (cleanText(text) !== cleaned(text)) throw new Error(`U+${code.toString(16)}`);
    }
    expect(cleanText("Máy  ép")).toBe("Máy ép");
  });

  it("takes the short way for ASCII to the same key", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (text) => {
        expect(foldKey(text)).toBe(foldText(text).replace(/[^a-z0-9]+/g, ""));
      }),
    );
  });

  it("gives the same fold for composed and decomposed text, and folds once", () => {
    const letters = fc.string({
      unit: fc.constantFrom(..."aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấậếớứỳ ĐƠ"),
      maxLength: 30,
    });
    fc.assert(
      fc.property(letters, (text) => {
        expect(foldText(text.normalize("NFD"))).toBe(foldText(text));
        expect(foldText(foldText(text))).toBe(foldText(text));
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
        expect(foldText(text)).toMatch(/^[a-z ]*$/);
      }),
    );
  });
});
