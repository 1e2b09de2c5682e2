/** Waiving a rule for one submission: who may, which rule, and its place in the log of the file. */
import type { z } from "zod";
import type { WaiverRequestSchema } from "../../shared/contract/waiver.ts";
import type { Finding } from "../../shared/kernel/finding.ts";
import {
  WAIVER_LABEL,
  WAIVER_ROLES,
  openWaiver,
  waiversOf,
  type Waiver,
  type WaiverState,
  type WaiverStep,
} from "../../shared/plan/waivers.ts";
import { waivingNeedsTwo, whyNotWaivable } from "../../shared/rules/waivable.ts";
import type { Viewer } from "../auth/authenticate.ts";
import type { Env } from "../env.ts";
import { HttpProblem } from "../http/problem.ts";
import type { StoredSubmission } from "../store/submissions.ts";
import { addWaiverRecord, waiverRecordsOf } from "../store/waivers.ts";
import { takeStep } from "./act.ts";
import { newId } from "./ids.ts";

type Request = z.output<typeof WaiverRequestSchema>;

export async function waiversOn(env: Env, submissionId: string): Promise<Waiver[]> {
  return waiversOf(await waiverRecordsOf(env.DB, submissionId));
}

/** Rules among the findings that this person may waive now. */
export function waivableFor(
  viewer: Viewer,
  findings: readonly Finding[],
  waivers: readonly Waiver[],
): string[] {
  if (!WAIVER_ROLES.some((role) => role === viewer.role)) return [];
  const rules = new Set(findings.filter(({ severity }) => severity !== "info").map(({ rule }) => rule));
  return [...rules].filter((rule) => whyNotWaivable(rule) === null && openWaiver(waivers, rule) === null);
}

interface Planned {
  readonly waiver: string;
  readonly step: WaiverStep;
  readonly rule: string;
}

const moved = () => new HttpProblem("state-conflict", "Việc miễn này đã có người xử lý; hãy tải lại.");

const NEEDED: Readonly<Record<"confirm" | "refuse" | "revoke", WaiverState>> = {
  confirm: "proposed",
  refuse: "proposed",
  revoke: "granted",
};

/** Problems: state-conflict. */
function plan(viewer: Viewer, waivers: readonly Waiver[], request: Request, now: Date): Planned {
  if (request.step === "waive") {
    const why = whyNotWaivable(request.rule);
    if (why !== null) throw new HttpProblem("state-conflict", why, { pointer: "/rule" });
    if (openWaiver(waivers, request.rule) !== null)
      throw new HttpProblem("state-conflict", `${request.rule} đã được miễn hoặc đang chờ xác nhận miễn.`);
    const step = waivingNeedsTwo(request.rule) ? "propose" : "grant";
    return { waiver: newId("mt", now), step, rule: request.rule };
  }
  const found = waivers.find(({ id }) => id === request.waiver);
  if (found?.state !== NEEDED[request.step]) throw moved();
  if (request.step === "confirm" && found.by.id === viewer.id)
    throw new HttpProblem("state-conflict", "Người đề nghị không tự xác nhận: cần người thứ hai của Bộ.");
  return { waiver: found.id, step: request.step, rule: found.rule };
}

/** Problems: state-conflict, edit-conflict. */
export async function takeWaiverStep(
  env: Env,
  viewer: Viewer,
  submission: StoredSubmission,
  request: Request,
  now: Date,
): Promise<void> {
  const { waiver, step, rule } = plan(viewer, await waiversOn(env, submission.id), request, now);
  const action = `waiver-${step}` as const;
  const record = { waiver, step, rule, reason: request.reason, personId: viewer.id, at: now.toISOString() };
  const label = WAIVER_LABEL[action];
  const comment = `${label.vi} ${rule}${request.reason === "" ? "" : `: ${request.reason}`}`;
  await takeStep(
    env,
    viewer,
    {
      transition: { action, to: submission.state, label, commentRequired: false },
      submission,
      input: { comment, lineComments: [] },
      detail: { waiver: record },
      also: [
        addWaiverRecord(env.DB, { ...record, submissionId: submission.id, version: submission.version + 1 }),
      ],
    },
    now,
  );
}
