/** The order (đặt hàng) made from an accepted submission, and the papers printed from it. */
import { z } from "zod";
import { FUNDS } from "../plan/shapes.ts";

export const OrderRequestSchema = z
  .strictObject({
    /** Which lines: all, or those of one fund. */
    scope: z.enum(["all", ...FUNDS]).default("all"),
    /** Who signs, as printed; the person's own organisation when absent. */
    ordererName: z.string().trim().min(1).max(200).optional(),
    comment: z.string().trim().max(2000).optional(),
  })
  .meta({ id: "OrderRequest" });
export type OrderRequest = z.input<typeof OrderRequestSchema>;

export const PAPER_KINDS = ["quyet-dinh.docx", "phu-luc.xlsx", "so-lam-viec.xlsx"] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

export const PAPER_TITLE = {
  "quyet-dinh.docx": { vi: "Quyết định đặt hàng (.docx)", en: "Order decision (.docx)" },
  "phu-luc.xlsx": { vi: "Phụ lục quyết định (.xlsx)", en: "Appendix to the decision (.xlsx)" },
  "so-lam-viec.xlsx": { vi: "Sổ làm việc đã gửi (.xlsx)", en: "Workbook as sent (.xlsx)" },
} as const satisfies Record<PaperKind, { vi: string; en: string }>;

/** Papers made from a template that a unit may replace with its own. */
export const TEMPLATE_KINDS = ["quyet-dinh", "nghiem-thu", "hop-dong", "thanh-ly"] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** Further papers of an order: the contract with other suppliers, and those made from the accepted work. */
export const WORK_PAPER_KINDS = ["nghiem-thu.docx", "hop-dong.docx", "thanh-ly.docx"] as const;
export type WorkPaperKind = (typeof WORK_PAPER_KINDS)[number];

export const ANY_PAPER_KINDS = [...PAPER_KINDS, ...WORK_PAPER_KINDS] as const;
export type AnyPaperKind = (typeof ANY_PAPER_KINDS)[number];

export const PaperLinkSchema = z
  .object({ kind: z.enum(PAPER_KINDS), title: z.string(), href: z.string() })
  .meta({ id: "PaperLink" });

export const OrderSchema = z
  .object({
    id: z.string(),
    submissionId: z.string(),
    revision: z.number().int(),
    scope: z.enum(["all", ...FUNDS]),
    ordererName: z.string(),
    orderedAt: z.string(),
    lineCount: z.number().int(),
    supportDong: z.number().int(),
    papers: z.array(PaperLinkSchema),
  })
  .meta({ id: "Order" });
export type Order = z.infer<typeof OrderSchema>;
