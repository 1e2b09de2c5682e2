import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { day } from "../kernel/date.ts";
import type { FlatCell, FlatWorkbook } from "../kernel/flat.ts";
import { dong } from "../kernel/money.ts";
import { quantity } from "../kernel/quantity.ts";
import { builtinLawBook } from "../law/book.ts";
import type { RuleCase, RuleCases } from "../rules/cases.ts";
import { RULES } from "../rules/index.ts";
import { runRules } from "../rules/run.ts";
import { buildFlatWorkbook } from "./build.ts";
import { expectedWorkbookValues } from "./recompute.ts";
import { readPlan } from "./read.ts";

const law = builtinLawBook();
const RULE_FOLDER = new URL("../rules/", import.meta.url);

function basePlan(): FlatWorkbook {
  return buildFlatWorkbook(
    {
      info: {
        province: "Quảng Ninh",
        organisation: "Trung tâm Khuyến công",
        year: 2018,
        asOf: day("2018-01-15"),
      },
      deAn: [
        {
          code: "DA01",
          name: "Ứng dụng máy ép gốm",
          content: 3,
          kind: "MAY-MOC",
          fund: "QG",
          count: quantity(1),
          place: "Đông Triều",
          beneficiary: "Cơ sở A",
          start: day("2018-03-01"),
          end: day("2018-10-31"),
        },
        {
          code: "DA02",
          name: "Mô hình gạch không nung",
          content: 3,
          kind: "MO-HINH",
          fund: "ĐP",
          count: quantity(1),
          place: "Hạ Long",
          beneficiary: "Cơ sở B",
        },
      ],
      costLines: [
        {
          deAnCode: "DA01",
          item: "Máy ép",
          unit: "máy",
          quantity: quantity(1),
          unitPriceDong: dong(400_000_000),
          supportDong: dong(200_000_000),
        },
        {
          deAnCode: "DA02",
          item: "Thiết bị",
          unit: "bộ",
          quantity: quantity(1),
          unitPriceDong: dong(1_000_000_000),
          supportDong: dong(300_000_000),
        },
      ],
    },
    law,
  );
}

function recalculated(workbook: FlatWorkbook): FlatWorkbook {
  const values = expectedWorkbookValues(workbook, law);
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      cells: Object.fromEntries(
        Object.entries(sheet.cells).map(([address, cell]): [string, FlatCell] => {
          const value = values.get(sheet.name)?.get(address);
          return [address, value === undefined ? cell : { ...cell, value }];
        }),
      ),
    })),
  };
}

function applyCase(testCase: RuleCase): FlatWorkbook {
  const sheets = basePlan().sheets.map((sheet) => {
    const cells: Record<string, FlatCell> = { ...sheet.cells };
    for (const [key, patch] of Object.entries(testCase.set)) {
      const [name, address = ""] = key.split("!");
      if (name !== sheet.name) continue;
      if (patch === null) delete cells[address];
      else if (typeof patch === "object")
        cells[address] = {
          value: patch.value ?? null,
          ...(patch.formula === undefined ? {} : { formula: patch.formula }),
          ...(patch.font === undefined ? {} : { font: patch.font }),
        };
      else cells[address] = { value: patch };
    }
    const hiddenRows = testCase.hiddenRows?.[sheet.name];
    return { ...sheet, cells, ...(hiddenRows === undefined ? {} : { hiddenRows }) };
  });
  const patched = {
    sheets,
    ...(testCase.externalLinks === undefined ? {} : { externalLinks: testCase.externalLinks }),
  };
  return testCase.stale === true ? patched : recalculated(patched);
}

const files = readdirSync(RULE_FOLDER).filter((name) => name.endsWith(".cases.ts"));
const loaded = await Promise.all(
  files.map(
    async (name) => ((await import(new URL(name, RULE_FOLDER).href)) as { default: RuleCases }).default,
  ),
);

describe("rule cases", () => {
  it("covers every rule with at least one silent and one speaking case", () => {
    expect(loaded.map((c) => c.rule).sort()).toEqual(RULES.map((r) => r.id).sort());
    for (const { rule, cases } of loaded) {
      expect(
        cases.some((c) => c.expect.length === 0),
        `${rule} silent`,
      ).toBe(true);
      expect(
        cases.some((c) => c.expect.length > 0),
        `${rule} speaking`,
      ).toBe(true);
    }
  });

  for (const { rule, cases } of loaded) {
    for (const testCase of cases) {
      it(`${rule}: ${testCase.name}`, () => {
        const workbook = applyCase(testCase);
        const plan = readPlan(workbook);
        const findings = runRules(RULES, { plan, workbook, law, asOf: plan.info.asOf }).filter(
          (f) => f.rule === rule,
        );
        expect(
          findings.map((f) =>
            f.where.cell === undefined ? f.where.sheet : `${f.where.sheet}!${f.where.cell}`,
          ),
        ).toEqual(testCase.expect);
        if (testCase.severity !== undefined) expect(findings[0]?.severity).toBe(testCase.severity);
        if (testCase.differenceDong !== undefined)
          expect(findings[0]?.differenceDong).toBe(testCase.differenceDong);
        if (testCase.fix !== undefined) expect(findings[0]?.fix ?? null).toBe(testCase.fix);
        for (const finding of findings)
          for (const text of [finding.message, finding.expected, finding.basis, finding.remedy])
            expect(text).not.toBe("");
      });
    }
  }
});
