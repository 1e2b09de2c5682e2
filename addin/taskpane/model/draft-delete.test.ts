import { describe, expect, it } from "vitest";
import { cellAddress, parseAddress } from "../../../shared/kernel/address.ts";
import { day } from "../../../shared/kernel/date.ts";
import type { FlatCell, FlatWorkbook } from "../../../shared/kernel/flat.ts";
import { dong } from "../../../shared/kernel/money.ts";
import { quantity } from "../../../shared/kernel/quantity.ts";
import { builtinLawBook } from "../../../shared/law/book.ts";
import {
  buildFlatWorkbook,
  type CostDraft,
  type DeAnDraft,
  type PlanDraft,
} from "../../../shared/workbook/build.ts";
import { judgeWorkbook } from "../../../shared/workbook/judge.ts";
import { readPlan } from "../../../shared/workbook/read.ts";
import { clearLine, placeChanges } from "../../excel/place-rows.ts";
import { planDelete } from "./draft-delete.ts";

const law = builtinLawBook();

function deAn(code: string, linkedTo?: string): DeAnDraft {
  return {
    code,
    name: `Ứng dụng máy ${code}`,
    content: 3,
    kind: "MAY-MOC",
    fund: "ĐP",
    count: quantity(1),
    linkedTo,
  };
}

function cost(deAnCode: string, item: string): CostDraft {
  return {
    deAnCode,
    item,
    unit: "máy",
    quantity: quantity(1),
    unitPriceDong: dong(100_000_000),
    supportDong: dong(40_000_000),
  };
}

const DRAFT: PlanDraft = {
  info: { province: "Quảng Ninh", organisation: "Trung tâm", year: 2018, asOf: day("2018-01-15") },
  deAn: [deAn("DA01", "DA02; DA03"), deAn("DA02", "DA01"), deAn("DA03", "DA01")],
  costLines: [cost("DA01", "Máy ép"), cost("DA02", "Máy cắt"), cost("da02", "Lắp đặt"), cost("DA03", "Máy")],
  demands: [{ code: "DK01", name: "Máy cắt", deAnCode: "DA02" }],
};
const flat = buildFlatWorkbook(DRAFT, law);
const plan = readPlan(flat);
const second = plan.deAn[1];
if (second === undefined) throw new Error("no line");

/** The workbook after the writes, as the sheet would hold it. */
function written(workbook: FlatWorkbook, writes: ReturnType<typeof clearLine>): FlatWorkbook {
  const sheets = workbook.sheets.map((sheet) => {
    const cells: Record<string, FlatCell> = { ...sheet.cells };
    for (const { address, entries } of writes.filter((write) => write.sheet === sheet.name)) {
      const from = parseAddress(address.split(":")[0] ?? "") ?? { row: 0, column: 0 };
      entries[0]?.forEach((value, index) => {
        const at = cellAddress(from.column + index, from.row);
        if (value === "") delete cells[at];
        else cells[at] = { value };
      });
    }
    return { ...sheet, cells };
  });
  return { sheets };
}

describe("deleting a đề án", () => {
  it("takes out its line, its cost lines, its trace and the links to it, and nothing else", () => {
    const deletion = planDelete(plan, second);
    expect(deletion).toMatchObject({ costCount: 2, progressCount: 0 });
    const after = written(flat, [
      ...deletion.clear.flatMap(({ def, row }) => clearLine(flat, def, row)),
      ...placeChanges(flat, deletion.update),
    ]);
    const left = readPlan(after);
    expect(left.deAn.map(({ code, linkedTo, row }) => [code, linkedTo, row])).toEqual([
      ["DA01", "DA03", 5],
      ["DA03", "DA01", 7],
    ]);
    expect(left.costLines.map(({ deAnCode, item }) => [deAnCode, item])).toEqual([
      ["DA01", "Máy ép"],
      ["DA03", "Máy"],
    ]);
    expect(left.demands[0]).toMatchObject({ code: "DK01", deAnCode: null });
    const complaints = (workbook: FlatWorkbook) =>
      judgeWorkbook(workbook, law)
        .findings.filter(({ severity }) => severity === "error")
        .map(({ rule }) => rule);
    expect(complaints(after).filter((rule) => !complaints(flat).includes(rule))).toEqual([]);
  });

  it("counts what was reported on it", () => {
    const withProgress = buildFlatWorkbook(
      { ...DRAFT, progress: [{ deAnCode: "DA02", date: day("2018-06-01"), percent: quantity(50) }] },
      law,
    );
    expect(planDelete(readPlan(withProgress), second).progressCount).toBe(1);
  });

  it("leaves cost lines to another line of the same code", () => {
    const twice = readPlan(buildFlatWorkbook({ ...DRAFT, deAn: [...DRAFT.deAn, deAn("DA02")] }, law));
    expect(planDelete(twice, second)).toMatchObject({ clear: [{ row: 6 }], update: [], costCount: 0 });
  });
});
