import { z } from "zod";
import { projectsOfPlan, type NamedCriterion } from "../../shared/allocation/from-plan.ts";
import { breachesOf, sumOf, toProblem } from "../../shared/allocation/problem.ts";
import type { AllocationInput, Project } from "../../shared/allocation/types.ts";
import { canonicalJson } from "../../shared/kernel/canonical.ts";
import {
  CandidateQuerySchema,
  CandidatesSchema,
  EntryRequestSchema,
  MEETING_BODY_LIMIT_BYTES,
  MeetingDetailSchema,
  MeetingEntrySchema,
  MeetingIdSchema,
  MeetingListSchema,
  MeetingRequestSchema,
  MeetingSummarySchema,
  type EntryRequest,
  type MeetingDetail,
  type MeetingEntry,
  type MeetingResult,
  type MeetingSummary,
} from "../../shared/contract/meeting.ts";
import type { State } from "../../shared/plan/states.ts";
import { readPlan } from "../../shared/workbook/read.ts";
import type { Viewer } from "../auth/authenticate.ts";
import type { Env } from "../env.ts";
import { HttpProblem } from "../http/problem.ts";
import { json, route } from "../http/route.ts";
import { keepContent, readContent, sha256Hex } from "../store/content.ts";
import {
  addEntry,
  addMeeting,
  entriesOf,
  findMeeting,
  lastEntry,
  listMeetings,
  type StoredEntry,
  type StoredMeeting,
} from "../store/meetings.ts";
import { listSubmissions, type StoredSubmission } from "../store/submissions.ts";
import { newId } from "../submissions/ids.ts";
import { latestEnvelope } from "../submissions/view.ts";

const TAG = "Phân bổ";
const CHOOSERS = ["province", "ministry"] as const;
/** Files whose projects are still open to be chosen, or chosen already. */
const OPEN: ReadonlySet<State> = new Set([
  "submitted",
  "province_approved",
  "ministry_review",
  "accepted",
  "ordered",
]);
const MOST_SUBMISSIONS = 100;
const GENESIS = "0".repeat(64);

interface Gathered {
  readonly projects: Project[];
  readonly criteria: Map<string, NamedCriterion>;
  readonly budgets: Record<"QG" | "ĐP", number>;
}

async function gather(
  env: Env,
  s: StoredSubmission,
  fund: string | undefined,
  into: Gathered,
): Promise<void> {
  const { envelope, receipt } = await latestEnvelope(env, s);
  const plan = readPlan(envelope.workbook);
  const { projects, criteria } = projectsOfPlan(plan, receipt.findings, `${s.provinceCode}-${s.year}-`);
  const { nationalBudgetDong, localBudgetDong } = plan.info;
  if (fund !== "ĐP") into.budgets.QG += nationalBudgetDong ?? 0;
  if (fund !== "QG") into.budgets.ĐP += localBudgetDong ?? 0;
  for (const criterion of criteria) into.criteria.set(criterion.id, criterion);
  for (const project of projects) {
    if (fund === undefined || project.groups?.["nguon"] === fund) into.projects.push(project);
  }
}

/** A score missing in one province's file counts as zero beside the others. */
function filled(projects: readonly Project[], criteria: readonly NamedCriterion[]): Project[] {
  const zeros = Object.fromEntries(criteria.map(({ id }) => [id, 0]));
  return projects.map((project) => ({ ...project, scores: { ...zeros, ...project.scores } }));
}

const candidates = route(
  {
    method: "get",
    path: "/api/v1/allocation/candidates",
    summary: "Đề án của các hồ sơ mình được xem, thành danh sách để phân bổ",
    tag: TAG,
    access: CHOOSERS,
    query: CandidateQuerySchema,
    answers: {
      200: { description: "Đề án, tiêu chí tính từ hồ sơ, ngân sách ghi trong sổ", schema: CandidatesSchema },
    },
  },
  async ({ env, viewer, query }) => {
    const all = await listSubmissions(env.DB, viewer, { limit: 1000 });
    const open = all.filter(({ state }) => OPEN.has(state));
    const used = open.filter(({ year }) => query.year === undefined || year === query.year);
    const gathered: Gathered = { projects: [], criteria: new Map(), budgets: { QG: 0, ĐP: 0 } };
    // The newest file of a province and year stands for it; an older one would bring the same codes again.
    const newest = new Map(used.toReversed().map((s) => [`${s.provinceCode}-${s.year}`, s]));
    for (const submission of [...newest.values()].slice(0, MOST_SUBMISSIONS))
      await gather(env, submission, query.fund, gathered);
    const criteria = [...gathered.criteria.values()];
    return json({
      years: [...new Set(open.map(({ year }) => year))].sort((a, b) => b - a),
      submissions: Math.min(newest.size, MOST_SUBMISSIONS),
      projects: filled(gathered.projects, criteria),
      criteria,
      budgetDong: gathered.budgets.QG + gathered.budgets.ĐP,
      budgets: gathered.budgets,
    });
  },
);

/** What is recorded as a result must be one: whole numbers again, from the file itself. */
function checkResult(input: AllocationInput, result: MeetingResult | null): void {
  const read = toProblem(input);
  if (!read.ok) throw new HttpProblem("shape", read.error.vi, { pointer: "/input" });
  if (result === null) return;
  const picked = new Set(result.chosen);
  const chosen = read.value.projects.flatMap(({ id }, index) => (picked.has(id) ? [index] : []));
  const right =
    chosen.length === result.chosen.length &&
    breachesOf(read.value, chosen).length === 0 &&
    sumOf(read.value.values, chosen) / read.value.scale === result.value &&
    result.bound >= result.value;
  if (!right) throw new HttpProblem("shape", "Kết quả không khớp với tệp phân bổ.", { pointer: "/result" });
}

interface Head {
  readonly seq: number;
  readonly hash: string;
}

function hashOf(entry: Omit<StoredEntry, "hash">, previous: string): string {
  return sha256Hex(canonicalJson({ ...entry, previous }));
}

async function newEntry(
  meetingId: string,
  viewer: Viewer,
  request: Omit<EntryRequest, "after">,
  head: Head,
): Promise<{ entry: StoredEntry; inputText: string }> {
  const inputText = canonicalJson(request.input);
  const bare = {
    meetingId,
    seq: head.seq + 1,
    at: new Date().toISOString(),
    personId: viewer.id,
    kind: request.kind,
    note: request.note,
    inputHash: await sha256Hex(inputText),
    result: canonicalJson(request.result),
  };
  return { entry: { ...bare, hash: await hashOf(bare, head.hash) }, inputText };
}

function summary(m: StoredMeeting): MeetingSummary {
  const { id, title, organisationName, createdByName, createdAt, entries } = m;
  return { id, title, organisationName, createdBy: createdByName, createdAt, entries };
}

function entryView({ meetingId: _id, result, ...entry }: StoredEntry & { personName: string }): MeetingEntry {
  return MeetingEntrySchema.parse({ ...entry, result: JSON.parse(result) as unknown });
}

const open = route(
  {
    method: "post",
    path: "/api/v1/allocation/meetings",
    summary: "Mở một phiên họp phân bổ",
    tag: TAG,
    access: CHOOSERS,
    body: { schema: MeetingRequestSchema, limitBytes: MEETING_BODY_LIMIT_BYTES },
    answers: { 201: { description: "Phiên họp", schema: MeetingSummarySchema } },
  },
  async ({ env, viewer, body }) => {
    checkResult(body.input, body.result);
    const now = new Date();
    const id = newId("hop", now);
    const createdAt = now.toISOString();
    const request = {
      kind: "open",
      note: `Mở phiên họp “${body.title}”`,
      input: body.input,
      result: body.result,
    } as const;
    const { entry, inputText } = await newEntry(id, viewer, request, { seq: 0, hash: GENESIS });
    const organisationId = viewer.organisation.id;
    await env.DB.batch([
      addMeeting(env.DB, { id, organisationId, title: body.title, createdBy: viewer.id, createdAt }),
      ...(await keepContent(env.DB, entry.inputHash, inputText)),
      addEntry(env.DB, entry),
    ]);
    const made = await mustFindMeeting(env, viewer, id);
    return json(summary(made), 201, { location: `/api/v1/allocation/meetings/${id}` });
  },
);

async function mustFindMeeting(env: Env, viewer: Viewer, id: string): Promise<StoredMeeting> {
  const meeting = await findMeeting(env.DB, viewer, id);
  if (meeting === null) throw new HttpProblem("not-found", "Không có phiên họp này.");
  return meeting;
}

const list = route(
  {
    method: "get",
    path: "/api/v1/allocation/meetings",
    summary: "Các phiên họp phân bổ của đơn vị mình, mới nhất trước",
    tag: TAG,
    access: CHOOSERS,
    answers: { 200: { description: "Tối đa 100 phiên", schema: MeetingListSchema } },
  },
  async ({ env, viewer }) => json({ items: (await listMeetings(env.DB, viewer, 100)).map(summary) }),
);

async function chainHolds(entries: readonly (StoredEntry & { personName: string })[]): Promise<boolean> {
  let head: Head = { seq: 0, hash: GENESIS };
  for (const { personName: _name, hash, ...bare } of entries) {
    if (bare.seq !== head.seq + 1 || (await hashOf(bare, head.hash)) !== hash) return false;
    head = { seq: bare.seq, hash };
  }
  return true;
}

const idParams = z.object({ id: MeetingIdSchema });

const read = route(
  {
    method: "get",
    path: "/api/v1/allocation/meetings/{id}",
    summary: "Một phiên họp: tệp phân bổ mới nhất và nhật ký từng thay đổi",
    tag: TAG,
    access: CHOOSERS,
    params: idParams,
    answers: { 200: { description: "Phiên họp", schema: MeetingDetailSchema } },
  },
  async ({ env, viewer, params }) => {
    const meeting = await mustFindMeeting(env, viewer, params.id);
    const entries = await entriesOf(env.DB, params.id);
    const newest = entries.at(-1);
    const text = newest === undefined ? null : await readContent(env.DB, newest.inputHash);
    if (text === null) throw new Error("a meeting without its file");
    const detail: MeetingDetail = {
      meeting: summary(meeting),
      input: JSON.parse(text) as AllocationInput,
      entries: entries.map(entryView).toReversed(),
      chainOk: await chainHolds(entries),
    };
    return json(detail);
  },
);

const input = route(
  {
    method: "get",
    path: "/api/v1/allocation/meetings/{id}/entries/{seq}/input",
    summary: "Tệp phân bổ tại một thay đổi, để tính lại bằng kc allocate",
    tag: TAG,
    access: CHOOSERS,
    params: z.object({ id: MeetingIdSchema, seq: z.coerce.number().int().min(1) }),
    answers: { 200: { description: "Tệp phân bổ" } },
  },
  async ({ env, viewer, params }) => {
    await mustFindMeeting(env, viewer, params.id);
    const entry = (await entriesOf(env.DB, params.id)).find(({ seq }) => seq === params.seq);
    const text = entry === undefined ? null : await readContent(env.DB, entry.inputHash);
    if (text === null) throw new HttpProblem("not-found", "Không có thay đổi này.");
    return json(JSON.parse(text));
  },
);

const append = route(
  {
    method: "post",
    path: "/api/v1/allocation/meetings/{id}/entries",
    summary: "Ghi một thay đổi vào nhật ký phiên họp",
    tag: TAG,
    access: CHOOSERS,
    params: idParams,
    body: { schema: EntryRequestSchema, limitBytes: MEETING_BODY_LIMIT_BYTES },
    answers: { 201: { description: "Thay đổi đã ghi", schema: MeetingEntrySchema } },
    problems: ["edit-conflict"],
  },
  async ({ env, viewer, params, body }) => {
    await mustFindMeeting(env, viewer, params.id);
    checkResult(body.input, body.result);
    const head = (await lastEntry(env.DB, params.id)) ?? { seq: 0, hash: GENESIS };
    const moved = "Phiên họp vừa được người khác thay đổi; hãy tải lại.";
    // Each entry holds the whole file: written on top of what its author has not seen, it would undo that.
    if (head.seq !== body.after) throw new HttpProblem("edit-conflict", moved);
    const { entry, inputText } = await newEntry(params.id, viewer, body, head);
    try {
      await env.DB.batch([
        ...(await keepContent(env.DB, entry.inputHash, inputText)),
        addEntry(env.DB, entry),
      ]);
    } catch (error) {
      if (!(error instanceof Error) || !error.message.includes("meeting_entries.meeting_id")) throw error;
      throw new HttpProblem("edit-conflict", moved);
    }
    return json(entryView({ ...entry, personName: viewer.name }), 201);
  },
);

export const allocationRoutes = [candidates, open, list, read, input, append];
