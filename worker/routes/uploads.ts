import { z } from "zod";
import {
  IdempotencyKeySchema,
  ReceiptSchema,
  SMALL_BODY_LIMIT_BYTES,
  SubmissionIdSchema,
} from "../../shared/contract/submission.ts";
import {
  UPLOAD_MEDIA_TYPES,
  UploadIdSchema,
  UploadQuerySchema,
  UploadSchema,
  UploadSubmissionSchema,
  XLSX_MEDIA_TYPE,
} from "../../shared/contract/upload.ts";
import type { Finding } from "../../shared/kernel/finding.ts";
import { annotateXlsx } from "../../shared/workbook/xlsx/index.ts";
import type { Env } from "../env.ts";
import { HttpProblem } from "../http/problem.ts";
import { idempotencyKey, receiptAnswer } from "../http/answers.ts";
import { json, route } from "../http/route.ts";
import { reading, writing } from "../store/reading.ts";
import { findRevisionFile, type RevisionFile } from "../store/uploads.ts";
import { mustFind } from "../submissions/act.ts";
import { receiveSubmission } from "../submissions/receive.ts";
import {
  FILE,
  askAgain,
  envelopeOf,
  mustFindUpload,
  originalFile,
  receiveFile,
  storedCheck,
  uploadView,
} from "../submissions/upload.ts";
import { latestEnvelope } from "../submissions/view.ts";

const TAG = "Tệp .xlsx";
const READERS = ["drafter", "province", "ministry"] as const;
const uploadParams = z.object({ id: UploadIdSchema });
const submissionParams = z.object({ id: SubmissionIdSchema });
const fileAnswer = { description: "Tệp", mediaType: "application/octet-stream" };

/** Any name, also for programs that know only ASCII. */
function fileResponse(bytes: Uint8Array<ArrayBuffer>, fileName: string): Response {
  const plain = fileName.normalize("NFD").replace(/[^\x20-\x7e]|["\\%]/g, "");
  const utf8 = encodeURIComponent(fileName).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return new Response(bytes, {
    headers: {
      "content-type": /\.xlsm$/i.test(fileName) ? UPLOAD_MEDIA_TYPES[1] : XLSX_MEDIA_TYPE,
      "content-disposition": `attachment; filename="${plain}"; filename*=UTF-8''${utf8}`,
      "cache-control": "no-store",
    },
  });
}

async function annotatedResponse(
  env: Env,
  file: Pick<RevisionFile, "fileHash" | "fileName">,
  findings: readonly Finding[],
): Promise<Response> {
  const copy = annotateXlsx(await originalFile(env, file.fileHash), findings);
  if (!copy.ok) throw new HttpProblem("file", copy.error.vi);
  const name = file.fileName.replace(/(\.xls[xm])?$/i, (extension) => `-da-kiem-tra${extension || ".xlsx"}`);
  return fileResponse(Uint8Array.from(copy.value), name);
}

const upload = route(
  {
    method: "post",
    path: "/api/v1/uploads",
    summary: "Tải một tệp .xlsx lên: giữ nguyên tệp, trả kết quả kiểm tra như ở ngăn tác vụ",
    tag: TAG,
    access: ["drafter"],
    query: UploadQuerySchema,
    file: FILE,
    answers: {
      201: { description: "Đã giữ tệp và đã kiểm tra", schema: UploadSchema },
      202: { description: "Đã giữ tệp; sổ lớn, đang kiểm tra, hỏi lại ở location", schema: UploadSchema },
    },
    problems: ["file", "shape", "quota", "unavailable"],
  },
  async ({ request, env, viewer, query }) => {
    const session = writing(env);
    const stored = await receiveFile(session.env, viewer, query.fileName, request, new Date());
    const status = stored.checkedAt === null ? 202 : 201;
    return session.stamp(
      json(await uploadView(session.env, stored), status, { location: `/api/v1/uploads/${stored.id}` }),
    );
  },
);

const one = route(
  {
    method: "get",
    path: "/api/v1/uploads/{id}",
    summary: "Một tệp đã tải lên và kết quả kiểm tra",
    tag: TAG,
    access: ["drafter"],
    params: uploadParams,
    answers: { 200: { description: "Tệp và kết quả", schema: UploadSchema } },
  },
  async ({ request, env, viewer, params }) => {
    const session = reading(env, request);
    const stored = await mustFindUpload(session.env, viewer, params.id);
    await askAgain(env, stored, new Date());
    return session.stamp(json(await uploadView(session.env, stored)));
  },
);

const original = route(
  {
    method: "get",
    path: "/api/v1/uploads/{id}/file",
    summary: "Tệp đã tải lên, đúng từng byte",
    tag: TAG,
    access: ["drafter"],
    params: uploadParams,
    answers: { 200: fileAnswer },
  },
  async ({ env, viewer, params }) => {
    const stored = await mustFindUpload(env, viewer, params.id);
    return fileResponse(await originalFile(env, stored.fileHash), stored.fileName);
  },
);

const annotated = route(
  {
    method: "get",
    path: "/api/v1/uploads/{id}/annotated",
    summary: "Bản sao của tệp có trang KC_KetQua và ghi chú ở từng ô; tệp gốc không đổi",
    tag: TAG,
    access: ["drafter"],
    params: uploadParams,
    answers: { 200: fileAnswer },
    problems: ["state-conflict", "file"],
  },
  async ({ env, viewer, params }) => {
    const stored = await mustFindUpload(env, viewer, params.id);
    const check = await storedCheck(env, stored);
    if (check === null) {
      const waiting = stored.reason ?? "Sổ lớn, đang kiểm tra; hãy tải lại sau ít phút.";
      throw new HttpProblem("state-conflict", waiting);
    }
    return annotatedResponse(env, stored, check.findings);
  },
);

const submit = route(
  {
    method: "post",
    path: "/api/v1/uploads/{id}/submission",
    summary: "Gửi sổ trong tệp đã tải lên thành hồ sơ, hoặc thành bản sửa (previousId)",
    tag: TAG,
    access: ["drafter"],
    params: uploadParams,
    headers: z.object({
      "Idempotency-Key": IdempotencyKeySchema,
      "If-Match": z.string().optional().meta({
        description:
          "ETag của hồ sơ previousId lúc soạn bản sửa; hồ sơ đã đổi thì không nhận (edit-conflict)",
      }),
    }),
    body: { schema: UploadSubmissionSchema, limitBytes: SMALL_BODY_LIMIT_BYTES },
    answers: {
      201: { description: "Biên nhận có chữ ký, ghi cả băm của tệp gốc", schema: ReceiptSchema },
      200: { description: "Đã nhận từ trước với cùng khóa và cùng nội dung", schema: ReceiptSchema },
    },
    problems: [
      "idempotency-key",
      "idempotency-conflict",
      "province",
      "findings",
      "state-conflict",
      "edit-conflict",
      "unavailable",
    ],
  },
  async ({ request, env, viewer, params, body }) => {
    const key = idempotencyKey(request);
    const session = writing(env);
    const stored = await mustFindUpload(session.env, viewer, params.id);
    const envelope = await envelopeOf(session.env, stored, body);
    const file = { uploadId: stored.id, fileHash: stored.fileHash, fileName: stored.fileName };
    const sending = { key, envelope, file, ifMatch: request.headers.get("if-match") };
    return session.stamp(receiptAnswer(await receiveSubmission(session.env, viewer, sending, new Date())));
  },
);

async function fileOfSubmission(env: Env, id: string, revision: number): Promise<RevisionFile> {
  const file = await findRevisionFile(env.DB, id, revision);
  if (file === null)
    throw new HttpProblem("state-conflict", "Hồ sơ này không gửi bằng tệp .xlsx nên không có tệp gốc.");
  return file;
}

const submitted = route(
  {
    method: "get",
    path: "/api/v1/submissions/{id}/file",
    summary: "Tệp .xlsx gốc của bản mới nhất, nếu hồ sơ gửi bằng tệp",
    tag: TAG,
    access: READERS,
    params: submissionParams,
    answers: { 200: fileAnswer },
    problems: ["state-conflict"],
  },
  async ({ env, viewer, params }) => {
    const submission = await mustFind(env, viewer, params.id);
    const file = await fileOfSubmission(env, submission.id, submission.revision);
    return fileResponse(await originalFile(env, file.fileHash), file.fileName);
  },
);

const submittedAnnotated = route(
  {
    method: "get",
    path: "/api/v1/submissions/{id}/annotated",
    summary: "Bản sao tệp gốc có trang KC_KetQua và ghi chú theo biên nhận",
    tag: TAG,
    access: READERS,
    params: submissionParams,
    answers: { 200: fileAnswer },
    problems: ["state-conflict", "file"],
  },
  async ({ env, viewer, params }) => {
    const submission = await mustFind(env, viewer, params.id);
    const file = await fileOfSubmission(env, submission.id, submission.revision);
    const { receipt } = await latestEnvelope(env, submission);
    return annotatedResponse(env, file, receipt.findings);
  },
);

export const uploadRoutes = [upload, one, original, annotated, submit, submitted, submittedAnnotated];
