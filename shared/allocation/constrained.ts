/**
 * Exact choice under a budget with floors, ceilings, exclusions and requirements: depth-first branch and bound over
 * the projects in order of value per đồng, bounded by the budget relaxation. Stops with an honest gap at its limit.
 */
import type { AllocationInput } from "./types.ts";

const NODE_LIMIT = 200_000;

interface Limit {
  readonly members: readonly boolean[];
  readonly minDong: number;
  readonly maxDong: number;
  readonly minCount: number;
  readonly maxCount: number;
}

export interface ConstrainedSolution {
  readonly chosen: readonly number[];
  readonly value: number;
  readonly bound: number;
  readonly proven: boolean;
  /** No choice was found: none exists when `proven`, otherwise the search stopped at its limit. */
  readonly nothingFound: boolean;
}

function toLimits(input: AllocationInput): Limit[] {
  const members = (group: string, is: string | number) =>
    input.projects.map((p) => String(p.groups?.[group] ?? "") === String(is));
  return [
    ...(input.floors ?? []).map((f) => ({
      members: members(f.group, f.is),
      minDong: f.minDong ?? 0,
      minCount: f.minCount ?? 0,
      maxDong: Infinity,
      maxCount: Infinity,
    })),
    ...(input.ceilings ?? []).map((c) => ({
      members: members(c.group, c.is),
      minDong: 0,
      minCount: 0,
      maxDong: c.maxDong ?? Infinity,
      maxCount: c.maxCount ?? Infinity,
    })),
  ];
}

class Search {
  readonly picked: boolean[];
  readonly decided: boolean[];
  best: boolean[] | null = null;
  bestValue = -1;
  nodes = 0;
  spent = 0;
  value = 0;
  readonly order: readonly number[];
  readonly values: readonly number[];
  readonly input: AllocationInput;
  readonly limits: readonly Limit[];
  readonly indexOf: ReadonlyMap<string, number>;

  constructor(input: AllocationInput, values: readonly number[]) {
    this.input = input;
    this.values = values;
    this.limits = toLimits(input);
    this.indexOf = new Map(input.projects.map((p, index) => [p.id, index]));
    this.picked = input.projects.map(() => false);
    this.decided = input.projects.map(() => false);
    const density = (i: number) => (this.cost(i) === 0 ? Infinity : (values[i] ?? 0) / this.cost(i));
    this.order = input.projects.map((_, i) => i).sort((a, b) => density(b) - density(a) || a - b);
  }

  cost(index: number): number {
    return this.input.projects[index]?.costDong ?? 0;
  }

  relaxedBound(position: number): number {
    let spare = this.input.budgetDong - this.spent;
    let bound = this.value;
    for (let p = position; p < this.order.length; p += 1) {
      const index = this.order[p] as number;
      const cost = this.cost(index);
      const value = this.values[index] ?? 0;
      if (cost <= spare) {
        spare -= cost;
        bound += value;
      } else return bound + (value * spare) / cost + 1e-6;
    }
    return bound;
  }

  /** Could the floors still be met, and are the ceilings kept? */
  limitsHold(): boolean {
    return this.limits.every((limit) => {
      let dong = 0;
      let count = 0;
      let dongLeft = 0;
      let countLeft = 0;
      limit.members.forEach((member, index) => {
        if (!member) return;
        if (this.picked[index]) {
          dong += this.cost(index);
          count += 1;
        } else if (!this.decided[index]) {
          dongLeft += this.cost(index);
          countLeft += 1;
        }
      });
      return (
        dong <= limit.maxDong &&
        count <= limit.maxCount &&
        dong + dongLeft >= limit.minDong &&
        count + countLeft >= limit.minCount
      );
    });
  }

  pairsHold(): boolean {
    const isPicked = (id: string) => this.picked[this.indexOf.get(id) ?? -1] === true;
    const isRefused = (id: string) => {
      const index = this.indexOf.get(id) ?? -1;
      return this.decided[index] === true && !this.picked[index];
    };
    if ((this.input.exclusions ?? []).some((set) => set.filter(isPicked).length > 1)) return false;
    return Object.entries(this.input.requires ?? {}).every(
      ([id, needed]) => !isPicked(id) || !needed.some(isRefused),
    );
  }

  visit(position: number): void {
    if (this.nodes >= NODE_LIMIT) return;
    this.nodes += 1;
    if (this.relaxedBound(position) < this.bestValue + 1 || !this.limitsHold() || !this.pairsHold()) return;
    if (position === this.order.length) {
      this.best = [...this.picked];
      this.bestValue = this.value;
      return;
    }
    const index = this.order[position] as number;
    this.decided[index] = true;
    if (this.spent + this.cost(index) <= this.input.budgetDong)
      this.withPick(index, () => this.visit(position + 1));
    this.visit(position + 1);
    this.decided[index] = false;
  }

  withPick(index: number, inner: () => void): void {
    this.picked[index] = true;
    this.spent += this.cost(index);
    this.value += this.values[index] ?? 0;
    inner();
    this.picked[index] = false;
    this.spent -= this.cost(index);
    this.value -= this.values[index] ?? 0;
  }
}

/** @param values whole numbers, one for each project */
export function solveConstrained(input: AllocationInput, values: readonly number[]): ConstrainedSolution {
  const search = new Search(input, values);
  const rootBound = Math.floor(search.relaxedBound(0));
  search.visit(0);
  const proven = search.nodes < NODE_LIMIT;
  const best = search.best;
  const chosen = best === null ? [] : best.flatMap((picked, index) => (picked ? [index] : []));
  const value = best === null ? 0 : search.bestValue;
  return { chosen, value, bound: proven ? value : rootBound, proven, nothingFound: best === null };
}
