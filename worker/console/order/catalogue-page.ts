/** <kc-catalogue>: what was issued about each service in a province on a day; the steward publishes here. */
import { html, nothing, type TemplateResult } from "lit";
import type { CatalogueFactView, ServiceCatalogue } from "../../../shared/contract/catalogue.ts";
import { formatDate, type IsoDate } from "../../../shared/kernel/date.ts";
import { FACT_LABEL } from "../../../shared/plan/ordering.ts";
import { AskedPage } from "../lib/asked-page.ts";
import { formatMoment, money } from "../lib/format.ts";
import { readSession } from "../lib/session.ts";
import { lang } from "../texts/index.ts";
import { orderTexts } from "../texts/order.ts";
import "./publish-form.ts";
import { mark, pageHead, provinceChoice } from "./parts.ts";
import { factCells, routeBadge, whyCell } from "./readiness-view.ts";
import { proposeFact, readCatalogue } from "./service.ts";

const dateText = (iso: string | null): string => (iso === null ? "" : formatDate(iso as IsoDate));

export class CataloguePage extends AskedPage<ServiceCatalogue> {
  static override properties = {
    ...AskedPage.properties,
    province: { state: true },
    date: { state: true },
    waiting: { state: true },
  };
  declare province: string;
  declare date: string;
  /** Something was just proposed. */
  declare waiting: boolean;

  constructor() {
    super();
    this.province = "";
    this.date = "";
    this.waiting = false;
  }

  protected override ask(): Promise<ServiceCatalogue> {
    return readCatalogue({ province: this.province, date: this.date });
  }

  protected override pageTitle(): string {
    return orderTexts().catalogue.title;
  }

  /** Takes a publication back: a new row that stands for nothing. */
  #takeBack(fact: CatalogueFactView): Promise<void> {
    const { id, current: _c, publishedBy: _b, confirmedBy: _d, publishedAt: _a, ...rest } = fact;
    this.waiting = false;
    return this.take(async () => {
      const reason = orderTexts().catalogue.takeBackReason(fact.document);
      await proposeFact({ ...rest, replaces: id, stands: false }, reason);
      this.waiting = true;
      return this.ask();
    });
  }

  async #proposed(): Promise<void> {
    this.waiting = true;
    await this.load();
  }

  #service({ code, vi, en, readiness }: ServiceCatalogue["services"][number]): TemplateResult {
    const t = orderTexts().catalogue;
    return html`<tr data-testid="service" data-code=${code}>
      <td data-label=${t.service}>
        <span class="cell-two"
          ><strong>${lang() === "en" ? en : vi}</strong><code class="quiet">${code}</code></span
        >
      </td>
      ${factCells(readiness)}
      <td data-label=${t.route}>${routeBadge(readiness)}</td>
      <td data-label=${t.why} class="why-cell">${whyCell(readiness)}</td>
    </tr>`;
  }

  #services(found: ServiceCatalogue): TemplateResult {
    const t = orderTexts().catalogue;
    const names = [t.service, t.facts.list, t.facts.norm, t.facts.price, t.route, t.why];
    return html`<div class="table-frame" tabindex="0" role="region" aria-label=${t.heading}>
      <table class="list plain" data-testid="catalogue">
        <thead>
          <tr>
            ${names.map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${found.services.map((service) => this.#service(service))}
        </tbody>
      </table>
    </div>`;
  }

  #fact(fact: CatalogueFactView, names: ReadonlyMap<string, string>): TemplateResult {
    const t = orderTexts().catalogue;
    const from = fact.from === null ? t.unknownFrom : `${t.from} ${dateText(fact.from)}`;
    const until = fact.to === null ? "" : ` ${t.to.toLocaleLowerCase("vi")} ${dateText(fact.to)}`;
    const steward = readSession()?.person.role === "steward";
    return html`<li class=${fact.current ? "" : "gone"} data-testid="fact">
      <p>
        <span class="badge ended">${FACT_LABEL[fact.fact][lang()]}</span>
        <strong>${names.get(fact.service) ?? t.allServices}</strong> ${mark(fact.verified)}
        ${fact.current ? nothing : html`<span class="quiet">(${t.replaced})</span>`}
      </p>
      <p>
        ${fact.document}${fact.priceDong === null ? "" : `: ${money(fact.priceDong)} / ${fact.unit ?? ""}`}
      </p>
      <p class="quiet">
        ${fact.issuer}${fact.issuedOn === null ? "" : `, ${dateText(fact.issuedOn)}`} · ${from}${until} ·
        ${t.byAt(
          fact.confirmedBy === null ? fact.publishedBy : t.byTwo(fact.publishedBy, fact.confirmedBy),
          formatMoment(fact.publishedAt),
        )}
      </p>
      ${fact.note === "" ? nothing : html`<p class="quiet">${fact.note}</p>`}
      ${steward && fact.current
        ? html`<button type="button" class="plain-button" @click=${() => this.#takeBack(fact)}>
            ${t.takeBack}
          </button>`
        : nothing}
    </li>`;
  }

  #facts(found: ServiceCatalogue): TemplateResult {
    const t = orderTexts().catalogue;
    const names = new Map(found.services.map(({ code, vi, en }) => [code, lang() === "en" ? en : vi]));
    return html`<section class="order-section" aria-labelledby="facts-heading">
      <h2 id="facts-heading">${t.published}</h2>
      ${readSession()?.person.role === "steward"
        ? html`<kc-publish-form
              .found=${found}
              @kc-published=${() => void this.#proposed()}
            ></kc-publish-form>
            ${this.waiting
              ? html`<p class="notice" role="status" data-testid="fact-proposed">
                  ${t.proposed} <a href="#/du-lieu">${t.toPublications}</a>
                </p>`
              : nothing}`
        : nothing}
      ${found.facts.length === 0
        ? html`<p class="empty">${t.none}</p>`
        : html`<p class="quiet">${t.publishedLead}</p>
            <ul class="fact-list">
              ${found.facts.map((fact) => this.#fact(fact, names))}
            </ul>`}
    </section>`;
  }

  protected override render(): TemplateResult {
    const t = orderTexts();
    const { answer: found } = this;
    return html`${pageHead(t.catalogue.heading, t.catalogue.lead, "catalogue")}
      <div class="filters">
        ${provinceChoice(
          this.province === "" ? (found?.provinceCode ?? "") : this.province,
          (province) => {
            this.province = province;
            void this.load();
          },
          false,
        )}
        <label class="field"
          ><span>${t.date}</span
          ><input
            class="input"
            type="date"
            data-testid="catalogue-date"
            .value=${found?.date ?? ""}
            @change=${(event: Event) => {
              this.date = (event.target as HTMLInputElement).value;
              void this.load();
            }}
        /></label>
      </div>
      ${this.problem === null ? nothing : this.refusal()}
      ${found === null ? this.loading() : html`${this.#services(found)} ${this.#facts(found)}`}`;
  }
}

customElements.define("kc-catalogue", CataloguePage);
