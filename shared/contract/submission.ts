/** A plan on its way from the province to the ministry: envelope, receipt, list, detail, review actions. */
import { z } from "zod";
import { ACTIONS, ROLES, STATES } from "../plan/states.ts";
import { CountsSchema, DifferenceSchema, FindingSchema, TotalsSchema, VersionsSchema } from "./finding.ts";
import { JudgedWithSchema } from "./judged-with.ts";
import { OrderSchema, PaperLinkSchema } from "./order.ts";
import { CountedWaiverSchema, WaiverSchema } from "./waiver.ts";
import { EventViewSchema } from "./event.ts";
import { CellAddressSchema, FlatWorkbookSchema } from "./workbook.ts";

/** Bytes of one request body. */
export const BODY_LIMIT_BYTES = 8 * 1024 * 1024;
export const SMALL_BODY_LIMIT_BYTES = 256 * 1024;
/** Nesting of arrays and objects in a request body. */
export const BODY_DEPTH_LIMIT = 16;

export const IdempotencyKeySchema = z.string().regex(/^[A-Za-z0-9_-]{8,128}$/);
export const SubmissionIdSchema = z.string().regex(/^hs_[0-9A-Za-z]{20,32}$/);

/** Reason given for sending with a warning. */
const WarningReasonSchema = z.strictObject({
  rule: z.string().max(40),
  sheet: z.string().max(31),
  cell: z.string().max(12).optional(),
  reason: z.string().trim().min(1).max(1000),
});

export const SubmissionEnvelopeSchema = z
  .strictObject({
    workbook: FlatWorkbookSchema,
    fileName: z.string().trim().min(1).max(255).optional(),
    /** What the sender's program used; the server judges with its own and says so in the receipt. */
    clientVersions: z
      .strictObject({
        template: z.string().max(64).optional(),
        law: z.string().max(128).optional(),
        rules: z.string().max(128).optional(),
      })
      .optional(),
    /** A corrected version of this returned or withdrawn submission. */
    previousId: SubmissionIdSchema.optional(),
    warningReasons: z.array(WarningReasonSchema).max(1000).optional(),
  })
  .meta({ id: "SubmissionEnvelope" });
export type SubmissionEnvelope = z.infer<typeof SubmissionEnvelopeSchema>;

/** As it is kept: the hash of the original file is written by the server that holds the file, never by a sender. */
export const StoredEnvelopeSchema = SubmissionEnvelopeSchema.extend({
  fileHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .meta({ description: "sha256 (hex) của tệp .xlsx gốc máy chủ đang giữ; vắng nếu sổ không gửi bằng tệp" }),
}).meta({ id: "StoredEnvelope" });
export type StoredEnvelope = z.infer<typeof StoredEnvelopeSchema>;

/** What is signed: everything of the receipt but the signature itself. */
export const ReceiptStatementSchema = z.object({
  id: z.string(),
  revision: z.number().int(),
  receivedAt: z.string().meta({ description: "ISO 8601, UTC" }),
  provinceCode: z.string(),
  provinceName: z.string(),
  year: z.number().int(),
  contentHash: z
    .string()
    .meta({ description: "sha256 (hex) của JSON chính tắc (RFC 8785) của trường workbook" }),
  envelopeHash: z.string().meta({
    description: "sha256 (hex) của JSON chính tắc của cả thân yêu cầu: sổ, tên tệp, lý do cho cảnh báo",
  }),
  /** Absent from receipts made before files could be sent, and where no file was sent. */
  fileHash: StoredEnvelopeSchema.shape.fileHash,
  versions: VersionsSchema,
  /** Absent from receipts of the first release. */
  judgedWith: JudgedWithSchema.optional(),
  /** Absent where none counted. */
  waivers: z.array(CountedWaiverSchema).optional(),
  totals: TotalsSchema,
  counts: CountsSchema,
  findings: z.array(FindingSchema),
  differences: z.array(DifferenceSchema),
  log: z.object({
    chain: z.string(),
    event: z.string().meta({ description: "Băm của sự kiện ghi lần nhận này trong nhật ký" }),
    seq: z.number().int().meta({
      description: "Số thứ tự của niêm phong mới nhất mà máy chủ đã thấy trước lần nhận này; 0 nếu chưa có",
    }),
    hash: z.string().meta({ description: "Băm của niêm phong đó: chứng thực mọi sự kiện đến seq" }),
  }),
});
export type ReceiptStatement = z.infer<typeof ReceiptStatementSchema>;

export const ReceiptSchema = ReceiptStatementSchema.extend({
  signature: z.string().meta({
    description:
      "JWS nén, Ed25519, phần thân là JSON chính tắc của biên nhận không kể trường này; khóa ở /.well-known/jwks.json",
  }),
}).meta({ id: "Receipt" });
export type Receipt = z.infer<typeof ReceiptSchema>;

/** A revision with all that is needed to judge it again, years later and elsewhere: `kc recheck`. */
export const ExportedRevisionSchema = z
  .object({
    id: z.string(),
    revision: z.number().int(),
    envelope: StoredEnvelopeSchema,
    receipt: ReceiptSchema,
  })
  .meta({ id: "ExportedRevision" });
export type ExportedRevision = z.infer<typeof ExportedRevisionSchema>;

export const SubmissionSummarySchema = z
  .object({
    id: z.string(),
    revision: z.number().int(),
    version: z.number().int(),
    state: z.enum(STATES),
    stateLabel: z.string(),
    provinceCode: z.string(),
    provinceName: z.string(),
    organisationName: z.string(),
    year: z.number().int(),
    fileName: z.string().nullable(),
    deAnCount: z.number().int(),
    totalDong: z.number().int(),
    supportDong: z.number().int(),
    supportByFund: z.object({ QG: z.number().int(), ĐP: z.number().int() }),
    counts: CountsSchema,
    sentBy: z.string(),
    receivedAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: "SubmissionSummary" });
export type SubmissionSummary = z.infer<typeof SubmissionSummarySchema>;

/** What the check said when the file came: something to explain, something to note, nothing at all. */
export const FINDINGS_FILTERS = ["warning", "info", "none"] as const;
export type FindingsFilter = (typeof FINDINGS_FILTERS)[number];

export const SubmissionQuerySchema = z.object({
  state: z.enum(STATES).optional(),
  province: z.string().max(8).optional().meta({ description: "Mã tỉnh" }),
  year: z.coerce.number().int().min(1990).max(2100).optional(),
  findings: z.enum(FINDINGS_FILTERS).optional().meta({ description: "Kết quả kiểm tra lúc nhận" }),
  q: z.string().max(100).optional().meta({
    description:
      "Tìm không dấu trong tên tỉnh, đơn vị, đơn vị thụ hưởng, tên và mã đề án, mã hồ sơ; mọi từ phải có, từ nào cũng có thể gõ dở",
  }),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(200).optional(),
});

export const SubmissionListSchema = z
  .object({ items: z.array(SubmissionSummarySchema), nextCursor: z.string().nullable() })
  .meta({ id: "SubmissionList" });
export type SubmissionList = z.infer<typeof SubmissionListSchema>;

export const CommentSchema = z
  .object({
    revision: z.number().int(),
    at: z.string(),
    personName: z.string(),
    role: z.enum(ROLES),
    /** Null: about the whole file. */
    sheet: z.string().nullable(),
    cell: z.string().nullable(),
    row: z.number().int().nullable(),
    text: z.string(),
  })
  .meta({ id: "Comment" });
export type Comment = z.infer<typeof CommentSchema>;

/** What the person asking may do now. */
export const AllowedActionSchema = z
  .object({
    action: z.enum(ACTIONS),
    label: z.string(),
    labelEn: z.string(),
    commentRequired: z.boolean(),
    /** Four eyes: this role may, but not the person asking, who took the step before. */
    needsOtherPerson: z.boolean(),
  })
  .meta({ id: "AllowedAction" });
export type AllowedAction = z.infer<typeof AllowedActionSchema>;

export const SubmissionDetailSchema = z
  .object({
    submission: SubmissionSummarySchema,
    /** Same as the ETag header; send it back in If-Match. */
    etag: z.string(),
    workbook: FlatWorkbookSchema,
    receipt: ReceiptSchema,
    warningReasons: z.array(WarningReasonSchema),
    comments: z.array(CommentSchema),
    events: z.array(EventViewSchema),
    revisions: z.array(
      z.object({
        revision: z.number().int(),
        receivedAt: z.string(),
        sentBy: z.string(),
        contentHash: z.string(),
      }),
    ),
    actions: z.array(AllowedActionSchema),
    waivers: z.array(WaiverSchema),
    /** Rules of findings that the person asking may waive now. */
    waivable: z.array(z.string()),
    order: OrderSchema.nullable(),
    papers: z.array(PaperLinkSchema),
  })
  .meta({ id: "SubmissionDetail" });
export type SubmissionDetail = z.infer<typeof SubmissionDetailSchema>;

/** The actions sent to POST …/actions; `resubmit` and `order` have their own routes. */
export const REVIEW_ACTIONS = ["forward", "receive", "return", "accept", "reject", "withdraw"] as const;

export const LineCommentSchema = z
  .strictObject({
    sheet: z.string().min(1).max(31),
    cell: CellAddressSchema.optional(),
    row: z.number().int().min(1).max(1_048_576).optional(),
    text: z.string().trim().min(1).max(2000),
  })
  .refine((comment) => comment.cell !== undefined || comment.row !== undefined, {
    message: "Cần cell hoặc row.",
  })
  .meta({ id: "LineComment" });

export const ReviewActionSchema = z
  .strictObject({
    action: z.enum(REVIEW_ACTIONS),
    comment: z.string().trim().max(4000).default(""),
    lineComments: z.array(LineCommentSchema).max(500).default([]),
  })
  .meta({ id: "ReviewAction" });
export type ReviewAction = z.input<typeof ReviewActionSchema>;

export const ActionAnswerSchema = z
  .object({ submission: SubmissionSummarySchema, etag: z.string(), actions: z.array(AllowedActionSchema) })
  .meta({ id: "ActionAnswer" });
export type ActionAnswer = z.infer<typeof ActionAnswerSchema>;
