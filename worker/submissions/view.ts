/** From stored rows to what the contract shows. */
import type { EventView } from "../../shared/contract/event.ts";
import { PAPER_KINDS, PAPER_TITLE, type Order, type PaperKind } from "../../shared/contract/order.ts";
import type {
  AllowedAction,
  Comment,
  Receipt,
  StoredEnvelope,
  SubmissionDetail,
  SubmissionSummary,
} from "../../shared/contract/submission.ts";
import { STATE_LABEL, TRANSITIONS, needsOtherPerson, transitionsFor } from "../../shared/plan/states.ts";
import { WAIVER_LABEL, isWaiverAction } from "../../shared/plan/waivers.ts";
import type { Viewer } from "../auth/authenticate.ts";
import type { Env } from "../env.ts";
import { commentsOf, type StoredComment } from "../store/comments.ts";
import { readContent } from "../store/content.ts";
import { eventsOfSubmission, type EventWithNames } from "../store/events.ts";
import { findOrder, type StoredOrder } from "../store/orders.ts";
import { revisionsOf } from "../store/revisions.ts";
import type { StoredSubmission } from "../store/submissions.ts";
import { etagOf } from "./act.ts";
import { waivableFor, waiversOn } from "./waive.ts";

export function summaryOf(s: StoredSubmission): SubmissionSummary {
  return {
    id: s.id,
    revision: s.revision,
    version: s.version,
    state: s.state,
    stateLabel: STATE_LABEL[s.state].vi,
    provinceCode: s.provinceCode,
    provinceName: s.provinceName,
    organisationName: s.organisationName,
    year: s.year,
    fileName: s.fileName,
    deAnCount: s.deAnCount,
    totalDong: s.totalDong,
    supportDong: s.supportDong,
    supportByFund: { QG: s.supportNationalDong, ĐP: s.supportLocalDong },
    counts: { error: 0, warning: s.warningCount, info: s.infoCount },
    sentBy: s.sentByName,
    receivedAt: s.receivedAt,
    updatedAt: s.updatedAt,
  };
}

/** `events`: of the submission, oldest first; needed where four eyes may be asked for. */
export function actionsFor(
  viewer: Viewer,
  s: StoredSubmission,
  events: readonly EventWithNames[] = [],
): AllowedAction[] {
  return transitionsFor(viewer.role, s.state).map((t) => ({
    action: t.action,
    label: t.label.vi,
    labelEn: t.label.en,
    commentRequired: t.commentRequired,
    needsOtherPerson: needsOtherPerson(t, viewer.id, events),
  }));
}

function actionLabel(event: EventWithNames): string {
  if (event.action === "submit") return "Gửi hồ sơ";
  if (isWaiverAction(event.action)) return WAIVER_LABEL[event.action].vi;
  return (
    TRANSITIONS.find((t) => t.action === event.action && t.from === event.from)?.label.vi ?? event.action
  );
}

function eventView(event: EventWithNames, comments: readonly StoredComment[]): EventView {
  const general = comments.find((c) => c.version === event.version && c.sheet === null);
  return { ...event, actionLabel: actionLabel(event), comment: general?.text ?? null };
}

function commentView({ version: _version, ...comment }: StoredComment): Comment {
  return comment;
}

function paperHref(submissionId: string, kind: PaperKind): string {
  return `/api/v1/submissions/${submissionId}/papers/${kind}`;
}

function paperLinks(submissionId: string, kinds: readonly PaperKind[]) {
  return kinds.map((kind) => ({ kind, title: PAPER_TITLE[kind].vi, href: paperHref(submissionId, kind) }));
}

export function orderView(order: StoredOrder): Order {
  const { orderedBy: _orderedBy, ...shown } = order;
  return { ...shown, papers: paperLinks(order.submissionId, PAPER_KINDS) };
}

/** Events with names and the general comment that came with each. */
export async function eventViews(env: Env, submissionId: string): Promise<EventView[]> {
  const [events, comments] = await Promise.all([
    eventsOfSubmission(env.DB, submissionId),
    commentsOf(env.DB, submissionId),
  ]);
  return events.map((event) => eventView(event, comments));
}

/** The envelope of the newest revision, as it was received. */
export async function latestEnvelope(env: Env, s: StoredSubmission) {
  const found = await envelopeOfRevision(env, s.id, s.revision);
  if (found === null) throw new Error("a submission without its revision");
  return found;
}

/** Null when there is no such revision. */
export async function envelopeOfRevision(env: Env, id: string, revision: number) {
  const revisions = await revisionsOf(env.DB, id);
  const latest = revisions.find((r) => r.revision === revision);
  if (latest === undefined) return null;
  const [envelopeText, receiptText] = await Promise.all([
    readContent(env.DB, latest.envelopeHash),
    readContent(env.DB, latest.receiptHash),
  ]);
  if (envelopeText === null || receiptText === null) throw new Error("content of a revision is missing");
  return {
    revisions,
    envelope: JSON.parse(envelopeText) as StoredEnvelope,
    receipt: JSON.parse(receiptText) as Receipt,
  };
}

export async function detailOf(env: Env, viewer: Viewer, s: StoredSubmission): Promise<SubmissionDetail> {
  const [{ revisions, envelope, receipt }, events, comments, order, waivers] = await Promise.all([
    latestEnvelope(env, s),
    eventsOfSubmission(env.DB, s.id),
    commentsOf(env.DB, s.id),
    findOrder(env.DB, s.id),
    waiversOn(env, s.id),
  ]);
  return {
    submission: summaryOf(s),
    etag: etagOf(s),
    workbook: envelope.workbook,
    receipt,
    warningReasons: envelope.warningReasons ?? [],
    comments: comments.map(commentView),
    events: events.map((event) => eventView(event, comments)),
    revisions: revisions.map((r) => ({
      revision: r.revision,
      receivedAt: r.receivedAt,
      sentBy: r.sentByName,
      contentHash: r.contentHash,
    })),
    actions: actionsFor(viewer, s, events),
    waivers,
    waivable: waivableFor(viewer, receipt.findings, waivers),
    order: order === null ? null : orderView(order),
    papers: paperLinks(s.id, order === null ? ["so-lam-viec.xlsx"] : PAPER_KINDS),
  };
}
