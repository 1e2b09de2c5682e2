/** <kc-propose .book .rules>: one form for each kind of thing to publish. Fires "kc-proposed". */
import { html, nothing, type TemplateResult } from "lit";
import type { Book } from "../../../shared/contract/book.ts";
import type { PublicationPreview, PublicationRequest } from "../../../shared/contract/publications.ts";
import type { RuleBook } from "../../../shared/contract/rules.ts";
import { PageElement } from "../lib/element.ts";
import { localProblem } from "../lib/problem.ts";
import { problemCard } from "../parts/problem-card.ts";
import { stewardTexts } from "../texts/steward.ts";
import { changesTable } from "./changes.ts";
import { documentFields, fileFields, levelFields, settingFields, valueFields } from "./forms.ts";
import { documentRequest, fileRequest, levelRequest, settingRequest, valueRequest } from "./requests.ts";
import { preview, propose } from "./service.ts";

type Read = (form: FormData) => PublicationRequest | null | Promise<PublicationRequest | null>;

export class ProposeForm extends PageElement {
  static override properties = {
    book: { attribute: false },
    rules: { attribute: false },
    known: { state: true },
    difference: { state: true },
    request: { state: true },
    sent: { state: true },
    badFile: { state: true },
    problem: { state: true },
  };
  declare book: Book | null;
  declare rules: RuleBook | null;
  /** Id of the known document whose days are changed. */
  declare known: string;
  declare difference: PublicationPreview | null;
  declare request: PublicationRequest | null;
  declare sent: boolean;
  declare badFile: boolean;
  declare problem: unknown;

  constructor() {
    super();
    this.book = null;
    this.rules = null;
    this.known = "";
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
  async #preview(event: SubmitEvent, read: Read): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    this.#forget();
    const request = await read(form);
    this.badFile = request === null;
    if (request === null) return;
    try {
      this.difference = await preview(request);
      this.request = request;
    } catch (error) {
      this.problem = error;
    }
    await this.updateComplete;
    this.querySelector("[data-outcome]")?.scrollIntoView({ block: "nearest" });
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

  /** `name` is also the test id of the form ("value" → "value-form") and of its buttons. */
  #form(name: string, title: string, fields: TemplateResult, read: Read): TemplateResult {
    return html`<details class="card publish" name="propose">
      <summary data-testid=${`open-${name}`}>${title}</summary>
      <form
        class="form-grid"
        data-testid=${`${name}-form`}
        @submit=${(event: SubmitEvent) => void this.#preview(event, read)}
      >
        ${fields}
        <div class="form-row">
          <button type="submit" class="link-button primary" data-testid=${`preview-${name}`}>
            ${stewardTexts().preview}
          </button>
        </div>
      </form>
    </details>`;
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
    const { book, rules } = this;
    if (book === null) return nothing;
    const t = stewardTexts();
    const choose = (id: string) => (this.known = id);
    return html`${this.#form("value", t.proposeValue, valueFields(book), valueRequest)}
      ${rules === null ? nothing : this.#form("rule", t.proposeRule, settingFields(rules), settingRequest)}
      ${this.#form("level", t.proposeLevel, levelFields(book), levelRequest)}
      ${this.#form("document", t.proposeDocument, documentFields(book, this.known, choose), documentRequest)}
      ${this.#form("file", t.proposeFile, fileFields(), fileRequest)}
      <div data-outcome>${this.#outcome()}</div>`;
  }
}

customElements.define("kc-propose", ProposeForm);
