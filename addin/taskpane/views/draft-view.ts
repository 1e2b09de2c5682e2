/** Soạn: make the workbook, see the plan, add a đề án. */
import { html, nothing, type TemplateResult } from "lit";
import type { DeAnLine, Plan } from "../../../shared/plan/shapes.ts";
import { goToCell } from "../../excel/navigate.ts";
import { clearLine, placeChanges } from "../../excel/place-rows.ts";
import { writeLines } from "../../excel/write-rows.ts";
import type { TemplateOutcome } from "../../excel/write-template.ts";
import { PaneElement } from "../element.ts";
import { planDelete } from "../model/draft-delete.ts";
import { costsOf, duplicateOf, wizardOf } from "../model/draft-edit.ts";
import { beginAction, canTakeBack, keepAction, takeBackAction } from "../model/undo-here.ts";
import { nextCode, type WizardState } from "../model/wizard.ts";
import type { DraftWritten } from "../parts/draft-sources.ts";
import "../parts/draft-sources.ts";
import { plusIcon, refreshIcon, sheetIcon, undoIcon } from "../parts/icons.ts";
import { emptyState, notice, problemNotice, working } from "../parts/notice.ts";
import { deleteQuestion } from "../parts/delete-question.ts";
import { deAnList, fundCards, planHeading } from "../parts/plan-overview.ts";
import { beginWith, hasUnfinished, type WizardDone } from "../parts/wizard.ts";
import "../parts/workbook-form.ts";
import { draftTexts } from "../texts/drafts.ts";
import { texts } from "../texts/index.ts";
import { workspace, type Snapshot } from "../workspace.ts";

export class DraftView extends PaneElement {
  static override properties = {
    writing: { state: true },
    message: { state: true },
    search: { state: true },
    waiting: { state: true },
    removing: { state: true },
    busy: { state: true },
    blocked: { state: true },
    error: { state: true },
  };
  declare writing: boolean;
  declare message: string;
  declare search: string;
  /** What the person asked to open while another đề án is unfinished. */
  declare waiting: WizardState | null;
  /** Row of the đề án about to be deleted. */
  declare removing: number | null;
  declare busy: boolean;
  /** Why nothing was taken back or deleted; "" = nothing in the way. */
  declare blocked: string;
  declare error: unknown;

  constructor() {
    super();
    this.writing = hasUnfinished();
    this.message = "";
    this.search = "";
    this.waiting = null;
    this.removing = null;
    this.busy = false;
    this.blocked = "";
    this.error = null;
  }

  /** News stand at the top: a list scrolled far down must not hide them. */
  protected override updated(changed: ReadonlyMap<PropertyKey, unknown>): void {
    const told =
      (changed.has("message") && this.message !== "") || (changed.has("blocked") && this.blocked !== "");
    if (told) this.scrollIntoView({ block: "start" });
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
    const { code, lineCount, what } = event.detail;
    const d = draftTexts();
    this.writing = false;
    this.blocked = "";
    this.message =
      what === "added"
        ? texts().wizard.done(code, lineCount)
        : what === "edited"
          ? d.edited(code)
          : d.unchanged(code);
  }

  /** Opens the wizard with a đề án of the workbook; an unfinished one is not dropped without asking. */
  #begin(state: WizardState): void {
    this.message = "";
    this.blocked = "";
    if (hasUnfinished()) {
      this.waiting = state;
      return;
    }
    this.waiting = null;
    beginWith(state);
    this.writing = true;
  }

  #edit(line: DeAnLine, plan: Plan): void {
    this.#begin(wizardOf(line, costsOf(plan, line.code)));
  }

  #duplicate(line: DeAnLine, plan: Plan): void {
    const code = nextCode(plan.deAn.flatMap((one) => one.code ?? []));
    this.#begin(duplicateOf(line, costsOf(plan, line.code), code));
  }

  async #remove({ row, code }: DeAnLine): Promise<void> {
    const d = draftTexts();
    this.error = null;
    this.message = "";
    this.blocked = "";
    this.busy = true;
    beginAction();
    try {
      const { flat, verdict } = await workspace.read();
      const line = verdict.plan.deAn.find((one) => one.row === row && one.code === code);
      const deletion = line === undefined ? null : planDelete(verdict.plan, line);
      if (deletion === null || deletion.progressCount > 0) {
        this.blocked = deletion === null ? d.gone : d.removeRefused(code ?? "", deletion.progressCount);
        return;
      }
      const update = [
        ...deletion.clear.flatMap((one) => clearLine(flat, one.def, one.row)),
        ...placeChanges(flat, deletion.update),
      ];
      await keepAction((await writeLines(flat, { update })).changes);
      this.message = d.removed(code ?? "", deletion.costCount);
      await workspace.read();
    } catch (error) {
      this.error = error;
    } finally {
      this.removing = null;
      this.busy = false;
    }
  }

  #question(line: DeAnLine, plan: Plan): TemplateResult | typeof nothing {
    if (this.removing !== line.row) return nothing;
    return deleteQuestion(line.code ?? "", planDelete(plan, line), {
      busy: this.busy,
      yes: () => void this.#remove(line),
      no: () => (this.removing = null),
    });
  }

  async #takeBack(): Promise<void> {
    this.error = null;
    this.message = "";
    this.blocked = "";
    try {
      const cell = await takeBackAction();
      this.message = cell === null ? draftTexts().undone : "";
      this.blocked = cell === null ? "" : draftTexts().undoBlocked(cell);
      await workspace.read();
    } catch (error) {
      this.error = error;
    }
  }

  #news(): TemplateResult {
    const d = draftTexts();
    const undo = canTakeBack() ? { label: d.undo, run: () => void this.#takeBack() } : undefined;
    return html`<div role="status" data-testid="draft-news">
        ${this.message === "" ? nothing : notice("ok", this.message, undo)}
      </div>
      ${this.blocked === "" ? nothing : notice("warning", this.blocked)}
      ${this.waiting === null
        ? nothing
        : notice("warning", d.unfinished, { label: d.dropUnfinished, run: () => this.#dropAndBegin() })}`;
  }

  #dropAndBegin(): void {
    if (this.waiting === null) return;
    beginWith(this.waiting);
    this.waiting = null;
    this.writing = true;
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

  #headButton(label: string, icon: TemplateResult, run: () => void, testId?: string): TemplateResult {
    return html`<fluent-button
      appearance="subtle"
      icon-only
      aria-label=${label}
      title=${label}
      data-testid=${testId ?? nothing}
      @click=${run}
      >${icon}</fluent-button
    >`;
  }

  #plan(snapshot: Snapshot): TemplateResult {
    const t = texts();
    const { plan, totals } = snapshot.verdict;
    const add = html`<fluent-button appearance="primary" data-testid="new-de-an" @click=${() => this.#open()}
      >${plusIcon()}${hasUnfinished() ? t.draft.resume : t.draft.newDeAn}</fluent-button
    >`;
    return html`<div class="view-head">
        <div>${planHeading(plan)}</div>
        <span class="row-buttons">
          ${canTakeBack()
            ? this.#headButton(draftTexts().undoLast, undoIcon(), () => void this.#takeBack(), "undo-last")
            : nothing}
          ${this.#headButton(
            t.app.refresh,
            refreshIcon(),
            () => void workspace.read().catch(() => undefined),
          )}
        </span>
      </div>
      ${workspace.stale
        ? notice("info", t.app.stale, {
            label: t.app.refresh,
            run: () => void workspace.read().catch(() => undefined),
          })
        : nothing}
      ${fundCards(plan, totals)}
      ${plan.deAn.length === 0
        ? html`${emptyState(sheetIcon(), t.draft.emptyTitle, t.draft.empty, add)}
            <kc-draft-sources></kc-draft-sources>`
        : html`<div class="actions">${add}</div>
            <kc-draft-sources></kc-draft-sources>
            ${deAnList(
              plan,
              { text: this.search, change: (search) => (this.search = search) },
              {
                goTo: (line) => void this.#goTo(line),
                edit: (line) => this.#edit(line, plan),
                duplicate: (line) => this.#duplicate(line, plan),
                remove: (line) => {
                  this.removing = line.row;
                  void this.focusOn(".row-question fluent-button");
                },
                question: (line) => this.#question(line, plan),
              },
            )}`}
      <kc-freeze></kc-freeze>`;
  }

  #body(): TemplateResult {
    const { snapshot } = workspace;
    if (snapshot === null) {
      if (workspace.error !== null)
        return problemNotice(workspace.error, () => void workspace.read().catch(() => undefined));
      return working(texts().app.reading, workspace.progress, () => workspace.stop());
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
      @draft-written=${(event: CustomEvent<DraftWritten>) => {
        this.message = event.detail.message;
        this.blocked = "";
      }}
    >
      ${this.#news()} ${failed === null ? nothing : problemNotice(failed)}
      ${workspace.snapshot !== null && workspace.progress !== null
        ? working(texts().app.readingShare(Math.round(workspace.progress * 100)), workspace.progress, () =>
            workspace.stop(),
          )
        : nothing}
      ${this.#body()}
    </div>`;
  }
}
customElements.define("kc-draft-view", DraftView);
