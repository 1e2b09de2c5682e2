import { describe, expect, it } from "vitest";
import { buildDemoBook } from "../../../shared/contract/built-book.ts";
import { addDays, day } from "../../../shared/kernel/date.ts";
import { dong } from "../../../shared/kernel/money.ts";
import { quantity } from "../../../shared/kernel/quantity.ts";
import { sealPriceBook } from "../../../shared/norms/book.ts";
import { priceNormAt } from "../../../shared/norms/pricing/price-at.ts";
import { knownPrice } from "./known-prices.ts";

const DAYS = quantity(26);
const CODES = ["KC.01.0110", "KC.03.0210", "KC.09.0220", "CA.11120"];

const base = buildDemoBook();
const own = sealPriceBook({
  id: "QN",
  title: "Bảng giá Quảng Ninh",
  edition: "2026",
  origin: "thử",
  verified: "memory",
  prices: [
    {
      type: "VL",
      resource: "Giấy A4",
      unit: "ram",
      province: "22",
      from: day("2026-03-05"),
      to: day("2026-08-09"),
      priceDong: dong(100_000),
      source: "thử",
    },
  ],
});
const BOOK = { ...base, version: "thử", prices: [own, ...base.prices] };

/** Every day on which something may change, and the day before it. */
function borders(): string[] {
  const starts = [
    ...BOOK.norms.map(({ from }) => from),
    ...BOOK.prices.flatMap(({ prices }) =>
      prices.flatMap(({ from, to }) => (to === undefined ? [from] : [from, addDays(to, 1)])),
    ),
    ...BOOK.law.parameters.flatMap(({ values }) => values.map(({ from }) => from)),
  ];
  return [...new Set(starts.flatMap((start) => [start, addDays(start, -1)]))].sort();
}

function outcome(compute: () => number): number | string {
  try {
    return compute();
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe("remembered prices", () => {
  it("are those worked out anew, on both sides of every change and for provinces with and without own prices", () => {
    let answered = 0;
    for (const date of borders().map(day)) {
      for (const code of CODES) {
        for (const province of ["22", "01", null]) {
          const known = outcome(() => {
            const question = { code, province, date, depreciation: true, management: null, days: DAYS };
            return knownPrice(BOOK, question).total.dong;
          });
          const anew = priceNormAt(
            BOOK,
            code,
            { date, province, daysPerMonth: DAYS },
            { depreciation: true },
          );
          expect(known, `${code} ${province} ${date}`).toBe(anew.ok ? anew.value.total.dong : "#N/A");
          if (anew.ok) answered += 1;
        }
      }
    }
    expect(answered).toBeGreaterThan(100);
  });

  it("tell an order without depreciation, another divisor and management apart", () => {
    const question = {
      code: "KC.03.0210",
      province: null,
      date: day("2026-07-01"),
      depreciation: true,
      management: null,
      days: DAYS,
    };
    const full = knownPrice(BOOK, question).total.dong;
    expect(knownPrice(BOOK, { ...question, depreciation: false }).total.dong).toBeLessThan(full);
    expect(knownPrice(BOOK, { ...question, days: quantity(22) }).total.dong).toBeGreaterThan(full);
    expect(knownPrice(BOOK, { ...question, management: quantity(5) }).total.dong).toBeGreaterThan(full);
    expect(() => knownPrice(BOOK, { ...question, province: "Không Đâu" })).toThrow("Không có tỉnh");
  });
});
