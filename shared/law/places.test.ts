import { describe, expect, it } from "vitest";
import { day } from "../kernel/date.ts";
import { findPlace, provinceType } from "./places.ts";
import { OLD_PROVINCES } from "./old-provinces.ts";
import { findProvince } from "./province.ts";
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
    ["Quảng Ninh", "22"],
    ["Quang Ninh", "22"],
    ["22", "22"],
    ["1", "01"],
    ["TP HCM", "79"],
    ["TP. Hồ Chí Minh", "79"],
    ["Bà Rịa-Vũng Tàu", "79"],
    ["Bà Rịa - Vũng Tàu", "79"],
    ["tỉnh Bình Định", "52"],
    ["Thừa Thiên Huế", "46"],
    ["Phường Ba Đình", "00004"],
    ["00004", "00004"],
  ])("finds %s", (query, code) =>
    expect(findPlace(WARDS, query, TODAY)).toMatchObject({ ok: true, value: { code } }),
  );
  it("tells where an old province went", () => {
    expect(findPlace(WARDS, "Bình Định", TODAY)).toMatchObject({
      ok: true,
      value: { name: "Gia Lai", note: expect.stringContaining("Bình Định nay thuộc") },
    });
  });
  it.each([
    ["Bà Rịa-Vũng Tàu", "2025-06-30", "77"],
    ["Bà Rịa-Vũng Tàu", "2025-07-01", "79"],
    ["77", "2018-06-30", "77"],
    ["77", "2026-11-23", "79"],
    ["Lào Cai", "2018-06-30", "10"],
    ["Lào Cai", "2026-11-23", "15"],
    ["10", "2026-11-23", "15"],
    ["24", "2018-06-30", "24"],
    ["Quảng Ninh", "2018-06-30", "22"],
  ])("%s on %s is %s", (query, date, code) =>
    expect(findPlace(WARDS, query, day(date))).toMatchObject({ ok: true, value: { code } }),
  );
  it("marks an old code as unchecked and says where the province went", () => {
    expect(findPlace(WARDS, "Lào Cai", day("2018-06-30"))).toMatchObject({
      ok: true,
      value: { name: "Lào Cai", note: expect.stringMatching(/chưa đối chiếu.*mã 15/) },
    });
    expect(findPlace(WARDS, "24", day("2018-06-30"))).toMatchObject({
      ok: true,
      value: { name: "Bắc Giang" },
    });
  });
  it("has old codes that agree with every code kept through the merger", () => {
    expect(new Set(OLD_PROVINCES.map(({ code }) => code)).size).toBe(63);
    expect(OLD_PROVINCES.map(({ name }) => findProvince(name)).every((province) => province !== null)).toBe(
      true,
    );
    for (const province of PROVINCES) {
      const before = OLD_PROVINCES.filter(({ name }) => findProvince(name)?.code === province.code);
      expect(before, province.name).toHaveLength(province.mergedFrom.length);
      expect(
        before.map(({ code }) => code),
        province.name,
      ).toContain(province.code);
    }
  });
  it("tells communes that differ only in their diacritics apart", () => {
    expect(findPlace(WARDS, "Xã Ba Tơ, Quảng Ngãi", TODAY)).toMatchObject({
      ok: true,
      value: { code: "21484" },
    });
    expect(findPlace(WARDS, "ba tô, quảng ngãi", TODAY)).toMatchObject({
      ok: true,
      value: { code: "21523" },
    });
    expect(findPlace(WARDS, "Ba To, Quang Ngai", TODAY)).toMatchObject({
      ok: false,
      error: { code: "place-ambiguous" },
    });
    expect(findPlace(WARDS, "Phường Ba Dinh", TODAY)).toMatchObject({ ok: true, value: { code: "00004" } });
    expect(findPlace(WARDS, "Phường Hoàn Kiémm", TODAY)).toMatchObject({
      ok: false,
      error: { vi: expect.stringContaining("Hoàn Kiếm") },
    });
  });
  it("suggests on a typing error and refuses ambiguity", () => {
    expect(findPlace(WARDS, "Quảng Nnih", TODAY)).toMatchObject({
      ok: false,
      error: { code: "place-unknown", vi: expect.stringContaining("Quảng Ninh") },
    });
    expect(findPlace(WARDS, "Xã Tân Thành", TODAY)).toMatchObject({
      ok: false,
      error: { code: "place-ambiguous" },
    });
  });
  it("knows no wards before the merger, on both sides of the day", () => {
    expect(findPlace(WARDS, "Phường Ba Đình", day("2025-06-30"))).toMatchObject({
      ok: false,
      error: { code: "place-before-merger" },
    });
    expect(findPlace(WARDS, "Phường Ba Đình", day("2025-07-01"))).toMatchObject({ ok: true });
  });
  it("dates Đồng Nai's change to a city", () => {
    expect(provinceType("75", day("2026-04-29"))).toBe("tinh");
    expect(provinceType("75", day("2026-04-30"))).toBe("thanh-pho");
  });
});
