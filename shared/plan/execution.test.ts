import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../kernel/date.ts";
import { dong } from "../kernel/money.ts";
import { builtinLawBook } from "../law/book.ts";
import {
  blockers,
  foldWork,
  moneyOf,
  type OrderedLine,
  type RecordKind,
  type WorkRecord,
} from "./execution.ts";
import { firstAdvanceOf } from "./execution-advance.ts";
import { whoDecides } from "./execution-changes.ts";
import { WORK_RULES, checkCancel, checkRecord } from "./execution-rules.ts";
import { planFigures, planRows } from "./consolidated.ts";
import { yearFigures, yearRows, type YearLine } from "./execution-year.ts";

const law = builtinLawBook();
const LINE: OrderedLine = {
  code: "DA01",
  name: "Ứng dụng máy móc",
  content: 3,
  kind: "MAY-MOC",
  fund: "QG",
  place: "Xã thử",
  grouped: false,
  end: day("2018-10-31"),
  supportDong: dong(200_000_000),
};

let next = 0;
function record(kind: RecordKind, change: Partial<WorkRecord> = {}): WorkRecord {
  next += 1;
  return {
    id: `th_${next}`,
    deAnCode: "DA01",
    kind,
    on: day("2018-06-01"),
    percent: null,
    amountDong: null,
    detail: {},
    document: "Văn bản thử",
    note: "Lý do thử",
    ...change,
  };
}
const amount = (kind: RecordKind, million: number, change: Partial<WorkRecord> = {}) =>
  record(kind, { amountDong: dong(million * 1_000_000), ...change });
const rulesOf = (records: WorkRecord[], added: WorkRecord, line = LINE) =>
  checkRecord(law, line, 2018, records, added).map(({ rule, severity }) => `${rule} ${severity}`);

describe("folding", () => {
  it("goes from nothing to settled, and money is set against what was accepted", () => {
    const records: WorkRecord[] = [];
    const state = () => foldWork(LINE, records).state;
    expect(state()).toBe("not-started");
    records.push(record("progress", { percent: 80 }), amount("advance", 140));
    expect(foldWork(LINE, records)).toMatchObject({
      state: "running",
      percent: 80,
      advancedDong: 140_000_000,
    });
    records.push(amount("acceptance", 120));
    expect(state()).toBe("accepted");
    expect(moneyOf(foldWork(LINE, records))).toEqual({
      heldDong: 140_000_000,
      toPayDong: 0,
      toRefundDong: 20_000_000,
    });
    records.push(amount("refund", 20), amount("liquidation", 120));
    expect(state()).toBe("liquidated");
    records.push(amount("settlement", 120), record("effective", { detail: { effective: true } }));
    expect(foldWork(LINE, records)).toMatchObject({ state: "settled", effective: true, percent: 100 });
  });

  it("takes changes, and drops what was cancelled", () => {
    const less = record("change", { detail: { change: "support-less", newSupportDong: dong(150_000_000) } });
    const later = record("change", { detail: { change: "within-year", newEnd: day("2018-12-15") } });
    const cancel = record("cancel", { detail: { cancels: less.id } });
    expect(foldWork(LINE, [less, later])).toMatchObject({ supportDong: 150_000_000, end: "2018-12-15" });
    expect(foldWork(LINE, [less, later, cancel])).toMatchObject({
      supportDong: 200_000_000,
      end: "2018-12-15",
    });
    expect(foldWork(LINE, [record("progress", { deAnCode: "DA02" })]).state).toBe("not-started");
  });

  it("never both pays and asks back, and always balances", () => {
    const money = fc.integer({ min: 0, max: 1_000_000_000 });
    fc.assert(
      fc.property(money, money, money, (advance, refund, accepted) => {
        const records = [
          record("advance", { amountDong: dong(advance) }),
          record("refund", { amountDong: dong(refund) }),
          record("acceptance", { amountDong: dong(accepted) }),
        ];
        const { heldDong, toPayDong, toRefundDong } = moneyOf(foldWork(LINE, records));
        expect(toPayDong === 0 || toRefundDong === 0).toBe(true);
        expect(heldDong + toPayDong - toRefundDong).toBe(accepted);
      }),
      { numRuns: 100 },
    );
  });

  it("the order moves on only when every đề án does", () => {
    const two = [LINE, { ...LINE, code: "DA02" }];
    const done = [amount("acceptance", 100), record("stop", { deAnCode: "DA02" })];
    expect(blockers(two, done.slice(0, 1), "accepted_work")).toEqual([
      "DA02: chưa nghiệm thu và cũng chưa ngừng.",
    ]);
    expect(blockers(two, done, "accepted_work")).toEqual([]);
    expect(blockers(two, done, "settled")).toHaveLength(1);
    expect(blockers(two, [...done, amount("settlement", 100)], "settled")).toEqual([]);
    const owing = [...done, amount("settlement", 100), amount("advance", 1, { deAnCode: "DA02" })];
    expect(blockers(two, owing, "settled")).toEqual(["DA02: còn tạm ứng phải hoàn trả."]);
  });
});

describe("advances", () => {
  const ready = [record("progress", { percent: 71 })];

  it("block above the rate while its words were read, and only warn from 10/07/2018", () => {
    const over = (on: string) => amount("advance", 141, { on: day(on), document: "" });
    expect(rulesOf(ready, over("2018-07-09"))).toEqual(["KC-TH-001 error"]);
    expect(rulesOf(ready, over("2018-07-10"))).toEqual(["KC-TH-001 warning"]);
    expect(rulesOf(ready, amount("advance", 140))).toEqual([]);
  });

  it("may be decided otherwise by a paper (Đ.16), and are a measure only for the local fund", () => {
    expect(rulesOf(ready, amount("advance", 141))).toEqual(["KC-TH-001 warning"]);
    const local = { ...LINE, fund: "ĐP" } as const;
    expect(rulesOf(ready, amount("advance", 141, { document: "" }), local)).toEqual(["KC-TH-001 warning"]);
  });

  it("need the work first, need no rate after acceptance, and never exceed the order", () => {
    expect(rulesOf([record("progress", { percent: 70 })], amount("advance", 100))).toEqual([
      "KC-TH-002 warning",
    ]);
    expect(rulesOf([amount("acceptance", 200)], amount("advance", 200))).toEqual([]);
    expect(rulesOf([amount("acceptance", 200)], amount("advance", 201))).toEqual(["KC-TH-003 error"]);
    expect(rulesOf([amount("advance", 10)], amount("refund", 11))).toEqual(["KC-TH-004 error"]);
    expect(rulesOf(ready, record("advance"))).toEqual(["KC-TH-017 error"]);
  });

  it("have the rate of their kind", () => {
    expect(firstAdvanceOf("HA-TANG-CCN")).toMatchObject({ parameter: "TAM-UNG-LAN-1.CCN", above: 50 });
    expect(firstAdvanceOf("DAO-TAO")).toMatchObject({ parameter: "TAM-UNG-LAN-1.CHUNG", above: 0 });
    // Đ.13 k.2 b, c: courses and workshops; broadcasts, publications, websites.
    for (const kind of ["TAP-HUAN", "THONG-TIN"])
      expect(firstAdvanceOf(kind)).toMatchObject({ parameter: "TAM-UNG-LAN-1.CHUNG", above: 0 });
    expect(firstAdvanceOf("LAP-DN")).toMatchObject({ parameter: "TAM-UNG-LAN-1.LAP-DN" });
    expect([firstAdvanceOf("LAI-SUAT"), firstAdvanceOf(null)]).toEqual([null, null]);
    const cluster = { ...LINE, kind: "HA-TANG-CCN" };
    const half = [record("progress", { percent: 51 })];
    expect(rulesOf(half, amount("advance", 60, { document: "" }), cluster)).toEqual([]);
    expect(rulesOf(half, amount("advance", 61, { document: "" }), cluster)).toEqual(["KC-TH-001 error"]);
  });
});

describe("acceptance, settlement", () => {
  it("acceptance stays within the order and says what must be given back", () => {
    expect(rulesOf([], amount("acceptance", 201))).toEqual(["KC-TH-005 error"]);
    const found = checkRecord(law, LINE, 2018, [amount("advance", 140)], amount("acceptance", 100));
    expect(found).toMatchObject([{ rule: "KC-TH-006", severity: "warning", verified: "text" }]);
    const late = checkRecord(
      law,
      LINE,
      2024,
      [amount("advance", 140)],
      amount("acceptance", 100, { on: day("2024-05-01") }),
    );
    expect(late[0]?.basis).toContain("17/2024/TT-BTC");
  });

  it("settlement follows acceptance, fits it, and comes in time", () => {
    const accepted = amount("acceptance", 100, { on: day("2018-11-30") });
    const settle = (on: string, million = 100) => amount("settlement", million, { on: day(on) });
    expect(rulesOf([], settle("2018-12-01"))).toContain("KC-TH-010 error");
    expect(rulesOf([accepted], settle("2018-12-15"))).toEqual([]);
    expect(rulesOf([accepted], settle("2018-12-16"))).toEqual(["KC-TH-011 warning"]);
    expect(rulesOf([accepted], settle("2019-01-22"))).not.toContain("KC-TH-012 warning");
    expect(rulesOf([accepted], settle("2019-01-23"))).toContain("KC-TH-012 warning");
    expect(rulesOf([accepted], settle("2018-12-01", 101))).toEqual(["KC-TH-013 error"]);
    expect(rulesOf([amount("advance", 140), accepted], settle("2018-12-01"))).toEqual(["KC-TH-013 error"]);
    expect(rulesOf([accepted], { ...settle("2018-12-01"), document: "" })).toEqual(["KC-TH-019 warning"]);
  });

  it("a closed đề án takes nothing more, and what a later step rests on cannot be cancelled", () => {
    const accepted = amount("acceptance", 100);
    const settled = amount("settlement", 100);
    expect(rulesOf([accepted, settled], record("progress", { percent: 90 }))).toContain("KC-TH-016 error");
    expect(rulesOf([record("stop")], amount("advance", 1))).toContain("KC-TH-016 error");
    expect(rulesOf([accepted], record("effective", { detail: { effective: true } }))).toEqual([
      "KC-TH-018 error",
    ]);
    expect(rulesOf([accepted, settled], record("effective", { detail: { effective: true } }))).toEqual([]);
    expect(checkCancel([accepted, settled], accepted)).toHaveLength(1);
    expect(checkCancel([accepted, settled], settled)).toEqual([]);
    const cancel = record("cancel", { detail: { cancels: settled.id } });
    expect(checkCancel([accepted, settled, cancel], settled)).toHaveLength(1);
  });
});

describe("changes and stops", () => {
  it("say who decides: the Minister, the agency, or the department for a group", () => {
    expect(whoDecides(law, LINE, "support-more").who).toContain("Bộ trưởng");
    expect(whoDecides(law, LINE, "stop").basis).toBe("Điểm a khoản 2 Điều 11 Thông tư 36/2013/TT-BCT");
    expect(whoDecides(law, LINE, "place").basis).toContain("Điểm b khoản 2");
    expect(whoDecides(law, { ...LINE, grouped: true }, "place").who).toBe("Sở Công Thương");
    expect(whoDecides(law, { ...LINE, grouped: true }, "content").who).toContain("Bộ trưởng");
    expect(whoDecides(law, { ...LINE, fund: "ĐP" }, "stop").who).toContain("Ủy ban nhân dân");
  });

  it("need a reason and a paper; running into the next year is named so", () => {
    expect(rulesOf([], record("stop", { note: "", document: "" }))).toEqual([
      "KC-TH-007 warning",
      "KC-TH-009 error",
    ]);
    const into = (change: "within-year" | "next-year") =>
      record("change", { detail: { change, newEnd: day("2019-01-01") } });
    expect(rulesOf([], into("within-year"))).toEqual(["KC-TH-008 error"]);
    expect(rulesOf([], into("next-year"))).toEqual([]);
  });

  it("progress neither goes back nor runs over its end unseen", () => {
    expect(rulesOf([record("progress", { percent: 50 })], record("progress", { percent: 49 }))).toEqual([
      "KC-TH-014 warning",
    ]);
    expect(rulesOf([], record("progress", { percent: 50, on: day("2018-10-31") }))).toEqual([]);
    expect(rulesOf([], record("progress", { percent: 50, on: day("2018-11-01") }))).toEqual([
      "KC-TH-015 warning",
    ]);
  });

  it("every rule has an id of its own and a name", () => {
    expect(new Set(WORK_RULES.map(({ id }) => id)).size).toBe(WORK_RULES.length);
    expect(WORK_RULES.every(({ vi, kinds }) => vi !== "" && kinds.length > 0)).toBe(true);
  });
});

describe("the year", () => {
  const lines: YearLine[] = [
    { line: LINE, records: [amount("advance", 140), amount("acceptance", 150)] },
    { line: { ...LINE, content: 1, fund: "ĐP" } as const, records: [record("stop")] },
  ].map(({ line, records }) => ({ line, work: foldWork(line, records), place: line.place }));

  it("adds up, whichever way it is grouped", () => {
    const all = yearFigures(lines);
    expect(all).toMatchObject({
      ordered: 2,
      orderedDong: 400_000_000,
      advancedDong: 140_000_000,
      acceptedDong: 150_000_000,
      stopped: 1,
      donePercent: "37.5",
    });
    for (const by of ["content", "place", "fund"] as const) {
      const rows = yearRows(lines, [], by);
      expect(
        rows.reduce((sum, { orderedDong }) => sum + orderedDong, 0),
        by,
      ).toBe(all.orderedDong);
      expect(
        rows.reduce((sum, { acceptedDong }) => sum + acceptedDong, 0),
        by,
      ).toBe(all.acceptedDong);
    }
    expect(yearRows(lines, [], "content").map(({ key }) => key)).toEqual(["1", "3"]);
    expect(yearRows(lines, [], "fund").map(({ key }) => key)).toEqual(["QG", "ĐP"]);
    expect(yearFigures([]).donePercent).toBeNull();
  });

  it("sets what was planned beside what was done, also where nothing was ordered", () => {
    const planned = (content: number, fund: "QG" | "ĐP", support: number) => ({
      code: "DA01",
      name: "",
      content,
      kind: null,
      fund,
      place: LINE.place,
      totalDong: dong(support * 2),
      supportDong: dong(support),
      counterpartDong: dong(support),
      otherDong: dong(0),
    });
    const plan = [planned(3, "QG", 200_000_001), planned(6, "ĐP", 50_000_000)];
    const rows = yearRows(lines, plan, "content");
    expect(
      rows.map(({ key, planned: count, plannedDong, ordered }) => [key, count, plannedDong, ordered]),
    ).toEqual([
      ["1", 0, 0, 1],
      ["3", 1, 200_000_001, 1],
      ["6", 1, 50_000_000, 0],
    ]);
    expect(rows.map(({ labelEn }) => labelEn)).toContain("Information");
    for (const by of ["content", "place", "fund"] as const)
      expect(
        yearRows(lines, plan, by).reduce((sum, { plannedDong }) => sum + plannedDong, 0),
        by,
      ).toBe(250_000_001);
    expect(planFigures(plan)).toMatchObject({
      deAn: 2,
      supportDong: 250_000_001,
      nationalDong: 200_000_001,
      localDong: 50_000_000,
      totalDong: 500_000_002,
    });
    expect(planRows(plan, "fund").map(({ key, supportDong }) => [key, supportDong])).toEqual([
      ["QG", 200_000_001],
      ["ĐP", 50_000_000],
    ]);
  });
});
