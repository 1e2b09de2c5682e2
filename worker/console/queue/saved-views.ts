/** <kc-saved-views .filter=…>: the person's own views as buttons, and the form that names the present one. Fires "kc-view". */
import { html, nothing, type TemplateResult } from "lit";
import type { SavedView } from "../../../shared/contract/saved-view.ts";
import { listSavedViews, removeSavedView, saveSavedView } from "../lib/api.ts";
import { PageElement } from "../lib/element.ts";
import { problemCard } from "../parts/problem-card.ts";
import { texts } from "../texts/index.ts";
import { reviewTexts } from "../texts/review.ts";

export class SavedViewsBar extends PageElement {
  static override properties = {
    /** Query text of the present filter; "" when there is none. */
    filter: { type: String },
    views: { state: true },
    naming: { state: true },
    problem: { state: true },
  };
  declare filter: string;
  declare views: readonly SavedView[];
  declare naming: boolean;
  declare problem: unknown;

  constructor() {
    super();
    this.filter = "";
    this.views = [];
    this.naming = false;
    this.problem = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#take(listSavedViews());
  }

  async #take(question: Promise<{ readonly items: readonly SavedView[] }>): Promise<void> {
    this.problem = null;
    try {
      this.views = (await question).items;
      this.naming = false;
    } catch (error) {
      this.problem = error;
    }
  }

  #choose(view: SavedView): void {
    this.dispatchEvent(new CustomEvent<string>("kc-view", { detail: view.filter }));
  }

  async #name(): Promise<void> {
    this.naming = true;
    await this.updateComplete;
    this.querySelector<HTMLInputElement>("input")?.focus();
  }

  #save(event: SubmitEvent): void {
    event.preventDefault();
    const name = String(new FormData(event.target as HTMLFormElement).get("name") ?? "").trim();
    if (name !== "") void this.#take(saveSavedView({ name, filter: this.filter }));
  }

  #view(view: SavedView): TemplateResult {
    const t = reviewTexts().views;
    const current = view.filter === this.filter;
    return html`<li>
      <button
        type="button"
        class="view-button"
        aria-pressed=${current ? "true" : "false"}
        data-testid="saved-view"
        @click=${() => this.#choose(view)}
      >
        ${view.name}</button
      ><button
        type="button"
        class="view-remove"
        aria-label=${t.remove(view.name)}
        title=${t.remove(view.name)}
        @click=${() => void this.#take(removeSavedView(view.name))}
      >
        ×
      </button>
    </li>`;
  }

  #form(): TemplateResult {
    const t = reviewTexts().views;
    return html`<form class="view-form" @submit=${(event: SubmitEvent) => this.#save(event)}>
      <input
        class="input"
        name="name"
        maxlength="60"
        aria-label=${t.name}
        placeholder=${t.placeholder}
        data-testid="view-name"
      />
      <fluent-button type="submit" size="small" data-testid="view-save">${t.confirm}</fluent-button>
      <fluent-button size="small" appearance="subtle" @click=${() => (this.naming = false)}
        >${texts().shell.cancel}</fluent-button
      >
    </form>`;
  }

  protected override render(): TemplateResult {
    const t = reviewTexts().views;
    const known = this.views.some(({ filter }) => filter === this.filter);
    return html`<div class="saved-views">
        ${this.views.length === 0
          ? nothing
          : html`<ul aria-label=${t.label}>
              ${this.views.map((view) => this.#view(view))}
            </ul>`}
        ${this.naming
          ? this.#form()
          : this.filter === "" || known
            ? nothing
            : html`<fluent-button
                size="small"
                appearance="subtle"
                data-testid="view-new"
                @click=${() => void this.#name()}
                >${t.save}</fluent-button
              >`}
      </div>
      ${this.problem === null ? nothing : problemCard(this.problem)}`;
  }
}

customElements.define("kc-saved-views", SavedViewsBar);
