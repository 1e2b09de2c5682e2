import { describe, expect, it } from "vitest";
import { isMoney, showWorkedOut } from "./show.ts";

describe("a figure worked out of many", () => {
  it.each([
    ["1443742.49", "đồng/ngày", "1.443.742"],
    ["1443742.5", "đồng/ngày", "1.443.743"],
    ["0.4", "đồng", "0"],
    ["1443742.75", "công", "1.443.742,75"],
    ["0.25", "đồng hồ", "0,25"],
  ])("%s %s is %s", (decimal, unit, text) => {
    expect(showWorkedOut(decimal, unit)).toBe(text);
  });

  it("money is named by its unit", () => {
    expect(["đồng", "đồng/m²", "đồng hồ", "công"].map(isMoney)).toEqual([true, true, false, false]);
  });
});
