/** Every product of the workbook with its way up the levels: eligible or not, why, by which clause, and whether the levels agree. */
import { html, nothing, type TemplateResult } from "lit";
import { VERIFIED_LABEL } from "../../../shared/kernel/citation.ts";
import { formatDate } from "../../../shared/kernel/date.ts";
import { formatQuantity } from "../../../shared/kernel/quantity.ts";
import { citationText } from "../../../shared/law/read.ts";
import type { LawBook } from "../../../shared/law/types.ts";
import { levelPeriods } from "../../../shared/law/vote-levels.ts";
import { ladderOf, traceProducts, type ProductTrace } from "../../../shared/plan/product-trace.ts";
import {
  conditionsOf,
  eligibilityOf,
  markOf,
  passes,
  type Condition,
  type Eligibility,
} from "../../../shared/plan/products.ts";
import type { Plan, ProductLine } from "../../../shared/plan/shapes.ts";
import { lang } from "../texts/index.ts";
import { productTexts } from "../texts/products.ts";
import { severityIcon } from "./icons.ts";

type Tone = Parameters<typeof severityIcon>[0];

const TONE_OF_STATE: Readonly<Record<Condition["state"], Tone>> = {
  met: "ok",
  unmet: "error",
  unknown: "warning",
  proposal: "info",
};
const TONE: Readonly<Record<Eligibility, Tone>> = {
  eligible: "ok",
  proposal: "info",
  incomplete: "warning",
  ineligible: "error",
};

interface Ladder {
  readonly plan: Plan;
  readonly law: LawBook;
  readonly traces: ReadonlyMap<ProductLine, ProductTrace>;
  /** Column id of the line to show. */
  readonly goTo: (line: ProductLine, column: string) => void;
}

function conditionItem(ladder: Ladder, line: ProductLine, condition: Condition): TemplateResult {
  const t = productTexts();
  const { state, vi, cite, verified } = condition;
  const mark = verified === "text" ? "" : `; ${VERIFIED_LABEL[verified][lang()]}`;
  return html`<li class="condition">
    ${severityIcon(TONE_OF_STATE[state])}
    <div>
      <button
        type="button"
        class="link"
        aria-label=${t.goTo(vi)}
        @click=${() => ladder.goTo(line, condition.column)}
      >
        ${vi}
      </button>
      <span class="quiet">(${t.state[state]})</span>
      <p class="citation">${citationText(ladder.law, cite)}${mark}</p>
    </div>
  </li>`;
}

function results(line: ProductLine, law: LawBook): string {
  const t = productTexts();
  const mark = markOf(line);
  const pass = passes(line, law);
  return [
    line.voteDate === null ? "" : formatDate(line.voteDate),
    mark === null ? "" : t.mark(formatQuantity(mark)),
    pass === null ? "" : pass ? t.passed : t.failed,
    line.rank === null ? "" : t.rank(line.rank),
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

function traceNotes(trace: ProductTrace | undefined): TemplateResult | typeof nothing {
  if (trace === undefined) return nothing;
  const t = productTexts();
  if (trace.prior === null)
    return html`<p class="quiet">${t.noPrior((trace.line.priorLevel ?? "").toLowerCase())}</p>`;
  return html`${trace.mismatches.map(
    ({ column, said, stood }) =>
      html`<p class="field-error">${t.differs(t.mismatch[column], said, stood)}</p>`,
  )}`;
}

function step(ladder: Ladder, line: ProductLine): TemplateResult {
  const t = productTexts();
  const conditions = conditionsOf(line, levelPeriods(ladder.law));
  const eligibility = eligibilityOf(conditions);
  const met = conditions.filter(({ state }) => state === "met").length;
  return html`<li class="ladder-step">
    <p class="ladder-head">
      ${severityIcon(TONE[eligibility])}<b>${line.level ?? t.noLevel}</b>
      <span class="badge">${t.eligibility[eligibility]}</span>
      <span class="quiet">${results(line, ladder.law)}</span>
    </p>
    ${traceNotes(ladder.traces.get(line))}
    <details>
      <summary>${t.conditions(met, conditions.length)}</summary>
      <ul class="conditions">
        ${conditions.map((condition) => conditionItem(ladder, line, condition))}
      </ul>
    </details>
  </li>`;
}

/** Codes in the order of the sheet; lines without one stand alone. */
function productsOf(plan: Plan): ProductLine[][] {
  const codes = [...new Set(plan.products.flatMap(({ code }) => code ?? []))];
  const alone = plan.products.filter(({ code }) => code === null).map((line) => [line]);
  return [...codes.map((code) => [...ladderOf(plan.products, code)]), ...alone];
}

export function productLadder(
  plan: Plan,
  law: LawBook,
  goTo: Ladder["goTo"],
): TemplateResult | typeof nothing {
  if (plan.products.length === 0) return nothing;
  const t = productTexts();
  const traces = new Map(traceProducts(plan.products).map((trace) => [trace.line, trace]));
  const ladder: Ladder = { plan, law, traces, goTo };
  return html`<section class="card" aria-labelledby="products-heading" data-testid="products">
    <h3 id="products-heading">${t.heading}</h3>
    <p class="quiet">${t.lead}</p>
    ${productsOf(plan).map(
      (lines) =>
        html`<h4>${lines[0]?.name ?? t.unnamed}</h4>
          <p class="quiet">
            ${[lines[0]?.producer, lines[0]?.place].filter((part) => typeof part === "string").join(", ")}
          </p>
          <ol class="ladder">
            ${lines.map((line) => step(ladder, line))}
          </ol>`,
    )}
  </section>`;
}
