import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../kernel/date.ts";
import { dong } from "../kernel/money.ts";
import { quantity } from "../kernel/quantity.ts";
import { builtinLawBook } from "../law/book.ts";
import { buildFlatWorkbook } from "./build.ts";
import { readPlan } from "./read.ts";
import { suggestLinks } from "../plan/links.ts";
import { readNeighbours } from "../plan/neighbours.ts";
import { groupsOf, scatterOf } from "../plan/scatter.ts";

const law = builtinLawBook();

interface Short {
  readonly support: number;
  readonly fund?: "QG" | "ĐP";
  readonly linkedTo?: string;
  readonly trade?: string;
  readonly place?: string;
  readonly beneficiary?: string;
}

function planOf(given: readonly Short[], neighbours: string | null = null) {
  const code = (index: number) => `DA${String(index + 1).padStart(2, "0")}`;
  const deAn = given.map(({ support: _support, ...rest }, index) => ({
    code: code(index),
    name: `Đề án ${index + 1}`,
    content: 3,
    kind: "MAY-MOC",
    fund: "ĐP" as const,
    count: quantity(1),
    ...rest,
  }));
  const costLines = given.map(({ support }, index) => ({
    deAnCode: code(index),
    item: "Máy",
    unit: "máy",
    quantity: quantity(1),
    unitPriceDong: dong(1_000_000_000),
    supportDong: dong(support),
  }));
  const info = { province: "Quảng Ninh", organisation: "Trung tâm", year: 2018, asOf: day("2018-01-15") };
  const plan = readPlan(buildFlatWorkbook({ info, deAn, costLines }, law));
  return { ...plan, info: { ...plan.info, ...readNeighbours(neighbours) } };
}

describe("the scatter index", () => {
  it("is nothing where no money is asked for, zero for one work, and grows with equal small ones", () => {
    expect(scatterOf(planOf([]))).toBeNull();
    expect(scatterOf(planOf([{ support: 300 }]))).toMatchObject({
      thousandths: 0,
      equalWorksHundredths: 100,
    });
    expect(scatterOf(planOf([{ support: 100 }, { support: 100 }]))).toMatchObject({
      thousandths: 500,
      equalWorksHundredths: 200,
    });
    // 1 − (60² + 30² + 10²) / 100² = 0,54; 10 000 / 4 600 = 2,17 works.
    expect(scatterOf(planOf([{ support: 10 }, { support: 60 }, { support: 30 }]))).toMatchObject({
      thousandths: 540,
      equalWorksHundredths: 217,
      medianDong: 30,
    });
  });

  it("falls when đề án are carried out together, named on either side or through a third", () => {
    const apart = planOf([{ support: 100 }, { support: 100 }, { support: 100 }, { support: 100 }]);
    const linked = planOf([
      { support: 100, linkedTo: "DA02" },
      { support: 100 },
      { support: 100, linkedTo: "DA02" },
      { support: 100 },
    ]);
    expect(scatterOf(apart)?.thousandths).toBe(750);
    expect(groupsOf(linked.deAn).map((group) => group.length)).toEqual([3, 1]);
    expect(scatterOf(linked)?.thousandths).toBe(375);
  });

  it("lies between 0 and 1, and no link makes it larger", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 900_000_000 }), { minLength: 2, maxLength: 8 }),
        (money) => {
          const apart = scatterOf(planOf(money.map((support) => ({ support }))));
          const joined = scatterOf(
            planOf(money.map((support, i) => (i === 0 ? { support, linkedTo: "DA02" } : { support }))),
          );
          if (apart === null || joined === null) throw new Error("no money");
          expect(apart.thousandths).toBeGreaterThanOrEqual(0);
          expect(apart.thousandths).toBeLessThan(1000);
          expect(joined.thousandths).toBeLessThanOrEqual(apart.thousandths);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("suggestions of links", () => {
  it("name what is shared, the strongest reason first, each set once", () => {
    const plan = planOf([
      { support: 100, trade: "Chế biến chè", place: "Xã Thủy An, Đông Triều" },
      { support: 200, trade: "che bien che", place: "Đông Triều, Quảng Ninh" },
      { support: 50, trade: "Gốm sứ", place: "Hạ Long", beneficiary: "HTX An Bình" },
      { support: 60, trade: "Mộc", place: "Hạ Long", beneficiary: "HTX  An Bình" },
      { support: 70, trade: "Gốm sứ", place: "Móng Cái" },
    ]);
    expect(
      suggestLinks(plan).map(({ lines, reason, shared, supportDong }) => [
        lines.map(({ code }) => code).join(),
        reason,
        shared,
        supportDong,
      ]),
    ).toEqual([
      ["DA01,DA02", "trade-and-place", "Chế biến chè, Đông Triều", 300],
      ["DA03,DA04", "beneficiary", "HTX An Bình", 110],
      ["DA03,DA05", "trade", "Gốm sứ", 120],
    ]);
  });

  it("keep the two funds apart: each its own group, the other fund's đề án only named", () => {
    const plan = planOf([
      { support: 100, trade: "Chè", fund: "ĐP" },
      { support: 200, trade: "Chè", fund: "QG" },
      { support: 300, trade: "Chè", fund: "ĐP" },
      { support: 10, trade: "Gốm", fund: "ĐP" },
      { support: 20, trade: "Gốm", fund: "QG" },
    ]);
    const codes = (lines: readonly { code: string | null }[]) => lines.map(({ code }) => code).join();
    expect(
      suggestLinks(plan).map(({ lines, fund, supports, supportDong, otherFund }) => [
        codes(lines),
        fund,
        supports,
        supportDong,
        codes(otherFund),
      ]),
    ).toEqual([["DA01,DA03", "ĐP", [100, 300], 400, "DA02"]]);
  });

  it("say nothing of đề án already linked, of the province itself, or of blanks", () => {
    expect(
      suggestLinks(
        planOf([
          { support: 1, trade: "Chè", linkedTo: "DA02" },
          { support: 1, trade: "Chè" },
        ]),
      ),
    ).toEqual([]);
    expect(
      suggestLinks(
        planOf([
          { support: 1, place: "Quảng Ninh" },
          { support: 1, place: "Quảng Ninh" },
        ]),
      ),
    ).toEqual([]);
  });

  const three = [
    { support: 100, trade: "Chè", place: "Xã Thủy An" },
    { support: 200, trade: "chè", place: "Xã Bình Dương" },
    { support: 300, trade: "Chè", place: "Xã Kim Sơn" },
    { support: 400, trade: "Gốm", place: "Xã Bình Dương" },
    { support: 500, trade: "Chè", place: "Xã Bình Dương", fund: "QG" as const },
  ];
  const told = (neighbours: string | null) =>
    suggestLinks(planOf(three, neighbours)).map(({ lines, reason, shared, otherFund }) => [
      lines.map(({ code }) => code).join(),
      reason,
      shared,
      otherFund.map(({ code }) => code).join(),
    ]);

  it("never take places for neighbours that the unit has not stated to be", () => {
    expect(told(null)).toEqual([["DA01,DA02,DA03", "trade", "Chè", "DA05"]]);
    // Neither a place alone nor one outside the plan brings anything together.
    expect(told("Kim Sơn: Hồng Thái; Bình Khê: Thủy An")).toEqual(told(null));
  });

  it("bring the same trade in stated neighbours together, each fund apart, around the place in the middle", () => {
    expect(told("thuy an: Bình Dương")).toEqual([
      ["DA01,DA02", "trade-and-neighbours", "Chè, thuy an – Bình Dương", ""],
      ["DA01,DA02,DA03", "trade", "Chè", "DA05"],
    ]);
    expect(told("Bình Dương: Thủy An, Xã Kim Sơn")).toEqual([
      ["DA01,DA02,DA03", "trade-and-neighbours", "Chè, Bình Dương – Thủy An, Xã Kim Sơn", ""],
    ]);
  });

  it("call the same commune the same without any statement", () => {
    const plan = planOf(
      [
        { support: 1, trade: "Chè", place: "Xã Thủy An" },
        { support: 1, trade: "Chè", place: "xã Thuỷ An" },
      ],
      "Thủy An: Bình Dương",
    );
    expect(suggestLinks(plan).map(({ reason }) => reason)).toEqual(["trade-and-place"]);
  });
});
