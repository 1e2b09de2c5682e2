/** <kc-history>: support per kind against its ceiling over the years, and the money of programmes as the press printed it. */
import { html, nothing, type TemplateResult } from "lit";
import { formatDong } from "../../../shared/kernel/money.ts";
import { foldKey } from "../../../shared/kernel/text.ts";
import type { LawBook } from "../../../shared/law/types.ts";
import { SUPPORT_KINDS } from "../../../shared/law/support-kinds.ts";
import { readComparison } from "../lib/api.ts";
import { readBook } from "../steward/service.ts";
import { PageElement } from "../lib/element.ts";
import { money } from "../lib/format.ts";
import { ApiProblem } from "../lib/problem.ts";
import { problemCard } from "../parts/problem-card.ts";
import { lang, texts } from "../texts/index.ts";
import { reviewTexts } from "../texts/review.ts";
import { ceilingSteps, highestInYear, type CeilingStep, type HistoryPoint } from "./history-model.ts";
import { historyPicture } from "./history-picture.ts";
import { PRESS_PROJECTS, PRESS_TOTALS } from "./press-figures.ts";

const FUNDS = ["QG", "ĐP"] as const;
/** The kind most money goes to. */
const FIRST_KIND = "MAY-MOC";

/** Submissions the Ministry sees; a kind nobody sent is no problem. */
async function submitted(kind: string): Promise<HistoryPoint[]> {
  const answers = await Promise.all(
    FUNDS.map(async (fund) => {
      try {
        const { figures } = await readComparison("support", `${foldKey(kind)}|${foldKey(fund)}`);
        return figures.map(
          (figure): HistoryPoint => ({
            year: figure.year,
            province: figure.provinceName,
            dong: Math.round(Number(figure.value)),
            fund,
            origin: "submission",
            note: `${figure.sheet}!${figure.cell}`,
            href: `#/ho-so/${figure.submissionId}?o=${figure.sheet}!${figure.cell}`,
          }),
        );
      } catch (error) {
        if (error instanceof ApiProblem && error.problem.code === "not-found") return [];
        throw error;
      }
    }),
  );
  return answers.flat();
}

function printed(kind: string): HistoryPoint[] {
  return PRESS_PROJECTS.filter((project) => project.kind === kind).map((project) => ({
    year: project.year,
    province: project.province,
    dong: project.supportDong,
    fund: project.fund,
    origin: "press",
    note: project.name,
    href: /^https?:\/\/\S+$/.test(project.source) ? project.source : "",
  }));
}

export class HistoryPage extends PageElement {
  static override properties = {
    kind: { state: true },
    points: { state: true },
    problem: { state: true },
  };
  declare kind: string;
  declare points: readonly HistoryPoint[] | null;
  /** In force, with what was published. */
  #law: LawBook | null = null;
  declare problem: unknown;

  constructor() {
    super();
    this.kind = FIRST_KIND;
    this.points = null;
    this.problem = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = reviewTexts().history.heading;
    void this.#choose(FIRST_KIND);
  }

  async #choose(kind: string): Promise<void> {
    this.kind = kind;
    this.points = null;
    this.problem = null;
    try {
      const [sent, book] = await Promise.all([submitted(kind), readBook()]);
      this.#law = book.law;
      const points = [...printed(kind), ...sent];
      if (this.kind === kind)
        this.points = points.sort((a, b) => a.year - b.year || a.province.localeCompare(b.province, "vi"));
    } catch (error) {
      this.problem = error;
    }
  }

  #legend(steps: readonly CeilingStep[]): TemplateResult {
    const t = reviewTexts().history;
    return html`<ul class="history-legend" data-testid="ceilings">
      ${steps.map(
        ({ from, dong, cite, verified }) =>
          html`<li>
            ${from.split("-").toReversed().join("/")}: <strong>${dong === null ? "—" : money(dong)}</strong>
            <span class="quiet">${cite}${verified === "text" ? "" : ` (${t.unverified})`}</span>
          </li>`,
      )}
    </ul>`;
  }

  #row(point: HistoryPoint, steps: readonly CeilingStep[]): TemplateResult {
    const t = reviewTexts().history;
    const most = highestInYear(steps, point.year);
    const over = most !== null && point.dong > most ? point.dong - most : 0;
    const source = point.origin === "press" ? t.press : t.submitted;
    return html`<tr>
      <td data-label=${t.year} class="numeric">${point.year}</td>
      <td data-label=${t.place}>${point.province}</td>
      <td data-label=${t.amount} class="numeric strong">
        ${money(point.dong)}${over === 0
          ? nothing
          : html` <span class="badge warning">${t.over(money(over))}</span>`}
      </td>
      <td data-label=${t.source}>
        <span class="badge">${source}</span>
        ${point.href === "" ? point.note : html`<a href=${point.href} rel="noreferrer">${point.note}</a>`}
      </td>
    </tr>`;
  }

  #figures(points: readonly HistoryPoint[]): TemplateResult {
    const t = reviewTexts().history;
    const steps = this.#law === null ? [] : ceilingSteps(this.#law, this.kind);
    if (points.length === 0)
      return html`${this.#legend(steps)}
        <p class="empty">${t.none}</p>`;
    const name = SUPPORT_KINDS.find(({ code }) => code === this.kind)?.[lang()] ?? this.kind;
    return html`<div class="history-frame" tabindex="0" role="group" aria-label=${t.heading}>
        ${historyPicture(steps, points, `${t.heading}: ${name}`, t.unit)}
      </div>
      ${steps.length === 0 ? html`<p class="quiet">${t.noCeiling}</p>` : this.#legend(steps)}
      <div class="table-frame" tabindex="0" role="region" aria-label=${t.table}>
        <table class="list history" data-testid="history-table">
          <caption class="sr-only">
            ${t.table}
          </caption>
          <thead>
            <tr>
              <th scope="col" class="numeric">${t.year}</th>
              <th scope="col">${t.place}</th>
              <th scope="col" class="numeric">${t.amount}</th>
              <th scope="col">${t.source}</th>
            </tr>
          </thead>
          <tbody>
            ${points.map((point) => this.#row(point, steps))}
          </tbody>
        </table>
      </div>`;
  }

  #totals(): TemplateResult {
    const t = reviewTexts().history;
    const heads = [t.place, t.period, t.projects, t.total, t.national, t.local, t.source, t.note];
    const numeric = (index: number) => (index >= 2 && index <= 5 ? "numeric" : "");
    const figure = (text: string) => (text === "" ? "" : formatDong(Number(text)));
    return html`<h2>${t.totals}</h2>
      <p class="quiet">${t.totalsLead}</p>
      <div class="table-frame" tabindex="0" role="region" aria-label=${t.totals}>
        <table class="list">
          <caption class="sr-only">
            ${t.totals}
          </caption>
          <thead>
            <tr>
              ${heads.map((head, index) => html`<th scope="col" class=${numeric(index)}>${head}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${PRESS_TOTALS.map((row) => {
              const cells = [
                row.area,
                row.period,
                row.projects,
                figure(row.total),
                figure(row.national),
                figure(row.local),
                row.source,
                row.note,
              ];
              return html`<tr>
                ${cells.map(
                  (text, index) =>
                    html`<td data-label=${heads[index] ?? ""} class=${numeric(index)}>${text}</td>`,
                )}
              </tr>`;
            })}
          </tbody>
        </table>
      </div>`;
  }

  protected override render(): TemplateResult {
    const t = reviewTexts().history;
    return html`<div class="page-head">
        <h1>${t.heading}</h1>
        <p class="quiet">${t.lead}</p>
        <a class="link-button" href="#/so-sanh">${texts().compare.heading}</a>
      </div>
      <div class="history-head">
        <label class="field inline">
          <span>${t.kind}</span>
          <select
            class="input"
            data-testid="history-kind"
            @change=${(event: Event) => void this.#choose((event.target as HTMLSelectElement).value)}
          >
            ${SUPPORT_KINDS.map(
              (kind) =>
                html`<option value=${kind.code} ?selected=${kind.code === this.kind}>
                  ${kind[lang()]}
                </option>`,
            )}
          </select>
        </label>
      </div>
      ${this.problem !== null
        ? problemCard(this.problem, { label: texts().shell.retry, run: () => void this.#choose(this.kind) })
        : this.points === null
          ? html`<p class="loading" role="status">${texts().shell.loading}</p>`
          : this.#figures(this.points)}
      ${this.#totals()}`;
  }
}

customElements.define("kc-history", HistoryPage);
