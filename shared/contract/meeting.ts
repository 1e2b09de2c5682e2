/** A meeting that chooses projects: every change is an entry with the whole file, so that anyone can compute it again. */
import { z } from "zod";
import { allocationInputSchema, projectSchema } from "../allocation/types.ts";

export const MeetingIdSchema = z.string().regex(/^hop_[0-9A-Za-z]{20,32}$/);
export const MEETING_BODY_LIMIT_BYTES = 2 * 1024 * 1024;

export const ENTRY_KINDS = [
  "open",
  "budget",
  "weights",
  "limits",
  "override",
  "scores",
  "pairs",
  "import",
  "close",
] as const;

export const MeetingResultSchema = z
  .strictObject({
    chosen: z.array(z.string().max(200)).max(5000),
    value: z.number(),
    bound: z.number(),
    proven: z.boolean(),
  })
  .meta({ id: "MeetingResult" });
export type MeetingResult = z.infer<typeof MeetingResultSchema>;

export const MeetingRequestSchema = z
  .strictObject({
    title: z.string().trim().min(1).max(200),
    input: allocationInputSchema,
    result: MeetingResultSchema.nullable(),
  })
  .meta({ id: "MeetingRequest" });
export type MeetingRequest = z.infer<typeof MeetingRequestSchema>;

export const EntryRequestSchema = z
  .strictObject({
    kind: z.enum(ENTRY_KINDS),
    after: z.number().int().min(0).meta({
      description: "seq của thay đổi mới nhất mà người ghi đã thấy; đã có thay đổi khác thì edit-conflict",
    }),
    /** What was changed, in words. */
    note: z.string().trim().min(1).max(500),
    input: allocationInputSchema,
    /** Null: no choice meets the constraints. */
    result: MeetingResultSchema.nullable(),
  })
  .meta({ id: "MeetingEntryRequest" });
export type EntryRequest = z.infer<typeof EntryRequestSchema>;

export const MeetingEntrySchema = z
  .object({
    seq: z.number().int(),
    at: z.string().meta({ description: "ISO 8601, UTC" }),
    personId: z.string(),
    personName: z.string(),
    kind: z.enum(ENTRY_KINDS),
    note: z.string(),
    inputHash: z.string().meta({ description: "sha256 (hex) của tệp phân bổ dạng JSON chuẩn" }),
    result: MeetingResultSchema.nullable(),
    /** sha256 of the canonical JSON of the entry and the hash before it. */
    hash: z.string(),
  })
  .meta({ id: "MeetingEntry" });
export type MeetingEntry = z.infer<typeof MeetingEntrySchema>;

export const MeetingSummarySchema = z
  .object({
    id: z.string(),
    title: z.string(),
    organisationName: z.string(),
    createdBy: z.string(),
    createdAt: z.string(),
    entries: z.number().int(),
  })
  .meta({ id: "MeetingSummary" });
export type MeetingSummary = z.infer<typeof MeetingSummarySchema>;

export const MeetingListSchema = z
  .object({ items: z.array(MeetingSummarySchema) })
  .meta({ id: "MeetingList" });

export type MeetingList = z.infer<typeof MeetingListSchema>;

export const MeetingDetailSchema = z
  .object({
    meeting: MeetingSummarySchema,
    /** Newest file. */
    input: allocationInputSchema,
    /** Newest first. */
    entries: z.array(MeetingEntrySchema),
    /** The chain of hashes holds from its beginning. */
    chainOk: z.boolean(),
  })
  .meta({ id: "MeetingDetail" });
export type MeetingDetail = z.infer<typeof MeetingDetailSchema>;

export const CandidateQuerySchema = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  fund: z.enum(["QG", "ĐP"]).optional(),
});

/** Projects of the submissions the viewer sees, as a file to begin with. */
export const CandidatesSchema = z
  .object({
    years: z.array(z.number().int()),
    submissions: z.number().int(),
    projects: z.array(projectSchema),
    criteria: z.array(z.object({ id: z.string(), name: z.string(), weight: z.number() })),
    /** Money the workbooks name for the chosen fund, or 0. */
    budgetDong: z.number().int(),
    /** The same by fund. */
    budgets: z.record(z.string(), z.number().int()),
  })
  .meta({ id: "AllocationCandidates" });
export type Candidates = z.infer<typeof CandidatesSchema>;
