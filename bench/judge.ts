/** The verdict on workbooks of growing size: what pressing “Kiểm tra” and receiving a submission cost. */
import { parseAddress } from "../shared/kernel/address.ts";
import type { FlatCell, FlatWorkbook } from "../shared/kernel/flat.ts";
import { dong } from "../shared/kernel/money.ts";
import { quantity } from "../shared/kernel/quantity.ts";
import { builtinLawBook } from "../shared/law/book.ts";
import { buildFlatWorkbook, type PlanDraft } from "../shared/workbook/build.ts";
import { quangNinh2018 } from "../shared/workbook/demo.ts";
import { judgeWorkbook } from "../shared/workbook/judge.ts";
import { FIRST_ROW, INFO_SHEET } from "../shared/workbook/template.ts";
import { median, milliseconds, showMs, type Section } from "./lib.ts";

const SIZES = [50, 500, 5_000];
/** A right workbook, and ones that give the rules the most to do. */
const DAMAGES: Readonly<Record<string, (cell: FlatCell) => FlatCell>> = {
  "": (cell) => cell,
  "mọi ô số báo lỗi": (cell) => (typeof cell.value === "number" ? { ...cell, value: "#REF!" } : cell),
  "không ô nào có công thức": ({ value }) => ({ value }),
  "mọi công thức khác nhau": (cell) =>
    cell.formula === undefined ? cell : { ...cell, formula: `${cell.formula}+${String(cell.value)}` },
};
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

function damaged({ sheets }: FlatWorkbook, change: (cell: FlatCell) => FlatCell): FlatWorkbook {
  return {
    sheets: sheets.map((sheet) => ({
      ...sheet,
      cells: Object.fromEntries(
        Object.entries(sheet.cells).map(([address, cell]) => {
          const isLine = (parseAddress(address)?.row ?? 0) >= FIRST_ROW && sheet.name !== INFO_SHEET.name;
          return [address, isLine ? change(cell) : cell];
        }),
      ),
    })),
  };
}

interface Judged {
  readonly name: string;
  readonly lines: number;
  readonly first: number;
  readonly middle: number;
  readonly counts: ReturnType<typeof judgeWorkbook>["counts"];
}

function judged(damage: string, lines: number): Judged {
  const law = builtinLawBook();
  const workbook = damaged(buildFlatWorkbook(plan(lines), law), DAMAGES[damage] ?? ((cell) => cell));
  const times = Array.from({ length: TIMES }, () => milliseconds(() => judgeWorkbook(workbook, law)));
  const { counts, plan: read } = judgeWorkbook(workbook, law);
  if (read.costLines.length !== lines) throw new Error(`${read.costLines.length} lines read of ${lines}`);
  const name = [`${lines} dòng, ${read.deAn.length} đề án`, damage].filter((part) => part !== "").join("; ");
  return { name, lines, first: times[0] ?? 0, middle: median(times), counts };
}

export function judgeSection(): Section {
  const all = Object.keys(DAMAGES).flatMap((damage) => SIZES.map((lines) => judged(damage, lines)));
  const rows = all.map(({ name, lines, first, middle, counts }) => [
    name,
    showMs(first),
    showMs(middle),
    `${((1000 * middle) / lines).toFixed(1).replace(".", ",")} µs`,
    `${counts.error}/${counts.warning}/${counts.info}`,
  ]);
  return {
    title: "Kiểm tra cả sổ (đọc, tính lại, quy tắc)",
    head: ["Sổ", "lần đầu", `trung vị ${TIMES} lần`, "mỗi dòng", "lỗi/cảnh báo/lưu ý"],
    rows,
  };
}
