import { PRINCIPLE, type Basis } from "../kernel/citation.ts";
import { STAGES, type Finding, type Severity } from "../kernel/finding.ts";
import { citationWithFate } from "../law/read.ts";
import type { LawBook } from "../law/types.ts";
import type { Line, Plan } from "../plan/shapes.ts";
import type { Hit, Rule, RuleContext } from "./types.ts";

export const PRINCIPLE_TEXT = "Nguyên tắc nghiệp vụ";

export function basisText(basis: Basis, law: LawBook): string {
  return basis === PRINCIPLE ? PRINCIPLE_TEXT : citationWithFate(law, basis);
}

/** A rule speaks only about workbooks whose as-of date lies within its own dates; undated workbooks get every rule. */
function applies(rule: Rule, context: RuleContext): boolean {
  if (context.asOf === null) return true;
  return (rule.from === null || rule.from <= context.asOf) && (rule.to === null || context.asOf <= rule.to);
}

/** Only figures read in the law's own text may block. */
function severityOf(rule: Rule, hit: Hit): Severity {
  const severity = hit.severity ?? rule.severity;
  const mayBlock = rule.figures === undefined || hit.verified === "text";
  return severity === "error" && !mayBlock ? "warning" : severity;
}

function toFinding(rule: Rule, hit: Hit, { law }: RuleContext): Finding {
  return {
    rule: rule.id,
    severity: severityOf(rule, hit),
    stage: rule.stage,
    where: hit.where,
    message: hit.message,
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
 * Cross-line rules see every line (a sum over half the lines would be wrong) and stay silent where they cannot tell.
 */
export function runRules(rules: readonly Rule[], context: RuleContext): Finding[] {
  const findings: Finding[] = [];
  const failedLines = new Set<string>();
  const reportedCells = new Map<string, number>();
  for (const stage of STAGES) {
    const visible = stage === "line" ? withoutLines(context.plan, failedLines) : context.plan;
    const seen = { ...context, plan: visible };
    const fresh: Finding[] = [];
    for (const rule of rules) {
      if (rule.stage !== stage || !applies(rule, context)) continue;
      for (const hit of rule.check(seen)) {
        const finding = toFinding(rule, hit, context);
        const known = reportedCells.get(cellKey(hit.where.sheet, hit.where.cell ?? ""));
        if (known === undefined || known > GRAVITY[finding.severity]) fresh.push(finding);
      }
    }
    for (const finding of fresh) {
      const row = finding.where.row ?? Number(/\d+$/.exec(finding.where.cell ?? "")?.[0] ?? 0);
      if (finding.severity === "error") failedLines.add(lineKey(finding.where.sheet, row));
      if (finding.where.cell !== undefined)
        note(reportedCells, cellKey(finding.where.sheet, finding.where.cell), GRAVITY[finding.severity]);
    }
    findings.push(...fresh);
  }
  return findings;
}

/** Names the rule set: number of rules and the highest-numbered change. Changes whenever a rule is added or removed. */
export function ruleSetVersion(rules: readonly Rule[]): string {
  const known = versions.get(rules) ?? versionOf(rules);
  versions.set(rules, known);
  return known;
}

/** A rule set does not change while the program runs, and every verdict names it. */
const versions = new WeakMap<readonly Rule[], string>();

function versionOf(rules: readonly Rule[]): string {
  let hash = 0x811c9dc5;
  for (const text of rules.map((rule) => `${rule.id}/${rule.severity}/${rule.from ?? ""}/${rule.to ?? ""}`)) {
    for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  }
  return `${rules.length}-${hash.toString(16).padStart(8, "0")}`;
}
