/** What the tab Phân bổ decides with, and the file that follows from it. Pure. */
import { projectsOfPlan, type ProjectSource } from "../../../shared/allocation/from-plan.ts";
import { FUND_GROUP, fundBudgets, isFundCeiling, withFundBudgets } from "../../../shared/allocation/funds.ts";
import type { AllocationInput, Criterion, Project } from "../../../shared/allocation/types.ts";
import type { Finding } from "../../../shared/kernel/finding.ts";
import type { Plan } from "../../../shared/plan/shapes.ts";

type Limits = Pick<AllocationInput, "floors" | "ceilings">;

/** Everything a person sets; projects come from the workbook, or from a file that was opened. */
export interface Choices extends Limits, Pick<AllocationInput, "exclusions" | "requires"> {
  readonly source: ProjectSource;
  /** Fund → đồng, null where nobody has said how much; one entry ALL where funds do not matter. */
  readonly budgets: Readonly<Record<string, number | null>>;
  readonly criteria: readonly Criterion[];
  readonly overrides: NonNullable<AllocationInput["overrides"]>;
  readonly sharesBy: string;
  readonly stepsPercent: readonly number[];
}

export const ALL = "";
const STEPS_PERCENT = [75, 50, 25];

export interface Material {
  readonly projects: readonly Project[];
  readonly criteria: readonly Criterion[];
  readonly leftOut: number;
}

export function materialOf(plan: Plan, findings: readonly Finding[], source: ProjectSource): Material {
  return projectsOfPlan(plan, findings, "", source);
}

export function membersOf(projects: readonly Project[], group: string): string[] {
  const members = projects.flatMap(({ groups }) =>
    groups?.[group] === undefined ? [] : [String(groups[group])],
  );
  return [...new Set(members)].sort((a, b) => a.localeCompare(b, "vi"));
}

function startBudgets(plan: Plan, projects: readonly Project[]): Choices["budgets"] {
  const given: Readonly<Record<string, number | null>> = {
    QG: plan.info.nationalBudgetDong,
    ĐP: plan.info.localBudgetDong,
  };
  const funds = membersOf(projects, FUND_GROUP);
  const whole = projects.every(({ groups }) => groups?.[FUND_GROUP] !== undefined);
  if (funds.length === 0 || !whole) return { [ALL]: null };
  return Object.fromEntries(funds.map((fund) => [fund, given[fund] ?? null]));
}

/** Weights and reasons of criteria that are still there; new ones with what the product suggests. */
function keptCriteria(criteria: readonly Criterion[], kept: readonly Criterion[]): readonly Criterion[] {
  return criteria.map((one) => {
    const old = kept.find(({ id }) => id === one.id);
    return old === undefined
      ? one
      : { ...one, weight: old.weight, ...(old.reason ? { reason: old.reason } : {}) };
  });
}

/** What was set before, as far as the workbook still knows what it is about. */
export function choicesFor(
  plan: Plan,
  { projects, criteria }: Material,
  kept: Choices | null,
  source: ProjectSource,
): Choices {
  const budgets = startBudgets(plan, projects);
  const place = membersOf(projects, "diaBan").length > 1 ? "diaBan" : "nganhNghe";
  if (kept === null)
    return { source, budgets, criteria, overrides: [], sharesBy: place, stepsPercent: STEPS_PERCENT };
  const ids = new Set(projects.map(({ id }) => id));
  const known = ({ group, is }: { group: string; is: string | number }) =>
    projects.some(({ groups }) => groups?.[group] !== undefined && String(groups[group]) === String(is));
  return {
    ...kept,
    source,
    budgets: Object.fromEntries(
      Object.entries(budgets).map(([fund, dong]) => [fund, kept.budgets[fund] ?? dong]),
    ),
    criteria: keptCriteria(criteria, kept.criteria),
    floors: (kept.floors ?? []).filter(known),
    ceilings: (kept.ceilings ?? []).filter(known),
    overrides: kept.overrides.filter(({ id }) => ids.has(id)),
    exclusions: (kept.exclusions ?? []).filter((set) => set.every((id) => ids.has(id))),
    requires: Object.fromEntries(
      Object.entries(kept.requires ?? {}).filter(([id, needed]) =>
        [id, ...needed].every((one) => ids.has(one)),
      ),
    ),
  };
}

/** Null while a budget is missing. The money of each fund is a ceiling of its own. */
export function inputOf(projects: readonly Project[], choices: Choices): AllocationInput | null {
  const budgets = Object.entries(choices.budgets);
  const amounts = budgets.flatMap(([fund, dong]) => (dong === null ? [] : [{ fund, dong }]));
  if (amounts.length < budgets.length || amounts.length === 0) return null;
  const budgetDong = amounts.reduce((sum, { dong }) => sum + dong, 0);
  if (!Number.isSafeInteger(budgetDong)) return null;
  const { floors = [], ceilings = [], exclusions = [], requires = {}, overrides, criteria } = choices;
  const file: AllocationInput = {
    budgetDong,
    projects: [...projects],
    criteria: [...criteria],
    sharesBy: choices.sharesBy,
    stepsPercent: [...choices.stepsPercent],
    ...(floors.length === 0 ? {} : { floors }),
    ...(ceilings.length === 0 ? {} : { ceilings }),
    ...(exclusions.length === 0 ? {} : { exclusions }),
    ...(Object.keys(requires).length === 0 ? {} : { requires }),
    ...(overrides.length === 0 ? {} : { overrides }),
  };
  const byFund = amounts.filter(({ fund }) => fund !== ALL);
  if (byFund.length === 0) return file;
  return withFundBudgets(file, Object.fromEntries(byFund.map(({ fund, dong }) => [fund, dong])));
}

/** A file from elsewhere: its money by fund where its ceilings say so, else as one sum. */
export function choicesOfFile(file: AllocationInput, source: ProjectSource): Choices {
  const byFund = fundBudgets(file);
  const { floors, exclusions, requires } = file;
  const ceilings =
    byFund === null ? file.ceilings : (file.ceilings ?? []).filter((one) => !isFundCeiling(one));
  return {
    source,
    budgets: byFund ?? { [ALL]: file.budgetDong },
    criteria: file.criteria ?? [],
    overrides: file.overrides ?? [],
    sharesBy: file.sharesBy ?? "diaBan",
    stepsPercent: file.stepsPercent ?? STEPS_PERCENT,
    ...(floors === undefined ? {} : { floors }),
    ...(ceilings === undefined ? {} : { ceilings }),
    ...(exclusions === undefined ? {} : { exclusions }),
    ...(requires === undefined ? {} : { requires }),
  };
}

export function limitNow(
  choices: Choices,
  kind: "floor" | "ceiling",
  group: string,
  is: string,
): number | undefined {
  const mine = (one: { group: string; is: string | number }) => one.group === group && String(one.is) === is;
  return kind === "floor" ? choices.floors?.find(mine)?.minDong : choices.ceilings?.find(mine)?.maxDong;
}

/** `dong` null takes the limit away. */
export function withLimit(
  choices: Choices,
  { kind, group, is, dong }: { kind: "floor" | "ceiling"; group: string; is: string; dong: number | null },
): Choices {
  const others = <T extends { group: string; is: string | number }>(list: readonly T[] = []) =>
    list.filter((one) => one.group !== group || String(one.is) !== is);
  return kind === "floor"
    ? {
        ...choices,
        floors: [...others(choices.floors), ...(dong === null ? [] : [{ group, is, minDong: dong }])],
      }
    : {
        ...choices,
        ceilings: [...others(choices.ceilings), ...(dong === null ? [] : [{ group, is, maxDong: dong }])],
      };
}

/** "75; 50, 25" → [75, 50, 25]; null when it says something else. */
export function parseSteps(text: string): number[] | null {
  const parts = text.split(/[;,\s%]+/).filter((part) => part !== "");
  const steps = parts.map(Number);
  return steps.every((step) => Number.isInteger(step) && step >= 1 && step <= 99)
    ? [...new Set(steps)].sort((a, b) => b - a)
    : null;
}

/** Criteria that weigh something without anybody saying why. */
export function withoutReason(criteria: readonly Criterion[]): readonly Criterion[] {
  return criteria.filter(({ weight, reason }) => weight > 0 && (reason ?? "").trim() === "");
}
