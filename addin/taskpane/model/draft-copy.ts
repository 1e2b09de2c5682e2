/** Đề án of another workbook as new ones of this: new codes, no dates, and a note of what must be looked at again. Pure. */
import type { Dong } from "../../../shared/kernel/money.ts";
import { dong } from "../../../shared/kernel/money.ts";
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
  const row: Record<string, RowValues[string]> = {
    ...deAnRowValues({
      code: codes.get(line.code?.toUpperCase() ?? "") ?? "",
      name: line.name ?? "",
      content: line.content ?? 0,
      kind: line.kind ?? "",
      fund: line.fund ?? "QG",
      count: line.count ?? (1_000_000n as NonNullable<DeAnLine["count"]>),
      place: line.place ?? undefined,
      priority: line.priority,
      beneficiary: line.beneficiary ?? undefined,
      trade: line.trade ?? undefined,
      result: line.result ?? undefined,
      source: copiedFrom(line, origin),
      linkedTo: links.length === 0 ? undefined : joinCodes(links),
      replicaOf: asReplica === true ? modelOf(line, origin, province) : (line.replicaOf ?? undefined),
    }),
  };
  // What the old workbook left out stays left out.
  for (const id of ["name", "content", "kind", "fund", "count"] as const)
    if (line[id] === null) row[id] = null;
  return row;
}

function costRow(line: CostLine, code: string): RowValues {
  const price: Dong = line.unitPriceDong ?? dong(0);
  const row: Record<string, RowValues[string]> = {
    ...costRowValues({
      deAnCode: code,
      item: line.item ?? "",
      unit: line.unit ?? "",
      quantity: line.quantity ?? (0n as NonNullable<CostLine["quantity"]>),
      unitPriceDong: price,
      supportDong: line.supportDong ?? dong(0),
      ...(line.otherDong === null || line.otherDong === 0 ? {} : { otherDong: line.otherDong }),
      note: [line.note, CHECK_PRICES].filter((part) => part !== null).join("; "),
    }),
  };
  if (line.item === null) row["item"] = null;
  if (line.unit === null) row["unit"] = null;
  if (line.quantity === null) row["quantity"] = null;
  if (line.unitPriceDong === null) row["unitPrice"] = null;
  if (line.supportDong === null) row["support"] = null;
  return row;
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
