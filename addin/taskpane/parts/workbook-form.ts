/** The card that makes the KC_ sheets: whose plan, which year, which day the figures stand on, how much is given. */
import { html, nothing, type TemplateResult } from "lit";
import { PROVINCES } from "../../../shared/law/provinces.ts";
import { formatDate } from "../../../shared/kernel/date.ts";
import { formatDong } from "../../../shared/kernel/money.ts";
import { writeTemplate, type TemplateOutcome } from "../../excel/write-template.ts";
import { tidyDongInput } from "../model/amount.ts";
import { EMPTY_INFO, readInfoForm, type InfoErrors, type InfoForm } from "../model/info-form.ts";
import { runAction, stopAction } from "../model/undo-here.ts";
import { readSession } from "../auth.ts";
import { PaneElement } from "../element.ts";
import { keep, readKept } from "../kept.ts";
import { texts } from "../texts/index.ts";
import { workspace } from "../workspace.ts";
import { goesOn } from "./enter.ts";
import { field, select } from "./field.ts";
import { problemNotice, working } from "./notice.ts";

const KEPT = "kc.new-book";
type FieldName = keyof InfoForm;

export class WorkbookForm extends PaneElement {
  static override properties = {
    form: { state: true },
    touched: { state: true },
    busy: { state: true },
    error: { state: true },
  };
  declare form: InfoForm;
  declare touched: ReadonlySet<FieldName>;
  declare busy: boolean;
  declare error: unknown;

  constructor() {
    super();
    this.form = this.#begin();
    this.touched = new Set();
    this.busy = false;
    this.error = null;
  }

  /** What was typed before, else what the workbook or the signed-in person already tells. */
  #begin(): InfoForm {
    const kept = readKept<InfoForm>(KEPT);
    if (kept !== null) return { ...EMPTY_INFO, ...kept };
    const info = workspace.snapshot?.verdict.plan.info;
    const organisation = readSession()?.person.organisation;
    const ours = organisation?.kind === "province" ? organisation : undefined;
    return {
      ...EMPTY_INFO,
      province: info?.province ?? ours?.provinceName ?? "",
      organisation: info?.organisation ?? ours?.name ?? "",
      year: info?.year === null || info === undefined ? "" : String(info.year),
      asOf: info?.asOf === null || info === undefined ? "" : formatDate(info.asOf),
      nationalBudget: this.#amount(info?.nationalBudgetDong),
      localBudget: this.#amount(info?.localBudgetDong),
    };
  }

  #amount(value: number | null | undefined): string {
    return value === null || value === undefined ? "" : formatDong(value);
  }

  #set(name: FieldName, value: string): void {
    this.form = { ...this.form, [name]: value };
    keep(KEPT, this.form);
  }

  #leave(name: FieldName): void {
    this.touched = new Set([...this.touched, name]);
    if (name === "nationalBudget" || name === "localBudget") this.#set(name, tidyDongInput(this.form[name]));
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { draft, errors } = readInfoForm(this.form);
    this.touched = new Set(Object.keys(this.form) as FieldName[]);
    const book = workspace.snapshot?.basis.book;
    if (draft === null || book === undefined) {
      const first = Object.keys(errors)[0];
      if (first !== undefined) await this.focusOn(`#book-${first}`);
      return;
    }
    this.busy = true;
    this.error = null;
    try {
      await runAction("book", async (wrote) => {
        const detail = await writeTemplate({ ...draft, bookVersion: book.version }, book.law, wrote);
        // Before the workbook is read again: with the sheets there, this card is no longer shown.
        this.dispatchEvent(new CustomEvent<TemplateOutcome>("book-made", { detail, bubbles: true }));
      });
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }

  #text(
    name: FieldName,
    label: string,
    errors: InfoErrors,
    more: Partial<Parameters<typeof field>[0]> = {},
  ): TemplateResult {
    const error = errors[name];
    return field({
      id: `book-${name}`,
      label,
      value: this.form[name],
      onInput: (value) => this.#set(name, value),
      onLeave: () => this.#leave(name),
      error: error === undefined || !this.touched.has(name) ? undefined : texts().newBook.errors[error],
      ...more,
    });
  }

  #fields(errors: InfoErrors): TemplateResult {
    const t = texts().newBook;
    const provinceError =
      errors.province !== undefined && this.touched.has("province") ? t.errors[errors.province] : undefined;
    return html`${select({
        id: "book-province",
        label: t.province,
        value: this.form.province,
        prompt: t.chooseProvince,
        required: true,
        error: provinceError,
        options: PROVINCES.map((province) => ({ value: province.name, text: province.name })),
        onChange: (value) => (this.#set("province", value), this.#leave("province")),
      })}
      ${this.#text("organisation", t.organisation, errors, { hint: t.organisationHint, required: true })}
      <div class="pair">
        ${this.#text("year", t.year, errors, { figure: "quantity", required: true })}
        ${this.#text("asOf", t.asOf, errors, {
          placeholder: t.dateExample,
          hint: t.asOfHint,
          required: true,
        })}
      </div>
      <fieldset>
        <legend>${t.budgets}</legend>
        <p class="field-hint">${t.budgetsHint}</p>
        <div class="pair">
          ${this.#text("nationalBudget", t.nationalBudget, errors, { figure: "dong" })}
          ${this.#text("localBudget", t.localBudget, errors, { figure: "dong" })}
        </div>
      </fieldset>
      ${this.#text("drafter", t.drafter, errors)}`;
  }

  protected override render(): TemplateResult {
    const t = texts().newBook;
    const missing = workspace.snapshot?.missing ?? [];
    const partly = missing.length > 0 && missing.length < 3;
    return html`<form
      class="card"
      novalidate
      data-testid="new-book"
      @submit=${(event: Event) => void this.#submit(event)}
      @keydown=${(event: KeyboardEvent) => goesOn(event) && !this.busy && void this.#submit(event)}
    >
      <h2>${t.title}</h2>
      <p class="lead">${partly ? t.missing(missing.join(", ")) : t.lead}</p>
      <p class="field-hint">${texts().app.required}</p>
      ${this.#fields(readInfoForm(this.form).errors)}
      ${this.error === null ? nothing : problemNotice(this.error)}
      ${this.busy
        ? working(t.working, null, stopAction)
        : html`<div class="actions">
            <fluent-button appearance="primary" type="submit" data-testid="make-book"
              >${partly ? t.complete : t.submit}</fluent-button
            >
          </div>`}
    </form>`;
  }
}
customElements.define("kc-workbook-form", WorkbookForm);
