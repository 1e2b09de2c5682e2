import { describe, expect, it } from "vitest";
import { difficultyText, parseDifficulty } from "./difficulty-text.ts";

describe("difficulty classes in one cell", () => {
  it("are read and written the same", () => {
    const text = "Vùng núi: 1,2 (NC, M); Hải đảo: 1,3 (VL, NC, M)";
    const read = parseDifficulty(text);
    if (!read.ok) throw new Error(read.error.vi);
    expect(read.value).toEqual([
      { id: "K1", name: "Vùng núi", factor: "1.2", appliesTo: ["NC", "M"] },
      { id: "K2", name: "Hải đảo", factor: "1.3", appliesTo: ["VL", "NC", "M"] },
    ]);
    expect(difficultyText(read.value)).toBe(text);
    expect(parseDifficulty("Hải đảo: 1,3")).toMatchObject({ value: [{ appliesTo: ["VL", "NC", "M"] }] });
    expect(parseDifficulty("")).toMatchObject({ value: [] });
  });

  it.each(["Vùng núi 1,2", "Vùng núi: một", "Vùng núi: 1,2 (XX)"])(
    "name what is not understood: %s",
    (text) => {
      expect(parseDifficulty(text)).toMatchObject({ ok: false, error: { code: "difficulty-text" } });
    },
  );
});
