/** A draft norm book out of what provinces sent: what it would say, on which evidence, and what it would cost. */
import { z } from "zod";
import { parseDate } from "../kernel/date.ts";
import type { IsoDate } from "../kernel/date.ts";
import { COMPONENT_PARTS } from "../plan/evidence/services.ts";
import { NORM_LINE_TYPES } from "../plan/shapes.ts";
import { OutlierSchema, SummarySchema, decimal } from "./comparison.ts";

export const PROPOSED_SERVICES_LIMIT = 30;
/** Submissions read for one proposal; each is parsed whole. */
export const EVIDENCE_SUBMISSIONS_LIMIT = 200;
/** Files that prove a proposal. */
export const EVIDENCE_FILES = ["xlsx", "docx"] as const;
export type EvidenceFile = (typeof EVIDENCE_FILES)[number];

const count = z.number().int().min(0);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const dong = z.number().int();

export const SentServicesSchema = z
  .object({
    /** Provinces needed before anything is proposed. */
    needed: count,
    items: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        unit: z.string(),
        content: z.number().int().nullable(),
        submissions: count,
        provinces: count,
      }),
    ),
  })
  .meta({ id: "SentServices" });
export type SentServices = z.infer<typeof SentServicesSchema>;

const asked = {
  services: z
    .array(z.string().min(1).max(200))
    .min(1)
    .max(PROPOSED_SERVICES_LIMIT)
    .refine((keys) => new Set(keys).size === keys.length, { error: "Một dịch vụ có hai lần." })
    .meta({ description: "Khóa của các dịch vụ trong danh sách" }),
  from: z
    .string()
    .refine((value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && parseDate(value).ok, {
      error: "Phải là ngày dạng năm-tháng-ngày.",
    })
    .transform((value) => value as IsoDate)
    .meta({ description: "Ngày bộ dự thảo bắt đầu dùng được; giá cũng tính vào ngày này" }),
  minProvinces: z.number().int().min(5).max(34).optional().meta({
    description: "Số tỉnh tối thiểu; không ít hơn số mà khoảng tin cậy 95 % cần",
  }),
};

export const NormProposalQuestionSchema = z.strictObject(asked).meta({ id: "NormProposalQuestion" });
export type NormProposalQuestion = z.infer<typeof NormProposalQuestionSchema>;

export const NormProposalRequestSchema = z
  .strictObject({
    ...asked,
    reason: z.string().trim().min(1).max(2000),
    figuresHash: hash.meta({ description: "Băm của số liệu người đề nghị đã xem" }),
  })
  .meta({ id: "NormProposalRequest" });
export type NormProposalRequest = z.infer<typeof NormProposalRequestSchema>;

const PlaceSchema = z.object({
  provinceCode: z.string(),
  provinceName: z.string(),
  submissionId: z.string(),
  sheet: z.string(),
  cell: z.string(),
});

const PartSchema = z.object({
  part: z.enum(COMPONENT_PARTS),
  summary: SummarySchema,
  /** Null: not proposed. */
  proposed: decimal.nullable(),
  outliers: z.array(OutlierSchema.extend({ value: decimal, ...PlaceSchema.shape })),
});
export type ProposalPart = z.infer<typeof PartSchema>;

const ComponentSchema = z.object({
  key: z.string(),
  type: z.enum(NORM_LINE_TYPES),
  resource: z.string(),
  unit: z.string(),
  provinces: count,
  leftOut: z.enum(["too-few", "minority", "zero"]).nullable(),
  parts: z.array(PartSchema),
});
export type ProposalComponent = z.infer<typeof ComponentSchema>;

const amounts = {
  beforeDong: dong.nullable(),
  afterDong: dong.nullable(),
  differenceDong: dong.nullable(),
  /** Hundredths of a per cent of the price before. */
  differenceHundredths: z.number().int().nullable(),
};
const EffectSchema = z.object({
  provinceCode: z.string(),
  provinceName: z.string(),
  /** Where the province's own norm stands. */
  place: PlaceSchema,
  ...amounts,
  /** Why a price is missing; null when both are there. */
  why: z.string().nullable(),
});
export type ProposalEffect = z.infer<typeof EffectSchema>;

const ServiceSchema = z.object({
  key: z.string(),
  name: z.string(),
  unit: z.string(),
  provinces: count,
  submissions: count,
  /** Code in the draft book; null when nothing of it is proposed. */
  code: z.string().nullable(),
  components: z.array(ComponentSchema),
  effects: z.array(EffectSchema),
  /** What the proposal costs with the published prices alone, beside the norm published now. */
  published: z.object(amounts),
});
export type ProposalService = z.infer<typeof ServiceSchema>;

export const NormProposalSchema = z
  .object({
    figuresHash: hash,
    from: z.string(),
    bookId: z.string(),
    /** Ten-thousandths asked for. */
    confidence: count,
    needed: count,
    norms: count,
    services: z.array(ServiceSchema),
  })
  .meta({ id: "NormProposal" });
export type NormProposal = z.infer<typeof NormProposalSchema>;
