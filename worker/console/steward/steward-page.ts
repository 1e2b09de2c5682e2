/** <kc-steward>: what waits for a second person, what is in force, what was, a new proposal, and work that failed. */
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Book } from "../../../shared/contract/book.ts";
import type { RuleBook } from "../../../shared/contract/rules.ts";
import type { Publication, PublicationList } from "../../../shared/contract/publications.ts";
import { formatDate, type IsoDate } from "../../../shared/kernel/date.ts";
import { PageElement } from "../lib/element.ts";
import { formatMoment } from "../lib/format.ts";
import { readSession } from "../lib/session.ts";
import { evidenceLinks } from "../parts/evidence-links.ts";
import { problemCard } from "../parts/problem-card.ts";
import { texts } from "../texts/index.ts";
import { stewardTexts } from "../texts/steward.ts";
import "./failed-jobs.ts";
import "./propose-form.ts";
import { propose, readBook, readPublications, readRules } from "./service.ts";
import "./waiting.ts";
import "./waiver-register.ts";

const isSteward = () => readSession()?.person.role === "steward";

export class StewardPage extends PageElement {
  static override properties = {
    found: { state: true },
    book: { state: true },
    rules: { state: true },
    problem: { state: true },
  };
  declare found: PublicationList | null;
  declare book: Book | null;
  declare rules: RuleBook | null;
  declare problem: unknown;

  constructor() {
    super();
    this.found = null;
    this.book = null;
    this.rules = null;
    this.problem = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = stewardTexts().title;
    void this.#load();
  }

  async #load(): Promise<void> {
    this.problem = null;
    try {
      [this.found, this.book, this.rules] = await Promise.all([readPublications(), readBook(), readRules()]);
    } catch (error) {
      this.problem = error;
    }
  }

  async #takeBack({ id, subject }: Publication): Promise<void> {
    const reason = stewardTexts().takeBackReason(subject);
    try {
      await propose({ kind: "withdrawal", reason, content: { of: id } });
      await this.#load();
    } catch (error) {
      this.problem = error;
    }
  }

  #row(item: Publication): TemplateResult {
    const t = stewardTexts();
    return html`<tr data-testid=${item.inForce ? "in-force" : "past"}>
      <td data-label=${t.kind}>${t.kinds[item.kind]}</td>
      <td data-label=${t.subject}>
        <span class="cell-two"
          ><strong>${item.subject}</strong
          ><span class="quiet"
            >${t.number(item.version)} · <code>${item.contentHash.slice(0, 12)}</code>${item.inForce
              ? nothing
              : ` · ${t.states[item.state]}`}</span
          ><span class="quiet">${item.note === "" ? item.reason : `${item.reason} · ${item.note}`}</span
          >${evidenceLinks(item)}</span
        >
      </td>
      <td data-label=${t.from}>${formatDate(item.from as IsoDate)}</td>
      <td data-label=${t.people}>
        <span class="cell-two"
          ><span>${t.by(item.proposedBy.name, item.decidedBy?.name ?? "")}</span
          ><span class="quiet">${item.decidedAt === null ? "" : formatMoment(item.decidedAt)}</span></span
        >
      </td>
      <td>
        ${item.inForce && isSteward() && item.kind !== "catalogue-fact"
          ? html`<button
              type="button"
              class="plain-button"
              data-testid="take-back"
              @click=${() => void this.#takeBack(item)}
            >
              ${t.takeBack}
            </button>`
          : nothing}
      </td>
    </tr>`;
  }

  #table(items: readonly Publication[], label: string): TemplateResult {
    const t = stewardTexts();
    return html`<div class="table-frame" tabindex="0" role="region" aria-label=${label}>
      <table class="list plain">
        <thead>
          <tr>
            ${[t.kind, t.subject, t.from, t.people].map((name) => html`<th scope="col">${name}</th>`)}
            <td></td>
          </tr>
        </thead>
        <tbody>
          ${items.map((item) => this.#row(item))}
        </tbody>
      </table>
    </div>`;
  }

  #content({ items, chain, bookVersion }: PublicationList): TemplateResult {
    const t = stewardTexts();
    const waiting = items.filter(({ state }) => state === "proposed");
    const standing = items.filter(({ inForce }) => inForce);
    const past = items.filter(({ inForce, state }) => !inForce && state !== "proposed");
    const reload = () => void this.#load();
    return html`<p class="quiet" data-testid="book-version">
        ${t.version(bookVersion)} · ${chain.ok ? t.chainGood(chain.events) : t.chainBad}
      </p>
      <section class="order-section" aria-labelledby="waiting-heading">
        <h2 id="waiting-heading">${t.waiting}</h2>
        ${waiting.length === 0 ? html`<p class="empty">${t.noWaiting}</p>` : nothing}
        ${repeat(
          waiting,
          ({ id }) => id,
          (item) => html`<kc-waiting .item=${item} @kc-decided=${reload}></kc-waiting>`,
        )}
      </section>
      <section class="order-section" aria-labelledby="standing-heading">
        <h2 id="standing-heading">${t.standing}</h2>
        ${standing.length === 0
          ? html`<p class="empty">${t.noStanding}</p>`
          : this.#table(standing, t.standing)}
      </section>
      <kc-waiver-register .rules=${this.rules}></kc-waiver-register>
      ${isSteward()
        ? html`<section class="order-section" aria-labelledby="propose-heading">
              <h2 id="propose-heading">${t.propose}</h2>
              <p>
                <a class="link-button" href="#/so-sanh/de-xuat" data-testid="go-proposal"
                  >${t.proposeNorms}</a
                >
              </p>
              <kc-propose .book=${this.book} .rules=${this.rules} @kc-proposed=${reload}></kc-propose>
            </section>
            <kc-failed-jobs></kc-failed-jobs>`
        : nothing}
      ${past.length === 0
        ? nothing
        : html`<section class="order-section" aria-labelledby="past-heading">
            <h2 id="past-heading">${t.history}</h2>
            ${this.#table(past, t.history)}
          </section>`}`;
  }

  protected override render(): TemplateResult {
    const t = stewardTexts();
    return html`<div class="page-head">
        <h1>${t.heading}</h1>
        <p class="quiet">${t.lead}</p>
      </div>
      ${this.problem === null
        ? nothing
        : problemCard(this.problem, { label: texts().shell.retry, run: () => void this.#load() })}
      ${this.found === null
        ? html`<p class="loading" role="status">${texts().shell.loading}</p>`
        : this.#content(this.found)}`;
  }
}

customElements.define("kc-steward", StewardPage);
