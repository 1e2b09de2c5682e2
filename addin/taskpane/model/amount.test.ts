import { expect, test } from "vitest";
import { money, parseDongInput, parseQuantityInput, tidyDongInput, tidyQuantityInput } from "./amount.ts";

test.each([
  ["1.234.567", 1_234_567],
  ["1 234 567 đ", 1_234_567],
  ["1234567 đồng", 1_234_567],
  ["0", 0],
  ["\u00A0300.000.000\u00A0", 300_000_000],
])("%s is %d đồng", (text, value) => {
  expect(parseDongInput(text)).toEqual({ ok: true, value });
});

test.each(["1,5", "1.5", "1.23.456", "12.34", "300tr", "abc", "1,234,567"])("%s is not guessed", (text) => {
  expect(parseDongInput(text)).toEqual({ ok: false, error: "amount-unreadable" });
});

test("negative and unsafe amounts are told apart", () => {
  expect(parseDongInput("-5")).toEqual({ ok: false, error: "amount-negative" });
  expect(parseDongInput("99999999999999999")).toEqual({ ok: false, error: "amount-too-large" });
});

test("quantities take a comma and at most six places", () => {
  expect(parseQuantityInput("12,5")).toEqual({ ok: true, value: 12_500_000n });
  expect(parseQuantityInput("1.200,25")).toEqual({ ok: true, value: 1_200_250_000n });
  expect(parseQuantityInput("12.5")).toEqual({ ok: false, error: "quantity-unreadable" });
  expect(parseQuantityInput("0,1234567")).toEqual({ ok: false, error: "quantity-too-fine" });
  expect(parseQuantityInput("0")).toEqual({ ok: false, error: "quantity-not-positive" });
});

test("leaving a field tidies it, and leaves alone what cannot be read", () => {
  expect(tidyDongInput("1234567")).toBe("1.234.567");
  expect(tidyDongInput("một triệu")).toBe("một triệu");
  expect(tidyQuantityInput("1200,50")).toBe("1.200,5");
  expect(money(1_234_567)).toBe("1.234.567\u00A0đ");
});
