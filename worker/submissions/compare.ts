/** Keeps and reads the figures that provinces are compared by. */
import type { Book } from "../../shared/contract/book.ts";
import {
  COMPARED_FIGURES_LIMIT,
  type ComparedTopic,
  type Comparison,
  type OutlierView,
  type Summary,
} from "../../shared/contract/comparison.ts";
import type { SubmissionEnvelope } from "../../shared/contract/submission.ts";
import type { FlatWorkbook } from "../../shared/kernel/flat.ts";
import { quantity, quantityToString } from "../../shared/kernel/quantity.ts";
import { likelyCause } from "../../shared/norms/evidence/cause.ts";
import { estimate, type Enough, type Outlier, type TooFew } from "../../shared/norms/evidence/estimate.ts";
import { priceNormAt, provinceCodeOf } from "../../shared/norms/pricing/price-at.ts";
import { comparablesOf } from "../../shared/plan/comparables.ts";
import { DAYS_PER_MONTH } from "../../shared/plan/evidence/effect.ts";
import { servicesOf } from "../../shared/plan/evidence/services.ts";
import type { Plan } from "../../shared/plan/shapes.ts";
import { ownBooksOf, withOwnBooks } from "../../shared/workbook/own-books.ts";
import { readPlan } from "../../shared/workbook/read.ts";
import type { Env } from "../env.ts";
import { HttpProblem } from "../http/problem.ts";
import {
  figuresOf,
  replaceComparables,
  replaceComparedServices,
  type ComparedFigure,
  type ComparedService,
} from "../store/comparables.ts";
import { readContent } from "../store/content.ts";
import { revisionsOf } from "../store/revisions.ts";
import type { StoredSubmission } from "../store/submissions.ts";
import { bookInForce } from "./publications.ts";

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
  const plan = readPlan(workbook);
  return [
    ...replaceComparables(env.DB, submission.id, comparablesOf(plan)),
    ...replaceComparedServices(env.DB, submission.id, pricedServices(plan, workbook, await bookInForce(env))),
  ];
}

/** Each service with the price of its own norm and lists on the plan's own day. */
function pricedServices(plan: Plan, workbook: FlatWorkbook, book: Book): ComparedService[] {
  const books = withOwnBooks(book, ownBooksOf(workbook));
  const { asOf: date, province } = plan.info;
  const code = provinceCodeOf(province);
  const place = { province: code.ok ? code.value : null, daysPerMonth: DAYS_PER_MONTH };
  return servicesOf(plan.normLines).map((service) => {
    const price =
      date === null ? null : priceNormAt(books, service.code, { ...place, date }, { depreciation: true });
    const priceDong = price?.ok === true ? price.value.total.dong : null;
    const { key, name, unit, content, sheet, cell } = service;
    return { key, name, unit, content, priceDong, sheet, cell };
  });
}

export function summaryOf(found: Enough | TooFew): Summary {
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
export async function compare(env: Env, topic: ComparedTopic, key: string): Promise<Comparison> {
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
    return { ...placeOf(row), outlier: outlier === undefined ? null : outlierView(outlier, found) };
  });
  return { topic, key, label: first.label, unit: first.unit, figures, truncated, summary: summaryOf(found) };
}

export function outlierView({ observation, side, distance }: Outlier, found: Enough | TooFew): OutlierView {
  const cause = found.enough ? likelyCause(observation.value, found.median) : ({ kind: "unknown" } as const);
  return { side, distanceHundredths: distance, cause };
}

function placeOf(row: ComparedFigure) {
  const { submissionId, provinceCode, provinceName, year, value, sheet, cell } = row;
  return { submissionId, provinceCode, provinceName, year, value, sheet, cell };
}
