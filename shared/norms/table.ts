/** A norm as a table, and one quantity of it: what KC.DINHMUC and KC.HAOPHI answer. */
import { quantityToNumber, quantityToString, toQuantity, type Quantity } from "../kernel/quantity.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { foldKey } from "../kernel/text.ts";
import type { NormReading } from "./book.ts";
import { STATUS_LABEL, type Norm, type NormLine } from "./model.ts";
import { decimalOf } from "./pricing/line-amount.ts";

export const NORM_TABLE_HEADER = [
  "Loại",
  "Hao phí",
  "ĐVT",
  "Định mức",
  "Hao hụt %",
  "Thu hồi %",
  "Bước",
  "Ghi chú",
  "Tình trạng",
] as const;

/** DC = dụng cụ. */
export const NORM_PARTS = ["VL", "NC", "M", "DC"] as const;
export type NormPart = (typeof NORM_PARTS)[number];

export type TableCell = string | number;

export function partOf(line: NormLine): NormPart {
  if (line.kind === "labour") return "NC";
  if (line.kind === "machine") return "M";
  if (line.kind === "tool") return "DC";
  return line.kind === "percent" ? line.of : "VL";
}

/** The printed quantity of a line: loaded + unloaded time for a machine; null = "-". */
export function tableQuantity(line: NormLine): Quantity | null {
  if (line.kind !== "machine") return line.quantity === null ? null : decimalOf(line.quantity);
  const times = [line.loaded, line.unloaded ?? null].filter((time) => time !== null);
  return times.length === 0 ? null : (times.reduce((sum, time) => sum + decimalOf(time), 0n) as Quantity);
}

function number(text: string | undefined): TableCell {
  return text === undefined ? "" : quantityToNumber(decimalOf(text));
}

/** Rows with a header row; "-" where a line does not apply. Error: norm-part-empty. */
export function normTable(reading: NormReading, part: NormPart | null): Result<TableCell[][]> {
  const { norm, book } = reading;
  const status = book.status === "ban-hanh" ? STATUS_LABEL[book.status].vi : book.label;
  const stepNames = new Map(norm.steps.map((step) => [step.id, step.name]));
  const rows = norm.lines
    .filter((line) => part === null || partOf(line) === part)
    .map((line): TableCell[] => {
      const amount = tableQuantity(line);
      const material = line.kind === "material" ? line : null;
      return [
        partOf(line),
        line.resource,
        line.unit,
        amount === null ? "-" : quantityToNumber(amount),
        number(material?.lossPercent),
        number(material?.recoveryPercent),
        stepNames.get(line.step ?? "") ?? "",
        line.note ?? "",
        status,
      ];
    });
  if (rows.length === 0) {
    return fail(
      "NA",
      "norm-part-empty",
      `Định mức “${norm.code}” không có hao phí loại ${part ?? ""}.`,
      `Norm “${norm.code}” has no lines of that part.`,
    );
  }
  return ok([[...NORM_TABLE_HEADER], ...rows]);
}

const indexes = new WeakMap<Norm, ReadonlyMap<string, readonly NormLine[]>>();

function linesByResource(norm: Norm): ReadonlyMap<string, readonly NormLine[]> {
  const known = indexes.get(norm);
  if (known !== undefined) return known;
  const index = new Map<string, NormLine[]>();
  for (const line of norm.lines) {
    const key = foldKey(line.resource);
    index.set(key, [...(index.get(key) ?? []), line]);
  }
  indexes.set(norm, index);
  return index;
}

/**
 * The printed quantity of one resource, added up over the steps of the norm; machines loaded and unloaded together.
 * Errors: resource-unknown, resource-units-differ, resource-not-applicable (the table has "-").
 */
export function resourceQuantity(reading: NormReading, resource: string): Result<Quantity> {
  const { norm } = reading;
  const lines = linesByResource(norm).get(foldKey(resource)) ?? [];
  if (lines.length === 0) {
    const names = [...new Set(norm.lines.map((line) => line.resource))].join("; ");
    return fail(
      "NA",
      "resource-unknown",
      `Định mức “${norm.code}” không có hao phí “${resource}”. Có: ${names}.`,
      `Norm “${norm.code}” has no resource “${resource}”.`,
    );
  }
  if (new Set(lines.map((line) => line.unit)).size > 1) {
    return fail(
      "VALUE",
      "resource-units-differ",
      `“${resource}” của định mức “${norm.code}” có nhiều đơn vị tính, không cộng được; xem từng dòng bằng KC.DINHMUC.`,
      `“${resource}” of “${norm.code}” stands in different units.`,
    );
  }
  const amounts = lines.map(tableQuantity).filter((amount) => amount !== null);
  if (amounts.length === 0) {
    return fail(
      "NA",
      "resource-not-applicable",
      `“${resource}” của định mức “${norm.code}” ghi “-”: không áp dụng.`,
      `“${resource}” does not apply in “${norm.code}”.`,
    );
  }
  const total = amounts.reduce((sum, amount) => sum + amount, 0n);
  return toQuantity(quantityToString(total as Quantity));
}
