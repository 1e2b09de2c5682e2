/** Keeps and reads the figures that provinces are compared by. */
import type { Comparison } from "../../shared/contract/comparison.ts";
import { COMPARED_FIGURES_LIMIT } from "../../shared/contract/comparison.ts";
import type { SubmissionEnvelope } from "../../shared/contract/submission.ts";
import { quantity, quantityToString } from "../../shared/kernel/quantity.ts";
import { estimate, type Enough, type TooFew } from "../../shared/norms/evidence/estimate.ts";
import { comparablesOf, type Topic } from "../../shared/plan/comparables.ts";
import { readPlan } from "../../shared/workbook/read.ts";
import type { Env } from "../env.ts";
import { HttpProblem } from "../http/problem.ts";
import { figuresOf, replaceComparables, type ComparedFigure } from "../store/comparables.ts";
import { readContent } from "../store/content.ts";
import { revisionsOf } from "../store/revisions.ts";
import type { StoredSubmission } from "../store/submissions.ts";

/** Statements that keep the figures of the submission's present revision, for the batch that shows it to the Ministry. */
export async function comparableStatements(
  env: Env,
  submission: StoredSubmission,
): Promise<D1PreparedStatement[]> {
  const revisions = await revisionsOf(env.DB, submission.id);
  const latest = revisions.find(({ revision }) => revision === submission.revision);
  const text = latest === undefined ? null : await readContent(env.DB, latest.envelopeHash);
  if (text === null) throw new Error("the envelope of a revision is missing");
  const { workbook } = JSON.parse(text) as SubmissionEnvelope;
  return replaceComparables(env.DB, submission.id, comparablesOf(readPlan(workbook)));
}

function summaryOf(found: Enough | TooFew): Comparison["summary"] {
  if (!found.enough) return found;
  const { n, provinces, coverage } = found;
  const [centre, low, high, median, mad] = [
    found.estimate,
    found.low,
    found.high,
    found.median,
    found.mad,
  ].map(quantityToString) as [string, string, string, string, string];
  return { enough: true, n, provinces, estimate: centre, low, high, coverage, median, mad };
}

/** Problem: not-found. */
export async function compare(env: Env, topic: Topic, key: string): Promise<Comparison> {
  const rows = await figuresOf(env.DB, topic, key, COMPARED_FIGURES_LIMIT + 1);
  const [first] = rows;
  if (first === undefined) throw new HttpProblem("not-found", "Không có số liệu nào để so sánh.");
  const shown = rows.slice(0, COMPARED_FIGURES_LIMIT);
  const truncated = rows.length > shown.length;
  const observed = shown.map((row) => ({
    row,
    observation: { province: row.provinceCode, value: quantity(row.value), source: row.submissionId },
  }));
  const provinces = new Set(shown.map((row) => row.provinceCode)).size;
  const found = truncated
    ? { enough: false as const, n: shown.length, provinces, needed: provinces }
    : estimate(observed.map(({ observation }) => observation));
  const far = new Map(found.enough ? found.outliers.map((outlier) => [outlier.observation, outlier]) : []);
  const figures = observed.map(({ row, observation }) => {
    const outlier = far.get(observation);
    const mark = outlier === undefined ? null : { side: outlier.side, distanceHundredths: outlier.distance };
    return { ...placeOf(row), outlier: mark };
  });
  return { topic, key, label: first.label, unit: first.unit, figures, truncated, summary: summaryOf(found) };
}

function placeOf(row: ComparedFigure) {
  const { submissionId, provinceCode, provinceName, year, value, sheet, cell } = row;
  return { submissionId, provinceCode, provinceName, year, value, sheet, cell };
}
