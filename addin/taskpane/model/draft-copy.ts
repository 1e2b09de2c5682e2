/** Đề án of another workbook as new ones of this: new codes, no dates, and a note of what must be looked at again. Pure. */
import { linkedCodes, joinCodes } from "../../../shared/plan/linked.ts";
import type { CostLine, DeAnLine, Plan } from "../../../shared/plan/shapes.ts";
import { costRowValues, deAnRowValues, type RowValues } from "../../../shared/workbook/build.ts";
import { costsOf } from "./draft-edit.ts";
import { nextCode } from "./wizard.ts";

export interface CopiedRows {
  readonly deAn: readonly RowValues[];
  readonly costs: readonly RowValues[];
  /** Old code → new code. */
  readonly codes: ReadonlyMap<string, string>;
}

/** What the copy says of itself, in the sheet's own language. */
const CHECK_PRICES = "đối chiếu lại đơn giá";

/** As many codes as needed, following the highest of the workbook. */
export function newCodes(count: number, taken: readonly string[]): string[] {
  const codes: string[] = [];
  for (let i = 0; i < count; i += 1) codes.push(nextCode([...taken, ...codes]));
  return codes;
}

function copiedFrom(line: DeAnLine, origin: string): string {
  return `Chép từ ${line.code ?? `dòng ${line.row}`}, ${origin}: xem lại giá, mức hỗ trợ, thời gian`;
}

export interface CopyOptions {
  /** How the copies name their source, e.g. "sổ năm 2017". */
  readonly origin: string;
  /** The copies repeat what the old đề án achieved: each names it as the one it is a replica of. */
  readonly asReplica?: boolean;
}

/** "DA03 (sổ năm 2017, Quảng Ninh)": enough for a stranger to find it, and not the code of a đề án of this plan. */
function modelOf(line: DeAnLine, origin: string, province: string | null): string {
  return `${line.code ?? line.name ?? ""} (${[origin, province].filter((part) => part !== null).join(", ")})`;
}

function deAnRow(
  line: DeAnLine,
  { origin, asReplica }: CopyOptions,
  province: string | null,
  codes: ReadonlyMap<string, string>,
): RowValues {
  // A link to a đề án that stays behind would point at nothing, or worse, at another one here.
  const links = linkedCodes(line.linkedTo).flatMap((code) => codes.get(code) ?? []);
  return deAnRowValues({
    ...line,
    code: codes.get(line.code?.toUpperCase() ?? "") ?? "",
    start: null,
    end: null,
    source: copiedFrom(line, origin),
    note: null,
    linkedTo: links.length === 0 ? null : joinCodes(links),
    replicaOf: asReplica === true ? modelOf(line, origin, province) : line.replicaOf,
  });
}

function costRow(line: CostLine, code: string): RowValues {
  return costRowValues({
    ...line,
    deAnCode: code,
    otherDong: line.otherDong === 0 ? null : line.otherDong,
    note: [line.note, CHECK_PRICES].filter((part) => part !== null).join("; "),
  });
}

/**
 * Rows for the chosen đề án. Prices are written as figures even where the old workbook had formulas: their norms and
 * lists belong to that year.
 */
export function copyRows(
  plan: Plan,
  chosen: readonly DeAnLine[],
  taken: readonly string[],
  options: CopyOptions,
): CopiedRows {
  const fresh = newCodes(chosen.length, taken);
  const codes = new Map(chosen.map((line, index) => [line.code?.toUpperCase() ?? "", fresh[index] ?? ""]));
  return {
    codes,
    deAn: chosen.map((line, index) => ({
      ...deAnRow(line, options, plan.info.province, codes),
      code: fresh[index] ?? "",
    })),
    costs: chosen.flatMap((line, index) =>
      costsOf(plan, line.code).map((cost) => costRow(cost, fresh[index] ?? "")),
    ),
  };
}
