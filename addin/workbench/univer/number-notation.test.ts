import { expect, it } from "vitest";
import { toEnglishNumber, toVietnameseNumber } from "./number-notation.ts";

it("reads what is plainly Vietnamese, and leaves everything else to the grid", () => {
  const read = (text: string) => toEnglishNumber(text);
  expect(read("1.234.567,5")).toBe("1,234,567.5");
  expect(read(" 1.234 ")).toBe("1,234");
  expect(read("-12,5")).toBe("-12.5");
  expect(read("0,125")).toBe("0.125");
  expect(read("12,5%")).toBe("12.5%");
  for (const text of ["0.125", "12.5", "1,234,567", "1.23", "01/02/2018", "1.2.2018", "DA,01", "=1,5", ""])
    expect(read(text), text).toBeNull();
});

it("shows in the editor what it will read back as the same figure", () => {
  for (const figure of [0.125, 1234.567, -0.5, 12.345]) {
    const shown = toVietnameseNumber(String(figure));
    expect(Number(toEnglishNumber(shown ?? ""))).toBe(figure);
  }
  expect(toVietnameseNumber("15/03/2018")).toBeNull();
  expect(toVietnameseNumber("1234")).toBeNull();
});
