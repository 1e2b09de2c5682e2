/** Which floors cannot be met: alone, or only together with others. */
import { formatDong } from "../kernel/money.ts";
import { fail, type Result } from "../kernel/result.ts";
import { choose, type Means } from "./choose.ts";
import { limitName } from "./explain.ts";
import { sumOf, type Limit, type Problem } from "./problem.ts";

function floorsOf(problem: Problem): Limit[] {
  return problem.limits.filter(({ kind }) => kind === "floor");
}

function withLimits(problem: Problem, floors: readonly Limit[]): Problem {
  return {
    ...problem,
    limits: [...problem.limits.filter(({ kind }) => kind === "ceiling"), ...floors],
  };
}

function asks(floor: Limit): string {
  const parts = [
    floor.minDong > 0 ? `ít nhất ${formatDong(floor.minDong)} đ` : "",
    floor.minCount > 0 ? `ít nhất ${floor.minCount} đề án` : "",
  ].filter((part) => part !== "");
  return `${limitName(floor)} ${parts.join(" và ")}`;
}

/** The most one floor's group can get when no floor stands, in đồng or projects. */
function most(problem: Problem, floor: Limit, means: Means): string | null {
  const money = floor.minDong > 0;
  const members = new Set(floor.members);
  const values = problem.costs.map((cost, index) => (members.has(index) ? (money ? cost : 1) : 0));
  const best = choose({ ...withLimits(problem, []), values }, means);
  if (!best.proven || best.chosen === null) return null;
  const amount = sumOf(values, best.chosen);
  return money ? `${formatDong(amount)} đ` : `${amount} đề án`;
}

function none(problem: Problem, means: Means): boolean {
  const answer = choose(problem, means);
  return answer.proven && answer.chosen === null;
}

/** For a problem proven to have no choice. Errors: infeasible. */
export function explainInfeasible(problem: Problem, means: Means): Result<never> {
  const bare = withLimits(problem, []);
  const say = (vi: string, en: string) => fail("NA", "infeasible", vi, en);
  if (none(bare, means)) {
    const forced = problem.projects.filter((_, index) => problem.status[index] === "in").map(({ id }) => id);
    return say(
      `Các đề án đã quyết định chọn (${forced.join(", ")}) không cùng thỏa ngân sách, mức trần và ràng buộc.`,
      `The projects forced in (${forced.join(", ")}) do not fit the budget and constraints.`,
    );
  }
  for (const floor of floorsOf(problem)) {
    if (!none(withLimits(problem, [floor]), means)) continue;
    const limit = most(problem, floor, means);
    const reach = limit === null ? "" : `; nhiều nhất chỉ đạt ${limit}`;
    return say(
      `Không thể đạt mức sàn: ${asks(floor)}${reach} trong ngân sách và các ràng buộc.`,
      `The floor of ${limitName(floor)} cannot be met.`,
    );
  }
  let core = floorsOf(problem);
  for (const floor of floorsOf(problem)) {
    const without = core.filter((other) => other !== floor);
    if (none(withLimits(problem, without), means)) core = without;
  }
  return say(
    `Không thể cùng lúc đạt các mức sàn: ${core.map(asks).join("; ")}. Bỏ bớt một mức thì các mức còn lại đạt được.`,
    `These floors cannot be met together: ${core.map(limitName).join("; ")}.`,
  );
}
