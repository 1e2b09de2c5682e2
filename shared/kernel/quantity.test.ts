import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dong } from "./money.ts";
import {
  formatQuantity,
  plainDecimal,
  quantity,
  quantityToNumber,
  quantityToString,
  timesPrice,
  toQuantity,
  type Quantity,
} from "./quantity.ts";

const millionths = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }).map((n) => n as Quantity);

describe("quantities", () => {
  it.each([
    ["12.5", 12_500_000n],
    ["-0.000001", -1n],
    ["007", 7_000_000n],
    ["1.2000000000", 1_200_000n],
    [0.1, 100_000n],
    [1e-6, 1n],
    [1e21, 10n ** 27n],
  ])("reads %s", (input, value) => expect(toQuantity(input)).toEqual({ ok: true, value }));

  it.each([
    ["1e3", "quantity-not-number"],
    ["", "quantity-not-number"],
    ["1,5", "quantity-not-number"],
    [Number.NaN, "quantity-not-number"],
    [Number.POSITIVE_INFINITY, "quantity-not-number"],
    ["0.0000001", "quantity-too-fine"],
    [0.1 + 0.2, "quantity-too-fine"],
  ])("refuses %s", (input, code) =>
    expect(toQuantity(input)).toMatchObject({ ok: false, error: { kind: "VALUE", code } }),
  );

  it("keeps every decimal through text", () => {
    fc.assert(
      fc.property(millionths, (value) => {
        expect(quantity(quantityToString(value))).toBe(value);
        expect(formatQuantity(value).replaceAll(".", "").replace(",", ".")).toBe(quantityToString(value));
      }),
    );
  });

  it("survives a cell whenever it has at most 15 digits", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }), (value) => {
        expect(quantity(quantityToNumber(value as Quantity))).toBe(value);
      }),
    );
  });

  it("writes any double without an exponent, exactly as it is read back", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(plainDecimal(value)).not.toContain("e");
        expect(Number(plainDecimal(value))).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  it("multiplies by a price exactly and rounds once, at 10¹² scale", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
        fc.integer({ min: 0, max: 1_000_000_000_000 }),
        (value, price) => {
          const exact = value * BigInt(price);
          const magnitude = exact < 0n ? -exact : exact;
          const rounded = (magnitude + 500_000n) / 1_000_000n;
          expect(BigInt(timesPrice(value as Quantity, dong(price)))).toBe(exact < 0n ? -rounded : rounded);
        },
      ),
    );
    expect(timesPrice(quantity("0.145"), dong(1000))).toBe(145);
    expect(timesPrice(quantity("1.5"), dong(1))).toBe(2);
    expect(timesPrice(quantity("-1.5"), dong(1))).toBe(-2);
    expect(timesPrice(quantity("1.5"), dong(1), "down")).toBe(1);
  });
});
