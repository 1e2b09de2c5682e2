/**
 * `npm run examples`: writes the worked examples: a workbook and what checking it must give. Deterministic: nothing of
 * the day or the machine goes in. The test beside the examples compares them with a fresh run.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FlatCell, FlatWorkbook } from "../shared/kernel/flat.ts";
import { builtinLawBook } from "../shared/law/book.ts";
import { day } from "../shared/kernel/date.ts";
import { dong } from "../shared/kernel/money.ts";
import { quantity } from "../shared/kernel/quantity.ts";
import { buildFlatWorkbook, type PlanDraft } from "../shared/workbook/build.ts";
import { quangNinh2018 } from "../shared/workbook/demo.ts";
import { builtinNormBooks } from "../shared/norms/builtin.ts";
import { judgeWorkbook } from "../shared/workbook/judge.ts";
import { expectedWorkbookValues } from "../shared/workbook/recompute.ts";
import { columnLetter, COST_SHEET, DE_AN_SHEET, FIRST_ROW } from "../shared/workbook/template.ts";
import { writeXlsx } from "../shared/workbook/xlsx/index.ts";

export const EXAMPLES_FOLDER = join(dirname(fileURLToPath(import.meta.url)), "..", "examples");

export interface Example {
  readonly name: string;
  readonly workbook: FlatWorkbook;
}

/** Cells of one sheet changed as a careless hand would. */
function spoil(
  workbook: FlatWorkbook,
  sheetName: string,
  changes: Readonly<Record<string, FlatCell>>,
): FlatWorkbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) =>
      sheet.name === sheetName ? { ...sheet, cells: { ...sheet.cells, ...changes } } : sheet,
    ),
  };
}

/** Formulas give what their changed inputs make, as after recalculation in Excel. */
function recalculated(workbook: FlatWorkbook): FlatWorkbook {
  const values = expectedWorkbookValues(workbook, builtinLawBook());
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => {
      const cells: Record<string, FlatCell> = {};
      for (const [address, cell] of Object.entries(sheet.cells)) {
        const value = cell.formula === undefined ? undefined : values.get(sheet.name)?.get(address);
        cells[address] = value === undefined ? cell : { ...cell, value };
      }
      return { ...sheet, cells };
    }),
  };
}

/** The same plan with the mistakes that reviewers meet most. */
function commonMistakes(plan: FlatWorkbook): FlatWorkbook {
  const at = (sheet: typeof COST_SHEET, column: string, line: number) =>
    `${columnLetter(sheet, column)}${FIRST_ROW + line - 1}`;
  const costs = spoil(plan, COST_SHEET.name, {
    // a formula typed over with a figure
    [at(COST_SHEET, "amount", 1)]: { value: 990_000_000 },
    // text where a number belongs
    [at(COST_SHEET, "unitPrice", 2)]: { value: "450.000.000" },
    // thousands of đồng entered as đồng
    [at(COST_SHEET, "unitPrice", 3)]: { value: 400_000 },
    // a line of a đề án that does not exist
    [at(COST_SHEET, "deAnCode", 4)]: { value: "DA99" },
  });
  const spoiled = spoil(costs, DE_AN_SHEET.name, {
    [at(DE_AN_SHEET, "code", 6)]: { value: "DA05" },
    [at(DE_AN_SHEET, "kind", 7)]: { value: "MAY-MOC-MOI" },
    [at(DE_AN_SHEET, "name", 8)]: { value: "øng dông m¸y mãc tiªn tiÕn", font: ".VnTime" },
  });
  return recalculated(spoiled);
}

const UNIT_PRICE = '=KC.DONGIA("QN.03.0010",KC_ThongTin!$B$4,KC_ThongTin!$B$7)';
const SAMPLE = "giả định để minh hoạ";

/** One norm and one price of the unit's own. */
function ownNorm(): Partial<PlanDraft> {
  const code = "QN.03.0010";
  const labour = {
    code,
    type: "NC",
    resource: "Cán bộ khảo sát",
    unit: "công",
    quantity: quantity(2),
  } as const;
  return {
    normLines: [
      { ...labour, name: "Khảo sát một cơ sở", serviceUnit: "cơ sở", scale: "A1", coefficient: quantity(3) },
      {
        code,
        type: "VL",
        resource: "Giấy A4",
        unit: "ram",
        quantity: quantity("0.5"),
        lossPercent: quantity(10),
      },
    ],
    priceLines: [
      {
        type: "VL",
        resource: "Giấy A4",
        unit: "ram",
        priceDong: dong(65_000),
        from: day("2026-01-01"),
        source: SAMPLE,
      },
    ],
  };
}

/** A product at two levels, a report of progress. */
function productsAndProgress(): Partial<PlanDraft> {
  const product = { code: "SP01", name: "Miến dong", producer: "Cơ sở A", group: 2 } as const;
  return {
    products: [
      {
        ...product,
        level: "Tỉnh",
        voteDate: day("2025-09-01"),
        market: quantity(50),
        technical: quantity(25),
        rank: 1,
        decision: "100/QĐ-UBND",
        decisionDate: day("2025-10-01"),
      },
      {
        ...product,
        level: "Khu vực",
        voteDate: day("2026-06-01"),
        priorLevel: "Tỉnh",
        priorDecision: "100/QĐ-UBND",
        priorDate: day("2025-10-01"),
        priorRank: 1,
      },
    ],
    progress: [
      {
        deAnCode: "DA01",
        date: day("2026-06-30"),
        state: "Đang thực hiện",
        percent: quantity(40),
        advancedDong: dong(1_000_000),
      },
    ],
  };
}

/** The unit's own norm and prices behind a live unit price, a demand, a product of two levels, a report of progress. */
function everySheet(): FlatWorkbook {
  const draft: PlanDraft = {
    info: {
      province: "Quảng Ninh",
      organisation: "Trung tâm",
      year: 2026,
      asOf: day("2026-07-01"),
      note: SAMPLE,
    },
    deAn: [
      {
        code: "DA01",
        name: "Khảo sát nhu cầu máy móc",
        content: 3,
        kind: "MAY-MOC",
        fund: "ĐP",
        count: quantity(1),
      },
    ],
    costLines: [
      {
        deAnCode: "DA01",
        item: "Khảo sát cơ sở",
        unit: "cơ sở",
        quantity: quantity(10),
        unitPriceDong: dong(756_800),
        supportDong: dong(3_000_000),
      },
    ],
    demands: [
      {
        code: "DK001",
        name: "Máy sấy",
        registrant: "Xã A",
        kind: "MAY-MOC",
        place: "Xã A",
        totalDong: dong(500_000_000),
        decision: "Chọn",
        deAnCode: "DA01",
      },
    ],
    ...ownNorm(),
    ...productsAndProgress(),
  };
  const flat = buildFlatWorkbook(draft, builtinLawBook());
  const at = `${columnLetter(COST_SHEET, "unitPrice")}${FIRST_ROW}`;
  return spoil(flat, COST_SHEET.name, { [at]: { value: 756_800, formula: UNIT_PRICE } });
}

export function examples(): Example[] {
  const plan = buildFlatWorkbook(quangNinh2018(), builtinLawBook());
  return [
    { name: "quang-ninh-2018", workbook: plan },
    { name: "loi-thuong-gap", workbook: commonMistakes(plan) },
    { name: "du-cac-trang", workbook: everySheet() },
  ];
}

/** What checking an example must give; versions are left out because they change with every law or rule added. */
export function expectedOf(workbook: FlatWorkbook) {
  const { totals, counts, findings, differences } = judgeWorkbook(
    workbook,
    builtinLawBook(),
    builtinNormBooks(),
  );
  return { totals, counts, findings, differences };
}

async function main(): Promise<void> {
  await mkdir(EXAMPLES_FOLDER, { recursive: true });
  for (const { name, workbook } of examples()) {
    const expected = expectedOf(workbook);
    await writeFile(join(EXAMPLES_FOLDER, `${name}.xlsx`), await writeXlsx(workbook));
    await writeFile(join(EXAMPLES_FOLDER, `${name}.expected.json`), `${JSON.stringify(expected, null, 2)}\n`);
    process.stdout.write(
      `examples/${name}.xlsx: ${expected.counts.error} lỗi, ${expected.counts.warning} cảnh báo, ${expected.counts.info} lưu ý\n`,
    );
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
