/** Registered demand → đề án of the plan: what is known goes in, what is not stays blank for the rules to ask. Pure. */
import { quantity } from "../../../shared/kernel/quantity.ts";
import type { DemandDecision, DemandLine, Plan } from "../../../shared/plan/shapes.ts";
import { costRowValues, deAnRowValues, type RowValues } from "../../../shared/workbook/build.ts";
import { DEMAND_SHEET } from "../../../shared/workbook/template.ts";
import type { LineEdit } from "./draft-edit.ts";
import { newCodes } from "./draft-copy.ts";

const NOT_THIS_YEAR: ReadonlySet<DemandDecision | null> = new Set<DemandDecision>([
  "Không chọn",
  "Chuyển năm sau",
]);

/** Not refused or put off, and not yet in the plan: no code of a đề án stands beside it, or one that names none. */
export function openDemands(plan: Plan): DemandLine[] {
  const known = new Set(plan.deAn.map(({ code }) => code?.toUpperCase()));
  return plan.demands.filter(
    (line) =>
      line.name !== null &&
      !NOT_THIS_YEAR.has(line.decision) &&
      (line.deAnCode === null || !known.has(line.deAnCode.toUpperCase())),
  );
}

export interface DemandRows {
  readonly deAn: readonly RowValues[];
  readonly costs: readonly RowValues[];
  /** The code written beside each demand, so that it is not taken twice. */
  readonly trace: readonly LineEdit[];
  readonly codes: readonly string[];
}

const ONE = quantity(1);

function deAnRow(line: DemandLine, code: string): RowValues {
  const from = line.code === null ? `dòng ${line.row}` : line.code;
  return deAnRowValues({
    ...line,
    code,
    count: line.count ?? ONE,
    beneficiary: line.beneficiary ?? line.registrant,
    source: `Phiếu đăng ký ${from} ở KC_DangKy`,
    note: null,
  });
}

/** One line for the whole sum asked for; how it divides is the drafter's work. */
function costRow(line: DemandLine, code: string): RowValues[] {
  if (line.totalDong === null) return [];
  return [
    costRowValues({
      deAnCode: code,
      item: line.name,
      unit: "đề án",
      quantity: ONE,
      unitPriceDong: line.totalDong,
      supportDong: line.supportDong,
      note: "Theo tổng kinh phí đăng ký; cần chia thành các khoản chi",
    }),
  ];
}

export function demandRows(chosen: readonly DemandLine[], taken: readonly string[]): DemandRows {
  const codes = newCodes(chosen.length, taken);
  const codeAt = (index: number) => codes[index] ?? "";
  return {
    codes,
    deAn: chosen.map((line, index) => deAnRow(line, codeAt(index))),
    costs: chosen.flatMap((line, index) => costRow(line, codeAt(index))),
    trace: chosen.map((line, index) => ({
      def: DEMAND_SHEET,
      row: line.row,
      values: { deAnCode: codeAt(index) },
    })),
  };
}
