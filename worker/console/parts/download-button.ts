/** <kc-download label href test-id>: fetches a file with the session and saves it; a refusal is said beside it. */
import { html, nothing, type TemplateResult } from "lit";
import { downloadPaper } from "../lib/api.ts";
import { PageElement } from "../lib/element.ts";
import { describeProblem } from "../lib/problem.ts";
import { downloadIcon } from "../parts/icons.ts";
import { lang, texts } from "../texts/index.ts";

export class DownloadButton extends PageElement {
  static override properties = {
    label: { type: String },
    href: { type: String },
    testId: { type: String, attribute: "test-id" },
    busy: { state: true },
    problem: { state: true },
  };
  declare label: string;
  declare href: string;
  declare testId: string;
  declare busy: boolean;
  declare problem: unknown;

  constructor() {
    super();
    this.label = "";
    this.href = "";
    this.testId = "";
    this.busy = false;
    this.problem = null;
  }

  async #fetch(): Promise<void> {
    this.busy = true;
    this.problem = null;
    try {
      await downloadPaper(this.href, "khuyen-cong");
    } catch (error) {
      this.problem = error;
    } finally {
      this.busy = false;
    }
  }

  #refusal(): TemplateResult {
    const { title, detail } = describeProblem(this.problem);
    return html`<span class="field-error" role="alert">${lang() === "vi" ? detail : title}</span>`;
  }

  protected override render(): TemplateResult {
    return html`<fluent-button
        data-testid=${this.testId}
        ?disabled=${this.busy}
        @click=${() => void this.#fetch()}
        ><span slot="start">${downloadIcon()}</span>${this.busy
          ? texts().submission.downloading
          : this.label}</fluent-button
      >
      ${this.problem === null ? nothing : this.#refusal()}`;
  }
}

customElements.define("kc-download", DownloadButton);
