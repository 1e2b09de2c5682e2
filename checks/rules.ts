/**
 * The rule book: every rule in the list has its file, its cases (at least one silent, one speaking), a ground that
 * exists, and blocks only on what was read in the law's own text. What the cases say is run by the tests of workbook/.
 */
import { PRINCIPLE } from "../shared/kernel/citation.ts";
import { findDocument } from "../shared/law/read.ts";
import type { LawBook } from "../shared/law/types.ts";
import type { RuleCases } from "../shared/rules/cases.ts";
import type { Rule } from "../shared/rules/types.ts";
import type { CheckResult, SourceFile } from "./lib/check.ts";
import { RULE_ID } from "../shared/kernel/finding.ts";

/** Calls that give a legal figure; a rule that makes one declares which. */
const READS_FIGURES = /\b(readParameter|computeSupportCeiling|spendingCap)\(/;

export interface RuleBook {
  readonly rules: readonly Rule[];
  readonly cases: readonly RuleCases[];
  readonly law: LawBook;
  /** shared/rules/kc-*.ts without the cases. */
  readonly sources: readonly SourceFile[];
}

function groundProblems({ id, severity, basis, figures }: Rule, law: LawBook): string[] {
  const problems: string[] = [];
  if (basis !== PRINCIPLE) {
    const document = findDocument(law, basis.doc);
    if (document === null) problems.push(`${id} cites ${basis.doc}, which is not in the register`);
    else if (severity === "error" && document.verified !== "text")
      problems.push(`${id} blocks on ${document.soHieu}, which was not read in its text`);
  }
  for (const figure of figures ?? []) {
    const pattern = new RegExp(`^${figure.replaceAll(".", "\\.").replaceAll("*", ".*")}$`);
    if (!law.parameters.some((parameter) => pattern.test(parameter.id)))
      problems.push(`${id} names the figure ${figure}, which no parameter of the law is`);
  }
  return problems;
}

/** The highest number of each family when rules could first be put on trial; those up to it were live already. */
const LIVE_UP_TO: Readonly<Record<string, number>> = {
  CD: 2,
  DA: 39,
  DG: 4,
  DH: 2,
  DK: 8,
  DM: 10,
  DT: 17,
  LH: 3,
  MH: 11,
  NC: 1,
  ND: 1,
  NK: 16,
  NV: 8,
  SO: 21,
  SP: 17,
  TD: 17,
  TI: 9,
  TT: 1,
};

function trialProblems({ id, trial, foundBy }: Rule): string[] {
  const [, family = "", number = ""] = id.split("-");
  const isNew = Number(number) > (LIVE_UP_TO[family] ?? 0);
  if (!isNew || trial === true || foundBy !== undefined) return [];
  return [`${id} is new: it starts on trial (trial: true), or its family's number in LIVE_UP_TO is raised`];
}

function caseProblems({ id }: Rule, cases: readonly RuleCases[]): string[] {
  const own = cases.filter(({ rule }) => rule === id).flatMap((one) => one.cases);
  if (own.length === 0) return [`${id} has no cases`];
  return [
    ...(own.some(({ expect }) => expect.length === 0) ? [] : [`${id} has no case where it is silent`]),
    ...(own.some(({ expect }) => expect.length > 0) ? [] : [`${id} has no case where it speaks`]),
  ];
}

function sourceProblems(rule: Rule, sources: readonly SourceFile[]): string[] {
  const path = `shared/rules/${rule.id.toLowerCase()}.ts`;
  const source = sources.find((file) => file.path === path);
  if (source === undefined) return [`${rule.id} has no file ${path}`];
  return READS_FIGURES.test(source.text) && rule.figures === undefined
    ? [`${rule.id} reads figures of the law and does not declare them in “figures”`]
    : [];
}

function listProblems({ rules, cases, sources }: RuleBook): string[] {
  const ids = new Set(rules.map(({ id }) => id));
  const listed = (path: string) => ids.has((/(kc-[^/]+)\.ts$/.exec(path)?.[1] ?? "").toUpperCase());
  return [
    ...(ids.size < rules.length ? ["two rules share an id"] : []),
    ...rules.filter(({ id }) => !RULE_ID.test(id)).map(({ id }) => `${id} is no id of a rule`),
    ...sources.filter(({ path }) => !listed(path)).map(({ path }) => `${path} is not in the list of rules`),
    ...cases.filter(({ rule }) => !ids.has(rule)).map(({ rule }) => `cases of ${rule}, which is no rule`),
    ...rules.flatMap((rule) =>
      rule.related
        .filter((id) => !ids.has(id))
        .map((id) => `${rule.id} is related to ${id}, which is no rule`),
    ),
  ];
}

export function rules(book: RuleBook): CheckResult {
  const cited = book.rules.filter(({ basis }) => basis !== PRINCIPLE).length;
  const cases = book.cases.reduce((sum, one) => sum + one.cases.length, 0);
  const blocking = book.rules.filter(({ severity }) => severity === "error").length;
  const facts = `${cases} cases, ${cited} citations, ${book.rules.length - cited} principles, ${blocking} that block`;
  return {
    name: "rules",
    unit: `rules (${facts})`,
    examined: cases === 0 || cited === 0 ? 0 : book.rules.length,
    problems: [
      ...listProblems(book),
      ...book.rules.flatMap((rule) => [
        ...groundProblems(rule, book.law),
        ...trialProblems(rule),
        ...caseProblems(rule, book.cases),
        ...sourceProblems(rule, book.sources),
      ]),
    ],
  };
}
