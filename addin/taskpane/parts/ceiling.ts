/** The ceiling of support as it stands while costs are typed: figure, arithmetic, law, mark. */
import { html, nothing, type TemplateResult } from "lit";
import { formatDate, type IsoDate } from "../../../shared/kernel/date.ts";
import type { Fund } from "../../../shared/plan/shapes.ts";
import { money } from "../model/amount.ts";
import type { Evaluation } from "../model/wizard.ts";
import { lang, texts } from "../texts/index.ts";
import { citation } from "./law.ts";
import { notice } from "./notice.ts";

export function ceilingCard(
  evaluation: Evaluation,
  asOf: IsoDate | null,
  fund: Fund,
  use: (() => void) | null,
): TemplateResult {
  const t = texts().wizard;
  const { ceiling, overDong } = evaluation;
  if (ceiling === null) return notice("warning", texts().draft.noAsOf);
  const at = asOf === null ? "" : t.ceilingAt(formatDate(asOf));
  if (!ceiling.ok) {
    return html`<div class="ceiling" data-testid="ceiling">
      <p class="ceiling-head"><span>${t.ceiling}</span> <b>${t.noCeiling}</b></p>
      <p class="quiet">${lang() === "vi" ? ceiling.error.vi : ceiling.error.en}</p>
    </div>`;
  }
  const { maxDong, working, cite, verified } = ceiling.value;
  return html`<div class="ceiling ${overDong > 0 ? "over" : ""}" data-testid="ceiling">
    <p class="ceiling-head"><span>${t.ceiling}</span> <b>${money(maxDong)}</b></p>
    <p class="quiet">${at}: ${working}</p>
    ${citation(cite, verified)} ${fund === "ĐP" ? html`<p class="quiet">${t.ceilingLocal}</p>` : nothing}
    <div role="status">
      ${overDong > 0 ? html`<p class="over-text">${t.over(money(overDong))}</p>` : nothing}
    </div>
    ${use === null
      ? nothing
      : html`<div class="actions">
          <fluent-button size="small" @click=${use} data-testid="use-ceiling">${t.useCeiling}</fluent-button>
        </div>`}
  </div>`;
}
