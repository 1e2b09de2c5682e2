/** Soạn: make the workbook, see the plan, add a đề án. */
import { html, nothing, type TemplateResult } from "lit";
import type { DeAnLine, Plan } from "../../../shared/plan/shapes.ts";
import type { Wrote } from "../../excel/changes.ts";
import { goToCell } from "../../excel/navigate.ts";
import { clearLine, placeChanges } from "../../excel/place-rows.ts";
import { writeLines } from "../../excel/write-rows.ts";
import type { TemplateOutcome } from "../../excel/write-template.ts";
import { PaneElement } from "../element.ts";
import { planDelete, type Deletion } from "../model/draft-delete.ts";
import { costsOf, duplicateOf, wizardOf } from "../model/draft-edit.ts";
import { isRunning, runAction, stopAction } from "../model/undo-here.ts";
import { nextCode, type WizardState } from "../model/wizard.ts";
import type { DraftWritten } from "../parts/draft-sources.ts";
import "../parts/draft-sources.ts";
import { plusIcon, refreshIcon, sheetIcon } from "../parts/icons.ts";
import { emptyState, notice, problemNotice, working } from "../parts/notice.ts";
import { deleteQuestion } from "../parts/delete-question.ts";
import { deAnList, fundCards, planHeading } from "../parts/plan-overview.ts";
import { undoAction } from "../parts/undo.ts";
import { beginWith, hasUnfinished, type WizardDone } from "../parts/wizard.ts";
import "../parts/workbook-form.ts";
import { draftTexts } from "../texts/drafts.ts";
import { texts } from "../texts/index.ts";
import { workspace, type Snapshot } from "../workspace.ts";

export class DraftView extends PaneElement {
  static override properties = {
    writing: { state: true },
    message: { state: true },
    wrote: { state: true },
    search: { state: true },
    waiting: { state: true },
    removing: { state: true },
    busy: { state: true },
    blocked: { state: true },
    error: { state: true },
  };
  declare writing: boolean;
  declare message: string;
  /** The message tells of something written. */
  declare wrote: boolean;
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
    this.wrote = false;
    this.search = "";
    this.waiting = null;
    this.removing = null;
    this.busy = false;
    this.blocked = "";
    this.error = null;
  }

  /** The workbook has been made; its plan is shown once it has been read again. */
  #landing = false;

  /** News stand at the top: a list scrolled far down must not hide them. */
  protected override updated(changed: ReadonlyMap<PropertyKey, unknown>): void {
    const told =
      (changed.has("message") && this.message !== "") || (changed.has("blocked") && this.blocked !== "");
    if (told) this.scrollIntoView({ block: "start" });
    if (this.#landing && !isRunning()) {
      this.#landing = false;
      this.#toNew();
    }
  }

  #onBookMade(event: CustomEvent<TemplateOutcome>): void {
    const t = texts().newBook;
    const { created, kept } = event.detail;
    const parts = [
      created.length > 0 ? t.done(created.join(", ")) : "",
      kept.length > 0 ? t.kept(kept.join(", ")) : "",
    ];
    this.message = parts.filter((part) => part !== "").join(" ");
    this.wrote = created.length > 0;
    this.#landing = true;
  }

  /** Where the next đề án begins; the news above are read out by themselves. */
  #toNew(): void {
    void this.focusOn("[data-testid=new-de-an]");
  }

  #onDone(event: CustomEvent<WizardDone>): void {
    const { code, lineCount, what } = event.detail;
    const d = draftTexts();
    this.writing = false;
    this.blocked = "";
    this.wrote = what !== "unchanged";
    this.message =
      what === "added"
        ? texts().wizard.done(code, lineCount)
        : what === "edited"
          ? d.edited(code)
          : d.unchanged(code);
    this.#toNew();
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
    try {
      const deletion = await runAction("delete", (wrote) => this.#clear({ row, code }, wrote));
      if (deletion === null || deletion.progressCount > 0) {
        this.blocked = deletion === null ? d.gone : d.removeRefused(code ?? "", deletion.progressCount);
        return;
      }
      this.message = d.removed(code ?? "", deletion.costCount);
      this.wrote = true;
    } catch (error) {
      this.error = error;
    } finally {
      this.removing = null;
      this.busy = false;
    }
  }

  /** What was cleared; nothing was, where it has progress. Null when the line is gone. */
  async #clear({ row, code }: Pick<DeAnLine, "row" | "code">, wrote: Wrote): Promise<Deletion | null> {
    const { flat, verdict } = await workspace.read();
    const line = verdict.plan.deAn.find((one) => one.row === row && one.code === code);
    const deletion = line === undefined ? null : planDelete(verdict.plan, line);
    if (deletion === null || deletion.progressCount > 0) return deletion;
    const update = [
      ...deletion.clear.flatMap((one) => clearLine(flat, one.def, one.row)),
      ...placeChanges(flat, deletion.update),
    ];
    await writeLines(flat, { update }, wrote);
    return deletion;
  }

  #question(line: DeAnLine, plan: Plan): TemplateResult | typeof nothing {
    if (this.removing !== line.row) return nothing;
    return deleteQuestion(line.code ?? "", planDelete(plan, line), {
      busy: this.busy,
      yes: () => void this.#remove(line),
      no: () => {
        this.removing = null;
        void this.focusOn(`[data-testid="remove-${line.code ?? ""}"]`);
      },
    });
  }

  protected override forget(): void {
    this.message = "";
    this.blocked = "";
  }

  #news(): TemplateResult {
    const d = draftTexts();
    return html`<div role="status" data-testid="draft-news">
        ${this.message === "" ? nothing : notice("ok", this.message, this.wrote ? undoAction() : undefined)}
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
      return working(texts().app.reading, workspace.progress, stopAction);
    }
    if (!workspace.hasBook) return html`<kc-workbook-form></kc-workbook-form>`;
    return this.writing ? html`<kc-wizard></kc-wizard>` : this.#plan(snapshot);
  }

  protected override render(): TemplateResult {
    // While an action is under way its own end tells what became of it.
    const unread = workspace.snapshot === null || isRunning() ? null : workspace.error;
    const failed = this.error ?? unread;
    return html`<div
      @book-made=${(event: CustomEvent<TemplateOutcome>) => this.#onBookMade(event)}
      @wizard-done=${(event: CustomEvent<WizardDone>) => this.#onDone(event)}
      @wizard-closed=${() => {
        this.writing = false;
        this.#toNew();
      }}
      @draft-written=${(event: CustomEvent<DraftWritten>) => {
        this.message = event.detail.message;
        this.wrote = true;
        this.blocked = "";
      }}
    >
      ${this.#news()} ${failed === null ? nothing : problemNotice(failed)}
      ${workspace.snapshot !== null && workspace.progress !== null
        ? working(
            texts().app.readingShare(Math.round(workspace.progress * 100)),
            workspace.progress,
            stopAction,
          )
        : nothing}
      ${this.#body()}
    </div>`;
  }
}
customElements.define("kc-draft-view", DraftView);
