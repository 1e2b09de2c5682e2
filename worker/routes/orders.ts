import { z } from "zod";
import {
  ANY_PAPER_KINDS,
  OrderRequestSchema,
  OrderSchema,
  type AnyPaperKind,
} from "../../shared/contract/order.ts";
import { SMALL_BODY_LIMIT_BYTES, SubmissionIdSchema } from "../../shared/contract/submission.ts";
import { vietnamDayOf } from "../../shared/kernel/date.ts";
import type { FlatWorkbook } from "../../shared/kernel/flat.ts";
import type { LawBook } from "../../shared/law/types.ts";
import { ROUTE_LABEL, orderReadiness } from "../../shared/plan/ordering.ts";
import { OFFICE_MEDIA } from "../../shared/kernel/media.ts";
import { HttpProblem } from "../http/problem.ts";
import { json, route } from "../http/route.ts";
import { buildOrderAppendix, buildOrderPaper, buildWorkPaper, buildWorkbookFile } from "../papers/index.ts";
import { templateFor } from "../papers/own.ts";
import { listFacts } from "../store/catalogue.ts";
import { addOrderLines } from "../store/order-lines.ts";
import { findOrder, addOrder, type StoredOrder } from "../store/orders.ts";
import { writing } from "../store/reading.ts";
import { orderingOrganisation } from "../store/paper-templates.ts";
import type { StoredSubmission } from "../store/submissions.ts";
import { etagOf, mustFind, requireMatch, requireTransition, takeStep } from "../submissions/act.ts";
import { mustHaveWork } from "../submissions/execution.ts";
import { newId } from "../submissions/ids.ts";
import { orderInput, orderSize, orderedLines, workInput } from "../submissions/order.ts";
import { bookInForce } from "../submissions/publications.ts";
import { latestEnvelope, orderView } from "../submissions/view.ts";
import type { Env } from "../env.ts";

const TAG = "Đặt hàng";

const makeOrder = route(
  {
    method: "post",
    path: "/api/v1/submissions/{id}/order",
    summary: "Lập quyết định đặt hàng cho hồ sơ đã được chấp nhận",
    tag: TAG,
    access: ["ministry", "province"],
    params: z.object({ id: SubmissionIdSchema }),
    headers: z.object({ "If-Match": z.string() }),
    body: { schema: OrderRequestSchema, limitBytes: SMALL_BODY_LIMIT_BYTES },
    answers: { 201: { description: "Đã lập; papers là đường dẫn tải giấy tờ", schema: OrderSchema } },
    problems: ["if-match-required", "edit-conflict", "state-conflict"],
  },
  async ({ request, env: bindings, viewer, params, body }) => {
    const session = writing(bindings);
    const { env } = session;
    const submission = await mustFind(env, viewer, params.id);
    requireMatch(request, submission);
    const transition = requireTransition("order", submission, viewer);
    const { envelope } = await latestEnvelope(env, submission);
    const size = orderSize(envelope.workbook, body.scope);
    if (size.lineCount === 0)
      throw new HttpProblem("state-conflict", "Không có đề án nào thuộc nguồn đã chọn.");
    const lines = orderedLines(envelope.workbook, body.scope);
    const now = new Date();
    const order: StoredOrder = {
      id: newId("dh", now),
      submissionId: submission.id,
      revision: submission.revision,
      scope: body.scope,
      ordererName: body.ordererName ?? viewer.organisation.name,
      ...size,
      orderedBy: viewer.id,
      orderedAt: now.toISOString(),
    };
    const input = { comment: body.comment ?? "", lineComments: [] };
    await takeStep(
      env,
      viewer,
      {
        transition,
        submission,
        input,
        detail: order,
        also: [addOrder(env.DB, order), addOrderLines(env.DB, order.id, lines)],
      },
      now,
    );
    const etag = etagOf({ version: submission.version + 1 });
    return session.stamp(json(orderView(order), 201, { etag }));
  },
);

const paper = route(
  {
    method: "get",
    path: "/api/v1/submissions/{id}/papers/{kind}",
    summary: "Tải giấy tờ của đặt hàng (.docx), phụ lục (.xlsx) hoặc sổ đã gửi (.xlsx)",
    tag: TAG,
    access: ["drafter", "province", "ministry"],
    params: z.object({ id: SubmissionIdSchema, kind: z.enum(ANY_PAPER_KINDS) }),
    answers: { 200: { description: "Tệp", mediaType: "application/octet-stream" } },
    problems: ["state-conflict"],
  },
  async ({ env, viewer, params }) => {
    const submission = await mustFind(env, viewer, params.id);
    const { envelope } = await latestEnvelope(env, submission);
    const bytes = await paperBytes(env, submission, params.kind, envelope.workbook);
    return new Response(bytes, {
      headers: {
        "content-type": OFFICE_MEDIA[params.kind.endsWith(".docx") ? "docx" : "xlsx"],
        "content-disposition": `attachment; filename="${fileName(submission, params.kind)}"`,
        "cache-control": "no-store",
      },
    });
  },
);

/** Only ASCII: every program keeps it. */
function fileName(submission: StoredSubmission, kind: AnyPaperKind): string {
  return `khuyen-cong-${submission.provinceCode}-${submission.year}-${kind}`;
}

async function paperBytes(
  env: Env,
  submission: StoredSubmission,
  kind: AnyPaperKind,
  workbook: FlatWorkbook,
) {
  if (kind === "so-lam-viec.xlsx") return buildWorkbookFile(workbook);
  const order = await findOrder(env.DB, submission.id);
  if (order === null)
    throw new HttpProblem("state-conflict", "Hồ sơ chưa được đặt hàng nên chưa có giấy tờ này.");
  const { law } = await bookInForce(env);
  const plain = orderInput({ submission, order, workbook, law });
  const input = { ...plain, notReady: await notReadyLines(env, law, submission, order, workbook) };
  if (kind === "phu-luc.xlsx") return buildOrderAppendix(input);
  const organisation = await orderingOrganisation(env.DB, submission.id);
  if (kind === "quyet-dinh.docx")
    return buildOrderPaper(
      "quyet-dinh",
      input,
      law.documents,
      await templateFor(env, organisation, "quyet-dinh"),
    );
  if (kind === "hop-dong.docx")
    return buildOrderPaper(
      "hop-dong",
      input,
      law.documents,
      await templateFor(env, organisation, "hop-dong"),
    );
  const { lines, records } = await mustHaveWork(env, submission);
  const work = workInput(input, lines, records);
  if (work.lines.every(({ acceptedDong, stopped }) => acceptedDong === null && stopped === null))
    throw new HttpProblem("state-conflict", "Chưa có kết quả nghiệm thu nên chưa có giấy tờ này.");
  const minutes = kind === "nghiem-thu.docx" ? "nghiem-thu" : "thanh-ly";
  return buildWorkPaper(minutes, work, await templateFor(env, organisation, minutes));
}

/** What the paper warns of: each đề án that could not be ordered on the order's day, and the route open to it. */
async function notReadyLines(
  env: Env,
  law: LawBook,
  { provinceCode }: StoredSubmission,
  order: StoredOrder,
  workbook: FlatWorkbook,
): Promise<string[]> {
  const facts = (await listFacts(env.DB, provinceCode)).filter(({ current }) => current);
  const date = vietnamDayOf(order.orderedAt);
  return orderedLines(workbook, order.scope).flatMap(({ code, kind }) => {
    const { route } = orderReadiness(law, facts, { service: kind, provinceCode, date });
    return route === "assign" || route === "neither"
      ? [`${code} (${ROUTE_LABEL[route].vi.toLowerCase()})`]
      : [];
  });
}

export const orderRoutes = [makeOrder, paper];
