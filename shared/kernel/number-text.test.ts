import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDong } from "./money.ts";
import { parseNumberText } from "./number-text.ts";

describe("parseNumberText", () => {
  it.each([
    ["1234", "1234"],
    ["1.234.567,5", "1234567.5"],
    ["12,5", "12.5"],
    ["１２３４", "1234"],
    ["1\u00a0234\u00a0567", "1234567"],
    ["-1.000.000", "-1000000"],
    ["2.500.000 đ", "2500000"],
    ["007", "7"],
    ["0,125", "0.125"],
    ["-0,5", "-0.5"],
    ["１.２３４.５６７,８", "1234567.8"],
    ["1.234,5", "1234.5"],
    ["−5", "-5"],
  ])("reads %s", (text, plain) => expect(parseNumberText(text)).toEqual({ ok: true, value: plain }));
  it.each([
    ["1.234", "number-ambiguous"],
    ["1,234", "number-ambiguous"],
    ["1,234,567.89", "number-english"],
    ["12.5", "number-english"],
    ["abc", "number-unreadable"],
    ["", "number-unreadable"],
    ["1.2.3", "number-unreadable"],
    ["0.125", "number-english"],
    ["0.001.000", "number-unreadable"],
    ["-1.234", "number-ambiguous"],
    ["1.23,4", "number-unreadable"],
    ["1,,2", "number-unreadable"],
    ["１.２３４", "number-ambiguous"],
    ["12 triệu", "number-unreadable"],
  ])("refuses %s", (text, code) =>
    expect(parseNumberText(text)).toMatchObject({ ok: false, error: { code } }),
  );

  it("reads any amount as Vietnam prints it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000_000, max: 9_000_000_000_000 }),
        fc.stringMatching(/^[0-9]{0,4}[1-9]$/),
        (n, decimals) => {
          expect(parseNumberText(formatDong(n))).toEqual({ ok: true, value: String(n) });
          expect(parseNumberText(`-${formatDong(n)},${decimals} đ`)).toEqual({
            ok: true,
            value: `-${n}.${decimals}`,
          });
        },
      ),
    );
  });
  it("says what an English number would be, and both readings of a doubtful one", () => {
    expect(parseNumberText("1,234,567.89")).toMatchObject({
      error: { vi: expect.stringContaining("1234567,89") },
    });
    expect(parseNumberText("1.234")).toMatchObject({
      error: { vi: expect.stringMatching(/1234 hoặc 1,234/) },
    });
  });
  it("never throws, and what it accepts is a plain decimal", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.,- đ%１"), maxLength: 14 }), (text) => {
        const result = parseNumberText(text);
        expect(result.ok ? result.value : "0").toMatch(/^-?\d+(\.\d+)?$/);
      }),
    );
  });
});
