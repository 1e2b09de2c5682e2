/** Findings and differences as they cross the wire; the shapes of kernel/finding.ts and workbook/recompute.ts. */
import { z } from "zod";
import { STAGES, type Finding } from "../kernel/finding.ts";
import type { Difference } from "../workbook/recompute.ts";

export const WhereSchema = z.object({
  sheet: z.string(),
  cell: z.string().optional(),
  row: z.number().int().optional(),
});

export const WaivedSchema = z
  .object({
    id: z.string(),
    reason: z.string(),
    by: z.string(),
    confirmedBy: z
      .string()
      .nullable()
      .meta({ description: "Người thứ hai; lỗi chỉ được miễn bởi hai người" }),
    on: z.string().meta({ description: "Ngày có hiệu lực" }),
  })
  .meta({ id: "Waived", description: "Được miễn: vẫn ghi, không chặn, không đếm vào lỗi và cảnh báo" });

export const FindingSchema = z
  .object({
    rule: z.string(),
    severity: z.enum(["error", "warning", "info"]),
    stage: z.enum(STAGES),
    trial: z
      .literal(true)
      .optional()
      .meta({ description: "Quy tắc đang thử nghiệm: chỉ cảnh báo, không chặn" }),
    waived: WaivedSchema.optional(),
    where: WhereSchema,
    message: z.string(),
    found: z.string(),
    expected: z.string(),
    differenceDong: z.number().int().optional(),
    basis: z.string(),
    remedy: z.string(),
    fix: z.union([z.string(), z.number()]).optional(),
  })
  .meta({ id: "Finding" }) satisfies z.ZodType<Finding>;

const ValueSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const DifferenceSchema = z
  .object({
    where: WhereSchema,
    column: z.string(),
    found: z.string(),
    expected: z.string(),
    foundValue: ValueSchema,
    expectedValue: ValueSchema,
    differenceDong: z.number().int().optional(),
    formula: z.string().optional(),
    follows: z.literal(true).optional().meta({ description: "Chỉ do ô khác sai; nguyên nhân báo ở ô đó" }),
    basis: z.string(),
  })
  .meta({
    id: "Difference",
    description: "Số trong ô khác số máy chủ tính lại",
  }) satisfies z.ZodType<Difference>;

export const CountsSchema = z
  .object({
    error: z.number().int(),
    warning: z.number().int(),
    info: z.number().int(),
    waived: z.number().int().optional().meta({ description: "Nhận xét được miễn; vắng khi không có" }),
  })
  .meta({ id: "Counts" });

export const VersionsSchema = z
  .object({ template: z.string(), law: z.string(), rules: z.string() })
  .meta({ id: "Versions", description: "Phiên bản mẫu, căn cứ và bộ quy tắc đã dùng" });

const FundTotalsSchema = z.object({
  count: z.number().int(),
  totalDong: z.number().int(),
  supportDong: z.number().int(),
  counterpartDong: z.number().int(),
  otherDong: z.number().int(),
});

export const TotalsSchema = z
  .object({
    all: FundTotalsSchema,
    byFund: z.object({ QG: FundTotalsSchema, ĐP: FundTotalsSchema }),
    byContent: z.record(z.string(), z.number().int()),
  })
  .meta({ id: "Totals", description: "Cộng lại từ các dòng dự toán; số nguyên đồng" });
export type Totals = z.infer<typeof TotalsSchema>;
