/** A workbook sent as a file: kept as it came, judged, given back with notes, and submitted from where it lies. */
import { z } from "zod";
import { OFFICE_MEDIA } from "../kernel/media.ts";
import { MAX_FILE_BYTES } from "../workbook/xlsx/zip.ts";
import { CountsSchema, DifferenceSchema, FindingSchema, TotalsSchema, VersionsSchema } from "./finding.ts";
import { SubmissionEnvelopeSchema } from "./submission.ts";

/** Bytes of one file; the reader of .xlsx has the same limit. */
export const UPLOAD_LIMIT_BYTES = MAX_FILE_BYTES;
/** Workbooks with more lines are judged through the queue; the answer then says "waiting". */
export const INLINE_LINES = 2000;

export const XLSX_MEDIA_TYPE = OFFICE_MEDIA.xlsx;
export const UPLOAD_MEDIA_TYPES = [
  XLSX_MEDIA_TYPE,
  "application/vnd.ms-excel.sheet.macroenabled.12",
  "application/octet-stream",
] as const;

export const UploadIdSchema = z.string().regex(/^tl_[0-9A-Z]{20,32}$/);

export const UploadQuerySchema = z.object({
  fileName: z
    .string()
    .trim()
    .min(1)
    .max(255)
    .regex(/^[^\\/\p{Cc}]+$/u, { message: "Tên tệp không chứa đường dẫn hay ký tự điều khiển." })
    .default("so-ke-hoach.xlsx")
    .meta({ description: "Tên tệp gốc, mã hóa URL" }),
});

export const UploadCheckSchema = z
  .object({
    versions: VersionsSchema,
    totals: TotalsSchema,
    counts: CountsSchema,
    findings: z.array(FindingSchema),
    differences: z.array(DifferenceSchema),
  })
  .meta({ id: "UploadCheck", description: "Như kết quả kiểm tra ở ngăn tác vụ" });
export type UploadCheck = z.infer<typeof UploadCheckSchema>;

export const UploadSchema = z
  .object({
    id: z.string(),
    fileName: z.string(),
    fileHash: z.string().meta({ description: "sha256 (hex) của tệp gốc, từng byte" }),
    sizeBytes: z.number().int(),
    createdAt: z.string(),
    status: z
      .enum(["checked", "waiting", "refused"])
      .meta({ description: "waiting: sổ lớn, đang kiểm tra; hỏi lại sau" }),
    /** Sentences for the person, e.g. that macros were left out; or why the file cannot be judged. */
    notes: z.array(z.string()),
    check: UploadCheckSchema.nullable(),
    links: z.object({ file: z.string(), annotated: z.string().nullable(), submission: z.string() }),
  })
  .meta({ id: "Upload" });
export type Upload = z.infer<typeof UploadSchema>;

export const UploadSubmissionSchema = SubmissionEnvelopeSchema.pick({
  previousId: true,
  warningReasons: true,
}).meta({ id: "UploadSubmission" });
export type UploadSubmission = z.infer<typeof UploadSubmissionSchema>;
