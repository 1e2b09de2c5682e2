/** Waivers as they cross the wire; the shapes of plan/waivers.ts. */
import { z } from "zod";
import { RULE_ID } from "../kernel/finding.ts";
import { WAIVER_STATES, type CountedWaiver, type Waiver } from "../plan/waivers.ts";
import { WaivedSchema } from "./finding.ts";

const WaiverIdSchema = z.string().regex(/^mt_[0-9A-Z]{25}$/);

const WordSchema = z.object({ id: z.string(), name: z.string(), at: z.string(), note: z.string() });

export const WaiverSchema = z
  .object({
    id: z.string(),
    rule: z.string(),
    state: z.enum(WAIVER_STATES),
    reason: z.string(),
    by: WordSchema,
    decided: WordSchema.nullable().meta({ description: "Người thứ hai: xác nhận hoặc không đồng ý" }),
    revoked: WordSchema.nullable(),
  })
  .meta({
    id: "Waiver",
    description: "Miễn một quy tắc cho một hồ sơ, ai và vì sao",
  }) satisfies z.ZodType<Waiver>;

export const CountedWaiverSchema = WaivedSchema.extend({ rule: z.string() }).meta({
  id: "CountedWaiver",
  description: "Miễn đã tính khi xét; cần để xét lại cho cùng kết quả",
}) satisfies z.ZodType<CountedWaiver>;

const reason = z.string().trim().min(1).max(2000);

export const WaiverRequestSchema = z
  .discriminatedUnion("step", [
    z.strictObject({
      step: z.literal("waive"),
      rule: z.string().regex(RULE_ID),
      reason,
    }),
    z.strictObject({
      step: z.literal("confirm"),
      waiver: WaiverIdSchema,
      reason: z.string().trim().max(2000).default(""),
    }),
    z.strictObject({ step: z.literal("refuse"), waiver: WaiverIdSchema, reason }),
    z.strictObject({ step: z.literal("revoke"), waiver: WaiverIdSchema, reason }),
  ])
  .meta({
    id: "WaiverRequest",
    description:
      "waive: miễn ngay với quy tắc chỉ cảnh báo, chờ người thứ hai với quy tắc có thể chặn; confirm, refuse: người thứ hai; revoke: thu hồi",
  });
export type WaiverRequest = z.input<typeof WaiverRequestSchema>;

export const WaiverAnswerSchema = z
  .object({ etag: z.string(), waivers: z.array(WaiverSchema) })
  .meta({ id: "WaiverAnswer" });
export type WaiverAnswer = z.infer<typeof WaiverAnswerSchema>;

/** Waivers of all submissions that one page shows. */
export const WAIVER_REGISTER_LIMIT = 200;

export const WaiverRegisterSchema = z
  .object({
    items: z.array(
      WaiverSchema.extend({
        submissionId: z.string(),
        provinceCode: z.string(),
        provinceName: z.string(),
        year: z.number().int(),
      }),
    ),
    rules: z.array(
      z.object({
        rule: z.string(),
        proposed: z.number().int(),
        granted: z.number().int(),
        refused: z.number().int(),
        revoked: z.number().int(),
      }),
    ),
  })
  .meta({
    id: "WaiverRegister",
    description: `Mới nhất đứng đầu, nhiều nhất ${WAIVER_REGISTER_LIMIT} lần miễn; số đếm theo quy tắc là của tất cả`,
  });
export type WaiverRegister = z.infer<typeof WaiverRegisterSchema>;
