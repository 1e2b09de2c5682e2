import { describe, expect, it } from "vitest";
import { day } from "../../kernel/date.ts";
import { dong } from "../../kernel/money.ts";
import { quantity } from "../../kernel/quantity.ts";
import { mustOk } from "../../kernel/result.ts";
import { builtinLawBook } from "../../law/book.ts";
import { sealPriceBook } from "../book.ts";
import { builtinNormBooks, illustrativePriceBooks } from "../builtin.ts";
import type { PriceBookData, PriceEntry } from "../prices.ts";
import { readPrice } from "../prices.ts";
import { ratio } from "../rational.ts";
import { labourDayAt } from "./labour-law.ts";
import { priceNormAt } from "./price-at.ts";

const law = builtinLawBook();
const books = { norms: builtinNormBooks(), prices: illustrativePriceBooks(), law };
const place = (date: string) => ({ date: day(date), province: null, daysPerMonth: quantity("26") });

describe("labourDayAt", () => {
  const at = (date: string, days = "26") =>
    mustOk(labourDayAt(law, day(date), { coefficient: quantity("3.00"), daysPerMonth: quantity(days) })).dong;

  it("changes on the day the base salary changes", () => {
    expect(at("2026-06-30")).toBe(333_450);
    expect(at("2026-07-01")).toBe(360_525);
    expect(at("2026-07-01", "22")).toBe(426_075);
  });

  it("forgets days when there are too many, and gives the same again", () => {
    const dayOf = (thousandths: number) =>
      labourDayAt(law, day("2026-07-01"), {
        coefficient: quantity(String(thousandths / 1000)),
        daysPerMonth: quantity("26"),
      });
    const before = mustOk(dayOf(2340));
    expect(dayOf(2340)).toMatchObject({ value: before });
    for (let each = 1; each <= 1000; each += 1) mustOk(dayOf(3000 + each));
    const after = mustOk(dayOf(2340));
    expect(after).not.toBe(before);
    expect(after).toEqual(before);
  });

  it("names the law of pay and of contributions", () => {
    const node = mustOk(
      labourDayAt(law, day("2026-07-01"), { coefficient: quantity("3"), daysPerMonth: quantity("26") }),
    );
    expect(node.children[0]?.basis.text).toContain("161/2026");
    expect(node.children[1]?.basis.text).toContain("41/2024");
    expect(node.children[1]?.basis.verified).toBe("memory");
  });

  it("leaves unemployment insurance out for công chức", () => {
    const contributions = ["BHXH", "BHYT", "KPCD"] as const;
    const node = labourDayAt(law, day("2026-07-01"), {
      coefficient: quantity("3"),
      daysPerMonth: quantity("26"),
      contributions,
    });
    expect(mustOk(node).formula).toContain("22,5 %");
  });

  it("answers #N/A before anything is known", () => {
    const result = labourDayAt(law, day("2000-01-01"), {
      coefficient: quantity("3"),
      daysPerMonth: quantity("26"),
    });
    expect(result.ok ? "" : result.error.kind).toBe("NA");
  });
});

describe("readPrice", () => {
  const entry = (change: Partial<PriceEntry>): PriceEntry => ({
    type: "VL",
    resource: "Giấy A4",
    unit: "ram",
    province: null,
    from: day("2024-01-01"),
    priceDong: dong(1),
    source: "thử",
    ...change,
  });
  const list = (prices: PriceEntry[]) => {
    const data: PriceBookData = {
      id: "T",
      title: "Thử",
      edition: "1",
      origin: "thử",
      verified: "memory",
      prices,
    };
    return [sealPriceBook(data)];
  };
  const at = (
    prices: PriceEntry[],
    date: string,
    province: string | null = null,
    resource = "giấy a4",
    type: "VL" | null = "VL",
  ) => {
    const result = readPrice(list(prices), { type, resource, province, date: day(date) });
    return result.ok ? result.value.entry.priceDong : result.error.code;
  };

  it("takes the newest price in force, on both sides of its dates", () => {
    const prices = [entry({ priceDong: dong(2), from: day("2025-01-01"), to: day("2025-12-31") }), entry({})];
    expect(
      ["2023-12-31", "2024-01-01", "2024-12-31", "2025-01-01", "2025-12-31", "2026-01-01"].map((date) =>
        at(prices, date),
      ),
    ).toEqual(["price-not-yet", 1, 1, 2, 2, 1]);
  });

  it("prefers the province, then everywhere, then *", () => {
    const prices = [
      entry({ province: "22", priceDong: dong(9) }),
      entry({}),
      entry({ resource: "*", priceDong: dong(5) }),
    ];
    expect(at(prices, "2026-01-01", "22")).toBe(9);
    expect(at(prices, "2026-01-01", "79")).toBe(1);
    expect(at(prices, "2026-01-01", "79", "Thứ khác")).toBe(5);
    expect(at(prices, "2026-01-01", "79", "Thứ khác", null)).toBe("price-unknown");
  });

  it("finds by code too", () => {
    expect(
      at([entry({ code: "VL.GIAY-A4", priceDong: dong(7) })], "2026-01-01", null, "vl.giay-a4", null),
    ).toBe(7);
  });
});

describe("priceNormAt", () => {
  it("prices every service of the draft from the shipped books, with and without depreciation", () => {
    const [draft] = builtinNormBooks();
    for (const norm of draft?.norms ?? []) {
      const full = mustOk(priceNormAt(books, norm.code, place("2026-11-23"), { depreciation: true }));
      const without = mustOk(priceNormAt(books, norm.code, place("2026-11-23"), { depreciation: false }));
      expect(full.total.dong).toBeGreaterThan(without.total.dong);
      expect(Math.abs(full.total.roundingDong)).toBeLessThanOrEqual(2);
    }
  });

  it("works one small service out by hand", () => {
    // KC.06.0310: NC 0,1875 công × 360.525 × 1,15; VL 0,01 ram × 80.000 × 1,05; M 0,125 ca × (13.200 − 6.000); KH 0,125 × 6.000.
    const price = mustOk(priceNormAt(books, "KC.06.0310", place("2026-07-01"), { depreciation: true }));
    expect(price.parts.NC.exact).toEqual(ratio(360_525n * 1_875n * 115n, 1_000_000n));
    expect([price.parts.NC.dong, price.parts.VL.dong, price.parts.M.dong, price.parts.KH.dong]).toEqual([
      77_738, 840, 900, 750,
    ]);
    expect(price.total.dong).toBe(80_228);
  });

  it("names the missing price of an official table", () => {
    const result = priceNormAt(books, "CA.11120", place("2026-07-01"), { depreciation: true });
    expect(result.ok ? "" : result.error.vi).toContain("Paraphin");
    const before = priceNormAt(books, "CA.11120", place("2026-06-30"), { depreciation: true });
    expect(before.ok ? "" : before.error.code).toBe("norm-not-in-force");
  });
});
