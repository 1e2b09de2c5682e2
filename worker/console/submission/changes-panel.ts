/** <kc-changes .detail=…>: what the newest revision changed against an earlier one. Fires "kc-place" with sheet and cell. */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { SubmissionDetail } from "../../../shared/contract/submission.ts";
import { formatDong } from "../../../shared/kernel/money.ts";
import { readRevision } from "../lib/api.ts";
import { PageElement } from "../lib/element.ts";
import { formatMoment } from "../lib/format.ts";
import { problemCard } from "../parts/problem-card.ts";
import { texts } from "../texts/index.ts";
import { reviewTexts } from "../texts/review.ts";
import { compareRevisions, type CellChange } from "./revision-diff.ts";

const SHOWN = 100;

function signed(dong: number): string {
  return `${dong > 0 ? "+" : ""}${formatDong(dong)} đ`;
}

export class ChangesPanel extends PageElement {
  static override properties = {
    detail: { attribute: false },
    against: { state: true },
    changes: { state: true },
    shown: { state: true },
    problem: { state: true },
  };
  declare detail: SubmissionDetail;
  /** The earlier revision. */
  declare against: number;
  declare changes: readonly CellChange[] | null;
  declare shown: number;
  declare problem: unknown;

  constructor() {
    super();
    this.against = 0;
    this.changes = null;
    this.shown = SHOWN;
    this.problem = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("detail")) return;
    void this.#compare(this.detail.submission.revision - 1);
  }

  async #compare(against: number): Promise<void> {
    this.against = against;
    this.changes = null;
    this.problem = null;
    this.shown = SHOWN;
    const { workbook, submission } = this.detail;
    try {
      const { envelope } = await readRevision(submission.id, against);
      if (this.against === against) this.changes = compareRevisions(envelope.workbook, workbook);
    } catch (error) {
      this.problem = error;
    }
  }

  #show({ sheet, cell }: CellChange): void {
    this.dispatchEvent(new CustomEvent("kc-place", { detail: { sheet, cell } }));
  }

  #values(change: CellChange): TemplateResult {
    const t = reviewTexts().diff;
    const side = (name: string, text: string, className: string) =>
      html`<dt>${name}</dt>
        <dd>
          ${text === ""
            ? html`<span class="quiet">${t.blank}</span>`
            : html`<span class=${className}>${text}</span>`}
        </dd>`;
    return html`<dl class="diff-values">
      ${change.kind === "added" ? nothing : side(t.before, change.before, "before")}
      ${change.kind === "removed" ? nothing : side(t.after, change.after, "after")}
      ${change.differenceDong === null
        ? nothing
        : html`<dt>${t.difference}</dt>
            <dd><strong>${signed(change.differenceDong)}</strong></dd>`}
    </dl>`;
  }

  #change(change: CellChange): TemplateResult {
    const t = reviewTexts().diff;
    const place = `${change.sheet}!${change.cell}`;
    return html`<li class=${change.kind} data-testid="change">
      <div class="diff-place">
        ${change.kind === "removed"
          ? html`<span class="quiet">${change.sheet}</span>`
          : html`<button type="button" class="place-button" @click=${() => this.#show(change)}>
              ${place}
            </button>`}
        ${change.kind === "changed"
          ? html`<strong>${change.column}</strong>`
          : html`<strong class="diff-kind">${t[change.kind]}</strong>`}
        <span class="quiet">${change.line}${change.formulaOnly ? ` ${t.formula}` : ""}</span>
      </div>
      ${this.#values(change)}
    </li>`;
  }

  #head(): TemplateResult {
    const t = reviewTexts().diff;
    const { revision } = this.detail.submission;
    const earlier = this.detail.revisions.filter((each) => each.revision < revision);
    return html`<label class="diff-head">
      <span>${t.lead(this.against, revision)}</span>
      <select
        class="input"
        data-testid="changes-against"
        @change=${(event: Event) => void this.#compare(Number((event.target as HTMLSelectElement).value))}
      >
        ${earlier.map(
          (each) =>
            html`<option value=${each.revision} ?selected=${each.revision === this.against}>
              ${each.revision} (${formatMoment(each.receivedAt)})
            </option>`,
        )}
      </select>
    </label>`;
  }

  #list(changes: readonly CellChange[]): TemplateResult {
    const t = reviewTexts().diff;
    if (changes.length === 0) return html`<p class="quiet">${t.same}</p>`;
    const count = (kind: CellChange["kind"]) => changes.filter((change) => change.kind === kind).length;
    const left = changes.length - this.shown;
    return html`<p role="status" data-testid="change-counts">
        ${t.counts(count("changed"), count("added"), count("removed"))}
      </p>
      <ul class="diff-list">
        ${changes.slice(0, this.shown).map((change) => this.#change(change))}
      </ul>
      ${left > 0
        ? html`<fluent-button size="small" @click=${() => (this.shown += 10 * SHOWN)}
            >${t.more(left)}</fluent-button
          >`
        : nothing}`;
  }

  protected override render(): TemplateResult {
    const t = reviewTexts().diff;
    if (this.problem !== null) {
      const run = () => void this.#compare(this.against);
      return problemCard(this.problem, { label: texts().shell.retry, run });
    }
    if (this.detail.submission.revision < 2) return html`<p class="quiet">${t.only}</p>`;
    return html`${this.#head()}
    ${this.changes === null
      ? html`<p class="loading" role="status">${t.loading}</p>`
      : this.#list(this.changes)}`;
  }
}

customElements.define("kc-changes", ChangesPanel);
