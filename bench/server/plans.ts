/** Right workbooks of 50, 500 and 5,000 cost lines; each request gets a content of its own. */
import { canonicalJson } from "../../shared/kernel/canonical.ts";
import { day } from "../../shared/kernel/date.ts";
import { dong } from "../../shared/kernel/money.ts";
import { quantity } from "../../shared/kernel/quantity.ts";
import { builtinLawBook } from "../../shared/law/book.ts";
import { builtinNormBooks } from "../../shared/norms/builtin.ts";
import { buildFlatWorkbook, type PlanDraft } from "../../shared/workbook/build.ts";
import { judgeWorkbook } from "../../shared/workbook/judge.ts";

const LINES_OF_ONE = 10;
const MARK = "Cơ sở số 0 của lần đo";

function plan(lines: number): PlanDraft {
  const code = (i: number) => `DA${String(i + 1).padStart(4, "0")}`;
  const deAn = Array.from({ length: lines / LINES_OF_ONE }, (_, i) => ({
    code: code(i),
    name: `Ứng dụng máy móc trong sản xuất ${i + 1}`,
    content: 3,
    kind: "MAY-MOC",
    fund: "ĐP" as const,
    count: quantity(1),
    place: "Quảng Ninh",
    beneficiary: i === 0 ? MARK : `Cơ sở số ${i}`,
    trade: "Gốm sứ",
    start: day("2019-03-01"),
    end: day("2019-10-31"),
    result: "Tăng sản lượng",
    source: "giả định để minh hoạ",
  }));
  const costLines = Array.from({ length: lines }, (_, i) => ({
    deAnCode: code(Math.floor(i / LINES_OF_ONE)),
    item: `Khoản chi ${i + 1}`,
    unit: "máy",
    quantity: quantity(1 + (i % 7)),
    unitPriceDong: dong(10_000_000 + (i % 97) * 10_000),
    supportDong: dong(1_000_000),
  }));
  const info = {
    province: "Quảng Ninh",
    organisation: "Trung tâm Khuyến công",
    year: 2019,
    asOf: day("2019-01-15"),
    localBudgetDong: dong(2_000_000_000_000),
    drafter: "Người soạn",
  };
  return { info, deAn, costLines };
}

/** number of the request → its body. Throws when the workbook would be refused: a refusal is not what is measured. */
export function bodies(lines: number): (request: number) => string {
  const law = builtinLawBook();
  const workbook = buildFlatWorkbook(plan(lines), law);
  const verdict = judgeWorkbook(workbook, law, builtinNormBooks());
  if (verdict.counts.error > 0 || verdict.plan.costLines.length !== lines)
    throw new Error(`the workbook of ${lines} lines is not a right one`);
  // As the pane sends it.
  const text = canonicalJson({ workbook });
  if (!text.includes(MARK)) throw new Error("the mark is missing");
  return (request) => text.replace(MARK, `Cơ sở của lần đo ${request}`);
}
