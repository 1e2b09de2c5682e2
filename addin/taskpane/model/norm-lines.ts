/** Norms a cost line can be made of, with the unit price KC.DONGIA gives for them here and now. */
import { serialFromDate } from "../../../shared/kernel/date.ts";
import { dong, formatDong } from "../../../shared/kernel/money.ts";
import { withOwnBooks } from "../../../shared/workbook/merge-books.ts";
import { ownBooksOf } from "../../../shared/workbook/own-books.ts";
import { infoAddress, INFO_SHEET } from "../../../shared/workbook/template.ts";
import { donGia } from "../../functions/dongia.ts";
import { whenBook } from "../../functions/lib/book.ts";
import type { NormStatus } from "../../../shared/norms/model.ts";
import type { Snapshot } from "../workspace.ts";
import type { LineInput } from "./wizard.ts";

export interface UsableNorm {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly status: NormStatus;
  readonly label: string;
  /** Null while a price is missing. */
  readonly priceDong: number | null;
  /** Why there is no price; "" when there is one. */
  readonly reason: string;
}

function priceOf(
  code: string,
  province: string | null,
  date: number | null,
): { priceDong: number | null; reason: string } {
  try {
    const answer: unknown = donGia(code, province, date, null, null, null);
    const value =
      typeof answer === "object" && answer !== null && "basicValue" in answer ? answer.basicValue : answer;
    return typeof value === "number" ? { priceDong: value, reason: "" } : { priceDong: null, reason: "" };
  } catch (error) {
    return { priceDong: null, reason: error instanceof Error ? error.message : String(error) };
  }
}

/** The workbook's own norms and the shipped ones, each once by code. */
export async function usableNorms({ flat, verdict }: Snapshot): Promise<UsableNorm[]> {
  const { norms } = withOwnBooks(await whenBook(), ownBooksOf(flat));
  const { province, asOf } = verdict.plan.info;
  const seen = new Set<string>();
  return norms.flatMap((book) =>
    book.norms.flatMap((norm): UsableNorm[] => {
      if (seen.has(norm.code)) return [];
      seen.add(norm.code);
      const { code, name, unit } = norm;
      const price = priceOf(code, province, asOf === null ? null : serialFromDate(asOf));
      return [{ code, name, unit, status: book.status, label: book.label, ...price }];
    }),
  );
}

/** In the template's own addresses; place-rows moves them to where the workbook keeps the fields. */
function priceFormula(code: string): string {
  const at = (field: string) =>
    `${INFO_SHEET.name}!${infoAddress(field).replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2")}`;
  return `=KC.DONGIA("${code.replaceAll('"', '""')}",${at("province")},${at("asOf")})`;
}

/** One unit of the norm's service as a cost line; without a price it is left for the person to fill. */
export function lineOfNorm(norm: UsableNorm, id: number, note: string): LineInput {
  const price = norm.priceDong === null ? "" : formatDong(dong(norm.priceDong));
  return {
    id,
    row: null,
    item: norm.name,
    unit: norm.unit,
    quantity: "1",
    unitPrice: price,
    ...(price === "" ? {} : { formula: priceFormula(norm.code), formulaPrice: price }),
    support: "",
    other: "",
    note,
  };
}
