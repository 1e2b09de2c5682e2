import { expect, test } from "vitest";
import { COST_SHEET, DE_AN_SHEET } from "../../shared/workbook/template.ts";
import { rowHeightPoints } from "./write-rows.ts";

test("a short cost line stands on one line, a long one on as many as it needs", () => {
  expect(rowHeightPoints(COST_SHEET, { item: "Máy ép" })).toBe(17 + 6);
  expect(rowHeightPoints(COST_SHEET, { item: "x".repeat(100) })).toBe(3 * 17 + 6);
});

test("a đề án has room for the citation its formula will give, and nothing grows without end", () => {
  expect(rowHeightPoints(DE_AN_SHEET, { name: "Ngắn" })).toBe(4 * 17 + 6);
  expect(rowHeightPoints(DE_AN_SHEET, { name: "x".repeat(5000) })).toBe(12 * 17 + 6);
});
