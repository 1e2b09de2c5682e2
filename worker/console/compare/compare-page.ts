/** <kc-compare>: one figure of many provinces side by side, drawn, with its centre and the figures far from it. */
import { html, nothing, type TemplateResult } from "lit";
import {
  COMPARED_TOPICS,
  type ComparedFigureView,
  type ComparedKeys,
  type ComparedTopic,
  type Comparison,
} from "../../../shared/contract/comparison.ts";
import { listComparisons, readComparison } from "../lib/api.ts";
import { PageElement } from "../lib/element.ts";
import { problemCard } from "../parts/problem-card.ts";
import { tabs } from "../parts/tabs.ts";
import { texts } from "../texts/index.ts";
import { reviewTexts } from "../texts/review.ts";
import type { Scale } from "./scale.ts";
import { byProvince } from "./spread-model.ts";
import { isMoney, show, showWorkedOut } from "./show.ts";
import { isClipped, scaleOfComparison, spreadPicture, strip } from "./spread-picture.ts";

const TYPING_PAUSE_MS = 300;
const PANEL = "compare-panel";

export class ComparePage extends PageElement {
  static override properties = {
    topic: { state: true },
    q: { state: true },
    keys: { state: true },
    chosen: { state: true },
    problem: { state: true },
  };
  declare topic: ComparedTopic;
  declare q: string;
  declare keys: ComparedKeys["items"] | null;
  declare chosen: Comparison | null;
  declare problem: unknown;
  #typing: ReturnType<typeof setTimeout> | undefined;
  /** Answers that arrive after a newer question are dropped. */
  #question = 0;

  constructor() {
    super();
    this.topic = "service";
    this.q = "";
    this.keys = null;
    this.chosen = null;
    this.problem = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = texts().compare.title;
    void this.#list();
  }

  async #ask<T>(question: () => Promise<T>, take: (answer: T) => void): Promise<void> {
    this.#question += 1;
    const mine = this.#question;
    this.problem = null;
    try {
      const answer = await question();
      if (mine === this.#question) take(answer);
    } catch (error) {
      if (mine === this.#question) this.problem = error;
    }
  }

  #list(): Promise<void> {
    return this.#ask(
      () => listComparisons(this.topic, this.q),
      ({ items }) => {
        this.keys = items;
        const [first] = items;
        if (first === undefined) this.chosen = null;
        else void this.#choose(first.key);
      },
    );
  }

  #choose(key: string): Promise<void> {
    return this.#ask(
      () => readComparison(this.topic, key),
      (comparison) => (this.chosen = comparison),
    );
  }

  #setTopic(topic: string): void {
    this.topic = topic as ComparedTopic;
    this.q = "";
    this.keys = null;
    this.chosen = null;
    void this.#list();
  }

  #type(event: Event): void {
    this.q = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.#list(), TYPING_PAUSE_MS);
  }

  #keyList(): TemplateResult {
    const t = texts().compare;
    const items = this.keys ?? [];
    return html`<div class="compare-keys">
      <label class="field">
        <span>${t.search}</span>
        <input
          class="input"
          type="search"
          maxlength="100"
          .value=${this.q}
          data-testid="compare-search"
          @input=${(event: Event) => this.#type(event)}
        />
      </label>
      <ul>
        ${items.map(
          ({ key, label, provinces, figures }) =>
            html`<li>
              <button
                type="button"
                class="plain-button"
                data-testid="compare-key"
                aria-current=${key === this.chosen?.key ? "true" : nothing}
                @click=${() => this.#choose(key)}
              >
                <span>${label}</span><span class="quiet">${t.counts(provinces, figures)}</span>
              </button>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  #facts({ summary, unit, truncated }: Comparison): TemplateResult {
    const t = texts().compare;
    if (!summary.enough) {
      const words = truncated ? t.truncated(summary.n) : t.tooFew(summary.provinces, summary.needed);
      return html`<p class="notice info" data-testid="compare-too-few">${words}</p>`;
    }
    const of = (decimal: string) => showWorkedOut(decimal, unit);
    const facts: [string, string][] = [
      [t.estimate, `${of(summary.estimate)} ${unit}`],
      [t.interval(summary.coverage / 100), `${of(summary.low)} – ${of(summary.high)}`],
      [t.median, of(summary.median)],
      [t.mad, of(summary.mad)],
      [t.base, t.counts(summary.provinces, summary.n)],
    ];
    return html`<dl class="facts columns" data-testid="compare-facts">
        ${facts.map(
          ([name, value]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
      ${isMoney(unit) ? html`<p class="quiet">${t.roundedMoney}</p>` : nothing}`;
  }

  #mark(figure: ComparedFigureView): TemplateResult | typeof nothing {
    return figure.outlier === null
      ? nothing
      : html`<span class="badge warning">${texts().compare.far(figure.outlier)}</span>`;
  }

  #figure(figure: ComparedFigureView): TemplateResult {
    const place = `${figure.sheet}!${figure.cell}`;
    return html`<li>
      <strong>${show(figure.value)}</strong>
      <a href=${`#/ho-so/${figure.submissionId}?o=${place}`}>${figure.year} · ${place}</a>
      ${this.#mark(figure)}
    </li>`;
  }

  #table(comparison: Comparison, scale: Scale): TemplateResult {
    const t = texts().compare;
    const { summary } = comparison;
    const centre = summary.enough ? Number(summary.estimate) : null;
    return html`<div class="table-frame" tabindex="0" role="region" aria-label=${t.spread}>
        <table class="list plain compare">
          <caption class="sr-only">
            ${comparison.label}
          </caption>
          <thead>
            <tr>
              <th scope="col">${t.province}</th>
              <th scope="col">${t.picture}</th>
              <th scope="col">${t.figuresIn(comparison.unit)}</th>
            </tr>
          </thead>
          <tbody>
            ${byProvince(comparison.figures).map(
              ({ name, figures }) =>
                html`<tr data-testid="compare-province">
                  <td data-label=${t.province}>${name}</td>
                  <td class="strip-cell">${strip(figures, scale, centre)}</td>
                  <td class="compare-cell">
                    <ul class="compare-figures">
                      ${figures.map((figure) => this.#figure(figure))}
                    </ul>
                  </td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="quiet">
        ${summary.enough ? t.legend : ""}${isClipped(comparison) ? ` ${t.clipped}` : ""}${scale.logarithmic
          ? ` ${t.logarithmic}`
          : ""}
      </p>`;
  }

  #chosen(chosen: Comparison): TemplateResult {
    const scale = scaleOfComparison(chosen);
    return html`<h2>${chosen.label}</h2>
      ${this.#facts(chosen)} ${spreadPicture(chosen, scale)} ${this.#table(chosen, scale)}`;
  }

  #result(): TemplateResult {
    const t = texts().compare;
    if (this.problem !== null) {
      return problemCard(this.problem, { label: texts().shell.retry, run: () => void this.#list() });
    }
    if (this.keys === null) return html`<p class="loading" role="status">${texts().shell.loading}</p>`;
    if (this.keys.length === 0 && this.q === "") return html`<p class="empty">${t.empty[this.topic]}</p>`;
    const chosen = this.chosen;
    return html`<div class="compare-columns">
      ${this.#keyList()}
      <section aria-live="polite" data-testid="comparison">
        ${chosen === null ? html`<p class="empty">${t.none}</p>` : this.#chosen(chosen)}
      </section>
    </div>`;
  }

  protected override render(): TemplateResult {
    const t = texts().compare;
    return html`<div class="page-head">
        <h1>${t.heading}</h1>
        <p class="quiet">${t.lead}</p>
        <a class="link-button" href="#/so-sanh/qua-cac-nam" data-testid="go-history"
          >${reviewTexts().history.link}</a
        >
        <a class="link-button" href="#/so-sanh/de-xuat" data-testid="go-proposal">${t.goProposal}</a>
      </div>
      ${tabs({
        label: t.topics,
        items: COMPARED_TOPICS.map((id) => ({ id, label: t.topic[id] })),
        active: this.topic,
        className: "topic-tabs",
        panel: PANEL,
        choose: (id) => this.#setTopic(id),
      })}
      <div id=${PANEL} role="tabpanel" tabindex="0" aria-label=${t.topic[this.topic]}>
        ${this.#result()}
      </div>`;
  }
}

customElements.define("kc-compare", ComparePage);
