import { beforeAll, describe, expect, it } from "vitest";
import { buildDemoBook } from "../../shared/contract/built-book.ts";
import { day } from "../../shared/kernel/date.ts";
import { dong } from "../../shared/kernel/money.ts";
import { sealPriceBook } from "../../shared/norms/book.ts";
import { donGia } from "./dongia.ts";
import { useBook } from "./lib/book.ts";

const CODE = "KC.03.0210";
beforeAll(() => useBook(buildDemoBook()));

describe("KC.DONGIA", () => {
  it("takes a range of one cell, a serial date and a code in lower case as the same question", () => {
    expect(donGia([[CODE]], [["22"]], [[46204]])).toBe(2_277_300);
    expect(donGia(CODE.toLowerCase(), "quang ninh", "01/07/2026", "tong")).toBe(2_277_300);
  });

  it("never takes a remembered figure for arguments it would refuse", () => {
    expect(donGia(CODE, null, "2026-07-01", "QL", 1.234)).toBe(27_798);
    expect(() => donGia(CODE, null, "2026-07-01", "QL", "1.234")).toThrow("tỷ lệ quản lý");
    expect(() => donGia(CODE, null, "2026-07-01", "QL", true)).toThrow("tỷ lệ quản lý");
  });

  it("uses 26 days unless told", () => {
    expect(donGia(CODE, null, "2026-07-01", "NC", null, 26)).toBe(donGia(CODE, null, "2026-07-01", "NC"));
    expect(donGia(CODE, null, "2026-07-01", "NC", null, 22)).toBeGreaterThan(
      donGia(CODE, null, "2026-07-01", "NC"),
    );
  });

  it("takes a province's own price list before the shipped one, and forgets when the book changes", () => {
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
          from: day("2026-01-01"),
          priceDong: dong(100_000),
          source: "thử",
        },
      ],
    });
    useBook({ ...base, version: "khác", prices: [own, ...base.prices] });
    // 0,3 ram × 20.000 đ more × 1,05
    expect(donGia(CODE, "Quảng Ninh", "2026-07-01")).toBe(2_277_300 + 6_300);
    expect(donGia(CODE, "Hà Nội", "2026-07-01")).toBe(2_277_300);
    useBook(base);
    expect(donGia(CODE, "Quảng Ninh", "2026-07-01")).toBe(2_277_300);
  });

  it("answers 100,000 calls quickly", () => {
    const codes = buildDemoBook().norms[0]?.norms.map((norm) => norm.code) ?? [];
    const run = () => {
      const started = performance.now();
      for (let i = 0; i < 100_000; i += 1)
        donGia(codes[i % codes.length], "22", 46204, i % 2 === 0 ? "TONG" : "NHOM2");
      return performance.now() - started;
    };
    // The target is 0,5 s, measured by the bench; here only a slip of an order of magnitude is caught.
    expect(Math.min(run(), run())).toBeLessThan(2_000);
  });
});
