import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { day } from "../kernel/date.ts";
import type { Finding } from "../kernel/finding.ts";
import type { CellValue, FlatCell, FlatSheet, FlatWorkbook } from "../kernel/flat.ts";
import { dong } from "../kernel/money.ts";
import { quantity } from "../kernel/quantity.ts";
import { builtinLawBook } from "../law/book.ts";
import type { LawBook } from "../law/types.ts";
import type { CellPatch, RuleCase, RuleCases } from "../rules/cases.ts";
import { RULES } from "../rules/index.ts";
import { runRules } from "../rules/run.ts";
import type { Rule } from "../rules/types.ts";
import { buildFlatWorkbook } from "./build.ts";
import { judgeWorkbook } from "./judge.ts";
import { expectedWorkbookValues } from "./recompute.ts";
import { readPlan } from "./read.ts";
import { TEMPLATE_VERSION } from "./template.ts";

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

function toCell(patch: CellPatch | CellValue): FlatCell {
  if (typeof patch !== "object" || patch === null) return { value: patch };
  const { value = null, formula, font, format } = patch;
  return {
    value,
    ...(formula === undefined ? {} : { formula }),
    ...(font === undefined ? {} : { font }),
    ...(format === undefined ? {} : { format }),
  };
}

function withPatches(sheet: FlatSheet, testCase: RuleCase): FlatSheet {
  const cells: Record<string, FlatCell> = { ...sheet.cells };
  for (const [key, patch] of Object.entries(testCase.set)) {
    const [name, address = ""] = key.split("!");
    if (name !== sheet.name) continue;
    if (patch === null) delete cells[address];
    else cells[address] = toCell(patch);
  }
  const hiddenRows = testCase.hiddenRows?.[sheet.name];
  return {
    ...sheet,
    cells,
    ...(hiddenRows === undefined ? {} : { hiddenRows }),
    ...(testCase.hiddenSheets?.includes(sheet.name) === true ? { hidden: true } : {}),
  };
}

function applyCase(testCase: RuleCase): FlatWorkbook {
  const beside = Object.entries(testCase.beside ?? {}).map(
    ([name, cells]): FlatSheet => ({
      name,
      cells: Object.fromEntries(Object.entries(cells).map(([address, patch]) => [address, toCell(patch)])),
    }),
  );
  const gone = new Set([...(testCase.without ?? []), ...beside.map((sheet) => sheet.name)]);
  const sheets = [...basePlan().sheets.filter((sheet) => !gone.has(sheet.name)), ...beside];
  const patched = {
    sheets: sheets.map((sheet) => withPatches(sheet, testCase)),
    ...(testCase.externalLinks === undefined ? {} : { externalLinks: testCase.externalLinks }),
  };
  return testCase.stale === true ? patched : recalculated(patched);
}

/** What the rule says: by itself, or through the whole verdict where the reader or the recomputation finds it. */
function findingsOf(rule: Rule, testCase: RuleCase): readonly Finding[] {
  const workbook = applyCase(testCase);
  if (rule.foundBy !== undefined) return judgeWorkbook(workbook, law).findings;
  const plan = readPlan(workbook);
  const { peers } = testCase;
  const context = { plan, workbook, law, asOf: plan.info.asOf, templateVersion: TEMPLATE_VERSION };
  return runRules(RULES, peers === undefined ? context : { ...context, peers });
}

/** A rule may speak more softly than it declares, never more loudly. */
const SEVERITY_ORDER = { error: 0, warning: 1, info: 2 } as const;

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

  it("blocks nothing on figures that were not read in the law's text", () => {
    const parameters = law.parameters.map((parameter) => ({
      ...parameter,
      values: parameter.values.map((value) => ({ ...value, verified: "memory" as const })),
    }));
    const unread: LawBook = { ...law, parameters };
    const gated = RULES.filter(({ figures, severity }) => figures !== undefined && severity === "error");
    expect(gated.length).toBeGreaterThan(0);
    for (const { id } of gated) {
      const found = (loaded.find(({ rule }) => rule === id)?.cases ?? [])
        .filter(({ expect: places }) => places.length > 0)
        .flatMap((testCase) => {
          const workbook = applyCase(testCase);
          const plan = readPlan(workbook);
          return runRules(RULES, { plan, workbook, law: unread, asOf: plan.info.asOf });
        })
        .filter(({ rule }) => rule === id);
      expect(found.length, id).toBeGreaterThan(0);
      expect(
        found.filter(({ severity }) => severity === "error"),
        id,
      ).toEqual([]);
    }
  });

  for (const { rule, cases } of loaded) {
    for (const testCase of cases) {
      it(`${rule}: ${testCase.name}`, () => {
        const declared = RULES.find(({ id }) => id === rule);
        if (declared === undefined) throw new Error(`no rule ${rule}`);
        const findings = findingsOf(declared, testCase).filter((f) => f.rule === rule);
        expect(
          findings.map((f) =>
            f.where.cell === undefined ? f.where.sheet : `${f.where.sheet}!${f.where.cell}`,
          ),
        ).toEqual(testCase.expect);
        if (testCase.severity !== undefined) expect(findings[0]?.severity).toBe(testCase.severity);
        if (testCase.differenceDong !== undefined)
          expect(findings[0]?.differenceDong).toBe(testCase.differenceDong);
        if (testCase.fix !== undefined) expect(findings[0]?.fix ?? null).toBe(testCase.fix);
        for (const finding of findings) {
          expect(finding.stage).toBe(declared.stage);
          expect(SEVERITY_ORDER[finding.severity]).toBeGreaterThanOrEqual(SEVERITY_ORDER[declared.severity]);
        }
        for (const finding of findings)
          for (const text of [finding.message, finding.expected, finding.basis, finding.remedy])
            expect(text).not.toBe("");
        // Brackets inside brackets are hard to read: what a formula has of them stands in `found`.
        for (const { message, basis, remedy } of findings)
          for (const text of [message, basis, remedy]) expect(text).not.toMatch(/\([^()]*\(/);
      });
    }
  }
});
