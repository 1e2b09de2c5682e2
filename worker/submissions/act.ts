/** Review actions: the state machine decides, the comment is kept, the event is logged, all in one batch. */
import { canonicalJson } from "../../shared/kernel/canonical.ts";
import { versionTag } from "../../shared/contract/version-tag.ts";
import {
  STATE_LABEL,
  TRANSITIONS,
  findTransition,
  needsOtherPerson,
  type Action,
  type Transition,
} from "../../shared/plan/states.ts";
import type { WaiverAction } from "../../shared/plan/waivers.ts";
import type { Viewer } from "../auth/authenticate.ts";
import type { Env } from "../env.ts";
import { sameTag } from "../http/etag.ts";
import { HttpProblem } from "../http/problem.ts";
import { addComments, type CommentText } from "../store/comments.ts";
import { sha256Hex } from "../store/content.ts";
import { eventsOfSubmission } from "../store/events.ts";
import { findSubmission, moveSubmission, type StoredSubmission } from "../store/submissions.ts";
import { commit } from "./commit.ts";
import { comparableStatements } from "./compare.ts";
import { chainOf, nameEvent } from "./log.ts";

export function etagOf(submission: { version: number }): string {
  return versionTag(submission.version);
}

/** Problem: not-found, also for files that are not this person's to see. */
export async function mustFind(env: Env, viewer: Viewer, id: string): Promise<StoredSubmission> {
  const submission = await findSubmission(env.DB, viewer, id);
  if (submission === null) throw new HttpProblem("not-found", "Không có hồ sơ này.");
  return submission;
}

/** Problems: if-match-required, edit-conflict. */
export function requireMatch(request: Request, submission: StoredSubmission): void {
  const given = request.headers.get("if-match");
  if (given === null)
    throw new HttpProblem("if-match-required", "Hãy gửi If-Match với ETag của hồ sơ đang xem.");
  if (!sameTag(given, etagOf(submission))) {
    throw new HttpProblem("edit-conflict", "Hồ sơ vừa được người khác thay đổi; hãy tải lại rồi làm lại.");
  }
}

/** Problems: state-conflict (nobody may do it now), forbidden (somebody else may). */
export function requireTransition(action: Action, submission: StoredSubmission, viewer: Viewer): Transition {
  const transition = findTransition(action, submission.state);
  if (transition === null) {
    throw new HttpProblem("state-conflict", `Hồ sơ đang ở trạng thái “${STATE_LABEL[submission.state].vi}”.`);
  }
  if (!transition.roles.includes(viewer.role)) {
    throw new HttpProblem(
      "forbidden",
      `Vai trò “${viewer.roleLabel}” không được: ${transition.label.vi.toLowerCase()}.`,
    );
  }
  return transition;
}

export interface ActionInput {
  readonly comment: string;
  readonly lineComments: readonly CommentText[];
}

/** A waiver is a step that leaves the file where it stands. */
export type StepKind = Omit<Transition, "action" | "from" | "roles"> & {
  readonly action: Action | WaiverAction;
};

export interface Step {
  readonly transition: StepKind;
  readonly submission: StoredSubmission;
  readonly input: ActionInput;
  /** What the event's detailHash covers besides the comments. */
  readonly detail?: unknown;
  /** Further statements of the same batch. */
  readonly also?: readonly D1PreparedStatement[];
}

/** Problem: forbidden, when a second person has to look. */
async function requireFourEyes(env: Env, viewer: Viewer, { transition, submission }: Step): Promise<void> {
  if (transition.notAfterOwn === undefined) return;
  if (!needsOtherPerson(transition, viewer.id, await eventsOfSubmission(env.DB, submission.id))) return;
  const own = TRANSITIONS.find(({ action }) => action === transition.notAfterOwn)?.label.vi ?? "";
  throw new HttpProblem(
    "forbidden",
    `Việc “${transition.label.vi}” cần người thứ hai: bạn là người đã làm bước “${own}” của hồ sơ này.`,
  );
}

/** Problems: comment-required, forbidden, edit-conflict. */
export async function takeStep(env: Env, viewer: Viewer, step: Step, now: Date): Promise<void> {
  const { transition, submission, input } = step;
  await requireFourEyes(env, viewer, step);
  if (transition.commentRequired && input.comment === "" && input.lineComments.length === 0) {
    throw new HttpProblem("comment-required", "Hãy ghi lý do để người nhận biết cần làm gì.", {
      pointer: "/comment",
    });
  }
  const at = now.toISOString();
  const version = submission.version + 1;
  const texts: CommentText[] = [...input.lineComments];
  if (input.comment !== "") texts.unshift({ sheet: null, cell: null, row: null, text: input.comment });
  const detailHash = sha256Hex(canonicalJson({ comments: texts, detail: step.detail ?? null }));
  const sees = transition.ministrySees ?? submission.ministrySees === 1;
  const { id, revision, provinceCode } = submission;
  const chain = chainOf(provinceCode);
  const event = nameEvent({
    chain,
    at,
    submissionId: id,
    revision,
    version,
    action: transition.action,
    from: submission.state,
    to: transition.to,
    personId: viewer.id,
    role: viewer.role,
    organisationId: viewer.organisation.id,
    detailHash,
  });
  const head = { submissionId: id, version, revision, personId: viewer.id, role: viewer.role, at };
  const comparables = transition.ministrySees === true ? await comparableStatements(env, submission) : [];
  await commit(env.DB, event, [
    moveSubmission(env.DB, { id, state: transition.to, ministrySees: sees ? 1 : 0, version, at }),
    ...addComments(env.DB, head, texts),
    ...(step.also ?? []),
    ...comparables,
  ]);
}
