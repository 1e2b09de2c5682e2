import { describe, expect, it } from "vitest";
import { day } from "../kernel/date.ts";
import { quantity } from "../kernel/quantity.ts";
import { builtinLawBook } from "./book.ts";
import { citationText, describeCitation, describeView, readParameter } from "./read.ts";
import { computeSupportCeiling } from "./support.ts";
import { SUPPORT_KINDS } from "./support-kinds.ts";

const law = builtinLawBook();
const ceiling = (kind: string, costDong: number, date: string, priority = false, count = 1) =>
  computeSupportCeiling(law, { kind, costDong, date: day(date), priority, count: quantity(count) });

describe("support ceilings", () => {
  it.each([
    ["MAY-MOC", 610_000_000, "2018-05-10", 200_000_000, "text"],
    ["MAY-MOC", 610_000_000, "2018-05-11", 300_000_000, "secondary"],
    ["MAY-MOC", 300_000_000, "2018-05-10", 150_000_000, "text"],
    ["MO-HINH", 2_000_000_000, "2020-01-01", 600_000_000, "secondary"],
    ["MO-HINH", 4_000_000_000, "2020-01-01", 1_000_000_000, "secondary"],
    ["MO-HINH", 3_333_333_333, "2020-01-01", 999_999_999, "secondary"],
    ["MO-HINH", 2_000_000_000, "2014-04-08", 500_000_000, "text"],
    ["LAP-DN", 0, "2015-01-01", 10_000_000, "text"],
    ["HOI-CHO", 700_000_000, "2015-01-01", 700_000_000, "text"],
    ["QUAN-LY-DON-VI", 100_000_000, "2015-01-01", 2_500_000, "text"],
    ["DAY-CHUYEN", 2_000_000_000, "2019-01-01", 450_000_000, "secondary"],
  ])("%s of %d on %s", (kind, cost, date, maxDong, verified) =>
    expect(ceiling(kind, cost, date)).toMatchObject({ ok: true, value: { maxDong, verified } }),
  );

  it("raises the level for priority places, never above the cost", () => {
    expect(ceiling("MAY-MOC", 610_000_000, "2018-05-10", true)).toMatchObject({
      ok: true,
      value: { maxDong: 300_000_000, factor: 1.5 },
    });
    expect(ceiling("HOI-CHO", 100, "2018-05-10", true)).toMatchObject({ ok: true, value: { maxDong: 100 } });
  });
  it("raises the cap alone when the province reads the text so", () => {
    const ask = (priorityApplies: "cap" | "cap-and-percent", costDong: number) =>
      computeSupportCeiling(law, {
        kind: "MAY-MOC",
        costDong,
        date: day("2018-05-10"),
        priority: true,
        priorityApplies,
      });
    expect(ask("cap", 300_000_000)).toMatchObject({ ok: true, value: { maxDong: 150_000_000 } });
    expect(ask("cap-and-percent", 300_000_000)).toMatchObject({ ok: true, value: { maxDong: 225_000_000 } });
    expect(ask("cap", 900_000_000)).toMatchObject({ ok: true, value: { maxDong: 300_000_000 } });
  });
  it("never gives more than a cost that is known", () => {
    expect(ceiling("LAP-DN", 4_000_000, "2015-01-01")).toMatchObject({
      ok: true,
      value: { maxDong: 4_000_000, working: expect.stringContaining("không quá tổng chi phí 4.000.000 đ") },
    });
    expect(ceiling("LAP-DN", 0, "2015-01-01")).toMatchObject({ ok: true, value: { maxDong: 10_000_000 } });
    expect(ceiling("MAY-MOC", 0, "2015-01-01")).toMatchObject({ ok: true, value: { maxDong: 0 } });
  });
  it("refuses amounts that cannot be", () => {
    expect(ceiling("MAY-MOC", -1, "2015-01-01")).toMatchObject({
      ok: false,
      error: { code: "cost-invalid" },
    });
    expect(ceiling("MAY-MOC", 1, "2015-01-01", false, 0)).toMatchObject({
      ok: false,
      error: { code: "count-invalid" },
    });
    expect(ceiling("THUONG-QG", 0, "2015-01-01", false, 1_000_000_000_000)).toMatchObject({
      ok: false,
      error: { code: "support-too-large" },
    });
  });
  describe("of local funds", () => {
    const local = (
      kind: string,
      costDong: number,
      date: string,
      province: string,
      fund: "QG" | "ĐP" = "ĐP",
    ) => computeSupportCeiling(law, { kind, costDong, date: day(date), priority: false, province, fund });
    it("uses the province's figures from their first day and says so", () => {
      expect(local("MO-HINH", 4_000_000_000, "2025-07-25", "66")).toMatchObject({
        ok: true,
        value: { maxDong: 1_000_000_000, level: "national-for-local" },
      });
      expect(local("MO-HINH", 4_000_000_000, "2025-07-26", "66")).toMatchObject({
        ok: true,
        value: {
          maxDong: 800_000_000,
          level: "local",
          verified: "secondary",
          cite: { doc: "nq-2025-dak-lak" },
          working: expect.stringContaining("mức của tỉnh"),
        },
      });
      expect(local("MO-HINH", 4_000_000_000, "2025-05-05", "12")).toMatchObject({
        ok: true,
        value: { maxDong: 500_000_000 },
      });
    });
    it("keeps the State's percent where the province only sets a cap", () => {
      expect(local("DAY-CHUYEN", 600_000_000, "2026-01-01", "12")).toMatchObject({
        ok: true,
        value: { maxDong: 300_000_000, percent: 50, capDong: 450_000_000 },
      });
    });
    it("leaves the national fund and other provinces alone", () => {
      expect(local("MO-HINH", 4_000_000_000, "2026-01-01", "66", "QG")).toMatchObject({
        ok: true,
        value: { maxDong: 1_000_000_000, level: "national" },
      });
      expect(local("MO-HINH", 4_000_000_000, "2026-01-01", "22")).toMatchObject({
        ok: true,
        value: {
          maxDong: 1_000_000_000,
          working: expect.stringContaining("chưa ghi nhận nghị quyết của tỉnh"),
        },
      });
    });
  });
  it("counts the cap per unit", () => {
    expect(ceiling("THUONG-QG", 0, "2015-01-01", false, 3)).toMatchObject({
      ok: true,
      value: { maxDong: 30_000_000 },
    });
  });
  it("knows nothing before the law, for unknown figures and for kinds without a level", () => {
    expect(ceiling("MAY-MOC", 1, "2014-04-07")).toMatchObject({
      ok: false,
      error: { kind: "NA", code: "parameter-not-yet" },
    });
    expect(ceiling("THUONG-QG", 1, "2018-05-11")).toMatchObject({
      ok: false,
      error: { kind: "NA", vi: expect.stringContaining("10.000.000 đ") },
    });
    expect(ceiling("DAO-TAO", 1, "2018-01-01")).toMatchObject({
      ok: false,
      error: { kind: "NA", code: "support-no-own-level", vi: expect.stringContaining("152/2016/TT-BTC") },
    });
    expect(ceiling("XYZ", 1, "2018-01-01")).toMatchObject({
      ok: false,
      error: { kind: "VALUE", code: "support-kind-unknown" },
    });
  });
  it("has a level or an honest refusal for every kind", () => {
    for (const kind of SUPPORT_KINDS)
      expect([true, false]).toContain(ceiling(kind.code, 1_000_000, "2020-01-01").ok);
    expect(SUPPORT_KINDS).toHaveLength(31);
  });
  it("has a kind for each of the nine contents, and says what those without a ceiling follow", () => {
    expect([...new Set(SUPPORT_KINDS.map(({ content }) => content))].sort()).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
    for (const [kind, clause] of [
      ["TAP-HUAN", "97/2010/TT-BTC"],
      ["THONG-TIN", "điểm k khoản 2 Điều 6"],
      ["HOP-TAC-QT", "102/2012/TT-BTC"],
    ] as const)
      expect(ceiling(kind, 1, "2018-01-01")).toMatchObject({
        ok: false,
        error: { code: "support-no-own-level", vi: expect.stringContaining(clause) },
      });
  });
});

describe("sentences", () => {
  it("have no brackets inside brackets, whatever the kind, the day and the parameter", () => {
    const said: string[] = [];
    for (const date of ["2012-01-01", "2018-05-10", "2018-05-11", "2026-07-15"]) {
      for (const { code } of SUPPORT_KINDS)
        for (const priority of [false, true]) {
          const result = ceiling(code, 400_000_000, date, priority);
          said.push(result.ok ? result.value.working : result.error.vi);
        }
      for (const { id } of law.parameters) {
        const reading = readParameter(law, id, day(date));
        said.push(reading.ok ? describeView(reading.value.cite) : reading.error.vi);
      }
    }
    expect(said.some((text) => text.includes("; chưa đối chiếu (nguồn thứ cấp)."))).toBe(true);
    expect(said.some((text) => text.includes("; căn cứ: "))).toBe(true);
    expect(said.filter((text) => /\([^()]*\(/.test(text))).toEqual([]);
  });
});

describe("citations", () => {
  it("names point, clause, article and document", () => {
    expect(citationText(law, { doc: "ttlt-26-2014", article: "6", clause: "2", point: "c" })).toBe(
      "Điểm c khoản 2 Điều 6 Thông tư liên tịch 26/2014/TTLT-BTC-BCT",
    );
    expect(describeCitation(law, "MAY-MOC", day("2018-05-10"))).toMatchObject({
      ok: true,
      value:
        "Điểm c khoản 2 Điều 6 Thông tư liên tịch 26/2014/TTLT-BTC-BCT, áp dụng từ 08/04/2014 đến 10/05/2018; đã đối chiếu văn bản",
    });
  });
  it("reads base salary on both sides of each date", () => {
    for (const [date, value] of [
      ["2019-07-01", 1_490_000],
      ["2023-06-30", 1_490_000],
      ["2023-07-01", 1_800_000],
      ["2024-06-30", 1_800_000],
      ["2024-07-01", 2_340_000],
      ["2026-06-30", 2_340_000],
      ["2026-07-01", 2_530_000],
    ] as const) {
      expect(readParameter(law, "LUONG-CO-SO", day(date))).toMatchObject({ ok: true, value: { value } });
    }
    expect(readParameter(law, "LUONG-CO-SO", day("2019-06-30"))).toMatchObject({
      ok: false,
      error: { code: "parameter-not-yet" },
    });
    expect(readParameter(law, "LUONG", day("2020-01-01"))).toMatchObject({
      ok: false,
      error: { vi: expect.stringContaining("LUONG-CO-SO") },
    });
  });
});
