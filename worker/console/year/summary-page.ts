/** <kc-plan-summary>: the provinces of a year side by side, on a map and in a list, and the consolidated plan. Prints. */
import { html, nothing, type TemplateResult } from "lit";
import type { PlanSummary, ProvinceRow } from "../../../shared/contract/plan-summary.ts";
import { formatDong } from "../../../shared/kernel/money.ts";
import { YEAR_GROUPINGS, type YearGrouping } from "../../../shared/plan/line-groups.ts";
import { formatMoment, money } from "../lib/format.ts";
import { readSession } from "../lib/session.ts";
import { planSummaryHref, readPlanSummary } from "../order/service.ts";
import { YearChoicePage, type YearChosen } from "../order/year-choice-page.ts";
import { countBadges, stateBadge } from "../parts/badges.ts";
import { summaryTexts } from "../texts/summary.ts";
import { lang } from "../texts/index.ts";
import "../parts/download-button.ts";
import { provinceMap } from "./province-map.ts";

type Row = PlanSummary["accepted"]["content"][number];

const ALL_FIGURES = [
  "totalDong",
  "supportDong",
  "nationalDong",
  "localDong",
  "counterpartDong",
  "otherDong",
] as const;

export class PlanSummaryPage extends YearChoicePage<PlanSummary> {
  protected override askYear(chosen: YearChosen): Promise<PlanSummary> {
    return readPlanSummary(chosen);
  }

  protected override pageTitle(): string {
    return summaryTexts().title;
  }

  #tiles({ provinces, accepted, provinceCode }: PlanSummary): TemplateResult {
    const t = summaryTexts();
    const sent = provinces.filter(({ files }) => files > 0);
    const add = (pick: (row: ProvinceRow) => number) => sent.reduce((sum, row) => sum + pick(row), 0);
    const asked = add((row) => row.nationalDong + row.localDong);
    const first: [string, string, string] =
      provinceCode === null
        ? [t.sent, t.ofProvinces(sent.length, provinces.length), t.files(add((row) => row.files))]
        : [t.sentOwn, t.files(add((row) => row.files)), ""];
    const tiles: [string, string, string][] = [
      first,
      [t.asked, money(asked), t.deAn(add((row) => row.deAn))],
      [t.accepted, money(accepted.figures.supportDong), t.deAn(accepted.figures.deAn)],
      [t.acceptedFiles, t.files(accepted.files), t.total(money(accepted.figures.totalDong))],
    ];
    return html`<dl class="tiles order-tiles" data-testid="summary-tiles">
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

  #province(row: ProvinceRow, year: number | null): TemplateResult {
    const t = summaryTexts();
    const { newest } = row;
    const money0 = (value: number) => (row.files === 0 ? "–" : formatDong(value));
    return html`<tr
      data-testid="province-row"
      data-code=${row.provinceCode}
      class=${row.files === 0 ? "none" : ""}
    >
      <td data-label=${t.columns.province}>
        ${newest === null
          ? row.provinceName
          : html`<a
              href=${row.files === 1
                ? `#/ho-so/${newest.id}`
                : `#/?province=${row.provinceCode}&year=${year ?? ""}`}
              >${row.provinceName}</a
            >`}
      </td>
      <td data-label=${t.columns.state}>
        ${newest === null
          ? html`<span class="quiet">${t.notSent}</span>`
          : html`${stateBadge(newest.state)}
            ${row.files > 1 ? html`<span class="quiet">${t.files(row.files)}</span>` : nothing}`}
      </td>
      <td data-label=${t.columns.deAn} class="numeric">${money0(row.deAn)}</td>
      <td data-label=${t.columns.national} class="numeric strong">${money0(row.nationalDong)}</td>
      <td data-label=${t.columns.local} class="numeric strong">${money0(row.localDong)}</td>
      <td data-label=${t.columns.total} class="numeric">${money0(row.totalDong)}</td>
      <td data-label=${t.columns.checks}>
        ${newest === null ? "–" : countBadges({ error: 0, warning: row.warnings, info: row.infos })}
      </td>
      <td data-label=${t.columns.updated} class="moment">
        ${newest === null ? "–" : formatMoment(newest.updatedAt)}
      </td>
    </tr>`;
  }

  #provinces({ provinces, year, provinceCode }: PlanSummary): TemplateResult {
    const t = summaryTexts();
    const c = t.columns;
    const numeric = [c.deAn, c.national, c.local, c.total];
    // Who sent comes first, the most money on top; the others in the order of their names.
    const rows = [...provinces].sort(
      (a, b) =>
        Number(b.files > 0) - Number(a.files > 0) ||
        b.nationalDong + b.localDong - a.nationalDong - a.localDong ||
        a.provinceName.localeCompare(b.provinceName, "vi"),
    );
    return html`<section class="order-section" aria-labelledby="provinces-heading">
      <h2 id="provinces-heading">${t.sideBySide}</h2>
      <div class=${provinceCode === null ? "province-split" : ""}>
        ${provinceCode === null ? provinceMap(provinces, year) : nothing}
        <div class="table-frame" tabindex="0" role="region" aria-label=${t.sideBySide}>
          <table class="list plain" data-testid="provinces">
            <thead>
              <tr>
                <th scope="col">${c.province}</th>
                <th scope="col">${c.state}</th>
                ${numeric.map((name) => html`<th scope="col" class="numeric">${name}</th>`)}
                <th scope="col">${c.checks}</th>
                <th scope="col">${c.updated}</th>
              </tr>
            </thead>
            <tbody>
              ${rows.map((row) => this.#province(row, year))}
            </tbody>
          </table>
        </div>
      </div>
      <p class="quiet">${t.unit}</p>
    </section>`;
  }

  #row(row: Row, by: YearGrouping): TemplateResult {
    const t = summaryTexts();
    return html`<tr>
      <td data-label=${t.row[by]}>${lang() === "en" ? row.labelEn : row.label}</td>
      <td class="numeric" data-label=${t.columns.deAn}>${row.deAn}</td>
      ${ALL_FIGURES.map(
        (name) =>
          html`<td
            class=${name === "supportDong" ? "numeric strong" : "numeric"}
            data-label=${t.figures[name]}
          >
            ${formatDong(row[name])}
          </td>`,
      )}
    </tr>`;
  }

  #table(summary: PlanSummary, by: YearGrouping): TemplateResult {
    const t = summaryTexts();
    const { figures } = summary.accepted;
    return html`<section class="order-section">
      <h3>${t.by[by]}</h3>
      <div class="table-frame" tabindex="0" role="region" aria-label=${t.by[by]}>
        <table class="list plain" data-testid=${`plan-${by}`}>
          <thead>
            <tr>
              <th scope="col">${t.row[by]}</th>
              <th scope="col" class="numeric">${t.columns.deAn}</th>
              ${ALL_FIGURES.map((name) => html`<th scope="col" class="numeric">${t.figures[name]}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${summary.accepted[by].map((row) => this.#row(row, by))}
            <tr class="total">
              <td data-label=${t.row[by]}>${t.sum}</td>
              <td class="numeric" data-label=${t.columns.deAn}>${figures.deAn}</td>
              ${ALL_FIGURES.map(
                (name) =>
                  html`<td class="numeric" data-label=${t.figures[name]}>${formatDong(figures[name])}</td>`,
              )}
            </tr>
          </tbody>
        </table>
      </div>
    </section>`;
  }

  #plan(summary: PlanSummary): TemplateResult {
    const t = summaryTexts();
    return html`<section class="order-section" aria-labelledby="plan-heading">
      <h2 id="plan-heading">${t.plan(summary.year)}</h2>
      <p class="quiet">${t.planLead(summary.accepted.files)}</p>
      ${summary.accepted.files === 0
        ? html`<p class="empty">${t.noPlan}</p>`
        : YEAR_GROUPINGS.map((by) => this.#table(summary, by))}
    </section>`;
  }

  protected override render(): TemplateResult {
    const t = summaryTexts();
    const { answer: summary } = this;
    const whole = (readSession()?.person.organisation.provinceCode ?? null) === null;
    return html`<div class="page-head">
        <h1>${whole ? t.heading : t.headingOwn}</h1>
        <p class="quiet">${t.lead}</p>
      </div>
      <div class="filters">
        ${this.choices()}
        ${summary === null || summary.accepted.files === 0
          ? nothing
          : html`<kc-download
              label=${t.download}
              href=${planSummaryHref({ year: String(summary.year ?? ""), province: this.province })}
              test-id="plan-download"
            ></kc-download>`}
        <fluent-button @click=${() => window.print()}>${t.print}</fluent-button>
      </div>
      ${this.problem === null ? nothing : this.refusal()}
      ${summary === null
        ? this.problem === null
          ? this.loading()
          : nothing
        : html`${this.#tiles(summary)} ${this.#provinces(summary)} ${this.#plan(summary)}`}`;
  }
}

customElements.define("kc-plan-summary", PlanSummaryPage);
