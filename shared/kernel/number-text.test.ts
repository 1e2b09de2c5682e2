import { describe, expect, it } from "vitest";
import { parseNumberText } from "./number-text.ts";

describe("parseNumberText", () => {
  it.each([
    ["1234", "1234"], ["1.234.567,5", "1234567.5"], ["12,5", "12.5"], ["１２３４", "1234"], ["1\u00a0234\u00a0567", "1234567"], ["-1.000.000", "-1000000"], ["2.500.000 đ", "2500000"], ["007", "7"],
  ])("reads %s", (text, plain) => expect(parseNumberText(text)).toEqual({ ok: true, value: plain }));
  it.each([
    ["1.234", "number-ambiguous"], ["1,234", "number-ambiguous"], ["1,234,567.89", "number-english"], ["12.5", "number-english"], ["abc", "number-unreadable"], ["", "number-unreadable"], ["1.2.3", "number-unreadable"],
  ])("refuses %s", (text, code) => expect(parseNumberText(text)).toMatchObject({ ok: false, error: { code } }));
});
