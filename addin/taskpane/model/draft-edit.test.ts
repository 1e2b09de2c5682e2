import { describe, expect, it, test } from "vitest";
import { day } from "../../../shared/kernel/date.ts";
import { dong } from "../../../shared/kernel/money.ts";
import { quantity } from "../../../shared/kernel/quantity.ts";
import { builtinLawBook } from "../../../shared/law/book.ts";
import { SUPPORT_KINDS } from "../../../shared/law/support-kinds.ts";
import type { FlatWorkbook } from "../../../shared/kernel/flat.ts";
import { buildFlatWorkbook, deAnRowValues, type PlanDraft } from "../../../shared/workbook/build.ts";
import { judgeWorkbook } from "../../../shared/workbook/judge.ts";
import { readPlan } from "../../../shared/workbook/read.ts";
import { STARTER_LINES } from "../texts/starter-lines.ts";
import { copyRows } from "./draft-copy.ts";
import { demandRows, openDemands } from "./draft-demand.ts";
import { costsOf, duplicateOf, planEdit, wizardOf } from "./draft-edit.ts";
import {
  chooseKind,
  editLine,
  newWizard,
  removeLine,
  toDrafts,
  type Context,
  type WizardState,
} from "./wizard.ts";

const law = builtinLawBook();
const DRAFT: PlanDraft = {
  info: { province: "Quảng Ninh", organisation: "Trung tâm", year: 2018, asOf: day("2018-01-15") },
  deAn: [
    {
      code: "DA01",
      name: "Ứng dụng máy ép gốm",
      content: 3,
      kind: "MAY-MOC",
      fund: "ĐP",
      count: quantity("1.5"),
      start: day("2018-03-01"),
      beneficiary: "Cơ sở A",
      linkedTo: "DA02",
      note: "giữ",
    },
    {
      code: "DA02",
      name: "Mô hình gạch",
      content: 3,
      kind: "MO-HINH",
      fund: "QG",
      count: quantity(1),
      linkedTo: "DA01",
    },
  ],
  costLines: [
    {
      deAnCode: "DA01",
      item: "Máy ép",
      unit: "máy",
      quantity: quantity(2),
      unitPriceDong: dong(100_000_000),
      supportDong: dong(90_000_000),
    },
    {
      deAnCode: "DA01",
      item: "Lắp đặt",
      unit: "gói",
      quantity: quantity(1),
      unitPriceDong: dong(20_000_000),
      supportDong: dong(5_000_000),
      otherDong: dong(1_000_000),
    },
    {
      deAnCode: "DA02",
      item: "Thiết bị",
      unit: "bộ",
      quantity: quantity(1),
      unitPriceDong: dong(500_000_000),
      supportDong: dong(150_000_000),
    },
  ],
  demands: [
    {
      code: "DK01",
      name: "Máy sấy",
      kind: "MAY-MOC",
      content: 3,
      fund: "ĐP",
      totalDong: dong(300_000_000),
      supportDong: dong(100_000_000),
    },
    { code: "DK02", name: "Đã vào kế hoạch", deAnCode: "DA01" },
    { code: "DK03", name: "Chưa có số tiền", kind: "MO-HINH" },
    { code: "DK04", name: "Bị loại", decision: "Không chọn" },
    { code: "DK05", name: "Năm sau", decision: "Chuyển năm sau" },
  ],
};
const flat = buildFlatWorkbook(DRAFT, law);
const plan = readPlan(flat);
const [first, second] = plan.deAn;
if (first === undefined || second === undefined) throw new Error("no lines");
const costs = costsOf(plan, "da01");
const context: Context = { law, asOf: day("2018-01-15"), takenCodes: ["DA01", "DA02"] };

function edited(state: WizardState) {
  const drafts = toDrafts(state, context);
  if (drafts === null || first === undefined) throw new Error("not writable");
  return planEdit(first, costs, drafts);
}

describe("editing", () => {
  it("writes nothing when nothing was changed", () => {
    expect(edited(wizardOf(first, costs))).toEqual({ update: [], clear: [], append: [] });
  });

  it("writes the changed cells only, empties lines taken out and adds new ones", () => {
    let state = wizardOf(first, costs);
    state = { ...removeLine(state, 2), name: "Tên mới", end: "31/12/2018" };
    state = editLine(state, 1, { quantity: "3" });
    state = {
      ...state,
      lines: [
        ...state.lines,
        {
          id: 9,
          row: null,
          item: "Tập huấn",
          unit: "lớp",
          quantity: "1",
          unitPrice: "1.000.000",
          support: "",
          other: "",
          note: "",
        },
      ],
    };
    const edit = edited(state);
    expect(edit.update.map(({ def, row, values }) => [def.name, row, values])).toEqual([
      ["KC_DeAn", 5, { name: "Tên mới", end: expect.any(Number) as number }],
      ["KC_DuToan", 5, { quantity: 3 }],
    ]);
    expect(edit.clear).toEqual([6]);
    expect(edit.append).toMatchObject([{ deAnCode: "DA01", item: "Tập huấn", unitPrice: 1_000_000 }]);
  });

  it("keeps a formula somebody wrote for the price until another price is typed over it", () => {
    const withFormula: FlatWorkbook = {
      ...flat,
      sheets: flat.sheets.map((sheet) =>
        sheet.name === "KC_DuToan"
          ? { ...sheet, cells: { ...sheet.cells, E5: { value: 100_000_000, formula: "=2*50000000" } } }
          : sheet,
      ),
    };
    const now = readPlan(withFormula);
    const line = now.deAn[0];
    if (line === undefined) throw new Error("no line");
    const lines = costsOf(now, "DA01");
    const same = toDrafts(wizardOf(line, lines), context);
    const other = toDrafts(editLine(wizardOf(line, lines), 1, { unitPrice: "99.000.000" }), context);
    if (same === null || other === null) throw new Error("not writable");
    expect(planEdit(line, lines, same).update).toEqual([]);
    expect(planEdit(line, lines, other).update[0]?.values).toEqual({ unitPrice: 99_000_000 });
  });

  it("keeps its own code, and a duplicate takes another and brings new lines", () => {
    const copy = duplicateOf(first, costs, "DA03");
    expect(copy).toMatchObject({ editing: null, code: "DA03", name: "Ứng dụng máy ép gốm", count: "1,5" });
    expect(copy.lines.map(({ row }) => row)).toEqual([null, null]);
    expect(toDrafts({ ...copy, code: "DA02" }, context)).toBeNull();
    expect(toDrafts(copy, context)?.costs).toHaveLength(2);
  });
});

describe("copying from another workbook", () => {
  it("gives new codes, drops the dates, keeps links among the chosen and says what to look at again", () => {
    const rows = copyRows(plan, plan.deAn, ["DA07"], { origin: "sổ năm 2018" });
    expect(rows.deAn).toMatchObject([
      { code: "DA08", name: "Ứng dụng máy ép gốm", start: null, end: null, linkedTo: "DA09", count: 1.5 },
      { code: "DA09", linkedTo: "DA08" },
    ]);
    expect(rows.deAn[0]?.["source"]).toContain("Chép từ DA01, sổ năm 2018");
    expect(rows.costs.map((row) => row["deAnCode"])).toEqual(["DA08", "DA08", "DA09"]);
    expect(rows.costs[1]).toMatchObject({ unitPrice: 20_000_000, support: 5_000_000, other: 1_000_000 });
    expect(copyRows(plan, [first], [], { origin: "x" }).deAn[0]?.["linkedTo"]).toBeNull();
  });

  it("names the old đề án as the one it is a replica of, without a complaint about the name", () => {
    const { deAn } = copyRows(plan, [second], ["DA02"], { origin: "sổ năm 2018", asReplica: true });
    const replicaOf = deAn[0]?.["replicaOf"];
    expect(replicaOf).toBe("DA02 (sổ năm 2018, Quảng Ninh)");
    const [one, two] = DRAFT.deAn;
    if (one === undefined || two === undefined) throw new Error("no drafts");
    const workbook = buildFlatWorkbook(
      { ...DRAFT, deAn: [{ ...one, replicaOf: String(replicaOf) }, two] },
      law,
    );
    expect(judgeWorkbook(workbook, law).findings.map(({ rule }) => rule)).not.toContain("KC-DA-038");
    expect(copyRows(plan, [second], [], { origin: "sổ năm 2018" }).deAn[0]?.["replicaOf"]).toBeNull();
  });

  it("leaves out what the old workbook left out", () => {
    const rows = copyRows(plan, [{ ...second, kind: null, count: null }], [], { origin: "x" });
    expect(rows.deAn[0]).toMatchObject({ kind: null, count: null, name: "Mô hình gạch" });
  });
});

describe("registered demand", () => {
  it("is offered until it is in the plan", () => {
    expect(openDemands(plan).map(({ code }) => code)).toEqual(["DK01", "DK03"]);
  });

  it("becomes a đề án with what is known, and leaves its trace", () => {
    const rows = demandRows(openDemands(plan), ["DA02"]);
    expect(rows.codes).toEqual(["DA03", "DA04"]);
    expect(rows.deAn).toMatchObject([
      { code: "DA03", name: "Máy sấy", count: 1 },
      { code: "DA04", kind: "MO-HINH" },
    ]);
    expect(rows.costs).toMatchObject([{ deAnCode: "DA03", unitPrice: 300_000_000, support: 100_000_000 }]);
    expect(rows.trace.map(({ row, values }) => [row, values])).toEqual([
      [5, { deAnCode: "DA03" }],
      [7, { deAnCode: "DA04" }],
    ]);
  });
});

test("every kind of support of the nine contents is written and read back without an error of shape", () => {
  for (const kind of SUPPORT_KINDS) {
    let state = chooseKind(
      newWizard(context.takenCodes),
      kind.code,
      STARTER_LINES[kind.code] ?? [{ item: "Khoản chi", unit: "gói" }],
    );
    for (const { id } of state.lines) state = editLine(state, id, { quantity: "1", unitPrice: "10.000.000" });
    const drafts = toDrafts(
      { ...state, name: `Đề án ${kind.vi}`, requested: "1.000.000", fund: "ĐP" },
      context,
    );
    if (drafts === null) throw new Error(kind.code);
    const workbook = buildFlatWorkbook(
      { info: DRAFT.info, deAn: [drafts.deAn], costLines: drafts.costs },
      law,
    );
    const verdict = judgeWorkbook(workbook, law);
    expect(verdict.plan.deAn[0], kind.code).toMatchObject({ kind: kind.code, content: kind.content });
    expect(verdict.plan.deAn[0]?.totalDong, kind.code).toBe(state.lines.length * 10_000_000);
    expect(
      verdict.findings.filter(({ stage, severity }) => stage === "shape" && severity === "error"),
      kind.code,
    ).toEqual([]);
    expect(deAnRowValues(drafts.deAn)["content"]).toBe(kind.content);
  }
});
