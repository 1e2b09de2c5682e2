/** <kc-findings>: the list beside a sheet; a click asks for the cell ("kc-finding"), a button for a waiver ("kc-waive", the rule). */
import { html, nothing, type TemplateResult } from "lit";
import type { Finding, Severity } from "../../../shared/kernel/finding.ts";
import { countedWaivers, openWaiver, waiverFor, type Waiver } from "../../../shared/plan/waivers.ts";
import { PageElement } from "../lib/element.ts";
import { SEVERITIES } from "../lib/format.ts";
import { texts } from "../texts/index.ts";
import { waiverTexts } from "../texts/waivers.ts";
import { severityIcon } from "./icons.ts";
import { findingFacts } from "./tip.ts";

const PAGE = 100;

export function placeText(where: Finding["where"]): string {
  const t = texts().finding;
  if (where.cell !== undefined) return `${where.sheet}!${where.cell}`;
  return where.row === undefined ? t.wholeSheet(where.sheet) : t.atRow(where.sheet, where.row);
}

export interface WarningReason {
  readonly rule: string;
  readonly sheet: string;
  readonly cell?: string | undefined;
  readonly reason: string;
}

export class FindingsList extends PageElement {
  static override properties = {
    findings: { attribute: false },
    /** Why the sender keeps it, per warning. */
    reasons: { attribute: false },
    /** Mark key of the picked cell: "KC_DeAn!N5". */
    picked: { type: String },
    /** Of the submission, whatever became of them. */
    waivers: { attribute: false },
    /** Rules the person may waive. */
    waivable: { attribute: false },
    filter: { state: true },
    limit: { state: true },
  };
  declare findings: readonly Finding[];
  declare reasons: readonly WarningReason[];
  declare picked: string;
  declare waivers: readonly Waiver[];
  declare waivable: readonly string[];
  declare filter: Severity | null;
  declare limit: number;

  constructor() {
    super();
    this.findings = [];
    this.reasons = [];
    this.picked = "";
    this.waivers = [];
    this.waivable = [];
    this.filter = null;
    this.limit = PAGE;
  }

  #filters(): TemplateResult | typeof nothing {
    const t = texts();
    const counts = SEVERITIES.map((severity) => ({
      severity,
      count: this.findings.filter((finding) => finding.severity === severity).length,
    })).filter(({ count }) => count > 0);
    if (counts.length < 2) return nothing;
    const words = { error: t.severity.errors, warning: t.severity.warnings, info: t.severity.infos };
    const chip = (value: Severity | null, label: string) =>
      html`<button
        type="button"
        class="chip"
        aria-pressed=${this.filter === value ? "true" : "false"}
        @click=${() => (this.filter = value)}
      >
        ${label}
      </button>`;
    return html`<div class="chips" role="group" aria-label=${t.finding.filter}>
      ${chip(null, t.finding.all(this.findings.length))}
      ${counts.map(({ severity, count }) => chip(severity, words[severity](count)))}
    </div>`;
  }

  /** What the receipt says was waived, or what has been waived since; the button for it once a rule. */
  #waiver(finding: Finding, isFirst: boolean): TemplateResult | typeof nothing {
    const t = waiverTexts();
    const open = openWaiver(this.waivers, finding.rule);
    const [since] = countedWaivers(open === null ? [] : [open]);
    const waived = finding.waived ?? waiverFor(since === undefined ? [] : [since], finding);
    if (waived !== null) {
      const people = waived.confirmedBy === null ? waived.by : t.both(waived.by, waived.confirmedBy);
      const takenBack = this.waivers.some(({ id, state }) => id === waived.id && state === "revoked");
      return html`<p class="reason waived" data-testid="waived">
        ${t.waived(waived.reason, people, t.day(waived.on))}${takenBack
          ? html`; <strong>${t.takenBack}</strong>`
          : nothing}
      </p>`;
    }
    if (open?.state === "proposed") return html`<p class="reason">${t.waiting(finding.rule)}</p>`;
    if (!isFirst || finding.severity === "info" || !this.waivable.includes(finding.rule)) return nothing;
    return html`<fluent-button
      size="small"
      data-testid=${`waive-${finding.rule}`}
      @click=${() => this.dispatchEvent(new CustomEvent<string>("kc-waive", { detail: finding.rule }))}
      >${t.ask(finding.rule)}</fluent-button
    >`;
  }

  #item(finding: Finding, number: number, isFirst: boolean): TemplateResult {
    const t = texts();
    const place = placeText(finding.where);
    const reason = this.reasons.find(
      ({ rule, sheet, cell }) =>
        rule === finding.rule && sheet === finding.where.sheet && cell === finding.where.cell,
    );
    const picked = finding.where.cell !== undefined && place === this.picked;
    return html`<li class="finding ${finding.severity} ${picked ? "picked" : ""}">
      <button type="button" data-testid=${`finding-${number}`} @click=${() => this.#go(finding)}>
        <span class="finding-head">
          ${severityIcon(finding.severity)}<span>${t.severity[finding.severity]}</span>
          <code>${finding.rule}</code><span class="place">${place}</span>
        </span>
        <span class="finding-message">${finding.message}</span>
      </button>
      ${reason === undefined
        ? nothing
        : html`<p class="reason"><strong>${t.finding.reason}:</strong> ${reason.reason}</p>`}
      ${this.#waiver(finding, isFirst)}
      <details ?open=${finding.severity === "error"}>
        <summary>${t.finding.details}</summary>
        ${findingFacts(finding)}
        <a href="/huong-dan/quy-tac#${finding.rule.toLowerCase()}" target="_blank" rel="noopener"
          >${finding.rule}</a
        >
      </details>
    </li>`;
  }

  #go(finding: Finding): void {
    this.dispatchEvent(new CustomEvent<Finding>("kc-finding", { detail: finding }));
  }

  protected override render(): TemplateResult {
    const t = texts().finding;
    if (this.findings.length === 0) return html`<p class="quiet">${t.none}</p>`;
    // Numbered in the whole list, so a number means the same finding whatever the filter.
    const numbered = this.findings.map((finding, index) => ({ finding, number: index + 1 }));
    const chosen = numbered.filter(({ finding }) => this.filter === null || finding.severity === this.filter);
    const firsts = new Map(chosen.toReversed().map(({ finding, number }) => [finding.rule, number]));
    const rest = chosen.length - this.limit;
    return html`${this.#filters()}
      <ol class="findings">
        ${chosen
          .slice(0, this.limit)
          .map(({ finding, number }) => this.#item(finding, number, firsts.get(finding.rule) === number))}
      </ol>
      ${rest <= 0
        ? nothing
        : html`<fluent-button size="small" @click=${() => (this.limit += PAGE)}
            >${t.showMore(Math.min(PAGE, rest))}</fluent-button
          >`}`;
  }
}

customElements.define("kc-findings", FindingsList);
