/** <kc-year>: the year of ordered đề án by content, place and fund: plan against done. Prints. */
import { html, nothing, type TemplateResult } from "lit";
import type { YearReport } from "../../../shared/contract/execution.ts";
import { YEAR_GROUPINGS, type YearGrouping } from "../../../shared/plan/line-groups.ts";
import { money } from "../lib/format.ts";
import { bar, pageHead } from "../order/parts.ts";
import { readYearReport, yearReportHref } from "../order/service.ts";
import { YearChoicePage, type YearChosen } from "../order/year-choice-page.ts";
import "../parts/download-button.ts";
import { lang } from "../texts/index.ts";
import { orderTexts } from "../texts/order.ts";

type Row = YearReport["content"][number];

export class YearPage extends YearChoicePage<YearReport> {
  protected override askYear(query: YearChosen): Promise<YearReport> {
    return readYearReport(query);
  }

  protected override pageTitle(): string {
    return orderTexts().report.title;
  }

  #tiles({ plan, figures, effective }: YearReport): TemplateResult {
    const t = orderTexts().report;
    const tiles: [string, string, string][] = [
      [t.plan, money(plan.supportDong), t.count(plan.deAn)],
      [t.ordered, money(figures.orderedDong), t.count(figures.ordered)],
      [t.accepted, money(figures.acceptedDong), t.count(figures.accepted)],
      [t.settled, money(figures.settledDong), t.count(figures.settled)],
      [t.stopped, t.count(figures.stopped), ""],
      [t.effective, t.count(effective), ""],
    ];
    return html`<dl class="tiles order-tiles six" data-testid="year-tiles">
      ${tiles.map(
        ([name, value, note]) =>
          html`<div class="tile">
            <dt>${name}</dt>
            <dd><strong>${value}</strong></dd>
            <dd class="quiet">${note}</dd>
          </div>`,
      )}
    </dl>`;
  }

  #row(row: Row, by: YearGrouping): TemplateResult {
    const t = orderTexts().report;
    return html`<tr>
      <td data-label=${t.row[by]}>${lang() === "en" ? row.labelEn : row.label}</td>
      <td class="numeric" data-label=${t.planned}>${money(row.plannedDong)}</td>
      <td class="numeric" data-label=${t.lines}>${row.ordered}</td>
      <td class="numeric strong" data-label=${t.ordered}>${money(row.orderedDong)}</td>
      <td class="numeric" data-label=${t.accepted}>${money(row.acceptedDong)}</td>
      <td class="numeric" data-label=${t.settled}>${money(row.settledDong)}</td>
      <td class="numeric" data-label=${t.stopped}>${row.stopped === 0 ? "–" : row.stopped}</td>
      <td class="numeric" data-label=${t.refund}>
        ${row.toRefundDong === 0 ? "–" : html`<span class="owed">${money(row.toRefundDong)}</span>`}
      </td>
      <td data-label=${t.done}>${bar(row.donePercent)}</td>
    </tr>`;
  }

  #table(report: YearReport, by: YearGrouping): TemplateResult {
    const t = orderTexts().report;
    const numeric = [t.planned, t.lines, t.ordered, t.accepted, t.settled, t.stopped, t.refund];
    return html`<section class="order-section">
      <h2>${t.by[by]}</h2>
      <div class="table-frame" tabindex="0" role="region" aria-label=${t.by[by]}>
        <table class="list plain" data-testid=${`year-${by}`}>
          <thead>
            <tr>
              <th scope="col">${t.row[by]}</th>
              ${numeric.map((name) => html`<th scope="col" class="numeric">${name}</th>`)}
              <th scope="col">${t.done}</th>
            </tr>
          </thead>
          <tbody>
            ${report[by].map((row) => this.#row(row, by))}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  #body(report: YearReport | null): TemplateResult {
    if (this.problem !== null) return this.refusal();
    if (report === null) return this.loading();
    if (report.figures.ordered === 0) return html`<p class="empty">${orderTexts().report.empty}</p>`;
    return html`${this.#tiles(report)} ${YEAR_GROUPINGS.map((by) => this.#table(report, by))}`;
  }

  protected override render(): TemplateResult {
    const t = orderTexts();
    const { answer: report } = this;
    return html`${pageHead(t.report.heading(report?.year ?? null), t.report.lead, "year")}
      <div class="filters">
        ${this.choices()}
        ${report === null || report.year === null
          ? nothing
          : html`<kc-download
              label=${t.report.download}
              href=${yearReportHref({ year: String(report.year), province: this.province })}
              test-id="report-download"
            ></kc-download>`}
        <fluent-button @click=${() => window.print()}>${t.report.print}</fluent-button>
      </div>
      ${this.#body(report)}`;
  }
}

customElements.define("kc-year", YearPage);
