/** <kc-paper-templates>: the four papers of an order, each ours or the unit's own made in Word. */
import { html, nothing, type TemplateResult } from "lit";
import type { PaperTemplate } from "../../../shared/contract/paper-template.ts";
import { downloadPaper } from "../lib/api.ts";
import { PageElement } from "../lib/element.ts";
import { formatMoment } from "../lib/format.ts";
import { okIcon } from "../parts/icons.ts";
import { problemCard } from "../parts/problem-card.ts";
import { lang, texts } from "../texts/index.ts";
import { orderTexts } from "../texts/order.ts";
import { pageHead } from "./parts.ts";
import { readTemplates, resetTemplate, templateHref, uploadTemplate } from "./service.ts";

const ACCEPT = ".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export class PaperTemplatesPage extends PageElement {
  static override properties = {
    items: { state: true },
    problem: { state: true },
    about: { state: true },
    done: { state: true },
  };
  declare items: readonly PaperTemplate[] | null;
  declare problem: unknown;
  /** The template that the problem or the success is about. */
  declare about: string;
  declare done: boolean;

  constructor() {
    super();
    this.items = null;
    this.problem = null;
    this.about = "";
    this.done = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = orderTexts().papers.title;
    void this.#load();
  }

  async #load(): Promise<void> {
    try {
      this.items = (await readTemplates()).items;
    } catch (error) {
      this.problem = error;
    }
  }

  async #try(kind: string, work: () => Promise<unknown>): Promise<void> {
    this.problem = null;
    this.done = false;
    this.about = kind;
    try {
      await work();
      await this.#load();
      this.done = true;
    } catch (error) {
      this.problem = error;
    }
  }

  #upload(kind: PaperTemplate["kind"], event: Event): void {
    const input = event.target as HTMLInputElement;
    const [chosen] = input.files ?? [];
    if (chosen === undefined) return;
    void this.#try(kind, () => uploadTemplate(kind, chosen)).finally(() => (input.value = ""));
  }

  #fields({ fields }: PaperTemplate): TemplateResult {
    const t = orderTexts().papers;
    return html`<details class="why">
      <summary>${t.fields(fields.length)}</summary>
      <ul class="field-list">
        ${fields.map(
          ({ name, vi, required, inside, isList }) =>
            html`<li class=${`depth-${inside.length}`}>
              <code>${isList ? `{#${name}} … {/${name}}` : `{${name}}`}</code> ${vi}
              ${required ? html`<span class="quiet">(${t.required})</span>` : nothing}
            </li>`,
        )}
      </ul>
    </details>`;
  }

  #card(item: PaperTemplate): TemplateResult {
    const t = orderTexts().papers;
    const { kind, own } = item;
    const mine = this.about === kind;
    return html`<section class="card paper" data-testid=${`template-${kind}`}>
      <h2>${lang() === "en" ? item.en : item.vi}</h2>
      <p class="quiet">${t.form(item.form)}</p>
      <p>${own === null ? t.ours : t.own(own.fileName, own.by, formatMoment(own.at))}</p>
      <div class="form-actions">
        <fluent-button @click=${() => downloadPaper(templateHref(kind), `mau-${kind}.docx`)}
          >${t.download}</fluent-button
        >
        <label class="link-button"
          >${t.upload}<input
            class="sr-only"
            type="file"
            accept=${ACCEPT}
            data-testid=${`upload-${kind}`}
            @change=${(event: Event) => this.#upload(kind, event)}
        /></label>
        ${own === null
          ? nothing
          : html`<button
              type="button"
              class="plain-button"
              @click=${() => this.#try(kind, () => resetTemplate(kind))}
            >
              ${t.reset}
            </button>`}
      </div>
      ${mine && this.done
        ? html`<div class="notice success" role="status">
            ${okIcon()}
            <p>${t.done}</p>
          </div>`
        : nothing}
      ${mine && this.problem !== null ? problemCard(this.problem) : nothing} ${this.#fields(item)}
    </section>`;
  }

  protected override render(): TemplateResult {
    const t = orderTexts().papers;
    return html`${pageHead(t.heading, t.lead, "papers")}
      <p class="notice info">${t.honest}</p>
      ${this.about === "" && this.problem !== null ? problemCard(this.problem) : nothing}
      ${this.items === null && this.problem === null
        ? html`<p class="loading" role="status">${texts().shell.loading}</p>`
        : html`<div class="paper-cards">${(this.items ?? []).map((item) => this.#card(item))}</div>`}`;
  }
}

customElements.define("kc-paper-templates", PaperTemplatesPage);
