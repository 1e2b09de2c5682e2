import { PRINCIPLE, type Basis } from "../kernel/citation.ts";
import type { IsoDate } from "../kernel/date.ts";
import { STAGES, type Finding, type Severity, type Stage } from "../kernel/finding.ts";
import { citationWithFate } from "../law/read.ts";
import type { LawBook, RuleSetting } from "../law/types.ts";
import type { Line, Plan } from "../plan/shapes.ts";
import { waiverFor } from "../plan/waivers.ts";
import type { Hit, Rule, RuleContext } from "./types.ts";
import { modeAt } from "./settings.ts";

export const PRINCIPLE_TEXT = "Nguyên tắc nghiệp vụ";

/** Stands before what a rule on trial says, so that it is read wherever findings are. */
export const TRIAL_WORD = "Thử nghiệm";

export function basisText(basis: Basis, law: LawBook): string {
  return basis === PRINCIPLE ? PRINCIPLE_TEXT : citationWithFate(law, basis);
}

/** A rule speaks only about workbooks whose as-of date lies within its own dates; undated workbooks get every rule. */
function applies(rule: Rule, asOf: IsoDate | null): boolean {
  if (asOf === null) return true;
  return (rule.from === null || rule.from <= asOf) && (rule.to === null || asOf <= rule.to);
}

interface ActiveRule {
  readonly rule: Rule;
  readonly trial: boolean;
}
type ActiveRules = ReadonlyMap<Stage, readonly ActiveRule[]>;

function findActive(rules: readonly Rule[], law: LawBook, asOf: IsoDate | null): ActiveRules {
  const active = rules.flatMap((rule): ActiveRule[] => {
    const { mode } = modeAt(rule, law, asOf);
    return mode === "off" || !applies(rule, asOf) ? [] : [{ rule, trial: mode === "trial" }];
  });
  return new Map(STAGES.map((stage) => [stage, active.filter(({ rule }) => rule.stage === stage)]));
}

/** The last answer for each law: plans of one year come with one date, and neither the rules nor a law ever change. */
const lastActive = new WeakMap<
  readonly Rule[],
  WeakMap<LawBook, { readonly asOf: IsoDate | null; readonly active: ActiveRules }>
>();

/** By stage, those that count on the workbook's day, in their order. */
function activeRules(rules: readonly Rule[], { law, asOf }: RuleContext): ActiveRules {
  const byLaw =
    lastActive.get(rules) ?? new WeakMap<LawBook, { asOf: IsoDate | null; active: ActiveRules }>();
  const last = byLaw.get(law);
  if (last?.asOf === asOf) return last.active;
  const active = findActive(rules, law, asOf);
  lastActive.set(rules, byLaw.set(law, { asOf, active }));
  return active;
}

/** Only figures read in the law's own text may block, and only for a rule that is not on trial. */
function severityOf(rule: Rule, hit: Hit, trial: boolean): Severity {
  const severity = hit.severity ?? rule.severity;
  const mayBlock = !trial && (rule.figures === undefined || hit.verified === "text");
  return severity === "error" && !mayBlock ? "warning" : severity;
}

function toFinding(rule: Rule, hit: Hit, { law, waivers }: RuleContext, trial: boolean): Finding {
  const severity = severityOf(rule, hit, trial);
  const waived = waivers === undefined ? null : waiverFor(waivers, { rule: rule.id, severity });
  return {
    rule: rule.id,
    severity,
    stage: rule.stage,
    ...(trial ? { trial } : {}),
    ...(waived === null ? {} : { waived }),
    where: hit.where,
    message: trial ? `${TRIAL_WORD}: ${hit.message}` : hit.message,
    found: hit.found,
    expected: hit.expected,
    ...(hit.differenceDong === undefined ? {} : { differenceDong: hit.differenceDong }),
    basis: hit.basis ?? basisText(rule.basis, law),
    remedy: hit.remedy,
    ...(hit.fix === undefined ? {} : { fix: hit.fix }),
  };
}

const lineKey = (sheet: string, row: number) => `${sheet}!${row}`;
const cellKey = (sheet: string, cell: string) => `${sheet}!${cell}`;

function withoutLines(plan: Plan, failed: ReadonlySet<string>): Plan {
  // The same plan: what was worked out of it is still known.
  if (failed.size === 0) return plan;
  const keep = (line: Line) => !failed.has(lineKey(line.sheet, line.row));
  return {
    ...plan,
    deAn: plan.deAn.filter(keep),
    costLines: plan.costLines.filter(keep),
    demands: plan.demands.filter(keep),
    normLines: plan.normLines.filter(keep),
    priceLines: plan.priceLines.filter(keep),
    products: plan.products.filter(keep),
    progress: plan.progress.filter(keep),
  };
}

const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

function note(reported: Map<string, number>, key: string, gravity: number): void {
  reported.set(key, Math.min(reported.get(key) ?? gravity, gravity));
}

/**
 * Runs the rules stage by stage. A line with an error is not shown to the next line-wise stage, and a cell already
 * reported is not reported again by a later stage unless it turns out graver: one mistake gives one finding.
 * A waived finding hides nothing: whatever else is wrong with its line is found.
 * Cross-line rules see every line (a sum over half the lines would be wrong) and stay silent where they cannot tell.
 */
export function runRules(rules: readonly Rule[], context: RuleContext): Finding[] {
  const findings: Finding[] = [];
  const failedLines = new Set<string>();
  const reportedCells = new Map<string, number>();
  const active = activeRules(rules, context);
  for (const stage of STAGES) {
    const visible = stage === "line" ? withoutLines(context.plan, failedLines) : context.plan;
    const seen = { ...context, plan: visible };
    const fresh: Finding[] = [];
    for (const { rule, trial } of active.get(stage) ?? []) {
      for (const hit of rule.check(seen)) {
        const finding = toFinding(rule, hit, context, trial);
        const known = reportedCells.get(cellKey(hit.where.sheet, hit.where.cell ?? ""));
        if (known === undefined || known > GRAVITY[finding.severity]) fresh.push(finding);
      }
    }
    for (const finding of fresh) {
      if (finding.waived !== undefined) continue;
      const row = finding.where.row ?? Number(/\d+$/.exec(finding.where.cell ?? "")?.[0] ?? 0);
      if (finding.severity === "error") failedLines.add(lineKey(finding.where.sheet, row));
      if (finding.where.cell !== undefined)
        note(reportedCells, cellKey(finding.where.sheet, finding.where.cell), GRAVITY[finding.severity]);
    }
    findings.push(...fresh);
  }
  return findings;
}

const NO_SETTINGS: readonly RuleSetting[] = [];

/** Names the rule set with its settings: changes whenever a rule is added or removed, or a setting published. */
export function ruleSetVersion(
  rules: readonly Rule[],
  settings: readonly RuleSetting[] = NO_SETTINGS,
): string {
  const named = versions.get(settings);
  if (named?.rules === rules) return named.version;
  const version = versionOf(rules, settings);
  versions.set(settings, { rules, version });
  return version;
}

/** A rule set does not change while the program runs, and every verdict names it. */
const versions = new WeakMap<
  readonly RuleSetting[],
  { readonly rules: readonly Rule[]; readonly version: string }
>();

function versionOf(rules: readonly Rule[], settings: readonly RuleSetting[]): string {
  let hash = 0x811c9dc5;
  const declared = rules.map(
    ({ id, severity, from, to, trial }) =>
      `${id}/${severity}/${from ?? ""}/${to ?? ""}${trial === true ? "/trial" : ""}`,
  );
  const published = settings.map(({ rule, mode, from, reason }) => `${rule}=${mode}@${from}: ${reason}`);
  for (const text of [...declared, ...published]) {
    for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  }
  return `${rules.length}-${hash.toString(16).padStart(8, "0")}`;
}
