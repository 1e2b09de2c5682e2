/** Choosing projects under limited money: the choice, its proof, and for each project the reason in one sentence. */
import { fail, ok, type Result } from "../kernel/result.ts";
import { choose, type Means } from "./choose.ts";
import { Explainer } from "./explain.ts";
import { explainInfeasible } from "./infeasible.ts";
import { isPlain, sumOf, toProblem } from "./problem.ts";
import { partsOf } from "./separate.ts";
import type { Allocation, AllocationInput, Reason } from "./types.ts";

/** Partial choices, respectively nodes, spent on reasons; after that the plain reason is given. About a second. */
const PLAIN_WORK = 6_000_000;
const CONSTRAINED_WORK = 400_000;
/** One question of a reason may cost this much. */
const NODES_A_QUESTION = 20_000;
const STATES_A_QUESTION = 200_000;

export interface Options extends Means {
  /** "all" (default): flips and replacement costs as far as the work lasts. "plain": only what needs no new solution. */
  readonly reasons?: "all" | "plain";
}

/**
 * Errors: duplicate-id, unknown-id, score-missing, score-differs, score-too-large, weight-zero, cost-too-large,
 * override-twice, override-gate, infeasible, search-limit. The same file gives the same answer, to the byte, in whatever order its lines
 * stand.
 */
export function allocate(input: AllocationInput, options: Options = {}): Result<Allocation> {
  const read = toProblem(input);
  if (!read.ok) return read;
  const problem = read.value;
  const solved = choose(problem, options);
  const { chosen } = solved;
  if (chosen === null && solved.proven) return explainInfeasible(problem, options);
  if (chosen === null) {
    return fail(
      "NA",
      "search-limit",
      "Chưa tìm được cách chọn thỏa mọi ràng buộc trong giới hạn tìm kiếm; hãy bớt ràng buộc, chia nhỏ danh sách hoặc dùng phiên họp phân bổ ở trang thẩm định.",
      "No choice meeting every constraint was found within the search limit.",
    );
  }
  const simple = isPlain(problem) || partsOf(problem) !== null;
  const work = options.reasons === "plain" ? -1 : simple ? PLAIN_WORK : CONSTRAINED_WORK;
  // Reasons ask many questions: each by our own searches, within its limit, so that they end alike on every machine.
  const means = { nodes: NODES_A_QUESTION, states: STATES_A_QUESTION };
  const explainer = new Explainer(input, problem, solved, means, work);
  const reasons: Readonly<Record<string, Reason>> = Object.fromEntries(
    problem.projects.map(({ id }, index) => [id, explainer.reason(index)]),
  );
  const { value, bound, proven, method } = solved;
  const costDong = sumOf(problem.costs, chosen);
  return ok({
    chosen: chosen.map((index) => problem.projects[index]?.id ?? ""),
    value: value / problem.scale,
    bound: bound / problem.scale,
    gap: bound === 0 ? 0 : (bound - value) / bound,
    proven,
    costDong,
    leftDong: input.budgetDong - costDong,
    method,
    reasons,
  });
}

/** One project's reason with every question put to the outside solver too: slower, for a click in a meeting. */
export function explainProject(input: AllocationInput, id: string, options: Means = {}): Result<Reason> {
  const read = toProblem(input);
  if (!read.ok) return read;
  const problem = read.value;
  const index = problem.projects.findIndex((project) => project.id === id);
  const solved = choose(problem, options);
  if (solved.chosen === null) return explainInfeasible(problem, options);
  return ok(
    new Explainer(input, problem, solved, options, Number.POSITIVE_INFINITY).reason(Math.max(0, index)),
  );
}
