/** Why a project is in or out, what it is worth, and the smallest change of its own that would turn the answer. */
import { formatDong } from "../kernel/money.ts";
import { plainDecimal } from "../kernel/quantity.ts";
import { choose, indicesOf, type Means, type Solved } from "./choose.ts";
import { cheapestChoice } from "./knapsack.ts";
import { Addition, isPlain, sumOf, withStatus, type Breach, type Limit, type Problem } from "./problem.ts";
import { partsOf } from "./separate.ts";
import type { AllocationInput, Override, Reason } from "./types.ts";

export function points(value: number): string {
  return plainDecimal(value).replace(".", ",");
}

/** Words for the groups the product itself makes; a group of one's own keeps its name. */
export const GROUP_NAME: Readonly<Record<string, string>> = {
  tinh: "tỉnh",
  diaBan: "địa bàn",
  noiDung: "nội dung",
  nganhNghe: "ngành nghề",
  nguon: "nguồn",
};

export function limitName(limit: Limit): string {
  return `${GROUP_NAME[limit.group] ?? limit.group} “${limit.is}”`;
}

interface Sentence {
  readonly vi: string;
  readonly en: string;
}

/** What stands against simply adding a project to the choice. */
function obstacle(problem: Problem, breach: Breach): Sentence {
  const id = (index: number) => problem.projects[index]?.id ?? "";
  switch (breach.kind) {
    case "budget":
      return {
        vi: `ngân sách còn thiếu ${formatDong(breach.overDong)} đ`,
        en: `${formatDong(breach.overDong)} đ short`,
      };
    case "limit":
      return breach.dong > breach.limit.maxDong
        ? {
            vi: `vượt trần ${formatDong(breach.limit.maxDong)} đ của ${limitName(breach.limit)}`,
            en: `over the ceiling of ${limitName(breach.limit)}`,
          }
        : {
            vi: `vượt trần ${breach.limit.maxCount} đề án của ${limitName(breach.limit)}`,
            en: `over the number allowed for ${limitName(breach.limit)}`,
          };
    case "exclusion":
      return {
        vi: `chỉ được chọn một trong ${breach.set.map(id).join(", ")}`,
        en: `only one of ${breach.set.map(id).join(", ")}`,
      };
    case "requires":
      return { vi: `phải đi cùng ${id(breach.needed)}`, en: `needs ${id(breach.needed)}` };
    case "status":
      return { vi: "đã có quyết định khác", en: "decided otherwise" };
  }
}

type Flip = NonNullable<Reason["flip"]>;
interface Found {
  readonly flip: Flip;
  readonly replacementCost?: number;
  /** No choice at all can hold the project, respectively go without it. */
  readonly impossible: boolean;
}

/** A problem with its solution, as questions about a project are put to it. */
interface Asked {
  readonly problem: Problem;
  readonly solved: Solved;
}

/** Where a problem falls apart, a project's questions concern its own part alone. */
function askedOf(problem: Problem, solved: Solved): (index: number) => Asked {
  const whole: Asked = { problem, solved };
  const asked = new Map<number, Asked>();
  for (const part of partsOf(problem) ?? []) {
    const own = new Set(part.members);
    const chosen = (solved.chosen ?? []).filter((index) => own.has(index));
    const value = sumOf(problem.values, chosen);
    const one = { ...solved, chosen, value, cost: sumOf(problem.costs, chosen), bound: value };
    for (const index of part.members) asked.set(index, { problem: part.problem, solved: one });
  }
  return (index) => asked.get(index) ?? whole;
}

/** Explains one solved problem, project by project, as long as the given work lasts. */
export class Explainer {
  readonly #problem: Problem;
  readonly #solved: Solved;
  readonly #askedOf: (index: number) => Asked;
  readonly #chosen: ReadonlySet<number>;
  readonly #addition: Addition;
  readonly #overrides: ReadonlyMap<string, Override>;
  readonly #means: Means;
  #workLeft: number;

  constructor(input: AllocationInput, problem: Problem, solved: Solved, means: Means, work: number) {
    this.#problem = problem;
    this.#solved = solved;
    this.#chosen = new Set(solved.chosen ?? []);
    this.#addition = new Addition(problem, solved.chosen ?? []);
    this.#overrides = new Map((input.overrides ?? []).map((one) => [one.id, one]));
    this.#askedOf = askedOf(problem, solved);
    this.#means = means;
    this.#workLeft = work;
  }

  #again(problem: Problem): Solved | null {
    const answer = choose(problem, this.#means);
    this.#workLeft -= answer.work;
    return answer.proven ? answer : null;
  }

  /** More points after which the project is chosen: a tie in points goes to the cheaper choice. */
  #valueMore({ problem, solved }: Asked, forced: Solved): number {
    const short = solved.value - forced.value;
    return (short > 0 && forced.cost < solved.cost ? short : short + 1) / problem.scale;
  }

  /** One budget only: the cheapest others that reach the same total, and one unit more. */
  #costLessPlain({ problem, solved }: Asked, index: number): number | null {
    const { costs, values, budgetDong } = problem;
    const forced = indicesOf(problem, "in");
    const others = indicesOf(problem, "free").filter((i) => i !== index);
    const items = others.map((i) => ({ cost: costs[i] as number, value: values[i] as number }));
    const rest = solved.value - (values[index] as number) - sumOf(values, forced);
    const taken = sumOf(costs, forced);
    const dearest = (target: number, money: number): number => {
      const cheapest = cheapestChoice(items, target, this.#means.states);
      this.#workLeft -= cheapest?.statesSeen ?? 0;
      return cheapest === null ? -1 : money - taken - cheapest.cost;
    };
    const at = Math.max(dearest(rest, solved.cost - 1), dearest(rest + 1, budgetDong));
    return at < 0 ? null : (costs[index] as number) - at;
  }

  /** Under constraints: bisection over the cost, each step solved again. A floor in đồng could break on the way. */
  #costLess(asked: Asked, index: number): number | null {
    const { problem } = asked;
    const { costs, limits } = problem;
    if (isPlain(problem)) return this.#costLessPlain(asked, index);
    if (limits.some(({ members, minDong }) => minDong > 0 && members.includes(index))) return null;
    const entersAt = (cost: number): boolean | null => {
      const changed = { ...problem, costs: costs.map((old, i) => (i === index ? cost : old)) };
      return this.#again(changed)?.chosen?.includes(index) ?? null;
    };
    if (entersAt(0) !== true) return null;
    let [low, high] = [0, costs[index] as number];
    while (high - low > 1) {
      if (this.#workLeft < 0) return null;
      const middle = Math.floor((low + high) / 2);
      const enters = entersAt(middle);
      if (enters === null) return null;
      if (enters) low = middle;
      else high = middle;
    }
    return (costs[index] as number) - low;
  }

  /** Null when the work ran out or a solution could not be proven. */
  #find(index: number, funded: boolean): Found | null {
    if (!this.#solved.proven || this.#workLeft < 0) return null;
    const asked = this.#askedOf(index);
    const { problem, solved } = asked;
    const { scale } = problem;
    const other = this.#again(withStatus(problem, index, funded ? "out" : "in"));
    if (funded) {
      if (other === null) return null;
      if (other.chosen === null) return { flip: {}, impossible: true };
      return { flip: {}, replacementCost: (solved.value - other.value) / scale, impossible: false };
    }
    const costLess = this.#costLess(asked, index);
    if (other === null || this.#workLeft < 0) return null;
    const flip: { costLessDong?: number; valueMore?: number } = {};
    if (costLess !== null) flip.costLessDong = costLess;
    if (other.chosen !== null) flip.valueMore = this.#valueMore(asked, other);
    return { flip, impossible: other.chosen === null };
  }

  reason(index: number): Reason {
    const project = this.#problem.projects[index];
    const override = this.#overrides.get(project?.id ?? "");
    const stopped = project?.obstacles?.[0];
    if (stopped !== undefined) {
      const law = stopped.law === undefined ? "" : `; căn cứ: ${stopped.law}`;
      return {
        funded: false,
        text: `Không đủ điều kiện: ${stopped.reason.replace(/\.$/, "")}${law}`,
        en: `Not eligible: ${stopped.rule ?? stopped.reason}`,
      };
    }
    if (override !== undefined) {
      const funded = override.decision === "in";
      return {
        funded,
        text: `${funded ? "Chọn" : "Không chọn"} theo quyết định riêng của ${override.by}: ${override.reason}`,
        en: `${funded ? "In" : "Out"} by decision of ${override.by}: ${override.reason}`,
      };
    }
    return this.#chosen.has(index) ? this.#whyIn(index) : this.#whyOut(index);
  }

  #whyIn(index: number): Reason {
    const found = this.#find(index, true);
    const base = { funded: true } as const;
    if (found === null) {
      return {
        ...base,
        text: "Được chọn: nằm trong phương án có tổng điểm cao nhất tìm được trong ngân sách và ràng buộc.",
        en: "Chosen: part of the best choice found within the budget and constraints.",
      };
    }
    if (found.impossible) {
      return {
        ...base,
        text: "Được chọn: thiếu đề án này thì không cách chọn nào thỏa các ràng buộc.",
        en: "Chosen: without it no choice meets the constraints.",
      };
    }
    const loss = found.replacementCost ?? 0;
    return loss > 0
      ? {
          ...base,
          text: `Được chọn: nếu bỏ, tổng điểm giảm ${points(loss)}.`,
          en: `Chosen: without it the total falls by ${plainDecimal(loss)}.`,
          replacementCost: loss,
        }
      : {
          ...base,
          text: "Được chọn: có phương án khác cùng tổng điểm; ưu tiên phương án ít tiền hơn, rồi thứ tự mã.",
          en: "Chosen: another choice has the same total; the cheaper one is taken, then the order of ids.",
          replacementCost: 0,
        };
  }

  #whyOut(index: number): Reason {
    const { costs, budgetDong } = this.#problem;
    const cost = costs[index] as number;
    const found = this.#find(index, false);
    const against = this.#addition.of(index).map((breach) => obstacle(this.#problem, breach));
    const base = { funded: false, ...(found === null ? {} : { flip: found.flip }) } as const;
    const ways = waysIn(found?.flip ?? {});
    if (cost > budgetDong) {
      const need = formatDong(cost);
      const have = formatDong(budgetDong);
      return {
        ...base,
        text: `Không chọn: cần ${need} đ, vượt toàn bộ ngân sách ${have} đ.${ways.vi}`,
        en: `Not chosen: costs ${need} đ, more than the whole budget of ${have} đ.${ways.en}`,
      };
    }
    const why = against.map(({ vi }) => vi).join("; ") || "thêm vào không tăng tổng điểm";
    const whyEn = against.map(({ en }) => en).join("; ") || "adds no points";
    const never = found?.impossible === true && found.flip.costLessDong === undefined;
    return {
      ...base,
      text: never
        ? `Không chọn: ${why}; không cách chọn nào thỏa ràng buộc mà có đề án này.`
        : `Không chọn: ${why}${against.length > 0 ? ", và tổng điểm thay thế không cao hơn" : ""}.${ways.vi}`,
      en: never
        ? `Not chosen: ${whyEn}; no choice that meets the constraints can hold it.`
        : `Not chosen: ${whyEn}, and replacing others gains nothing.${ways.en}`,
    };
  }
}

function waysIn(flip: Flip): Sentence {
  const { costLessDong, valueMore } = flip;
  const vi = [
    costLessDong === undefined ? null : `giảm ${formatDong(costLessDong)} đ`,
    valueMore === undefined ? null : `thêm ${points(valueMore)} điểm`,
  ].filter((way) => way !== null);
  const en = [
    costLessDong === undefined ? null : `${formatDong(costLessDong)} đ less`,
    valueMore === undefined ? null : `${plainDecimal(valueMore)} more points`,
  ].filter((way) => way !== null);
  if (vi.length === 0) return { vi: "", en: "" };
  return { vi: ` Vào danh sách nếu ${vi.join(" hoặc ")}.`, en: ` Comes in with ${en.join(" or ")}.` };
}
