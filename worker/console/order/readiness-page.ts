/** <kc-readiness submission-id>: can each đề án of a submission be ordered, and if not, which way the money may go. */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { SubmissionReadiness } from "../../../shared/contract/catalogue.ts";
import { ROUTES_OF_MONEY, ROUTE_LABEL } from "../../../shared/plan/ordering.ts";
import { PageElement } from "../lib/element.ts";
import { money } from "../lib/format.ts";
import { problemCard } from "../parts/problem-card.ts";
import { lang, texts } from "../texts/index.ts";
import { orderTexts } from "../texts/order.ts";
import { pageHead } from "./parts.ts";
import { factCells, routeBadge, whyCell } from "./readiness-view.ts";
import { readReadiness } from "./service.ts";

type Line = SubmissionReadiness["lines"][number];

export class ReadinessPage extends PageElement {
  static override properties = {
    submissionId: { type: String, attribute: "submission-id" },
    found: { state: true },
    date: { state: true },
    problem: { state: true },
  };
  declare submissionId: string;
  declare found: SubmissionReadiness | null;
  declare date: string;
  declare problem: unknown;

  constructor() {
    super();
    this.submissionId = "";
    this.found = null;
    this.date = "";
    this.problem = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("submissionId")) return;
    document.title = orderTexts().readiness.title;
    void this.#load();
  }

  async #load(): Promise<void> {
    this.problem = null;
    try {
      this.found = await readReadiness(this.submissionId, this.date);
    } catch (error) {
      this.problem = error;
    }
  }

  #price({ price }: Line): TemplateResult | typeof nothing {
    const t = orderTexts().readiness;
    if (price === null) return nothing;
    const words =
      price.differenceDong === 0
        ? t.expected(money(price.expectedDong))
        : t.differs(money(price.differenceDong));
    return html`<span class=${price.differenceDong === 0 ? "quiet" : "owed"}>${words}</span>`;
  }

  #row(line: Line): TemplateResult {
    const t = orderTexts();
    return html`<tr data-testid="readiness-line">
      <td data-label=${t.readiness.line}>
        <span class="cell-two"><strong>${line.code}</strong><span>${line.name}</span></span>
      </td>
      <td class="numeric" data-label=${t.readiness.money}>
        <span class="cell-two">${money(line.supportDong)} ${this.#price(line)}</span>
      </td>
      ${factCells(line.readiness)}
      <td data-label=${t.catalogue.route}>${routeBadge(line.readiness)}</td>
      <td data-label=${t.catalogue.why} class="why-cell">${whyCell(line.readiness)}</td>
    </tr>`;
  }

  #table(found: SubmissionReadiness): TemplateResult {
    const t = orderTexts();
    const { list, norm, price } = t.catalogue.facts;
    return html`<dl class="tiles order-tiles">
        ${ROUTES_OF_MONEY.map(
          (route) =>
            html`<div class="tile">
              <dt>${ROUTE_LABEL[route][lang()]}</dt>
              <dd><strong>${money(found.totals[route].supportDong)}</strong></dd>
              <dd class="quiet">${t.readiness.lines(found.totals[route].lines)}</dd>
            </div>`,
        )}
      </dl>
      <div class="table-frame" tabindex="0" role="region" aria-label=${t.readiness.heading}>
        <table class="list plain">
          <thead>
            <tr>
              <th scope="col">${t.readiness.line}</th>
              <th scope="col" class="numeric">${t.readiness.money}</th>
              ${[list, norm, price, t.catalogue.route, t.catalogue.why].map(
                (name) => html`<th scope="col">${name}</th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${found.lines.map((line) => this.#row(line))}
          </tbody>
        </table>
      </div>`;
  }

  protected override render(): TemplateResult {
    const t = orderTexts();
    const { found } = this;
    return html`${pageHead(t.readiness.heading, t.readiness.lead, "book")}
      <div class="filters">
        <a class="link-button" href="#/dat-hang">${t.readiness.back}</a>
        <a class="link-button" href=${`#/ho-so/${this.submissionId}`}>${t.readiness.order}</a>
        <label class="field"
          ><span>${t.date}</span
          ><input
            class="input"
            type="date"
            .value=${found?.date ?? ""}
            @change=${(event: Event) => {
              this.date = (event.target as HTMLInputElement).value;
              void this.#load();
            }}
        /></label>
      </div>
      ${this.problem !== null
        ? problemCard(this.problem, { label: texts().shell.retry, run: () => void this.#load() })
        : found === null
          ? html`<p class="loading" role="status">${texts().shell.loading}</p>`
          : this.#table(found)}`;
  }
}

customElements.define("kc-readiness", ReadinessPage);
