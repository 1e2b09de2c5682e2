import { spawnSync } from "node:child_process";
import { describe, expect, it, test } from "vitest";
import { fromPattern, functionsIn, rangeKey, referencesIn, rowPattern } from "./references.ts";

const keys = (formula: string) =>
  referencesIn(formula).map((r) => `${r.sheet ?? ""}${r.external ? "*" : ""}/${rangeKey(r)}`);

describe("references of a formula", () => {
  it("finds cells, ranges, whole columns and other sheets, and no text, name or function", () => {
    expect(keys('=SUMIFS(KC_DuToan!$F$5:$F$5004,KC_DuToan!$A$5:$A$5004,$A5)&"B7"')).toEqual([
      "KC_DuToan/F5:F5004",
      "KC_DuToan/A5:A5004",
      "/A5:A5",
    ]);
    expect(keys("=LOG10(A1)+SUM(B:B)+TRUE+ThueSuat")).toEqual(["/A1:A1", "/B1:B1048576"]);
    expect(keys("='Giá vật tư'!C2*[Gia.xlsx]Trang1!D4+'[Gia 2.xlsx]Q1'!E5")).toEqual([
      "Giá vật tư/C2:C2",
      "[Gia.xlsx]Trang1*/D4:D4",
      "[Gia 2.xlsx]Q1*/E5:E5",
    ]);
  });

  it("names the functions", () => {
    expect(functionsIn('=KC.THANHTIEN(D5,E5)+IF(A1="NOW()",1,RAND())')).toEqual([
      "KC.THANHTIEN",
      "IF",
      "RAND",
    ]);
  });

  it("gives one pattern for a copied column, and the formula back", () => {
    const pattern = rowPattern("=F5-G5-I5+$B$2+KC_ThongTin!$B$7", 5);
    expect(pattern).toBe(rowPattern("=F9-G9-I9+$B$2+KC_ThongTin!$B$7", 9));
    expect(fromPattern(pattern, 7)).toBe("=F7-G7-I7+$B$2+KC_ThongTin!$B$7");
    expect(rowPattern("=F5-G6", 5)).not.toBe(rowPattern("=F9-G9", 9));
  });
});

test("what is kept of formulas is bounded, however long they are and however much stands in them", () => {
  const program = `
    const { referencesIn, functionsIn, rowPattern, fromPattern } = await import(process.argv[1]);
    for (let i = 0; i < 3000; i += 1) {
      const formula = "=" + Array.from({ length: 1000 }, (_, at) => "A" + (i + at)).join("+");
      const calls = "=" + "F()+".repeat(2000) + i;
      if (referencesIn(formula).length !== 1000 || functionsIn(calls).length !== 2000) process.exit(2);
      if (fromPattern(rowPattern(formula, 7), 7) !== formula) process.exit(3);
    }`;
  const file = new URL("references.ts", import.meta.url).href;
  const flags = ["--max-old-space-size=96", "--max-semi-space-size=4", "--input-type=module"];
  const { status, stderr } = spawnSync(process.execPath, [...flags, "-e", program, file], {
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([0, ""]);
}, 60_000);
