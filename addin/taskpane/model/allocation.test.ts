import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { report } from "../../../shared/allocation/report.ts";
import type { Project } from "../../../shared/allocation/types.ts";
import { mustOk } from "../../../shared/kernel/result.ts";
import { readPlan } from "../../../shared/workbook/read.ts";
import { readXlsx } from "../../../shared/workbook/xlsx/index.ts";
import {
  ALL,
  choicesFor,
  choicesOfFile,
  inputOf,
  materialOf,
  parseSteps,
  withLimit,
  withoutReason,
} from "./allocation.ts";
import { allocationSheet, COLUMNS, HEADER_LINE } from "./allocation-sheet.ts";

const example = new URL("../../../examples/quang-ninh-2018.xlsx", import.meta.url);
const plan = readPlan(mustOk(await readXlsx(new Uint8Array(readFileSync(example)))));
const material = materialOf(plan, [], "deAn");
const project = (id: string, nguon: string, diaBan: string): Project => ({
  id,
  costDong: 100,
  value: 1,
  groups: { nguon, diaBan },
});

describe("what the tab decides with", () => {
  it("takes the money of each fund from the workbook, and makes it that fund's ceiling", () => {
    const choices = choicesFor(plan, material, null, "deAn");
    const { nationalBudgetDong, localBudgetDong } = plan.info;
    expect(choices.budgets).toEqual({ QG: nationalBudgetDong, ĐP: localBudgetDong });
    const input = inputOf(material.projects, choices);
    expect(input?.budgetDong).toBe((nationalBudgetDong ?? 0) + (localBudgetDong ?? 0));
    expect(input?.ceilings).toContainEqual({ group: "nguon", is: "QG", maxDong: nationalBudgetDong });
    expect(inputOf(material.projects, { ...choices, budgets: { ...choices.budgets, QG: null } })).toBeNull();
  });

  it("keeps what was set, without what the workbook no longer knows", () => {
    const first = choicesFor(plan, material, null, "deAn");
    const [one] = material.projects;
    const place = String(one?.groups?.["diaBan"]);
    const by = { by: "Hội đồng", reason: "cam kết", decision: "in" } as const;
    const set = withLimit(
      withLimit(
        {
          ...first,
          overrides: [
            { id: one?.id ?? "", ...by },
            { id: "MẤT", ...by },
          ],
        },
        { kind: "floor", group: "diaBan", is: place, dong: 5 },
      ),
      { kind: "ceiling", group: "diaBan", is: "Nơi đã bỏ", dong: 7 },
    );
    const criteria = set.criteria.map((c, i) =>
      i === 0 ? { ...c, weight: 70, reason: "nghị quyết của hội đồng" } : c,
    );
    const again = choicesFor(plan, material, { ...set, criteria, budgets: { QG: 9, ĐP: null } }, "deAn");
    expect(again.overrides.map(({ id }) => id)).toEqual([one?.id]);
    expect(again.floors).toEqual([{ group: "diaBan", is: place, minDong: 5 }]);
    expect(again.ceilings).toEqual([]);
    expect(again.criteria[0]).toMatchObject({ weight: 70, reason: "nghị quyết của hội đồng" });
    expect(again.budgets).toEqual({ QG: 9, ĐP: plan.info.localBudgetDong });
    expect(withoutReason(again.criteria)).toHaveLength(again.criteria.length - 1);
    expect(withLimit(again, { kind: "floor", group: "diaBan", is: place, dong: null }).floors).toEqual([]);
  });

  it("reads a file back into the same choices, and the same file comes out again", () => {
    const set = withLimit(choicesFor(plan, material, null, "deAn"), {
      kind: "ceiling",
      group: "noiDung",
      is: "x",
      dong: 1,
    });
    const input = inputOf(material.projects, set);
    if (input === null) throw new Error("no input");
    expect(inputOf(input.projects, choicesOfFile(input, "deAn"))).toEqual(input);
    const one = { budgetDong: 150, projects: [project("a", "QG", "x"), project("b", "ĐP", "y")] };
    expect(choicesOfFile(one, "deAn").budgets).toEqual({ [ALL]: 150 });
  });

  it("reads steps of part-funding, and refuses anything else", () => {
    expect(parseSteps("25; 75,50 %")).toEqual([75, 50, 25]);
    expect(parseSteps("")).toEqual([]);
    for (const wrong of ["0", "100", "12,5; x", "-5"]) expect(parseSteps(wrong)).toBeNull();
  });
});

describe("the sheet of the result", () => {
  it("holds the figures it was decided with, the proof, and a reason for each line", () => {
    const choices = choicesFor(plan, material, null, "deAn");
    const criteria = choices.criteria.map((one) => ({ ...one, reason: "thử" }));
    const input = inputOf(material.projects, { ...choices, criteria });
    if (input === null) throw new Error("no input");
    const full = mustOk(report(input));
    const { cells, header } = allocationSheet(input, full, plan.info, "01/08/2026 09:00");
    expect(header).toBe(HEADER_LINE);
    expect(cells.every((row) => row.length === COLUMNS)).toBe(true);
    expect(cells).toHaveLength(HEADER_LINE + input.projects.length + 1);
    const words = cells.slice(0, HEADER_LINE).flat().join("|");
    for (const part of [
      "01/08/2026 09:00",
      "SHA-256",
      "không văn bản nào quy định",
      "(thử)",
      "Đã chứng minh tối ưu",
    ])
      expect(words).toContain(part);
    const lines = cells.slice(HEADER_LINE, -1);
    const chosen = lines.filter((row) => row[5] === "Chọn");
    expect(chosen.map(([id]) => id).sort()).toEqual([...full.chosen]);
    expect(lines.every((row) => String(row[6]).length > 10)).toBe(true);
    expect(cells.at(-1)?.[3]).toBe(chosen.reduce((sum, row) => sum + Number(row[3]), 0));
  });
});
