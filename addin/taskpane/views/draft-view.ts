/** Soạn: make the workbook, see the plan, add a đề án. */
import { html, nothing, type TemplateResult } from "lit";
import type { DeAnLine } from "../../../shared/plan/shapes.ts";
import { goToCell } from "../../excel/navigate.ts";
import type { TemplateOutcome } from "../../excel/write-template.ts";
import { PaneElement } from "../element.ts";
import { plusIcon, refreshIcon, sheetIcon } from "../parts/icons.ts";
import { emptyState, notice, problemNotice, working } from "../parts/notice.ts";
import { deAnList, fundCards, planHeading } from "../parts/plan-overview.ts";
import { hasUnfinished, type WizardDone } from "../parts/wizard.ts";
import "../parts/workbook-form.ts";
import { texts } from "../texts/index.ts";
import { workspace, type Snapshot } from "../workspace.ts";

export class DraftView extends PaneElement {
  static override properties = { writing: { state: true }, message: { state: true }, error: { state: true } };
  declare writing: boolean;
  declare message: string;
  declare error: unknown;

  constructor() {
    super();
    this.writing = hasUnfinished();
    this.message = "";
    this.error = null;
  }

  #onBookMade(event: CustomEvent<TemplateOutcome>): void {
    const t = texts().newBook;
    const { created, kept } = event.detail;
    const parts = [
      created.length > 0 ? t.done(created.join(", ")) : "",
      kept.length > 0 ? t.kept(kept.join(", ")) : "",
    ];
    this.message = parts.filter((part) => part !== "").join(" ");
  }

  #onDone(event: CustomEvent<WizardDone>): void {
    this.writing = false;
    this.message = texts().wizard.done(event.detail.code, event.detail.lineCount);
  }

  async #goTo(line: DeAnLine): Promise<void> {
    this.error = null;
    try {
      await goToCell(line.sheet, line.addressOf["code"] ?? `A${line.row}`);
    } catch (error) {
      this.error = error;
    }
  }

  #open(): void {
    this.message = "";
    this.writing = true;
  }

  #plan(snapshot: Snapshot): TemplateResult {
    const t = texts();
    const { plan, totals } = snapshot.verdict;
    const add = html`<fluent-button appearance="primary" data-testid="new-de-an" @click=${() => this.#open()}
      >${plusIcon()}${hasUnfinished() ? t.draft.resume : t.draft.newDeAn}</fluent-button
    >`;
    return html`<div class="view-head">
        <div>${planHeading(plan)}</div>
        <fluent-button
          appearance="subtle"
          icon-only
          aria-label=${t.app.refresh}
          title=${t.app.refresh}
          @click=${() => void workspace.read().catch(() => undefined)}
          >${refreshIcon()}</fluent-button
        >
      </div>
      ${workspace.stale
        ? notice("info", t.app.stale, {
            label: t.app.refresh,
            run: () => void workspace.read().catch(() => undefined),
          })
        : nothing}
      ${fundCards(plan, totals)}
      ${plan.deAn.length === 0
        ? emptyState(sheetIcon(), t.draft.emptyTitle, t.draft.empty, add)
        : html`<div class="actions">${add}</div>
            ${deAnList(plan, (line) => void this.#goTo(line))}`}
      <kc-freeze></kc-freeze>`;
  }

  #body(): TemplateResult {
    const { snapshot } = workspace;
    if (snapshot === null) {
      if (workspace.error !== null)
        return problemNotice(workspace.error, () => void workspace.read().catch(() => undefined));
      return working(texts().app.reading, workspace.progress);
    }
    if (!workspace.hasBook) return html`<kc-workbook-form></kc-workbook-form>`;
    return this.writing ? html`<kc-wizard></kc-wizard>` : this.#plan(snapshot);
  }

  protected override render(): TemplateResult {
    const failed = this.error ?? (workspace.snapshot === null ? null : workspace.error);
    return html`<div
      @book-made=${(event: CustomEvent<TemplateOutcome>) => this.#onBookMade(event)}
      @wizard-done=${(event: CustomEvent<WizardDone>) => this.#onDone(event)}
      @wizard-closed=${() => (this.writing = false)}
    >
      <div role="status">${this.message === "" ? nothing : notice("ok", this.message)}</div>
      ${failed === null ? nothing : problemNotice(failed)}
      ${workspace.snapshot !== null && workspace.progress !== null
        ? working(texts().app.readingShare(Math.round(workspace.progress * 100)), workspace.progress)
        : nothing}
      ${this.#body()}
    </div>`;
  }
}
customElements.define("kc-draft-view", DraftView);
