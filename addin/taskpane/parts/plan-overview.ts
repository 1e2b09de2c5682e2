/** What the workbook holds: money by fund against the budget given, then every đề án with its figures. */
import { html, nothing, type TemplateResult } from "lit";
import { formatDate } from "../../../shared/kernel/date.ts";
import { foldText } from "../../../shared/kernel/text.ts";
import { FUNDS, type DeAnLine, type Fund, type Plan } from "../../../shared/plan/shapes.ts";
import { sumCostLines, type PlanTotals } from "../../../shared/plan/totals.ts";
import { money } from "../model/amount.ts";
import { draftTexts } from "../texts/drafts.ts";
import { texts } from "../texts/index.ts";
import { field } from "./field.ts";
import { copyIcon, editIcon, targetIcon, trashIcon } from "./icons.ts";

function budgetOf(plan: Plan, fund: Fund): number | null {
  return fund === "QG" ? plan.info.nationalBudgetDong : plan.info.localBudgetDong;
}

function fundCard(plan: Plan, totals: PlanTotals, fund: Fund): TemplateResult {
  const t = texts().draft;
  const budget = budgetOf(plan, fund);
  const { supportDong } = totals.byFund[fund];
  const left = budget === null ? null : budget - supportDong;
  return html`<div class="fund ${left !== null && left < 0 ? "over" : ""}" data-testid="fund-${fund}">
    <p class="fund-name">${t.fundLong[fund]}</p>
    <p class="fund-amount">${money(supportDong)}</p>
    ${budget === null
      ? html`<p class="quiet">${t.notGiven}</p>`
      : html`<progress
            max=${Math.max(1, budget)}
            .value=${Math.min(supportDong, budget)}
            aria-label=${t.fundLong[fund]}
          ></progress>
          <p class="quiet">${t.given(money(budget))}</p>
          <p class="fund-left">
            ${left !== null && left < 0 ? t.over(money(-left)) : t.left(money(left ?? 0))}
          </p>`}
  </div>`;
}

export function fundCards(plan: Plan, totals: PlanTotals): TemplateResult {
  return html`<div class="funds">${FUNDS.map((fund) => fundCard(plan, totals, fund))}</div>`;
}

export function planHeading(plan: Plan): TemplateResult {
  const t = texts().draft;
  const { year, province, asOf } = plan.info;
  return html`<h2>${t.heading(year)}</h2>
    <p class="quiet">${asOf === null ? t.noAsOf : t.meta(province ?? "", formatDate(asOf))}</p>`;
}

/** What can be done with a đề án of the list. */
export interface DeAnActions {
  readonly goTo: (line: DeAnLine) => void;
  readonly edit: (line: DeAnLine) => void;
  readonly duplicate: (line: DeAnLine) => void;
  readonly remove: (line: DeAnLine) => void;
  /** Shown under a đề án that is about to be deleted. */
  readonly question: (line: DeAnLine) => TemplateResult | typeof nothing;
}

function iconButton(label: string, icon: TemplateResult, testId: string, run: () => void): TemplateResult {
  return html`<fluent-button
    appearance="subtle"
    size="small"
    icon-only
    aria-label=${label}
    title=${label}
    data-testid=${testId}
    @click=${run}
    >${icon}</fluent-button
  >`;
}

function deAnItem(
  line: DeAnLine,
  sums: ReturnType<typeof sumCostLines>,
  actions: DeAnActions,
): TemplateResult {
  const t = texts().draft;
  const d = draftTexts();
  const code = line.code ?? `${line.row}`;
  const sum = line.code === null ? undefined : sums.get(line.code);
  return html`<li>
    <button
      type="button"
      class="de-an"
      @click=${() => actions.goTo(line)}
      aria-label=${t.goTo(line.code ?? String(line.row))}
    >
      <span class="de-an-code">${line.code ?? "–"}</span>
      <span class="de-an-name">${line.name ?? t.unnamed}</span>
      <span class="de-an-figures">
        <span><span class="quiet">${t.total}</span> <b>${money(sum?.totalDong ?? 0)}</b></span>
        <span><span class="quiet">${t.support}</span> <b>${money(sum?.supportDong ?? 0)}</b></span>
      </span>
      ${targetIcon()}
    </button>
    <div class="row-actions">
      ${line.fund === null ? nothing : html`<span class="badge">${t.funds[line.fund]}</span>`}
      ${line.code === null
        ? nothing
        : html`<span class="row-buttons">
            ${iconButton(d.edit(code), editIcon(), `edit-${code}`, () => actions.edit(line))}
            ${iconButton(d.duplicate(code), copyIcon(), `duplicate-${code}`, () => actions.duplicate(line))}
            ${iconButton(d.remove(code), trashIcon(), `remove-${code}`, () => actions.remove(line))}
          </span>`}
    </div>
    ${actions.question(line)}
  </li>`;
}

/** From this many on, the list can be searched. */
const SEARCH_FROM = 6;

export interface DeAnSearch {
  readonly text: string;
  readonly change: (text: string) => void;
}

export function deAnList(plan: Plan, search: DeAnSearch, actions: DeAnActions): TemplateResult {
  const t = texts().draft;
  const sums = sumCostLines(plan);
  const wanted = foldText(search.text);
  const shown = plan.deAn.filter(({ code, name, beneficiary, place }) =>
    foldText([code, name, beneficiary, place].join(" ")).includes(wanted),
  );
  return html`<section class="card flush" aria-labelledby="de-an-heading">
    <div class="card-head">
      <h3 id="de-an-heading">${t.list}</h3>
      <span class="quiet">${t.count(plan.deAn.length)}</span>
    </div>
    ${plan.deAn.length < SEARCH_FROM
      ? nothing
      : html`<div class="card-search">
          ${field({
            id: "de-an-search",
            label: draftTexts().search,
            value: search.text,
            onInput: search.change,
          })}
        </div>`}
    ${shown.length === 0 ? html`<p class="quiet pad">${draftTexts().noMatch}</p>` : nothing}
    <ul class="de-an-list with-actions" data-testid="de-an-list">
      ${shown.map((line) => deAnItem(line, sums, actions))}
    </ul>
  </section>`;
}
