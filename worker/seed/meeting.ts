/** A demonstration meeting, opened and changed through the same doors as a real one, so that its log and chain are true. */
import { allocate } from "../../shared/allocation/allocate.ts";
import { FUND_GROUP, fundBudgets, withFundBudgets } from "../../shared/allocation/funds.ts";
import { firstFile } from "../../shared/allocation/first-file.ts";
import type { AllocationInput, Project } from "../../shared/allocation/types.ts";
import type { EntryRequest, MeetingResult } from "../../shared/contract/meeting.ts";
import { formatDong } from "../../shared/kernel/money.ts";
import type { Viewer } from "../auth/authenticate.ts";
import type { Env } from "../env.ts";
import { listMeetings } from "../store/meetings.ts";
import { appendEntry, findCandidates, openMeeting } from "../submissions/meeting.ts";

interface DemoMeeting {
  readonly personId: string;
  readonly title: string;
  readonly year: number;
  readonly fund?: "QG" | "ĐP";
}

export const DEMO_MEETINGS: readonly DemoMeeting[] = [
  { personId: "duyet-22", title: "Phân bổ kinh phí khuyến công 2018 (dữ liệu minh hoạ)", year: 2018 },
  { personId: "tham-dinh-1", title: "Phân bổ kinh phí khuyến công 2027 (dữ liệu minh hoạ)", year: 2027 },
];

const WHO = "Tổ thẩm định (minh hoạ)";
const WEIGHT_REASON = "Ưu tiên địa bàn khó khăn (giả định để minh hoạ)";
const OVERRIDE_REASON = "Giữ cam kết với cơ sở năm trước (giả định để minh hoạ)";
const HEAVIER = 45;
const MILLION = 1_000_000;

type Change = Pick<EntryRequest, "kind" | "note" | "input">;

function resultOf(input: AllocationInput): MeetingResult | null {
  const best = allocate(input, { reasons: "plain" });
  if (!best.ok) return null;
  const { chosen, value, bound, proven } = best.value;
  return { chosen: [...chosen], value, bound, proven };
}

function heavier(input: AllocationInput): Change[] {
  const own = input.criteria?.find(({ id }) => id === "uuTien");
  if (own === undefined) return [];
  const name = own.name ?? own.id;
  const weigh = (change: object) =>
    (input.criteria ?? []).map((each) => (each === own ? { ...each, ...change } : each));
  const weighed = { ...input, criteria: weigh({ weight: HEAVIER }) };
  const told = { ...input, criteria: weigh({ weight: HEAVIER, reason: WEIGHT_REASON }) };
  return [
    { kind: "weights", note: `Trọng số “${name}”: ${HEAVIER}`, input: weighed },
    { kind: "weights", note: `Lý do trọng số “${name}”: ${WEIGHT_REASON}`, input: told },
  ];
}

const isOpenTo = ({ obstacles = [] }: Project) => obstacles.length === 0;

/** Where the money is enough for all there is nothing to choose: two thirds of what may be chosen. */
function tighter(input: AllocationInput): Change[] {
  const rest = (fund: string | null) => {
    const own = input.projects.filter(
      (project) => isOpenTo(project) && (fund === null || project.groups?.[FUND_GROUP] === fund),
    );
    const cost = own.reduce((sum, { costDong }) => sum + costDong, 0);
    return Math.floor((cost * 2) / 3 / MILLION) * MILLION;
  };
  const funds = fundBudgets(input);
  const less =
    funds === null
      ? { ...input, budgetDong: rest(null) }
      : withFundBudgets(input, Object.fromEntries(Object.keys(funds).map((fund) => [fund, rest(fund)])));
  const note = `Ngân sách ${formatDong(less.budgetDong)} đ (giả định để minh hoạ)`;
  return [{ kind: "budget", note, input: less }];
}

/** The cheapest of those that are out and may be in. */
function takenIn(input: AllocationInput): Change[] {
  const inside = new Set(resultOf(input)?.chosen);
  const [id] = input.projects
    .filter((project) => !inside.has(project.id) && isOpenTo(project))
    .toSorted((a, b) => a.costDong - b.costDong)
    .map((project) => project.id);
  if (id === undefined) return [];
  const overrides = [{ id, decision: "in", by: WHO, reason: OVERRIDE_REASON } as const];
  return [{ kind: "override", note: `${WHO} quyết định chọn ${id}`, input: { ...input, overrides } }];
}

/** Repeating it changes nothing. */
export async function seedMeeting(env: Env, viewer: Viewer, demo: DemoMeeting, now: Date): Promise<void> {
  const past = await listMeetings(env.DB, viewer, 100);
  if (past.some(({ title }) => title === demo.title)) return;
  const found = await findCandidates(env, viewer, demo);
  if (found.projects.length === 0) return;
  const input = firstFile(found);
  const id = await openMeeting(env, viewer, { title: demo.title, input, result: resultOf(input) }, now);
  let after = 1;
  let newest = input;
  for (const next of [tighter, heavier, takenIn])
    for (const change of next(newest)) {
      const request = { ...change, after, result: resultOf(change.input) };
      after = (await appendEntry(env, viewer, id, request, now)).seq;
      newest = change.input;
    }
}
