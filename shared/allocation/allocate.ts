/** Choosing projects under limited money: the choice, its proof, and for each project the reason in one sentence. */
import { formatDong } from "../kernel/money.ts";
import { plainDecimal } from "../kernel/quantity.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { solveConstrained } from "./constrained.ts";
import { solveKnapsack, type Item } from "./knapsack.ts";
import type { AllocationInput, Choice } from "./types.ts";

export interface Reason {
  readonly funded: boolean;
  readonly text: string;
  /** Points lost when this project is struck out and the money used as well as possible otherwise. */
  readonly replacementCost?: number;
  /** The smallest change that brings an unfunded project in. */
  readonly flip?: { readonly costLessDong?: number; readonly valueMore?: number };
}

export interface Allocation extends Choice {
  readonly reasons: Readonly<Record<string, Reason>>;
}

/** Replacement costs and points missing need one more solution per project; above this size the plain reason is given. */
const EXPLAIN_LIMIT = 200;
/** The đồng to save are found by bisection, some thirty solutions per project. */
const COST_FLIP_LIMIT = 60;

interface Scaled {
  readonly values: readonly number[];
  readonly scale: number;
}

/** Scores as whole numbers of a common decimal unit. */
function scaleValues(input: AllocationInput): Result<Scaled> {
  const places = Math.max(
    0,
    ...input.projects.map((p) => (plainDecimal(p.value).split(".")[1] ?? "").length),
  );
  const scale = 10 ** places;
  const values = input.projects.map((p) => Math.round(p.value * scale));
  if (places > 6 || !Number.isSafeInteger(values.reduce((a, b) => a + b, 0))) {
    return fail(
      "VALUE",
      "score-too-fine",
      "Điểm có quá 6 chữ số thập phân hoặc quá lớn để cộng chính xác.",
      "Scores have more than six decimals or are too large.",
    );
  }
  return ok({ values, scale });
}

function checkInput(input: AllocationInput): Result<true> {
  const ids = new Set(input.projects.map((p) => p.id));
  if (ids.size !== input.projects.length)
    return fail("VALUE", "duplicate-id", "Có mã đề án bị trùng.", "A project id occurs twice.");
  const named = [
    ...(input.exclusions ?? []).flat(),
    ...Object.entries(input.requires ?? {}).flatMap(([id, needed]) => [id, ...needed]),
  ];
  const unknown = named.find((id) => !ids.has(id));
  if (unknown !== undefined)
    return fail(
      "NA",
      "unknown-id",
      `Ràng buộc nhắc tới đề án “${unknown}” không có trong danh sách.`,
      `A constraint names unknown project “${unknown}”.`,
    );
  return ok(true);
}

function isPlain(input: AllocationInput): boolean {
  const empty = (list: readonly unknown[] | undefined) => (list ?? []).length === 0;
  return (
    empty(input.floors) &&
    empty(input.ceilings) &&
    empty(input.exclusions) &&
    empty(Object.keys(input.requires ?? {}))
  );
}

interface Solved {
  readonly chosen: readonly number[];
  readonly value: number;
  readonly bound: number;
  readonly proven: boolean;
}

function solve(input: AllocationInput, values: readonly number[]): Result<Solved> {
  if (isPlain(input)) {
    const items: Item[] = input.projects.map((p, i) => ({ cost: p.costDong, value: values[i] ?? 0 }));
    return ok(solveKnapsack(items, input.budgetDong));
  }
  const solution = solveConstrained(input, values);
  if (solution.nothingFound && solution.proven) {
    return fail(
      "NA",
      "infeasible",
      "Không có cách chọn nào thỏa các mức sàn trong ngân sách.",
      "No choice meets the floors within the budget.",
    );
  }
  if (solution.nothingFound) {
    return fail(
      "NA",
      "search-limit",
      "Chưa tìm được cách chọn thỏa mọi ràng buộc trong giới hạn tìm kiếm; hãy bớt ràng buộc hoặc chia nhỏ danh sách.",
      "No choice meeting every constraint was found within the search limit.",
    );
  }
  return ok(solution);
}

/** Best value of the others with `budgetDong`, in scaled points. */
function bestOfOthers(
  input: AllocationInput,
  values: readonly number[],
  index: number,
  budgetDong: number,
): number {
  const items = input.projects
    .map((p, i) => ({ cost: p.costDong, value: values[i] ?? 0 }))
    .filter((_, i) => i !== index);
  return solveKnapsack(items, budgetDong).value;
}

function flipOf(input: AllocationInput, scaled: Scaled, index: number, best: number): Reason["flip"] {
  const project = input.projects[index];
  if (project === undefined) return undefined;
  const own = scaled.values[index] ?? 0;
  const flip: { costLessDong?: number; valueMore?: number } = {};
  if (project.costDong <= input.budgetDong) {
    const short = best - bestOfOthers(input, scaled.values, index, input.budgetDong - project.costDong) - own;
    flip.valueMore = Math.max(0, short) / scaled.scale;
  }
  const entersAt = (cost: number) =>
    cost <= input.budgetDong &&
    own + bestOfOthers(input, scaled.values, index, input.budgetDong - cost) >= best;
  if (input.projects.length <= COST_FLIP_LIMIT && own > 0 && entersAt(0)) {
    let low = 0;
    let high = project.costDong;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (entersAt(middle)) low = middle;
      else high = middle;
    }
    flip.costLessDong = entersAt(project.costDong) ? 0 : project.costDong - low;
  }
  return flip;
}

function points(value: number): string {
  return plainDecimal(value).replace(".", ",");
}

function explainChosen(input: AllocationInput, scaled: Scaled, index: number, best: number): Reason {
  const loss = (best - bestOfOthers(input, scaled.values, index, input.budgetDong)) / scaled.scale;
  const text =
    loss > 0
      ? `Được chọn: nếu bỏ, tổng điểm giảm ${points(loss)}.`
      : "Được chọn: có phương án khác cùng tổng điểm; ưu tiên điểm trên mỗi đồng, rồi thứ tự trong danh sách.";
  return { funded: true, text, replacementCost: loss };
}

function explainRefused(input: AllocationInput, scaled: Scaled, index: number, best: number): Reason {
  const project = input.projects[index];
  if (project !== undefined && project.costDong > input.budgetDong) {
    return {
      funded: false,
      text: `Không chọn: cần ${formatDong(project.costDong)} đ, vượt toàn bộ ngân sách ${formatDong(input.budgetDong)} đ.`,
      flip: flipOf(input, scaled, index, best),
    };
  }
  const flip = flipOf(input, scaled, index, best) ?? {};
  const ways = [
    flip.costLessDong === undefined ? null : `giảm ${formatDong(flip.costLessDong)} đ`,
    flip.valueMore === undefined ? null : `thêm ${points(flip.valueMore)} điểm`,
  ].filter((way) => way !== null);
  return {
    funded: false,
    text: `Không chọn: cùng số tiền dùng cho đề án khác được nhiều điểm hơn. Vào danh sách nếu ${ways.join(" hoặc ")}.`,
    flip,
  };
}

function explain(
  input: AllocationInput,
  scaled: Scaled,
  chosen: ReadonlySet<number>,
  best: number,
): Record<string, Reason> {
  const exact = isPlain(input) && input.projects.length <= EXPLAIN_LIMIT;
  const reasons: Record<string, Reason> = {};
  input.projects.forEach((project, index) => {
    const funded = chosen.has(index);
    if (exact)
      reasons[project.id] = funded
        ? explainChosen(input, scaled, index, best)
        : explainRefused(input, scaled, index, best);
    else if (funded)
      reasons[project.id] = {
        funded,
        text: "Được chọn: nằm trong phương án có tổng điểm cao nhất thỏa ngân sách và ràng buộc.",
      };
    else
      reasons[project.id] = {
        funded,
        text: "Không chọn: thêm đề án này thì phải bỏ đề án khác và tổng điểm không tăng, hoặc vi phạm ràng buộc.",
      };
  });
  return reasons;
}

/** Errors: score-too-fine, duplicate-id, unknown-id, infeasible, search-limit. The same input always gives the same choice. */
export function allocate(input: AllocationInput): Result<Allocation> {
  const checked = checkInput(input);
  if (!checked.ok) return checked;
  const scaled = scaleValues(input);
  if (!scaled.ok) return scaled;
  const solved = solve(input, scaled.value.values);
  if (!solved.ok) return solved;
  const { chosen, value, bound, proven } = solved.value;
  const { scale } = scaled.value;
  return ok({
    chosen: chosen.map((index) => input.projects[index]?.id ?? ""),
    value: value / scale,
    bound: bound / scale,
    gap: bound === 0 ? 0 : (bound - value) / bound,
    proven,
    costDong: chosen.reduce((sum, index) => sum + (input.projects[index]?.costDong ?? 0), 0),
    reasons: explain(input, scaled.value, new Set(chosen), value),
  });
}
