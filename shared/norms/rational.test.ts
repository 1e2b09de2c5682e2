import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantity } from "../kernel/quantity.ts";
import {
  add,
  compare,
  divide,
  fromPercent,
  fromQuantity,
  multiply,
  ratio,
  subtract,
  toDecimalText,
  toDongRounded,
} from "./rational.ts";

const part = fc.tuple(
  fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
  fc.bigInt({ min: 1n, max: 10n ** 9n }),
);

describe("rational", () => {
  it("agrees with cross-multiplied BigInt arithmetic at 10^18 scale", () => {
    fc.assert(
      fc.property(part, part, ([a, b], [c, d]) => {
        const x = ratio(a, b);
        const y = ratio(c, d);
        const sum = add(x, y);
        expect(sum.n * b * d).toBe((a * d + c * b) * sum.d);
        const product = multiply(x, y);
        expect(product.n * b * d).toBe(a * c * product.d);
        const difference = subtract(x, y);
        expect(difference.n * b * d).toBe((a * d - c * b) * difference.d);
        expect(compare(x, y)).toBe(a * d < c * b ? -1 : a * d > c * b ? 1 : 0);
        if (c !== 0n) expect(multiply(divide(x, y), y)).toEqual(x);
      }),
    );
  });

  it("rounds half away from zero, once", () => {
    expect(toDongRounded(ratio(1n, 2n))).toBe(1);
    expect(toDongRounded(ratio(-1n, 2n))).toBe(-1);
    expect(toDongRounded(ratio(49n, 100n))).toBe(0);
    expect(toDongRounded(ratio(7n, 2n), "down")).toBe(3);
  });

  it("keeps one tenth one tenth", () => {
    const tenth = fromQuantity(quantity("0.1"));
    expect(add(tenth, tenth, tenth)).toEqual(ratio(3n, 10n));
    expect(fromPercent(quantity("23.5"))).toEqual(ratio(235n, 1000n));
  });

  it("prints decimals", () => {
    expect(toDecimalText(ratio(2n, 3n), 4)).toBe("0.6667");
    expect(toDecimalText(ratio(-1n, 4n), 1)).toBe("-0.3");
    expect(toDecimalText(ratio(99999n, 1000n), 2, "down")).toBe("99.99");
    expect(toDecimalText(ratio(100n), 2)).toBe("100");
  });
});
