/** The verdict on workbooks of growing size: what pressing “Kiểm tra” and receiving a submission cost. */
import { dong } from "../shared/kernel/money.ts";
import { quantity } from "../shared/kernel/quantity.ts";
import { builtinLawBook } from "../shared/law/book.ts";
import { buildFlatWorkbook, type PlanDraft } from "../shared/workbook/build.ts";
import { quangNinh2018 } from "../shared/workbook/demo.ts";
import { judgeWorkbook } from "../shared/workbook/judge.ts";
import { median, milliseconds, showMs, type Section } from "./lib.ts";

const SIZES = [50, 500, 5_000];
const LINES_OF_ONE = 10;
const TIMES = 5;

/** The worked example's đề án over and over under new codes, ten cost lines each. */
function plan(lines: number): PlanDraft {
  const example = quangNinh2018();
  const count = lines / LINES_OF_ONE;
  const code = (i: number) => `DA${String(i + 1).padStart(3, "0")}`;
  const deAn = Array.from({ length: count }, (_, i) => {
    const model = example.deAn[i % example.deAn.length];
    if (model === undefined) throw new Error("the example has no đề án");
    return { ...model, code: code(i), name: `${model.name} ${i + 1}` };
  });
  const costLines = Array.from({ length: lines }, (_, i) => ({
    deAnCode: code(Math.floor(i / LINES_OF_ONE)),
    item: `Khoản chi ${i + 1}`,
    unit: "máy",
    quantity: quantity(1 + (i % 7)),
    unitPriceDong: dong(1_000_000 + (i % 97) * 10_000),
    supportDong: dong(100_000),
  }));
  return { ...example, deAn, costLines };
}

export function judgeSection(): Section {
  const law = builtinLawBook();
  const rows = SIZES.map((lines) => {
    const workbook = buildFlatWorkbook(plan(lines), law);
    const times = Array.from({ length: TIMES }, () => milliseconds(() => judgeWorkbook(workbook, law)));
    const { counts, plan: read } = judgeWorkbook(workbook, law);
    if (read.costLines.length !== lines) throw new Error(`${read.costLines.length} lines read of ${lines}`);
    const middle = median(times);
    return [
      `${lines} dòng, ${read.deAn.length} đề án`,
      showMs(times[0] ?? 0),
      showMs(middle),
      `${((1000 * middle) / lines).toFixed(1).replace(".", ",")} µs`,
      `${counts.error}/${counts.warning}/${counts.info}`,
    ];
  });
  return {
    title: "Kiểm tra cả sổ (đọc, tính lại, quy tắc)",
    head: ["Sổ", "lần đầu", `trung vị ${TIMES} lần`, "mỗi dòng", "lỗi/cảnh báo/lưu ý"],
    rows,
  };
}
