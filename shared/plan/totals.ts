import { grouped } from "../kernel/grouped.ts";
import { keptWith } from "../kernel/kept-with.ts";
import { addDong, dong, type Dong } from "../kernel/money.ts";
import type { Fund, Plan } from "./shapes.ts";

export interface FundTotals {
  readonly count: number;
  readonly totalDong: Dong;
  readonly supportDong: Dong;
  readonly counterpartDong: Dong;
  readonly otherDong: Dong;
}

export interface PlanTotals {
  readonly all: FundTotals;
  readonly byFund: Readonly<Record<Fund, FundTotals>>;
  /** Content 1…9 → number of đề án. */
  readonly byContent: Readonly<Record<number, number>>;
}

const ZERO = dong(0);

interface Sums {
  totalDong: Dong;
  supportDong: Dong;
  counterpartDong: Dong;
  otherDong: Dong;
}

function emptySums(): Sums {
  return { totalDong: ZERO, supportDong: ZERO, counterpartDong: ZERO, otherDong: ZERO };
}

/** Sums of the cost lines per đề án code; lines without a readable amount count as nothing and are reported elsewhere. */
export function sumCostLines(plan: Plan): ReadonlyMap<string, Readonly<Sums>> {
  return sumsOf(plan.costLines);
}

/** The lines of a plan never change, and ten rules ask for their sums. */
const sumsOf = keptWith(sumLines);

/** The same lines, given for the đề án they belong to. */
export function linesOfDeAn(plan: Plan, code: string): Plan["costLines"] {
  return linesByCode(plan.costLines).get(code) ?? [];
}

const linesByCode = keptWith((costLines: Plan["costLines"]) =>
  grouped(costLines, ({ deAnCode }) => deAnCode),
);

function sumLines(costLines: Plan["costLines"]): ReadonlyMap<string, Readonly<Sums>> {
  const sums = new Map<string, Sums>();
  for (const line of costLines) {
    if (line.deAnCode === null) continue;
    const sum = sums.get(line.deAnCode) ?? emptySums();
    sum.totalDong = addDong(sum.totalDong, line.amountDong ?? ZERO);
    sum.supportDong = addDong(sum.supportDong, line.supportDong ?? ZERO);
    sum.counterpartDong = addDong(sum.counterpartDong, line.counterpartDong ?? ZERO);
    sum.otherDong = addDong(sum.otherDong, line.otherDong ?? ZERO);
    sums.set(line.deAnCode, sum);
  }
  return sums;
}

/** Totals from the cost lines themselves, never from the sums printed in KC_DeAn. */
export const computePlanTotals: (plan: Plan) => PlanTotals = keptWith(addUp);

function addUp(plan: Plan): PlanTotals {
  const sums = sumCostLines(plan);
  const totals = {
    all: { count: 0, ...emptySums() },
    QG: { count: 0, ...emptySums() },
    ĐP: { count: 0, ...emptySums() },
  };
  const byContent: Record<number, number> = {};
  for (const line of plan.deAn) {
    const sum = line.code === null ? emptySums() : (sums.get(line.code) ?? emptySums());
    for (const target of line.fund === null ? [totals.all] : [totals.all, totals[line.fund]]) {
      target.count += 1;
      target.totalDong = addDong(target.totalDong, sum.totalDong);
      target.supportDong = addDong(target.supportDong, sum.supportDong);
      target.counterpartDong = addDong(target.counterpartDong, sum.counterpartDong);
      target.otherDong = addDong(target.otherDong, sum.otherDong);
    }
    if (line.content !== null) byContent[line.content] = (byContent[line.content] ?? 0) + 1;
  }
  return { all: totals.all, byFund: { QG: totals.QG, ĐP: totals.ĐP }, byContent };
}
