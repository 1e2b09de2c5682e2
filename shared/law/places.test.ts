import { describe, expect, it } from "vitest";
import { day } from "../kernel/date.ts";
import { findPlace, provinceType } from "./places.ts";
import { PROVINCES } from "./provinces.ts";
import { WARDS } from "./wards.ts";

const TODAY = day("2026-11-23");

describe("places", () => {
  it("holds 34 provinces, 63 old names and 3,321 wards", () => {
    expect(PROVINCES).toHaveLength(34);
    expect(new Set(PROVINCES.flatMap((p) => p.mergedFrom)).size).toBe(63);
    expect(Object.values(WARDS).reduce((n, lines) => n + lines.trim().split("\n").length, 0)).toBe(3321);
  });
  it.each([
    ["Quảng Ninh", "22"], ["Quang Ninh", "22"], ["22", "22"], ["1", "01"], ["TP HCM", "79"], ["TP. Hồ Chí Minh", "79"], ["Bà Rịa-Vũng Tàu", "79"], ["Bà Rịa - Vũng Tàu", "79"], ["tỉnh Bình Định", "52"], ["Thừa Thiên Huế", "46"], ["Phường Ba Đình", "00004"], ["00004", "00004"],
  ])("finds %s", (query, code) => expect(findPlace(WARDS, query, TODAY)).toMatchObject({ ok: true, value: { code } }));
  it("tells where an old province went", () => {
    expect(findPlace(WARDS, "Bình Định", TODAY)).toMatchObject({ ok: true, value: { name: "Gia Lai", note: expect.stringContaining("Bình Định nay thuộc") } });
  });
  it("suggests on a typing error and refuses ambiguity", () => {
    expect(findPlace(WARDS, "Quảng Nnih", TODAY)).toMatchObject({ ok: false, error: { code: "place-unknown", vi: expect.stringContaining("Quảng Ninh") } });
    expect(findPlace(WARDS, "Xã Tân Thành", TODAY)).toMatchObject({ ok: false, error: { code: "place-ambiguous" } });
  });
  it("knows no wards before the merger, on both sides of the day", () => {
    expect(findPlace(WARDS, "Phường Ba Đình", day("2025-06-30"))).toMatchObject({ ok: false, error: { code: "place-before-merger" } });
    expect(findPlace(WARDS, "Phường Ba Đình", day("2025-07-01"))).toMatchObject({ ok: true });
  });
  it("dates Đồng Nai's change to a city", () => {
    expect(provinceType("75", day("2026-04-29"))).toBe("tinh");
    expect(provinceType("75", day("2026-04-30"))).toBe("thanh-pho");
  });
});
