import { z } from "zod";
import {
  EVIDENCE_FILES,
  NormProposalQuestionSchema,
  NormProposalRequestSchema,
  NormProposalSchema,
  SentServicesSchema,
} from "../../shared/contract/norm-proposal.ts";
import { COMPARED_KEYS_LIMIT } from "../../shared/contract/comparison.ts";
import { PublicationIdSchema, PublicationSchema } from "../../shared/contract/publications.ts";
import { SMALL_BODY_LIMIT_BYTES } from "../../shared/contract/submission.ts";
import { vietnamDay } from "../../shared/kernel/date.ts";
import { fewestFor } from "../../shared/norms/evidence/signed-rank.ts";
import { OFFICE_MEDIA } from "../../shared/kernel/media.ts";
import { HttpProblem } from "../http/problem.ts";
import { json, route } from "../http/route.ts";
import { listServices } from "../store/comparables.ts";
import { evidenceFile, withEvidence } from "../submissions/evidence-files.ts";
import { CONFIDENCE, workOut } from "../submissions/norm-proposal.ts";
import { proposePublication } from "../submissions/publish.ts";

const TAG = "Định mức từ các tỉnh";
/** Figures of all provinces: for those who look across provinces. */
const READERS = ["ministry", "steward"] as const;

const services = route(
  {
    method: "get",
    path: "/api/v1/norm-proposals/services",
    summary: "Dịch vụ có định mức trong hồ sơ của các tỉnh, để chọn đưa vào bộ dự thảo",
    tag: TAG,
    access: READERS,
    answers: { 200: { description: "Nhiều tỉnh nhất đứng đầu", schema: SentServicesSchema } },
  },
  async ({ env }) =>
    json({ needed: fewestFor(CONFIDENCE), items: await listServices(env.DB, COMPARED_KEYS_LIMIT) }),
);

const preview = route(
  {
    method: "post",
    path: "/api/v1/norm-proposals/preview",
    summary: "Ước lượng từng hao phí của các dịch vụ và tác động tới đơn giá từng tỉnh; không ghi gì",
    tag: TAG,
    access: READERS,
    body: { schema: NormProposalQuestionSchema, limitBytes: SMALL_BODY_LIMIT_BYTES },
    answers: { 200: { description: "Định mức dự thảo và minh chứng", schema: NormProposalSchema } },
    problems: ["not-found", "state-conflict"],
  },
  async ({ env, body }) => json((await workOut(env, body, vietnamDay(Date.now()))).answer),
);

const propose = route(
  {
    method: "post",
    path: "/api/v1/norm-proposals",
    summary: "Đề nghị công bố bộ định mức dự thảo cùng phụ lục minh chứng; người khác xác nhận",
    tag: TAG,
    access: ["steward"],
    body: { schema: NormProposalRequestSchema, limitBytes: SMALL_BODY_LIMIT_BYTES },
    answers: { 201: { description: "Đang chờ người khác xác nhận", schema: PublicationSchema } },
    problems: ["not-found", "edit-conflict", "state-conflict"],
  },
  async ({ env, viewer, body }) => {
    const now = new Date();
    const today = vietnamDay(now.getTime());
    const { reason, figuresHash, ...question } = body;
    const worked = await workOut(env, question, today);
    if (worked.answer.figuresHash !== figuresHash)
      throw new HttpProblem("edit-conflict", "Số liệu đã khác lúc bạn xem; hãy tính lại rồi đề nghị.");
    if (worked.book.norms.length === 0)
      throw new HttpProblem("state-conflict", "Chưa dịch vụ nào đủ số tỉnh để có định mức dự thảo.");
    const content = { ...(await withEvidence(env, viewer, worked, today)) };
    return json(await proposePublication(env, viewer, { kind: "norm-book", reason, content }, now), 201);
  },
);

const evidence = route(
  {
    method: "get",
    path: "/api/v1/publications/evidence",
    summary: "Phụ lục minh chứng của một bộ định mức dự thảo: số liệu (.xlsx) hoặc thuyết minh (.docx)",
    tag: TAG,
    access: READERS,
    query: z.strictObject({ id: PublicationIdSchema, file: z.enum(EVIDENCE_FILES) }),
    answers: {
      200: { description: "Tệp; x-content-sha256 là băm của nó", mediaType: "application/octet-stream" },
    },
    problems: ["not-found"],
  },
  async ({ env, query }) => {
    const { bytes, hash, from } = await evidenceFile(env, query.id, query.file);
    return new Response(bytes, {
      headers: {
        "content-type": OFFICE_MEDIA[query.file],
        "content-disposition": `attachment; filename="minh-chung-dinh-muc-${from}.${query.file}"`,
        "x-content-sha256": hash,
        "cache-control": "no-store",
      },
    });
  },
);

export const normProposalRoutes = [services, preview, propose, evidence];
