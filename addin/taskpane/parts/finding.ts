/** Findings of one rule: what is wrong, then each place with its figures, its law and what to do. */
import { html, nothing, type TemplateResult } from "lit";
import { formatDate, type IsoDate } from "../../../shared/kernel/date.ts";
import type { Finding } from "../../../shared/kernel/finding.ts";
import { peopleOf } from "../../../shared/plan/waivers.ts";
import { money } from "../model/amount.ts";
import type { FindingGroup } from "../model/findings.ts";
import { texts } from "../texts/index.ts";
import { severityIcon, targetIcon } from "./icons.ts";

export interface FindingActions {
  readonly goTo: (finding: Finding) => void;
  readonly fix: (finding: Finding) => void;
  /** False when the cell already holds what the fix would put there: then the cause is elsewhere. */
  readonly canFix: (finding: Finding) => boolean;
}

export function whereText({ where }: Finding): string {
  if (where.cell !== undefined) return `${where.sheet}!${where.cell}`;
  return where.row === undefined ? where.sheet : `${where.sheet}!${where.row}`;
}

function signed(amountDong: number): string {
  return amountDong > 0 ? `+${money(amountDong)}` : money(amountDong);
}

function detail(label: string, value: string | undefined): TemplateResult | typeof nothing {
  return value === undefined || value === ""
    ? nothing
    : html`<div>
        <dt>${label}</dt>
        <dd>${value}</dd>
      </div>`;
}

function place(finding: Finding, actions: FindingActions): TemplateResult {
  const t = texts().check;
  const where = whereText(finding);
  const difference = finding.differenceDong === undefined ? undefined : signed(finding.differenceDong);
  return html`<li class="place" data-testid="finding" data-rule=${finding.rule}>
    <div class="place-head">
      <button
        type="button"
        class="link"
        aria-label=${t.goTo(where)}
        data-testid="go-to"
        @click=${() => actions.goTo(finding)}
      >
        ${where}${targetIcon()}
      </button>
      ${!actions.canFix(finding)
        ? nothing
        : html`<fluent-button
            size="small"
            aria-label=${t.fixLabel(where)}
            data-testid="fix"
            @click=${() => actions.fix(finding)}
            >${t.fix}</fluent-button
          >`}
    </div>
    <p class="place-message">${finding.message}</p>
    <dl class="details">
      ${detail(t.found, finding.found)} ${detail(t.expected, finding.expected)}
      ${detail(t.difference, difference)} ${detail(t.basis, finding.basis)}
      ${detail(t.remedy, finding.remedy)}
    </dl>
  </li>`;
}

function waivedText(finding: Finding | undefined): TemplateResult | typeof nothing {
  if (finding?.waived === undefined) return nothing;
  const { reason, on } = finding.waived;
  return html`<p class="pad" data-testid="waived">
    ${texts().waiver.waived(reason, peopleOf(finding.waived), formatDate(on as IsoDate))}
  </p>`;
}

export function findingGroup(
  group: FindingGroup,
  shown: number,
  actions: FindingActions,
  showAll: () => void,
): TemplateResult {
  const t = texts().check;
  const hidden = group.findings.length - shown;
  return html`<section
    class="card flush group ${group.severity}"
    aria-label="${t.severity[group.severity]} ${group.rule}"
  >
    <div class="card-head">
      <h3>
        ${severityIcon(group.severity)}${t.severity[group.severity]}
        <a class="rule" href="/huong-dan/quy-tac#${group.rule.toLowerCase()}" target="_blank" rel="noopener"
          >${group.rule}</a
        >
      </h3>
      ${group.findings.length > 1
        ? html`<span class="quiet">${t.places(group.findings.length)}</span>`
        : nothing}
    </div>
    ${waivedText(group.findings[0])}
    <ul class="places">
      ${group.findings.slice(0, shown).map((finding) => place(finding, actions))}
    </ul>
    ${hidden <= 0
      ? nothing
      : html`<div class="card-foot">
          <fluent-button appearance="subtle" size="small" @click=${showAll}
            >${t.showMore(hidden)}</fluent-button
          >
        </div>`}
  </section>`;
}
