/** Error answers: RFC 9457 problem details, media type application/problem+json. */
import { z } from "zod";
import { FindingSchema } from "./finding.ts";

export const PROBLEM_MEDIA_TYPE = "application/problem+json";

/** Stable codes; `type` is "/api/docs#" + code. */
export const PROBLEM_CODES = {
  "bad-json": { status: 400, title: "Nội dung gửi lên không phải JSON hợp lệ" },
  "too-deep": { status: 400, title: "JSON lồng quá nhiều tầng" },
  "idempotency-key": { status: 400, title: "Thiếu hoặc sai Idempotency-Key" },
  unauthenticated: { status: 401, title: "Chưa đăng nhập hoặc phiên không hợp lệ" },
  forbidden: { status: 403, title: "Không có quyền làm việc này" },
  "cross-site": { status: 403, title: "Yêu cầu đến từ trang khác" },
  "not-found": { status: 404, title: "Không tìm thấy" },
  "idempotency-conflict": { status: 409, title: "Idempotency-Key đã dùng cho nội dung khác" },
  "state-conflict": { status: 409, title: "Trạng thái hồ sơ không cho phép việc này" },
  "edit-conflict": { status: 412, title: "Hồ sơ vừa được người khác thay đổi" },
  "too-large": { status: 413, title: "Nội dung gửi lên quá lớn" },
  quota: { status: 413, title: "Hết hạn mức dung lượng tệp của năm" },
  "media-type": { status: 415, title: "Kiểu nội dung không được nhận" },
  shape: { status: 422, title: "Dữ liệu không đúng cấu trúc" },
  file: { status: 422, title: "Không đọc được tệp" },
  province: { status: 422, title: "Sổ không thuộc tỉnh của người gửi" },
  findings: { status: 422, title: "Sổ còn lỗi, chưa gửi được" },
  record: { status: 422, title: "Bản ghi chưa đúng quy định" },
  "comment-required": { status: 422, title: "Phải ghi lý do" },
  "if-match-required": { status: 428, title: "Thiếu If-Match" },
  "too-many-requests": { status: 429, title: "Gửi quá nhiều yêu cầu" },
  internal: { status: 500, title: "Máy chủ gặp lỗi" },
  unavailable: { status: 503, title: "Dịch vụ chưa sẵn sàng" },
} as const satisfies Record<string, { status: number; title: string }>;
export type ProblemCode = keyof typeof PROBLEM_CODES;

export const ProblemIssueSchema = z
  .object({
    pointer: z.string().meta({ description: "JSON Pointer vào thân yêu cầu, hoặc tên tham số" }),
    detail: z.string(),
  })
  .meta({ id: "ProblemIssue" });

export const ProblemSchema = z
  .object({
    type: z.string().meta({ description: "Định danh ổn định của loại lỗi, ví dụ /api/docs#shape" }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    instance: z.string().optional().meta({ description: "Mã yêu cầu, để tra nhật ký" }),
    pointer: z.string().optional(),
    errors: z.array(ProblemIssueSchema).optional(),
    /** With code "findings": why the workbook was refused. */
    findings: z.array(FindingSchema).optional(),
    counts: z.object({ error: z.number(), warning: z.number(), info: z.number() }).optional(),
  })
  .meta({ id: "Problem", description: "RFC 9457" });
export type Problem = z.infer<typeof ProblemSchema>;
