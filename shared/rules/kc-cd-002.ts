import { parseAddress } from "../kernel/address.ts";
import { PRINCIPLE } from "../kernel/citation.ts";
import type { FlatSheet } from "../kernel/flat.ts";
import { plainDecimal } from "../kernel/quantity.ts";
import { foldText } from "../kernel/text.ts";
import type { Line } from "../plan/shapes.ts";
import { money } from "./lib.ts";
import { referencesIn } from "./references.ts";
import type { Hit, Rule } from "./types.ts";

const TOTAL = /^(tong cong|tong so|tong|cong)$/;
const MONEY = ["total", "support", "counterpart", "other", "amount"];

/** The row above the lines whose first cell says so. */
function totalRow(sheet: FlatSheet, firstRow: number): number | null {
  for (let row = 1; row < firstRow; row += 1) {
    const value = sheet.cells[`A${row}`]?.value;
    if (typeof value === "string" && TOTAL.test(foldText(value))) return row;
  }
  return null;
}

/** The lines stand in the order of their rows. */
function coversAll(formula: string | undefined, address: string, lines: readonly Line[]): boolean {
  const column = parseAddress(address)?.column;
  const [first, last] = [lines[0]?.row ?? 0, lines.at(-1)?.row ?? 0];
  return (
    formula !== undefined &&
    referencesIn(formula).some(
      ({ sheet, from, to }) =>
        sheet === null &&
        from.column === column &&
        to.column === column &&
        from.row <= first &&
        last <= to.row,
    )
  );
}

function judge(sheet: FlatSheet, lines: readonly Line[]): Hit[] {
  const [first] = lines;
  const row = first === undefined ? null : totalRow(sheet, first.row);
  if (first === undefined || row === null) return [];
  return MONEY.flatMap((id): Hit[] => {
    const address = first.addressOf[id]?.replace(/\d+$/, String(row));
    const shownTotal = address === undefined ? undefined : sheet.cells[address]?.value;
    // A formula over every line is right; Excel works it out again by itself.
    if (address !== undefined && coversAll(sheet.cells[address]?.formula, address, lines)) return [];
    if (address === undefined || typeof shownTotal !== "number") return [];
    const amounts = lines.map((line) => line.cells[id]?.value ?? 0);
    // Unreadable amounts have their own finding; whole đồng add up exactly.
    if (amounts.some((amount) => typeof amount !== "number" || !Number.isSafeInteger(amount))) return [];
    const sum = amounts.reduce<bigint>((total, amount) => total + BigInt(Number(amount)), 0n);
    const difference = Number.isSafeInteger(shownTotal) ? BigInt(shownTotal) - sum : null;
    if (difference === 0n) return [];
    return [
      {
        where: { sheet: sheet.name, cell: address, row },
        message: "Dòng “Tổng cộng” khác tổng của các dòng bên dưới.",
        found: Number.isSafeInteger(shownTotal)
          ? money(shownTotal)
          : plainDecimal(shownTotal).replace(".", ","),
        expected: money(Number(sum)),
        ...(difference === null ? {} : { differenceDong: Number(difference) }),
        remedy: "Khôi phục công thức cộng của dòng này, phủ hết các dòng.",
      },
    ];
  });
}

export const kccd002: Rule = {
  id: "KC-CD-002",
  severity: "error",
  category: "cong-don",
  stage: "shape",
  title: {
    vi: "Dòng “Tổng cộng” không bằng tổng các dòng",
    en: "The total row is not the sum of the lines",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-TT-001", "KC-DT-011"],
  check: ({ plan, workbook }) =>
    [plan.deAn, plan.costLines].flatMap((lines) => {
      const sheet = workbook.sheets.find(({ name }) => name === lines[0]?.sheet);
      return sheet === undefined ? [] : judge(sheet, lines);
    }),
};
