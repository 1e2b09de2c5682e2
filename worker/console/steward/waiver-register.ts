/** <kc-waiver-register>: rules the Ministry's reviewers waived, submission by submission, and how often each. */
import { html, nothing, type TemplateResult } from "lit";
import type { RuleBook } from "../../../shared/contract/rules.ts";
import type { WaiverRegister } from "../../../shared/contract/waiver.ts";
import { AskedPage } from "../lib/asked-page.ts";
import { formatMoment } from "../lib/format.ts";
import { readSession } from "../lib/session.ts";
import { lang } from "../texts/index.ts";
import { stewardTexts } from "../texts/steward.ts";
import { waiverTexts } from "../texts/waivers.ts";
import { readWaivers } from "./service.ts";

type Item = WaiverRegister["items"][number];

class WaiverRegisterView extends AskedPage<WaiverRegister> {
  static override properties = { ...AskedPage.properties, rules: { attribute: false } };
  declare rules: RuleBook | null;

  constructor() {
    super();
    this.rules = null;
  }

  protected override ask(): Promise<WaiverRegister> {
    return readWaivers();
  }

  protected override pageTitle(): string {
    return stewardTexts().title;
  }

  #titleOf(id: string): string {
    return this.rules?.rules.find((rule) => rule.id === id)?.title[lang()] ?? "";
  }

  /** The steward reads no submission, so its name is no link for them. */
  #submission({ submissionId, provinceName, year }: Item): TemplateResult {
    const name = waiverTexts().register.submission(provinceName, year);
    return readSession()?.person.role === "ministry"
      ? html`<a href=${`#/ho-so/${submissionId}`}>${name}</a>`
      : html`${name}`;
  }

  #row(item: Item): TemplateResult {
    const t = waiverTexts();
    const { by, decided, revoked } = item;
    const said: readonly [string, typeof decided][] = [
      [item.state === "granted" && decided === null ? t.grantedBy : t.proposedBy, by],
      [item.state === "refused" ? t.refusedBy : t.confirmedBy, decided],
      [t.revokedBy, revoked],
    ];
    return html`<tr data-testid="waiver" data-state=${item.state}>
      <td data-label=${t.register.rule}>
        <span class="cell-two"
          ><strong>${item.rule}</strong><span class="quiet">${this.#titleOf(item.rule)}</span></span
        >
      </td>
      <td data-label=${t.register.file}>${this.#submission(item)}</td>
      <td data-label=${t.register.reason}>
        <span class="cell-two"
          ><span>${item.reason}</span><span class="quiet">${t.states[item.state]}</span></span
        >
      </td>
      <td data-label=${t.register.people}>
        <span class="cell-two"
          >${said.map(([label, word]) =>
            word === null
              ? nothing
              : html`<span class="quiet">${label}: ${word.name}, ${formatMoment(word.at)}</span>`,
          )}</span
        >
      </td>
    </tr>`;
  }

  #table(items: readonly Item[]): TemplateResult {
    const { register: t } = waiverTexts();
    return html`<div class="table-frame" tabindex="0" role="region" aria-label=${t.heading}>
      <table class="list plain">
        <thead>
          <tr>
            ${[t.rule, t.file, t.reason, t.people].map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${items.map((item) => this.#row(item))}
        </tbody>
      </table>
    </div>`;
  }

  #body(): TemplateResult {
    const { register: t } = waiverTexts();
    if (this.problem !== null) return this.refusal();
    if (this.answer === null) return this.loading();
    const { items, rules } = this.answer;
    if (items.length === 0) return html`<p class="empty">${t.none}</p>`;
    return html`<ul class="waiver-counts" data-testid="waiver-counts">
        ${rules.map(
          ({ rule, granted, proposed }) =>
            html`<li><strong>${rule}</strong> ${t.count(granted, proposed)}</li>`,
        )}
      </ul>
      ${this.#table(items)}`;
  }

  protected override render(): TemplateResult {
    const { register: t } = waiverTexts();
    return html`<section
      class="order-section"
      aria-labelledby="waivers-heading"
      data-testid="waiver-register"
    >
      <h2 id="waivers-heading">${t.heading}</h2>
      <p class="quiet">${t.lead}</p>
      ${this.#body()}
    </section>`;
  }
}
customElements.define("kc-waiver-register", WaiverRegisterView);
