/** A file of a choice as whole numbers in a canonical order, so that the order of its lines cannot matter. */
import { formatDong } from "../kernel/money.ts";
import { plainDecimal, toQuantity, type Quantity } from "../kernel/quantity.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { ratio, toDecimalText } from "../norms/rational.ts";
import { weightedScore } from "./score.ts";
import type { AllocationInput, Project } from "./types.ts";

const SCORE_DECIMALS = 6;

export type Status = "free" | "in" | "out";

/** A floor or a ceiling with the projects it counts. */
export interface Limit {
  readonly kind: "floor" | "ceiling";
  readonly group: string;
  readonly is: string;
  readonly members: readonly number[];
  readonly minDong: number;
  readonly maxDong: number;
  readonly minCount: number;
  readonly maxCount: number;
}

/** Indices are places in `projects`, which is sorted by id. Amounts and scores are whole; every sum of them is exact. */
export interface Problem {
  readonly projects: readonly Project[];
  readonly costs: readonly number[];
  readonly values: readonly number[];
  /** One point = this many units of `values`. */
  readonly scale: number;
  readonly budgetDong: number;
  readonly status: readonly Status[];
  readonly limits: readonly Limit[];
  readonly exclusions: readonly (readonly number[])[];
  /** [project, needed] */
  readonly requires: readonly (readonly [number, number])[];
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function missingScore(project: Project, what: string): Result<never> {
  return fail(
    "VALUE",
    "score-missing",
    `Đề án “${project.id}” thiếu ${what}.`,
    `Project “${project.id}” lacks a score.`,
  );
}

/** What is finer than six decimals is rounded half up: an average from a sheet has sixteen digits. */
function sixDecimals(value: number): string {
  const [whole = "0", fraction = ""] = plainDecimal(value).split(".");
  return toDecimalText(ratio(BigInt(whole + fraction), 10n ** BigInt(fraction.length)), SCORE_DECIMALS);
}

/** The given score, or Σ score × weight ÷ Σ weight. Errors: score-missing, score-differs, weight-zero. */
export function valueOf(project: Project, criteria: AllocationInput["criteria"]): Result<string> {
  const given = project.value === undefined ? null : sixDecimals(project.value);
  if (criteria === undefined || criteria.length === 0)
    return given === null ? missingScore(project, "điểm (value)") : ok(given);
  const scores: Quantity[] = [];
  for (const { id, name } of criteria) {
    const score = project.scores?.[id];
    if (score === undefined) return missingScore(project, `điểm tiêu chí “${name ?? id}”`);
    const exact = toQuantity(sixDecimals(score));
    if (!exact.ok) return exact;
    scores.push(exact.value);
  }
  const weights: Quantity[] = [];
  for (const { weight } of criteria) {
    const exact = toQuantity(sixDecimals(weight));
    if (!exact.ok) return exact;
    weights.push(exact.value);
  }
  const weighted = weightedScore(scores, weights);
  if (!weighted.ok || given === null || given === weighted.value) return weighted;
  return fail(
    "VALUE",
    "score-differs",
    `Đề án “${project.id}” ghi điểm ${given.replace(".", ",")} nhưng theo tiêu chí là ${weighted.value.replace(".", ",")}; hãy bỏ value hoặc sửa điểm.`,
    `Project “${project.id}” gives score ${given}, its criteria give ${weighted.value}.`,
  );
}

interface Scaled {
  readonly values: readonly number[];
  readonly scale: number;
}

/** Scores as whole numbers of a common decimal unit. */
function scaleValues(projects: readonly Project[], criteria: AllocationInput["criteria"]): Result<Scaled> {
  const texts: string[] = [];
  for (const project of projects) {
    const text = valueOf(project, criteria);
    if (!text.ok) return text;
    texts.push(text.value);
  }
  const places = Math.max(0, ...texts.map((text) => (text.split(".")[1] ?? "").length));
  const whole = texts.map((text) => {
    const [head = "0", tail = ""] = text.split(".");
    return BigInt(head + tail.padEnd(places, "0"));
  });
  const total = whole.reduce((sum, value) => sum + value, 0n);
  if (total > BigInt(Number.MAX_SAFE_INTEGER)) {
    return fail(
      "VALUE",
      "score-too-large",
      "Các điểm quá lớn để cộng chính xác; hãy chấm trên thang nhỏ hơn.",
      "The scores are too large to be added exactly.",
    );
  }
  return ok({ values: whole.map(Number), scale: 10 ** places });
}

function checkNames(input: AllocationInput): Result<true> {
  const ids = new Set<string>();
  for (const { id } of input.projects) {
    if (ids.has(id))
      return fail("VALUE", "duplicate-id", `Mã đề án “${id}” bị trùng.`, `Project id “${id}” occurs twice.`);
    ids.add(id);
  }
  const named = [
    ...(input.exclusions ?? []).flat(),
    ...Object.entries(input.requires ?? {}).flatMap(([id, needed]) => [id, ...needed]),
    ...(input.overrides ?? []).map(({ id }) => id),
  ];
  const unknown = named.find((id) => !ids.has(id));
  if (unknown === undefined) return ok(true);
  return fail(
    "NA",
    "unknown-id",
    `Ràng buộc nhắc tới đề án “${unknown}” không có trong danh sách.`,
    `A constraint names unknown project “${unknown}”.`,
  );
}

/** Errors: override-twice, override-gate. */
function statuses(input: AllocationInput, projects: readonly Project[]): Result<Status[]> {
  const decided = new Map<string, Status>();
  for (const { id, decision } of input.overrides ?? []) {
    if (decided.has(id))
      return fail(
        "VALUE",
        "override-twice",
        `Đề án “${id}” có hai quyết định riêng.`,
        `Project “${id}” has two overrides.`,
      );
    decided.set(id, decision);
  }
  const result: Status[] = [];
  for (const { id, obstacles = [] } of projects) {
    const stopped = obstacles[0];
    if (stopped !== undefined && decided.get(id) === "in") {
      return fail(
        "VALUE",
        "override-gate",
        `Không thể quyết định chọn “${id}”: ${stopped.reason}`,
        `“${id}” is stopped at the gate and cannot be forced in.`,
      );
    }
    result.push(stopped !== undefined ? "out" : (decided.get(id) ?? "free"));
  }
  return ok(result);
}

function limitsOf(input: AllocationInput, projects: readonly Project[]): Limit[] {
  const members = (group: string, is: string | number) =>
    projects.flatMap((p, index) =>
      p.groups?.[group] !== undefined && String(p.groups[group]) === String(is) ? [index] : [],
    );
  const floors = (input.floors ?? []).map(({ group, is, minDong = 0, minCount = 0 }): Limit => {
    const of = { kind: "floor", group, is: String(is), members: members(group, is) } as const;
    return { ...of, minDong, minCount, maxDong: Infinity, maxCount: Infinity };
  });
  const ceilings = (input.ceilings ?? []).map(
    ({ group, is, maxDong = Infinity, maxCount = Infinity }): Limit => {
      const of = { kind: "ceiling", group, is: String(is), members: members(group, is) } as const;
      return { ...of, minDong: 0, minCount: 0, maxDong, maxCount };
    },
  );
  const key = (limit: Limit) => JSON.stringify(Object.values(limit).map(String));
  return [...floors, ...ceilings].sort((a, b) => byCode(key(a), key(b)));
}

function pairsOf(input: AllocationInput, at: ReadonlyMap<string, number>) {
  const place = (id: string) => at.get(id) as number;
  const numerically = (a: number, b: number) => a - b;
  const exclusions = (input.exclusions ?? [])
    .map((set) => [...new Set(set)].map(place).sort(numerically))
    .filter((set) => set.length > 1)
    .sort((a, b) => byCode(a.join(), b.join()));
  const requires = Object.entries(input.requires ?? {})
    .flatMap(([id, needed]) =>
      [...new Set(needed)].map((other): readonly [number, number] => [place(id), place(other)]),
    )
    .filter(([id, other]) => id !== other)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return { exclusions, requires };
}

/**
 * Errors: duplicate-id, unknown-id, score-missing, score-differs, score-too-large, weight-zero, cost-too-large,
 * override-twice, override-gate.
 */
export function toProblem(input: AllocationInput): Result<Problem> {
  const named = checkNames(input);
  if (!named.ok) return named;
  const projects = [...input.projects].sort((a, b) => byCode(a.id, b.id));
  const total = projects.reduce((sum, { costDong }) => sum + BigInt(costDong), 0n);
  if (total > BigInt(Number.MAX_SAFE_INTEGER)) {
    return fail(
      "NUM",
      "cost-too-large",
      `Tổng kinh phí ${String(total).replace(/\B(?=(\d{3})+$)/g, ".")} đ vượt mức cộng được chính xác (${formatDong(Number.MAX_SAFE_INTEGER)} đ).`,
      "The costs add up to more than the exact range.",
    );
  }
  const scaled = scaleValues(projects, input.criteria);
  if (!scaled.ok) return scaled;
  const status = statuses(input, projects);
  if (!status.ok) return status;
  return ok({
    projects,
    costs: projects.map(({ costDong }) => costDong),
    values: scaled.value.values,
    scale: scaled.value.scale,
    budgetDong: input.budgetDong,
    status: status.value,
    limits: limitsOf(input, projects),
    ...pairsOf(input, new Map(projects.map(({ id }, index) => [id, index]))),
  });
}

/** The same problem with one project decided otherwise. */
export function withStatus(problem: Problem, index: number, status: Status): Problem {
  return { ...problem, status: problem.status.map((old, i) => (i === index ? status : old)) };
}

export function isPlain({ limits, exclusions, requires }: Problem): boolean {
  return limits.length === 0 && exclusions.length === 0 && requires.length === 0;
}

export function sumOf(numbers: readonly number[], chosen: readonly number[]): number {
  return chosen.reduce((sum, index) => sum + (numbers[index] as number), 0);
}

export type Breach =
  | { readonly kind: "budget"; readonly overDong: number }
  | { readonly kind: "status"; readonly index: number }
  | { readonly kind: "limit"; readonly limit: Limit; readonly dong: number; readonly count: number }
  | { readonly kind: "exclusion"; readonly set: readonly number[] }
  | { readonly kind: "requires"; readonly index: number; readonly needed: number };

/** Everything a choice breaks, in whole numbers: empty = it may stand. */
export function breachesOf(problem: Problem, chosen: readonly number[]): Breach[] {
  const picked = new Set(chosen);
  const breaches: Breach[] = [];
  const overDong = sumOf(problem.costs, chosen) - problem.budgetDong;
  if (overDong > 0) breaches.push({ kind: "budget", overDong });
  problem.status.forEach((status, index) => {
    if (status !== "free" && (status === "in") !== picked.has(index))
      breaches.push({ kind: "status", index });
  });
  for (const limit of problem.limits) {
    const members = limit.members.filter((index) => picked.has(index));
    const dong = sumOf(problem.costs, members);
    const count = members.length;
    const kept =
      dong >= limit.minDong && dong <= limit.maxDong && count >= limit.minCount && count <= limit.maxCount;
    if (!kept) breaches.push({ kind: "limit", limit, dong, count });
  }
  for (const all of problem.exclusions) {
    const set = all.filter((index) => picked.has(index));
    if (set.length > 1) breaches.push({ kind: "exclusion", set });
  }
  for (const [index, needed] of problem.requires)
    if (picked.has(index) && !picked.has(needed)) breaches.push({ kind: "requires", index, needed });
  return breaches;
}

/** What adding one more project to a choice that stands would break; `breachesOf` without going through everything again. */
export class Addition {
  readonly #problem: Problem;
  readonly #picked: ReadonlySet<number>;
  readonly #leftDong: number;
  readonly #limitsOf = new Map<number, { limit: Limit; dong: number; count: number }[]>();

  constructor(problem: Problem, chosen: readonly number[]) {
    this.#problem = problem;
    this.#picked = new Set(chosen);
    this.#leftDong = problem.budgetDong - sumOf(problem.costs, chosen);
    for (const limit of problem.limits) {
      const members = limit.members.filter((index) => this.#picked.has(index));
      const now = { limit, dong: sumOf(problem.costs, members), count: members.length };
      for (const index of limit.members)
        this.#limitsOf.set(index, [...(this.#limitsOf.get(index) ?? []), now]);
    }
  }

  of(index: number): Breach[] {
    const { costs, exclusions, requires } = this.#problem;
    const cost = costs[index] as number;
    const breaches: Breach[] = [];
    if (cost > this.#leftDong) breaches.push({ kind: "budget", overDong: cost - this.#leftDong });
    for (const { limit, dong, count } of this.#limitsOf.get(index) ?? [])
      if (dong + cost > limit.maxDong || count + 1 > limit.maxCount)
        breaches.push({ kind: "limit", limit, dong: dong + cost, count: count + 1 });
    for (const all of exclusions) {
      const set = all.filter((other) => other === index || this.#picked.has(other));
      if (all.includes(index) && set.length > 1) breaches.push({ kind: "exclusion", set });
    }
    for (const [from, needed] of requires)
      if (from === index && !this.#picked.has(needed)) breaches.push({ kind: "requires", index, needed });
    return breaches;
  }
}
