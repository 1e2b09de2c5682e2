/** <kc-propose .book>: a legal value by form, a book or price list by file. Fires "kc-proposed". */
import { html, nothing, type TemplateResult } from "lit";
import type { Book } from "../../../shared/contract/book.ts";
import type { PublicationPreview, PublicationRequest } from "../../../shared/contract/publications.ts";
import { PageElement } from "../lib/element.ts";
import { localProblem } from "../lib/problem.ts";
import { textOf } from "../order/parts.ts";
import { problemCard } from "../parts/problem-card.ts";
import { lang } from "../texts/index.ts";
import { stewardTexts } from "../texts/steward.ts";
import { changesTable } from "./changes.ts";
import { preview, propose } from "./service.ts";

const MARKS = ["text", "secondary", "memory"] as const;
type Items = readonly (readonly [string, string])[];

function valueRequest(form: FormData): PublicationRequest {
  const optional = (name: string) => (textOf(form, name) === "" ? {} : { [name]: textOf(form, name) });
  const value = textOf(form, "value").replace(/[.\s]/g, "").replace(",", ".");
  const content = {
    parameter: textOf(form, "parameter"),
    from: textOf(form, "from"),
    value: value === "" ? null : Number.isSafeInteger(Number(value)) ? Number(value) : value,
    cite: {
      doc: textOf(form, "doc"),
      ...optional("article"),
      ...optional("clause"),
      ...optional("point"),
      ...optional("note"),
    },
    verified: textOf(form, "verified"),
  };
  return { kind: "law-value", reason: textOf(form, "reason"), content };
}

async function fileRequest(form: FormData): Promise<PublicationRequest | null> {
  const file = form.get("file");
  const text = file instanceof File ? await file.text() : "";
  try {
    const { version: _version, ...content } = JSON.parse(text) as Record<string, unknown>;
    const kind = Array.isArray(content["prices"]) ? "price-list" : "norm-book";
    return { kind, reason: textOf(form, "reason"), content };
  } catch {
    return null;
  }
}

export class ProposeForm extends PageElement {
  static override properties = {
    book: { attribute: false },
    difference: { state: true },
    request: { state: true },
    sent: { state: true },
    badFile: { state: true },
    problem: { state: true },
  };
  declare book: Book | null;
  declare difference: PublicationPreview | null;
  declare request: PublicationRequest | null;
  declare sent: boolean;
  declare badFile: boolean;
  declare problem: unknown;

  constructor() {
    super();
    this.book = null;
    this.#forget();
  }

  #forget(): void {
    this.difference = null;
    this.request = null;
    this.sent = false;
    this.badFile = false;
    this.problem = null;
  }

  /** Nothing can be proposed that was not seen as a difference first. */
  async #preview(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    this.#forget();
    const request = form.has("file") ? await fileRequest(form) : valueRequest(form);
    this.badFile = request === null;
    if (request === null) return;
    try {
      this.difference = await preview(request);
      this.request = request;
    } catch (error) {
      this.problem = error;
    }
  }

  async #send(): Promise<void> {
    if (this.request === null) return;
    try {
      await propose(this.request);
      this.#forget();
      this.sent = true;
      this.dispatchEvent(new Event("kc-proposed"));
    } catch (error) {
      this.problem = error ?? localProblem("network", 0);
    }
  }

  #select(name: string, label: string, items: Items): TemplateResult {
    return html`<label class="field"
      ><span>${label}</span
      ><select class="input" name=${name} required data-testid=${`propose-${name}`}>
        ${items.map(([value, text]) => html`<option value=${value}>${text}</option>`)}
      </select></label
    >`;
  }

  #input(name: string, label: string, required = false, type: "text" | "date" = "text"): TemplateResult {
    return html`<label class="field"
      ><span>${label}</span
      ><input
        class="input"
        name=${name}
        type=${type}
        ?required=${required}
        maxlength="500"
        data-testid=${`propose-${name}`}
    /></label>`;
  }

  #valueForm(book: Book): TemplateResult {
    const t = stewardTexts();
    const parameters: Items = book.law.parameters.map(({ id, label }) => [id, `${label[lang()]} (${id})`]);
    const documents: Items = book.law.documents.map(({ id, kind, soHieu }) => [id, `${kind} ${soHieu}`]);
    const marks: Items = MARKS.map((mark) => [mark, t.marks[mark]]);
    return html`<form
      class="form-grid"
      data-testid="value-form"
      @submit=${(event: SubmitEvent) => void this.#preview(event)}
    >
      ${this.#select("parameter", t.parameter, parameters)} ${this.#input("value", t.value)}
      ${this.#input("from", t.from, true, "date")} ${this.#select("doc", t.document, documents)}
      ${this.#input("article", t.article, true)} ${this.#input("clause", t.clause)}
      ${this.#input("point", t.point)} ${this.#input("note", t.citeNote)}
      ${this.#select("verified", t.verified, marks)} ${this.#input("reason", t.reason, true)}
      <div class="form-row">
        <button type="submit" class="link-button primary" data-testid="preview-value">${t.preview}</button>
      </div>
    </form>`;
  }

  #fileForm(): TemplateResult {
    const t = stewardTexts();
    return html`<form
      class="form-grid"
      data-testid="file-form"
      @submit=${(event: SubmitEvent) => void this.#preview(event)}
    >
      <label class="field"
        ><span>${t.file}</span
        ><input class="input" type="file" name="file" accept=".json,application/json" required
      /></label>
      ${this.#input("reason", t.reason, true)}
      <div class="form-row">
        <button type="submit" class="link-button primary" data-testid="preview-file">${t.preview}</button>
      </div>
    </form>`;
  }

  #outcome(): TemplateResult {
    const t = stewardTexts();
    return html`${this.badFile ? html`<p class="notice danger" role="alert">${t.badFile}</p>` : nothing}
    ${this.problem === null ? nothing : problemCard(this.problem)}
    ${this.sent ? html`<p class="notice" role="status" data-testid="proposed">${t.sent}</p>` : nothing}
    ${this.difference === null
      ? nothing
      : html`<h3>${t.differs}</h3>
          ${changesTable(this.difference.changes)}
          <p>
            <button
              type="button"
              class="link-button primary"
              data-testid="propose"
              @click=${() => void this.#send()}
            >
              ${t.send}
            </button>
          </p>`}`;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.book === null) return nothing;
    const t = stewardTexts();
    return html`<details class="card publish">
        <summary data-testid="open-value">${t.proposeValue}</summary>
        ${this.#valueForm(this.book)}
      </details>
      <details class="card publish">
        <summary data-testid="open-file">${t.proposeFile}</summary>
        ${this.#fileForm()}
      </details>
      ${this.#outcome()}`;
  }
}

customElements.define("kc-propose", ProposeForm);
