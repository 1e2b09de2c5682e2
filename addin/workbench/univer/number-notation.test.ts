import { expect, it } from "vitest";
import { toDate, toEnglishNumber, toVietnameseNumber } from "./number-notation.ts";

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

it("reads a date as day, month, year, on both sides of what each can be", () => {
  expect(toDate("11/05/2018")).toBe("2018-05-11");
  expect(toDate(" 1-2-2018 ")).toBe("2018-02-01");
  expect(toDate("31/12/2018")).toBe("2018-12-31");
  expect(toDate("29/02/2024")).toBe("2024-02-29");
  expect(toDate("10/05/29")).toBe("2029-05-10");
  expect(toDate("10/05/30")).toBe("1930-05-10");
  for (const text of [
    "31/11/2018",
    "29/02/2023",
    "05/13/2018",
    "2018-05-11",
    "11/05",
    "1/2",
    "11/05/201",
    "x",
    "",
  ])
    expect(toDate(text), text).toBeNull();
});
