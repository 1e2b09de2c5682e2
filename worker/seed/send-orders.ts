/** Takes the demonstration orders through the same doors as real ones, on the days of their own years. */
import { RecordRequestSchema } from "../../shared/contract/execution.ts";
import { SubmissionEnvelopeSchema } from "../../shared/contract/submission.ts";
import { findTransition, type Action } from "../../shared/plan/states.ts";
import { buildFlatWorkbook } from "../../shared/workbook/build.ts";
import type { Viewer } from "../auth/authenticate.ts";
import type { Env } from "../env.ts";
import { builtinLawBook } from "../../shared/law/book.ts";
import { addEstimate, findEstimate } from "../store/autonomy.ts";
import { addOrderLines } from "../store/order-lines.ts";
import { addOrder } from "../store/orders.ts";
import { mustFind, takeStep, type Step } from "../submissions/act.ts";
import { headOf, mustHaveWork } from "../submissions/execution.ts";
import { newId } from "../submissions/ids.ts";
import { orderSize, orderedLines } from "../submissions/order.ts";
import { receiveSubmission } from "../submissions/receive.ts";
import { writeRecord } from "../submissions/record.ts";
import { DEMO_ESTIMATE, type DemoOrder } from "./after-order.ts";

type Ordered = DemoOrder & { readonly orderedAt: string };
type Find = (id: string) => Promise<Viewer>;

async function step(
  env: Env,
  viewer: Viewer,
  id: string,
  action: Action,
  now: Date,
  more: Partial<Step> = {},
) {
  const submission = await mustFind(env, viewer, id);
  const transition = findTransition(action, submission.state);
  if (transition === null) throw new Error(`demo step ${action} is not possible`);
  const input = { comment: "Dữ liệu minh hoạ.", lineComments: [] };
  await takeStep(env, viewer, { transition, submission, input, ...more }, now);
}

async function orderDemo(env: Env, viewer: Viewer, id: string, demo: Ordered): Promise<void> {
  const now = new Date(demo.orderedAt);
  const workbook = buildFlatWorkbook(demo.draft, builtinLawBook());
  const order = {
    id: newId("dh", now),
    submissionId: id,
    revision: 1,
    scope: "all",
    ordererName: demo.ordererName,
    ...orderSize(workbook, "all"),
    orderedBy: viewer.id,
    orderedAt: demo.orderedAt,
  } as const;
  const also = [addOrder(env.DB, order), addOrderLines(env.DB, order.id, orderedLines(workbook, "all"))];
  await step(env, viewer, id, "order", now, { detail: order, also });
}

async function workOn(env: Env, find: Find, id: string, demo: Ordered): Promise<void> {
  let now = new Date(demo.orderedAt);
  for (const each of demo.work) {
    const viewer = await find(`${each.by}-${demo.provinceCode}`);
    const submission = await mustFind(env, viewer, id);
    const head = headOf((await mustHaveWork(env, submission)).records);
    if ("step" in each) {
      await step(env, viewer, id, each.step, now, { detail: { records: head } });
      continue;
    }
    const { by: _by, ...request } = each;
    now = new Date(`${request.on}T03:00:00.000Z`);
    await writeRecord(
      env,
      viewer,
      submission,
      RecordRequestSchema.parse({ ...request, after: head.seq }),
      now,
    );
  }
}

/** Repeating it changes nothing. */
export async function sendDemoOrder(env: Env, find: Find, demo: DemoOrder): Promise<void> {
  const workbook = buildFlatWorkbook(demo.draft, builtinLawBook());
  const envelope = SubmissionEnvelopeSchema.parse({ workbook, fileName: `${demo.title}.xlsx` });
  const sentAt = new Date(demo.sentAt);
  const drafter = await find(`soan-${demo.provinceCode}`);
  const { receipt, repeated } = await receiveSubmission(env, drafter, { key: demo.key, envelope }, sentAt);
  if (repeated) return;
  const approver = await find(`duyet-${demo.provinceCode}`);
  const reviewer = await find("tham-dinh-1");
  await step(env, approver, receipt.id, "forward", sentAt);
  await step(env, reviewer, receipt.id, "receive", sentAt);
  await step(env, await find("tham-dinh-2"), receipt.id, "accept", sentAt);
  const { orderedAt } = demo;
  if (orderedAt === null) return;
  await orderDemo(env, approver, receipt.id, { ...demo, orderedAt });
  await workOn(env, find, receipt.id, { ...demo, orderedAt });
}

export async function addDemoEstimate(env: Env): Promise<void> {
  const { provinceCode, year } = DEMO_ESTIMATE;
  if ((await findEstimate(env.DB, provinceCode, year)) === null)
    await addEstimate(env.DB, DEMO_ESTIMATE).run();
}
