/** What the pages of a year share: the year and the province chosen, one answer of the service, and its refusal. */
import { html, nothing, type TemplateResult } from "lit";
import { PageElement } from "../lib/element.ts";
import { problemCard } from "../parts/problem-card.ts";
import { texts } from "../texts/index.ts";
import { provinceChoice, yearChoice } from "./parts.ts";

/** What every answer says about the years there are. */
interface OfYear {
  readonly year: number | null;
  readonly years: readonly number[];
}

export abstract class YearChoicePage<Answer extends OfYear> extends PageElement {
  static override properties = {
    answer: { state: true },
    year: { state: true },
    province: { state: true },
    problem: { state: true },
  };
  declare answer: Answer | null;
  /** "" = the latest there is. */
  declare year: string;
  declare province: string;
  declare problem: unknown;

  constructor() {
    super();
    this.answer = null;
    this.year = "";
    this.province = "";
    this.problem = null;
  }

  protected abstract ask(query: { year: string; province: string }): Promise<Answer>;
  protected abstract pageTitle(): string;

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = this.pageTitle();
    void this.#load();
  }

  async #load(): Promise<void> {
    this.problem = null;
    try {
      this.answer = await this.ask({ year: this.year, province: this.province });
    } catch (error) {
      this.problem = error;
    }
  }

  protected choices(): TemplateResult {
    const { answer } = this;
    return html`${answer === null || answer.years.length === 0
      ? nothing
      : yearChoice(answer.years, answer.year, (year) => {
          this.year = year;
          void this.#load();
        })}
    ${provinceChoice(
      this.province,
      (province) => {
        this.province = province;
        void this.#load();
      },
      true,
    )}`;
  }

  protected refusal(): TemplateResult {
    return problemCard(this.problem, { label: texts().shell.retry, run: () => void this.#load() });
  }

  protected loading(): TemplateResult {
    return html`<p class="loading" role="status">${texts().shell.loading}</p>`;
  }
}
