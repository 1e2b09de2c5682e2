/** A meeting's file and its chain of changes; the projects it chooses among. */
import { projectsOfPlan, type NamedCriterion } from "../../shared/allocation/from-plan.ts";
import { breachesOf, sumOf, toProblem } from "../../shared/allocation/problem.ts";
import type { AllocationInput, Project } from "../../shared/allocation/types.ts";
import type {
  Candidates,
  EntryRequest,
  MeetingRequest,
  MeetingResult,
} from "../../shared/contract/meeting.ts";
import { canonicalJson } from "../../shared/kernel/canonical.ts";
import type { State } from "../../shared/plan/states.ts";
import { readPlan } from "../../shared/workbook/read.ts";
import type { Viewer } from "../auth/authenticate.ts";
import type { Env } from "../env.ts";
import { HttpProblem } from "../http/problem.ts";
import { keepContent, sha256Hex } from "../store/content.ts";
import { addEntry, addMeeting, lastEntry, type StoredEntry } from "../store/meetings.ts";
import { listSubmissions, type StoredSubmission } from "../store/submissions.ts";
import { newId } from "./ids.ts";
import { latestEnvelope } from "./view.ts";

/** Files whose projects are still open to be chosen, or chosen already. */
const OPEN: ReadonlySet<State> = new Set([
  "submitted",
  "province_approved",
  "ministry_review",
  "accepted",
  "ordered",
]);
const MOST_SUBMISSIONS = 100;

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

/** Projects of the files the viewer sees, of one year and fund where they are named. */
export async function findCandidates(
  env: Env,
  viewer: Viewer,
  { year, fund }: { readonly year?: number | undefined; readonly fund?: string | undefined },
): Promise<Candidates> {
  const all = await listSubmissions(env.DB, viewer, { limit: 1000 });
  const open = all.filter(({ state }) => OPEN.has(state));
  const used = open.filter((each) => year === undefined || each.year === year);
  const gathered: Gathered = { projects: [], criteria: new Map(), budgets: { QG: 0, ĐP: 0 } };
  // The newest file of a province and year stands for it; an older one would bring the same codes again.
  const newest = new Map(used.toReversed().map((s) => [`${s.provinceCode}-${s.year}`, s]));
  for (const submission of [...newest.values()].slice(0, MOST_SUBMISSIONS))
    await gather(env, submission, fund, gathered);
  const criteria = [...gathered.criteria.values()];
  return {
    years: [...new Set(open.map((each) => each.year))].sort((a, b) => b - a),
    submissions: Math.min(newest.size, MOST_SUBMISSIONS),
    projects: filled(gathered.projects, criteria),
    criteria,
    budgetDong: gathered.budgets.QG + gathered.budgets.ĐP,
    budgets: gathered.budgets,
  };
}

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

/** Before the first entry. */
const NO_ENTRY: Head = { seq: 0, hash: "0".repeat(64) };

function hashOf(entry: Omit<StoredEntry, "hash">, previous: string): string {
  return sha256Hex(canonicalJson({ ...entry, previous }));
}

async function newEntry(
  meetingId: string,
  viewer: Viewer,
  request: Omit<EntryRequest, "after">,
  head: Head,
  now: Date,
): Promise<{ entry: StoredEntry; inputText: string }> {
  const inputText = canonicalJson(request.input);
  const bare = {
    meetingId,
    seq: head.seq + 1,
    at: now.toISOString(),
    personId: viewer.id,
    kind: request.kind,
    note: request.note,
    inputHash: await sha256Hex(inputText),
    result: canonicalJson(request.result),
  };
  return { entry: { ...bare, hash: await hashOf(bare, head.hash) }, inputText };
}

/** A new meeting with its first entry; gives its id. */
export async function openMeeting(
  env: Env,
  viewer: Viewer,
  { title, input, result }: MeetingRequest,
  now: Date,
): Promise<string> {
  checkResult(input, result);
  const id = newId("hop", now);
  const createdAt = now.toISOString();
  const request = { kind: "open", note: `Mở phiên họp “${title}”`, input, result } as const;
  const { entry, inputText } = await newEntry(id, viewer, request, NO_ENTRY, now);
  await env.DB.batch([
    addMeeting(env.DB, {
      id,
      organisationId: viewer.organisation.id,
      title,
      createdBy: viewer.id,
      createdAt,
    }),
    ...(await keepContent(env.DB, entry.inputHash, inputText)),
    addEntry(env.DB, entry),
  ]);
  return id;
}

const MOVED = "Phiên họp vừa được người khác thay đổi; hãy tải lại.";

/** Each entry holds the whole file: written on top of what its author has not seen, it would undo that. */
export async function appendEntry(
  env: Env,
  viewer: Viewer,
  meetingId: string,
  request: EntryRequest,
  now: Date,
): Promise<StoredEntry> {
  checkResult(request.input, request.result);
  const head = (await lastEntry(env.DB, meetingId)) ?? NO_ENTRY;
  if (head.seq !== request.after) throw new HttpProblem("edit-conflict", MOVED);
  const { entry, inputText } = await newEntry(meetingId, viewer, request, head, now);
  try {
    await env.DB.batch([...(await keepContent(env.DB, entry.inputHash, inputText)), addEntry(env.DB, entry)]);
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes("meeting_entries.meeting_id")) throw error;
    throw new HttpProblem("edit-conflict", MOVED);
  }
  return entry;
}

/** Whether each entry carries the hash of itself and all before it. */
export async function chainHolds(
  entries: readonly (StoredEntry & { personName: string })[],
): Promise<boolean> {
  let head: Head = NO_ENTRY;
  for (const { personName: _name, hash, ...bare } of entries) {
    if (bare.seq !== head.seq + 1 || (await hashOf(bare, head.hash)) !== hash) return false;
    head = { seq: bare.seq, hash };
  }
  return true;
}
