/** Papers made from an accepted submission. */
import type { FlatWorkbook } from "../../shared/kernel/flat.ts";
import { writeXlsx } from "../../shared/workbook/xlsx/index.ts";
import { currentLaw } from "../law.ts";
import { orderAppendix } from "./order-appendix.ts";
import { orderDecision } from "./order-decision.ts";
import type { OrderInput } from "./types.ts";

/** "Quyết định đặt hàng", .docx. */
export function buildOrderDecision(input: OrderInput): Promise<Uint8Array<ArrayBuffer>> {
  return orderDecision(input, currentLaw().documents);
}

/** Its appendix, .xlsx. */
export async function buildOrderAppendix(input: OrderInput): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.from(await orderAppendix(input));
}

/** The workbook as it was sent, .xlsx. */
export async function buildWorkbookFile(workbook: FlatWorkbook): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.from(await writeXlsx(workbook));
}
