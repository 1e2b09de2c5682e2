/** <kc-autonomy>: the centre's degree of autonomy with its order book, the break-even, and what one more order changes. */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { AutonomyEstimate, AutonomyOutlook } from "../../../shared/contract/execution.ts";
import { formatDong } from "../../../shared/kernel/money.ts";
import { INCOME_KINDS } from "../../../shared/norms/autonomy.ts";
import { formatMoment, money } from "../lib/format.ts";
import { readSession } from "../lib/session.ts";
import { lang } from "../texts/index.ts";
import { orderTexts } from "../texts/order.ts";
import { autonomyWorking } from "./autonomy-working.ts";
import { bar, mark, pageHead, readAmount, textOf } from "./parts.ts";
import { readAutonomy, saveEstimate } from "./service.ts";
import { YearChoicePage, type YearChosen } from "./year-choice-page.ts";

type Outlook = NonNullable<AutonomyOutlook["outlook"]>;
type Income = NonNullable<AutonomyEstimate["others"]>[number];

/** Orders themselves come from the book; assigned money never counts. */
const OTHER_SOURCES = INCOME_KINDS.filter(({ code }) => code !== "11.1.a" && code !== "11.1.c");

const groupName = ({ groupLabel, groupLabelEn }: Outlook["now"]): string =>
  lang() === "en" ? groupLabelEn : groupLabel;

export class AutonomyPage extends YearChoicePage<AutonomyOutlook> {
  static override properties = { ...YearChoicePage.properties, rows: { state: true } };
  /** Further sources in the form. */
  declare rows: readonly Income[];

  constructor() {
    super();
    this.rows = [];
  }

  protected override askYear(chosen: YearChosen): Promise<AutonomyOutlook> {
    return readAutonomy(chosen);
  }

  protected override pageTitle(): string {
    return orderTexts().autonomy.title;
  }

  protected override allProvinces(): boolean {
    return false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("answer")) this.rows = this.answer?.estimate?.others ?? [];
  }

  #rowsOf(form: FormData): Income[] {
    return this.rows.map((_, index) => {
      const code = OTHER_SOURCES.find((kind) => kind.code === textOf(form, `code-${index}`))?.code ?? "11.5";
      const less = readAmount(form.get(`less-${index}`));
      return {
        code,
        dong: readAmount(form.get(`dong-${index}`)) ?? 0,
        ...(less === null ? {} : { lessDong: less }),
      };
    });
  }

  #save(event: SubmitEvent, found: AutonomyOutlook): void {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const priceDong = readAmount(form.get("price")) ?? 0;
    const estimate: AutonomyEstimate = {
      year: found.year,
      spendingDong: readAmount(form.get("spending")) ?? 0,
      others: this.#rowsOf(form),
      oneMore: priceDong > 0 ? { priceDong, costDong: readAmount(form.get("cost")) ?? 0 } : null,
      investment: found.estimate?.investment ?? null,
      note: textOf(form, "note"),
    };
    void this.take(() => saveEstimate(estimate));
  }

  #amount(name: string, label: string, value: number | undefined, required = false): TemplateResult {
    return html`<label class="field"
      ><span>${label}</span
      ><input
        class="input numeric"
        inputmode="numeric"
        name=${name}
        ?required=${required}
        .defaultValue=${value === undefined ? "" : formatDong(value)}
        data-testid=${`autonomy-${name}`}
    /></label>`;
  }

  #source(row: Income, index: number): TemplateResult {
    const t = orderTexts().autonomy;
    return html`<div class="form-row">
      <label class="field grow"
        ><span>${t.source}</span
        ><select class="input" name=${`code-${index}`}>
          ${OTHER_SOURCES.map(
            ({ code, vi }) =>
              html`<option value=${code} ?selected=${code === row.code}>${code}. ${vi}</option>`,
          )}
        </select></label
      >
      ${this.#amount(`dong-${index}`, t.amount, row.dong)}
      ${this.#amount(`less-${index}`, t.less, row.lessDong)}
      <button
        type="button"
        class="plain-button"
        @click=${() => (this.rows = this.rows.filter((_, at) => at !== index))}
      >
        ${t.remove}
      </button>
    </div>`;
  }

  #form(found: AutonomyOutlook): TemplateResult {
    const t = orderTexts().autonomy;
    const { estimate } = found;
    return html`<form class="card" @submit=${(event: SubmitEvent) => this.#save(event, found)}>
      <h2>${t.form}</h2>
      <div class="form-grid">
        ${this.#amount("spending", t.b, estimate?.spendingDong, true)}
        ${this.#amount("price", t.price, estimate?.oneMore?.priceDong)}
        ${this.#amount("cost", t.cost, estimate?.oneMore?.costDong)}
      </div>
      <fieldset class="plain-set">
        <legend>${t.others}</legend>
        ${this.rows.map((row, index) => this.#source(row, index))}
        <button
          type="button"
          class="plain-button"
          @click=${() => (this.rows = [...this.rows, { code: "11.2.a", dong: 0 }])}
        >
          ${t.add}
        </button>
      </fieldset>
      <label class="field"
        ><span>${t.note}</span
        ><input class="input" name="note" maxlength="1000" .defaultValue=${estimate?.note ?? ""}
      /></label>
      <div class="form-actions">
        <fluent-button type="submit" appearance="primary" data-testid="autonomy-save"
          >${orderTexts().save}</fluent-button
        >
      </div>
    </form>`;
  }

  #tile(name: string, value: string, note: TemplateResult | string = ""): TemplateResult {
    return html`<div class="tile">
      <dt>${name}</dt>
      <dd><strong>${value}</strong></dd>
      <dd class="quiet">${note}</dd>
    </div>`;
  }

  #result(outlook: Outlook): TemplateResult {
    const t = orderTexts().autonomy;
    const percent = (text: string) => `${text.replace(".", ",")} %`;
    const { now, ifOrdered, oneMore } = outlook;
    return html`<div class="degree" data-testid="degree">
        ${bar(now.percentText)}<span>${groupName(now)}</span>
      </div>
      <dl class="tiles order-tiles">
        ${this.#tile(
          t.now,
          percent(now.percentText),
          `${t.income} ${money(outlook.incomeDong)}; ${t.spending} ${money(outlook.spendingDong)}`,
        )}
        ${this.#tile(t.missing, outlook.missingDong === 0 ? t.reached : money(outlook.missingDong))}
        ${this.#tile(t.ifOrdered, percent(ifOrdered.percentText), groupName(ifOrdered))}
        ${oneMore === null
          ? nothing
          : this.#tile(
              t.oneMore,
              percent(oneMore.degree.percentText),
              html`${groupName(oneMore.degree)}. ${t.margin} ${money(oneMore.marginDong)}.
              ${oneMore.ordersNeeded === null
                ? t.never
                : oneMore.ordersNeeded === 0
                  ? t.reached
                  : t.needed(oneMore.ordersNeeded)}`,
            )}
      </dl>`;
  }

  #body(found: AutonomyOutlook): TemplateResult {
    const t = orderTexts().autonomy;
    const { book, outlook, estimate } = found;
    const may = readSession()?.person.role !== "ministry";
    return html`${outlook === null
        ? html`<p class="empty">${may ? t.empty : t.emptyRead}</p>`
        : html`${this.#result(outlook)} ${autonomyWorking(found)}`}
      <p class="quiet">${found.basis} ${mark(found.verified)}</p>
      <h2>${t.book(found.year)}</h2>
      <dl class="facts columns">
        ${(
          [
            [t.orderDong, book.orderDong],
            [t.assignDong, book.assignDong],
            [t.otherDong, book.otherDong],
          ] as const
        ).map(
          ([name, value]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${money(value)}</dd>
            </div>`,
        )}
      </dl>
      ${estimate === null
        ? nothing
        : html`<p class="quiet">${t.by(estimate.by, formatMoment(estimate.at))} ${estimate.note}</p>`}
      ${may ? this.#form(found) : nothing}`;
  }

  protected override render(): TemplateResult {
    const t = orderTexts();
    const { answer: found } = this;
    return html`${pageHead(t.autonomy.heading, t.autonomy.lead, "autonomy")}
      <div class="filters">${this.choices()}</div>
      ${this.problem === null ? nothing : this.refusal()}
      ${found === null ? this.loading() : html`<section class="autonomy">${this.#body(found)}</section>`}`;
  }
}

customElements.define("kc-autonomy", AutonomyPage);
