import { describe, expect, it } from "vitest";
import { day } from "../kernel/date.ts";
import { quantity } from "../kernel/quantity.ts";
import { builtinLawBook } from "../law/book.ts";
import { citationText } from "../law/read.ts";
import type { LevelPeriod } from "../law/types.ts";
import { levelAt, levelsAt } from "../law/vote-levels.ts";
import { ladderOf, rankContradictions, traceProducts } from "./product-trace.ts";
import { certificateEnd, conditionsOf, eligibilityOf, markOf, passes, priorLevelOf } from "./products.ts";
import type { ProductLine } from "./shapes.ts";

const law = builtinLawBook();

const BLANK: ProductLine = {
  sheet: "KC_SanPham",
  row: 5,
  cells: {},
  addressOf: {},
  extra: {},
  code: "SP01",
  name: "Miến dong",
  producer: "Cơ sở A",
  place: null,
  group: 2,
  level: "Tỉnh",
  voteDate: day("2023-09-01"),
  route: "Bình chọn",
  contest: null,
  ownMade: true,
  original: true,
  lawful: true,
  serial: true,
  form: true,
  description: true,
  photos: 3,
  letter: "12/UBND",
  jury: 7,
  market: null,
  technical: null,
  culture: null,
  otherMark: null,
  mark: null,
  rank: null,
  decision: null,
  decisionDate: null,
  priorLevel: null,
  priorDecision: null,
  priorDate: null,
  priorMark: null,
  priorRank: null,
  note: null,
};

function product(change: Partial<ProductLine>): ProductLine {
  return { ...BLANK, ...change };
}

function stateOf(line: ProductLine, id: string): string | undefined {
  return conditionsOf(line).find((condition) => condition.id === id)?.state;
}

describe("levels", () => {
  it.each([
    ["2014-10-20", []],
    ["2014-10-21", ["Huyện", "Tỉnh", "Khu vực", "Quốc gia"]],
    ["2025-06-30", ["Huyện", "Tỉnh", "Khu vực", "Quốc gia"]],
    ["2025-07-01", ["Tỉnh", "Khu vực", "Quốc gia"]],
  ])("on %s", (date, levels) => {
    expect(levelsAt(day(date))).toEqual(levels);
  });

  it("are configurable, e.g. when a circular brings a level back", () => {
    const again: LevelPeriod = {
      level: "Huyện",
      from: day("2027-01-01"),
      cite: { doc: "tt-26-2014-bct" },
      verified: "memory",
    };
    expect(levelAt("Huyện", day("2027-01-01"), [again])).toBe(again);
    expect(levelAt("Huyện", day("2026-12-31"), [again])).toBeNull();
  });

  it("make a district's vote of July 2025 ineligible, one of June eligible", () => {
    const at = (date: string) => conditionsOf(product({ level: "Huyện", voteDate: day(date) }));
    expect(eligibilityOf(at("2025-06-30"))).toBe("eligible");
    expect(eligibilityOf(at("2025-07-01"))).toBe("ineligible");
  });
});

describe("the certificate of the level below", () => {
  it("is the district's for the province while districts vote, and never a must", () => {
    expect(priorLevelOf("Tỉnh", day("2025-06-30"))).toMatchObject({ level: "Huyện", required: false });
    expect(priorLevelOf("Tỉnh", day("2025-07-01"))).toBeNull();
    expect(eligibilityOf(conditionsOf(product({})))).toBe("eligible");
  });

  it("is a must for the region and the nation", () => {
    expect(stateOf(product({ level: "Khu vực" }), "prior")).toBe("unmet");
    const given = { priorDecision: "1/QĐ-UBND", priorDate: day("2022-01-05") };
    expect(stateOf(product({ level: "Khu vực", priorLevel: "Tỉnh", ...given }), "prior")).toBe("met");
    expect(stateOf(product({ level: "Quốc gia", priorLevel: "Tỉnh", ...given }), "prior")).toBe("unmet");
    expect(stateOf(product({ level: "Quốc gia", ...given }), "prior")).toBe("unknown");
  });

  it.each([
    ["2018-08-15", "2020-12-31", "text", "Khoản 3 Điều 17 Thông tư 26/2014/TT-BCT"],
    [
      "2018-08-16",
      "2021-12-31",
      "secondary",
      "Thông tư 14/2018/TT-BCT (sửa khoản 3 Điều 17 Thông tư 26/2014/TT-BCT; chưa đọc được văn bản)",
    ],
  ])("given on %s holds to %s", (decided, end, verified, text) => {
    const found = certificateEnd(day(decided));
    expect(found).toMatchObject({ end, verified });
    expect(citationText(law, found.cite)).toBe(text);
  });

  it("holds on its last day and not on the next, and not before it was given", () => {
    const at = (voteDate: string) =>
      stateOf(
        product({
          level: "Khu vực",
          voteDate: day(voteDate),
          priorLevel: "Tỉnh",
          priorDecision: "1",
          priorDate: day("2020-03-01"),
        }),
        "prior-valid",
      );
    expect(at("2023-12-31")).toBe("met");
    expect(at("2024-01-01")).toBe("unmet");
    expect(at("2020-02-29")).toBe("unmet");
  });
});

describe("other conditions", () => {
  it("tell unanswered from refused", () => {
    expect(eligibilityOf(conditionsOf(product({ serial: null })))).toBe("incomplete");
    expect(eligibilityOf(conditionsOf(product({ serial: false, original: null })))).toBe("ineligible");
    expect(stateOf(product({ photos: 2 }), "photos")).toBe("unmet");
  });

  it("take a contest winner only as a proposal, never as entitled", () => {
    const winner = product({ level: "Khu vực", route: "Cuộc thi", contest: "Giải Nhất thiết kế 2023" });
    expect(stateOf(winner, "prior")).toBe("proposal");
    expect(eligibilityOf(conditionsOf(winner))).toBe("proposal");
    expect(stateOf(product({ level: "Khu vực", route: "Cuộc thi" }), "prior")).toBe("unmet");
  });

  it("all cite a document of the register", () => {
    const all = conditionsOf(
      product({ level: "Quốc gia", priorDecision: "1", priorDate: day("2022-01-05") }),
    );
    expect(all.length).toBeGreaterThan(9);
    for (const { cite } of all)
      expect(citationText(law, cite)).toMatch(/Thông tư (26\/2014|14\/2018)\/TT-BCT/);
  });
});

describe("marks", () => {
  it("pass from 70 on", () => {
    const marked = (otherMark: string) =>
      product({
        market: quantity(30),
        technical: quantity(25),
        culture: quantity(10),
        otherMark: quantity(otherMark),
      });
    expect(markOf(marked("4.5"))).toBe(quantity("69.5"));
    expect(passes(marked("4.999999"), law)).toBe(false);
    expect(passes(marked("5"), law)).toBe(true);
    expect(passes(product({}), law)).toBeNull();
  });
});

describe("the way up", () => {
  const province = product({
    decision: "100/QĐ-UBND",
    decisionDate: day("2023-10-01"),
    market: quantity(80),
    rank: 2,
  });
  const region = product({
    row: 6,
    level: "Khu vực",
    voteDate: day("2024-08-01"),
    priorLevel: "Tỉnh",
    priorDecision: "100/QĐ-UBND",
    priorDate: day("2023-10-01"),
    priorMark: quantity(80),
    priorRank: 2,
  });

  it("finds the line of the level before and what both say differently", () => {
    expect(traceProducts([province, region])).toEqual([{ line: region, prior: province, mismatches: [] }]);
    const other = { ...region, priorRank: 1, priorMark: quantity("80.5") };
    expect(traceProducts([province, other])[0]?.mismatches).toEqual([
      { column: "priorMark", said: "80,5", stood: "80" },
      { column: "priorRank", said: "1", stood: "2" },
    ]);
    expect(traceProducts([region])[0]?.prior).toBeNull();
    expect(ladderOf([region, province], "SP01")).toEqual([province, region]);
  });

  it("names ranks that contradict the marks", () => {
    const better = product({ row: 7, code: "SP02", market: quantity(81), rank: 3 });
    expect(rankContradictions([province, better])).toEqual([[province, better]]);
    expect(rankContradictions([province, { ...better, rank: 1 }])).toEqual([]);
    expect(rankContradictions([province, { ...better, group: 1 }])).toEqual([]);
  });
});
