/**
 * A page that shows one answer of the service: asked for when it opens and whenever a choice changes. What a newer
 * question overtook is dropped; a refusal is shown with a way to try again.
 */
import { html, type TemplateResult } from "lit";
import { problemCard } from "../parts/problem-card.ts";
import { texts } from "../texts/index.ts";
import { PageElement } from "./element.ts";

export abstract class AskedPage<Answer> extends PageElement {
  static override properties: Record<string, object> = {
    answer: { state: true },
    problem: { state: true },
  };
  declare answer: Answer | null;
  declare problem: unknown;
  #question = 0;

  constructor() {
    super();
    this.answer = null;
    this.problem = null;
  }

  protected abstract ask(): Promise<Answer>;
  protected abstract pageTitle(): string;

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = this.pageTitle();
    void this.load();
  }

  /** Takes what the work answers, or its refusal. */
  protected async take(work: () => Promise<Answer>): Promise<void> {
    this.#question += 1;
    const question = this.#question;
    this.problem = null;
    try {
      const answer = await work();
      if (question === this.#question) this.answer = answer;
    } catch (error) {
      if (question === this.#question) this.problem = error;
    }
  }

  protected load(): Promise<void> {
    return this.take(() => this.ask());
  }

  protected refusal(): TemplateResult {
    return problemCard(this.problem, { label: texts().shell.retry, run: () => void this.load() });
  }

  protected loading(): TemplateResult {
    return html`<p class="loading" role="status">${texts().shell.loading}</p>`;
  }
}
