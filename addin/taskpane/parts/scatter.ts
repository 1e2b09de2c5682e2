/** How scattered the plan is, with the formula and its numbers, and which đề án could be carried out together. */
import { html, nothing, type TemplateResult } from "lit";
import { formatDong } from "../../../shared/kernel/money.ts";
import { suggestLinks, type LinkSuggestion } from "../../../shared/plan/links.ts";
import { scatterOf, type Scatter } from "../../../shared/plan/scatter.ts";
import type { DeAnLine, Plan } from "../../../shared/plan/shapes.ts";
import { money } from "../model/amount.ts";
import { scatterTexts } from "../texts/scatter.ts";
import "./neighbours.ts";

/** Squares printed one by one; the rest as one word. */
const MOST_TERMS = 4;

function decimal(value: number, places: number): string {
  const digits = String(value).padStart(places + 1, "0");
  return `${digits.slice(0, -places)},${digits.slice(-places)}`;
}

/** "1 − (300.000.000² + 200.000.000² + …) / 500.000.000² = 0,480" */
export function formulaText(scatter: Scatter): string {
  const terms = scatter.works.slice(0, MOST_TERMS).map(({ supportDong }) => `${formatDong(supportDong)}²`);
  if (scatter.works.length > MOST_TERMS) terms.push("…");
  return `1 − (${terms.join(" + ")}) / ${formatDong(scatter.totalDong)}² = ${decimal(scatter.thousandths, 3)}`;
}

function suggestion(one: LinkSuggestion, goTo: (line: DeAnLine) => void): TemplateResult {
  const t = scatterTexts();
  return html`<li class="link-suggestion">
    <p>${t.reason[one.reason](one.shared)}</p>
    <p class="quiet">${t.together(one.lines.length, money(one.supportDong), one.fund)}</p>
    <p class="codes">
      ${one.lines.map(
        (line, index) =>
          html`<button
            type="button"
            class="code-button"
            aria-label=${t.goTo(line.code ?? "")}
            title=${line.name ?? ""}
            @click=${() => goTo(line)}
          >
            ${line.code}: ${money(one.supports[index] ?? 0)}
          </button>`,
      )}
    </p>
    ${one.otherFund.length === 0
      ? nothing
      : html`<p class="quiet">${t.otherFund(one.otherFund.map(({ code }) => code ?? "").join(", "))}</p>`}
  </li>`;
}

export function scatterCard(plan: Plan, goTo: (line: DeAnLine) => void): TemplateResult | typeof nothing {
  const scatter = scatterOf(plan);
  if (scatter === null) return nothing;
  const t = scatterTexts();
  const links = suggestLinks(plan);
  const some = plan.deAn.some(({ trade, beneficiary }) => trade !== null || beneficiary !== null);
  return html`<section class="card" aria-labelledby="scatter-heading" data-testid="scatter">
    <h3 id="scatter-heading">${t.heading}</h3>
    <div class="coverage-meter">
      <meter min="0" max="1000" .value=${scatter.thousandths} aria-label=${t.heading}></meter>
      <p>
        <b>${t.value(decimal(scatter.thousandths, 3))}</b>:
        ${t.meaning(decimal(scatter.equalWorksHundredths, 2))}
      </p>
    </div>
    <p class="quiet">${t.scale} ${t.median(money(scatter.medianDong))}.</p>
    <details>
      <summary>${t.formula}</summary>
      <p class="formula" data-testid="scatter-formula">${formulaText(scatter)}</p>
      <p class="quiet">${t.own}</p>
    </details>
    <h4>${t.links}</h4>
    <p class="quiet">${links.length > 0 ? t.linksLead : some ? t.linksNone : t.linksNeed}</p>
    <ul class="link-suggestions" data-testid="links">
      ${links.map((one) => suggestion(one, goTo))}
    </ul>
    <kc-neighbours></kc-neighbours>
  </section>`;
}
