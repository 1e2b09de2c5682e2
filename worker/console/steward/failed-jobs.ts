/** <kc-failed-jobs>: work behind the queue that was given up, and a way to send it once more. For stewards. */
import { html, nothing, type TemplateResult } from "lit";
import type { FailedJob, FailedJobs } from "../../../shared/contract/failed-job.ts";
import { AskedPage } from "../lib/asked-page.ts";
import { formatMoment } from "../lib/format.ts";
import { failedJobTexts } from "../texts/failed-jobs.ts";
import { stewardTexts } from "../texts/steward.ts";
import { readFailedJobs, sendAgain } from "./service.ts";

class FailedJobsView extends AskedPage<FailedJobs> {
  protected override ask(): Promise<FailedJobs> {
    return readFailedJobs();
  }

  protected override pageTitle(): string {
    return stewardTexts().title;
  }

  #state({ id, kind, sentAgain }: FailedJob): TemplateResult | typeof nothing {
    const t = failedJobTexts();
    if (sentAgain !== null)
      return html`<span class="quiet">${t.sentAgain(sentAgain.name, formatMoment(sentAgain.at))}</span>`;
    if (kind === "unknown") return nothing;
    return html`<button
      type="button"
      class="plain-button"
      data-testid="send-again"
      @click=${() => void this.take(() => sendAgain(id))}
    >
      ${t.again}
    </button>`;
  }

  #table(items: readonly FailedJob[]): TemplateResult {
    const t = failedJobTexts();
    return html`<div class="table-frame" tabindex="0" role="region" aria-label=${t.heading}>
      <table class="list plain">
        <thead>
          <tr>
            ${[t.kind, t.about, t.failedAt, t.state].map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${items.map(
            (item) =>
              html`<tr data-testid="failed-job">
                <td data-label=${t.kind}>${t.kinds[item.kind] ?? item.kind}</td>
                <td data-label=${t.about}><code>${item.about ?? "–"}</code></td>
                <td data-label=${t.failedAt} class="moment">${formatMoment(item.failedAt)}</td>
                <td data-label=${t.state}>${this.#state(item)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #body(): TemplateResult {
    const t = failedJobTexts();
    if (this.problem !== null) return this.refusal();
    if (this.answer === null) return this.loading();
    const { waiting, items } = this.answer;
    if (items.length === 0) return html`<p class="empty" data-testid="no-failed-jobs">${t.none}</p>`;
    return html`<p
        class=${waiting === 0 ? "quiet" : "notice warning"}
        role="status"
        data-testid="failed-waiting"
      >
        ${t.waiting(waiting)}
      </p>
      ${this.#table(items)}`;
  }

  protected override render(): TemplateResult {
    const t = failedJobTexts();
    return html`<section class="order-section" aria-labelledby="failed-heading">
      <h2 id="failed-heading">${t.heading}</h2>
      <p class="quiet">${t.lead}</p>
      ${this.#body()}
    </section>`;
  }
}
customElements.define("kc-failed-jobs", FailedJobsView);
