/** After the order: records of each đề án, where it stands, the year, what may be replicated, the centre's autonomy. */
import { z } from "zod";
import { INCOME_KINDS } from "../norms/autonomy.ts";
import { CHANGE_KINDS, RECORD_KINDS, WORK_STATES } from "../plan/execution.ts";
import { FUNDS } from "../plan/shapes.ts";
import { EXECUTION_ACTIONS, STATES } from "../plan/states.ts";
import { AllowedActionSchema, SubmissionIdSchema } from "./submission.ts";

const dong = z.number().int();
const amount = dong.min(0).max(1_000_000_000_000_000);
const dayText = z.iso.date().meta({ description: "YYYY-MM-DD" });
const count = z.number().int().min(0);
const yearNumber = z.coerce.number().int().min(1990).max(2100);

export const RecordIdSchema = z.string().regex(/^th_[0-9A-Za-z]{20,32}$/);

const RecordDetailSchema = z.strictObject({
  change: z.enum(CHANGE_KINDS).optional(),
  newSupportDong: amount.optional(),
  newEnd: dayText.optional(),
  effective: z.boolean().optional(),
  cancels: RecordIdSchema.optional(),
});

export const RecordRequestSchema = z
  .strictObject({
    deAnCode: z.string().min(1).max(60),
    kind: z.enum(RECORD_KINDS),
    on: dayText,
    percent: z.number().int().min(0).max(100).nullable().default(null),
    amountDong: amount.nullable().default(null),
    detail: RecordDetailSchema.default({}),
    document: z.string().trim().max(300).default(""),
    note: z.string().trim().max(2000).default(""),
    /** Place of the newest record seen (0 for none): somebody else's record in between is not written over unseen. */
    after: count,
    /** True: only say what would be wrong. */
    dryRun: z.boolean().default(false),
  })
  .refine(({ kind, percent }) => kind !== "progress" || percent !== null, {
    message: "Báo cáo tiến độ phải ghi phần trăm.",
    path: ["percent"],
  })
  .refine(({ kind, detail }) => (kind === "change") === (detail.change !== undefined), {
    message: "Điều chỉnh phải nói điều chỉnh gì; bản ghi khác thì không.",
    path: ["detail", "change"],
  })
  .refine(
    ({ kind, detail }) =>
      kind === "change" || (detail.newSupportDong === undefined && detail.newEnd === undefined),
    {
      message: "Chỉ điều chỉnh mới đổi kinh phí hoặc thời gian.",
      path: ["detail"],
    },
  )
  .refine(({ kind, detail }) => (kind === "effective") === (detail.effective !== undefined), {
    message: "Đánh giá phải nói hiệu quả hay không.",
    path: ["detail", "effective"],
  })
  .refine(({ kind, detail }) => (kind === "cancel") === (detail.cancels !== undefined), {
    message: "Hủy thì phải nói hủy bản ghi nào.",
    path: ["detail", "cancels"],
  })
  .meta({ id: "WorkRecordRequest" });
export type RecordRequest = z.input<typeof RecordRequestSchema>;

export const WorkFindingSchema = z
  .object({
    rule: z.string(),
    severity: z.enum(["error", "warning"]),
    message: z.string(),
    basis: z.string(),
    verified: z.enum(["text", "secondary", "memory"]).nullable(),
  })
  .meta({ id: "WorkFinding" });

export const RecordAnswerSchema = z
  .object({ id: z.string().nullable(), findings: z.array(WorkFindingSchema) })
  .meta({ id: "WorkRecordAnswer" });
export type RecordAnswer = z.infer<typeof RecordAnswerSchema>;

export const WorkRecordSchema = z
  .object({
    id: z.string(),
    seq: z.number().int(),
    deAnCode: z.string(),
    kind: z.enum(RECORD_KINDS),
    on: z.string(),
    percent: z.number().int().nullable(),
    amountDong: dong.nullable(),
    detail: RecordDetailSchema,
    document: z.string(),
    note: z.string(),
    personName: z.string(),
    recordedAt: z.string(),
    hash: z.string().meta({ description: "sha256 (hex), phủ cả bản ghi trước" }),
    /** Taken back by a later record. */
    cancelled: z.boolean(),
  })
  .meta({ id: "WorkRecord" });
export type WorkRecordView = z.infer<typeof WorkRecordSchema>;

export const WorkLineSchema = z
  .object({
    code: z.string(),
    name: z.string(),
    content: z.number().int().nullable(),
    kind: z.string().nullable(),
    fund: z.enum(FUNDS).nullable(),
    place: z.string(),
    beneficiary: z.string(),
    grouped: z.boolean(),
    startsOn: z.string().nullable(),
    endsOn: z.string().nullable(),
    orderedDong: dong,
    state: z.enum(WORK_STATES),
    percent: z.number().int(),
    supportDong: dong,
    heldDong: dong,
    acceptedDong: dong.nullable(),
    settledDong: dong.nullable(),
    toPayDong: dong,
    toRefundDong: dong,
    effective: z.boolean().nullable(),
    lastOn: z.string().nullable(),
  })
  .meta({ id: "WorkLine" });
export type WorkLineView = z.infer<typeof WorkLineSchema>;

const PaperSchema = z.object({ kind: z.string(), title: z.string(), titleEn: z.string(), href: z.string() });

export const ExecutionSchema = z
  .object({
    submissionId: SubmissionIdSchema,
    etag: z.string(),
    state: z.enum(STATES),
    stateLabel: z.string(),
    provinceName: z.string(),
    year: z.number().int(),
    order: z.object({ id: z.string(), ordererName: z.string(), orderedAt: z.string(), supportDong: dong }),
    lines: z.array(WorkLineSchema),
    records: z.array(WorkRecordSchema),
    /** The chain of hashes holds from its beginning. */
    chainOk: z.boolean(),
    actions: z.array(AllowedActionSchema),
    /** Kinds of record this person may write now. */
    canRecord: z.array(z.enum(RECORD_KINDS)),
    /** Why the next step cannot be taken yet. */
    blockers: z.array(z.string()),
    papers: z.array(PaperSchema),
  })
  .meta({ id: "Execution" });
export type Execution = z.infer<typeof ExecutionSchema>;

export const ExecutionStepSchema = z
  .strictObject({ action: z.enum(EXECUTION_ACTIONS), comment: z.string().trim().max(4000).default("") })
  .meta({ id: "ExecutionStep" });
export type ExecutionStep = z.input<typeof ExecutionStepSchema>;

const FiguresSchema = z.object({
  /** Accepted by the Ministry, ordered or not; nothing in the book of orders. */
  planned: count,
  plannedDong: dong,
  ordered: count,
  orderedDong: dong,
  advancedDong: dong,
  accepted: count,
  acceptedDong: dong,
  settled: count,
  settledDong: dong,
  stopped: count,
  toRefundDong: dong,
  donePercent: z.string().nullable(),
});
const RowSchema = FiguresSchema.extend({ key: z.string(), label: z.string(), labelEn: z.string() });

export const YearQuerySchema = z.object({
  year: yearNumber.optional(),
  province: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
});

export type YearQuery = z.output<typeof YearQuerySchema>;

export const OrderBookSchema = z
  .object({
    /** Years with orders, newest first. */
    years: z.array(z.number().int()),
    year: z.number().int().nullable(),
    items: z.array(
      z.object({
        submissionId: z.string(),
        provinceCode: z.string(),
        provinceName: z.string(),
        state: z.enum(STATES),
        stateLabel: z.string(),
        ordererName: z.string(),
        orderedAt: z.string(),
        figures: FiguresSchema,
      }),
    ),
    /** Accepted and not ordered yet: what waits for an order. */
    waiting: z.array(
      z.object({
        submissionId: z.string(),
        provinceName: z.string(),
        year: z.number().int(),
        supportDong: dong,
      }),
    ),
  })
  .meta({ id: "OrderBook" });
export type OrderBookView = z.infer<typeof OrderBookSchema>;

export const YearReportSchema = z
  .object({
    years: z.array(z.number().int()),
    year: z.number().int().nullable(),
    provinceCode: z.string().nullable(),
    /** Plans the Ministry accepted in that year, ordered or not. */
    plan: z.object({ submissions: count, deAn: count, supportDong: dong }),
    figures: FiguresSchema,
    content: z.array(RowSchema),
    place: z.array(RowSchema),
    fund: z.array(RowSchema),
    effective: count,
  })
  .meta({ id: "YearReport" });
export type YearReport = z.infer<typeof YearReportSchema>;

export const ReplicaQuerySchema = z.object({
  kind: z.string().max(40).optional(),
  q: z.string().max(100).optional(),
});

export const ReplicaSourceListSchema = z
  .object({
    items: z.array(
      z.object({
        /** What the column "Nhân rộng từ" holds. */
        reference: z.string(),
        name: z.string(),
        provinceCode: z.string(),
        provinceName: z.string(),
        year: z.number().int(),
        kind: z.string().nullable(),
        content: z.number().int().nullable(),
        trade: z.string(),
        place: z.string(),
        totalDong: dong,
        supportDong: dong,
        result: z.string(),
        /** Why it was held effective. */
        evidence: z.string(),
        settledOn: z.string(),
      }),
    ),
  })
  .meta({ id: "ReplicaSourceList" });
export type ReplicaSourceList = z.infer<typeof ReplicaSourceListSchema>;

const IncomeSchema = z.strictObject({
  code: z.enum(INCOME_KINDS.map(({ code }) => code)),
  dong: amount,
  lessDong: amount.optional(),
});
const OneMoreSchema = z.strictObject({ priceDong: amount.min(1), costDong: amount });

export const AutonomyEstimateSchema = z
  .strictObject({
    year: yearNumber,
    /** B. */
    spendingDong: amount.min(1),
    others: z.array(IncomeSchema).max(20).default([]),
    oneMore: OneMoreSchema.nullable().default(null),
    investment: z.strictObject({ ownDong: amount, depreciationDong: amount }).nullable().default(null),
    note: z.string().trim().max(1000).default(""),
  })
  .meta({ id: "AutonomyEstimate" });
export type AutonomyEstimate = z.input<typeof AutonomyEstimateSchema>;

const DegreeSchema = z.object({
  percentText: z.string(),
  group: z.string(),
  groupLabel: z.string(),
  groupLabelEn: z.string(),
  working: z.string(),
});

export const AutonomyOutlookSchema = z
  .object({
    year: z.number().int(),
    years: z.array(z.number().int()),
    provinceCode: z.string(),
    provinceName: z.string(),
    /** The order book by the route each line can lawfully go on the day of its order. */
    book: z.object({ orderDong: dong, assignDong: dong, otherDong: dong, lines: count }),
    estimate: AutonomyEstimateSchema.extend({ by: z.string(), at: z.string() }).nullable(),
    outlook: z
      .object({
        incomeDong: dong,
        spendingDong: dong,
        missingDong: dong,
        now: DegreeSchema,
        ifOrdered: DegreeSchema,
        oneMore: z
          .object({ degree: DegreeSchema, marginDong: dong, ordersNeeded: count.nullable() })
          .nullable(),
      })
      .nullable(),
    basis: z.string(),
    verified: z.enum(["text", "secondary", "memory"]),
  })
  .meta({ id: "AutonomyOutlook" });
export type AutonomyOutlook = z.infer<typeof AutonomyOutlookSchema>;
