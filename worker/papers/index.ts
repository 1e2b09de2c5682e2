/** Papers made from an accepted submission. */
import type { TemplateKind } from "../../shared/contract/order.ts";
import type { FlatWorkbook } from "../../shared/kernel/flat.ts";
import type { LawBook } from "../../shared/law/types.ts";
import { writeXlsx } from "../../shared/workbook/xlsx/index.ts";
import { orderData, workData } from "./data.ts";
import { TEMPLATES } from "./generated/templates.ts";
import { orderAppendix } from "./order-appendix.ts";
import { fillTemplate } from "./template.ts";
import type { OrderInput, WorkInput } from "./types.ts";

/** The template this product ships. */
export function shippedTemplate(kind: TemplateKind): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(TEMPLATES[kind]), (char) => char.charCodeAt(0));
}

/** "Quyết định đặt hàng" or "Hợp đồng đặt hàng", .docx. */
export function buildOrderPaper(
  kind: "quyet-dinh" | "hop-dong",
  input: OrderInput,
  documents: LawBook["documents"],
  template = shippedTemplate(kind),
): Promise<Uint8Array<ArrayBuffer>> {
  return fillTemplate(template, orderData(kind, input, documents));
}

/** Minutes of acceptance or of liquidation, .docx. */
export function buildWorkPaper(
  kind: "nghiem-thu" | "thanh-ly",
  input: WorkInput,
  template = shippedTemplate(kind),
): Promise<Uint8Array<ArrayBuffer>> {
  return fillTemplate(template, workData(kind, input));
}

/** The appendix of the order, .xlsx. */
export async function buildOrderAppendix(input: OrderInput): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.from(await orderAppendix(input));
}

/** The workbook as it was sent, .xlsx. */
export async function buildWorkbookFile(workbook: FlatWorkbook): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.from(await writeXlsx(workbook));
}
