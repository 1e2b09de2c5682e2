/** The wizard for a new đề án: three steps, kept as it is typed, written to the workbook in one action. */
import { html, nothing, type TemplateResult } from "lit";
import type { Wrote } from "../../excel/changes.ts";
import { clearLine, placeChanges, type Placement } from "../../excel/place-rows.ts";
import { writeLines } from "../../excel/write-rows.ts";
import { goToCell } from "../../excel/navigate.ts";
import { costRowValues, deAnRowValues } from "../../../shared/workbook/build.ts";
import { COST_SHEET, DE_AN_SHEET } from "../../../shared/workbook/template.ts";
import {
  errorsOfStep,
  evaluate,
  newWizard,
  STEP_COUNT,
  toDrafts,
  type Context,
  type Drafts,
  type Evaluation,
  type WizardState,
} from "../model/wizard.ts";
import { baselineOf, costsOf, planEdit } from "../model/draft-edit.ts";
import { runAction, stopAction } from "../model/undo-here.ts";
import { PaneElement } from "../element.ts";
import { keep, readKept } from "../kept.ts";
import { draftTexts } from "../texts/drafts.ts";
import { texts } from "../texts/index.ts";
import { workspace } from "../workspace.ts";
import { costStep } from "./cost-lines.ts";
import { goesOn } from "./enter.ts";
import { trashIcon } from "./icons.ts";
import { notice, problemNotice, working } from "./notice.ts";
import { aboutStep, kindStep } from "./wizard-about.ts";
import type { WizardPart } from "./wizard-part.ts";

const KEPT = "kc.wizard";

export function hasUnfinished(): boolean {
  return readKept<WizardState>(KEPT) !== null;
}

/** Keeps a đề án to be changed or duplicated, so that the wizard opens with it. */
export function beginWith(state: WizardState): void {
  keep(KEPT, state);
}

export interface WizardDone {
  readonly code: string;
  readonly lineCount: number;
  readonly what: "added" | "edited" | "unchanged";
}

export class Wizard extends PaneElement {
  static override properties = {
    state: { state: true },
    touched: { state: true },
    asking: { state: true },
    busy: { state: true },
    refused: { state: true },
    error: { state: true },
  };
  declare state: WizardState;
  declare touched: ReadonlySet<string>;
  declare asking: boolean;
  declare busy: boolean;
  /** Why the changes were not written; "" = nothing in the way. */
  declare refused: string;
  declare error: unknown;

  constructor() {
    super();
    const taken = this.#takenCodes();
    this.state = { ...newWizard(taken), ...readKept<WizardState>(KEPT) };
    this.touched = new Set();
    this.asking = false;
    this.busy = false;
    this.refused = "";
    this.error = null;
  }

  #takenCodes(): string[] {
    return (workspace.snapshot?.verdict.plan.deAn ?? []).flatMap((line) =>
      line.code === null ? [] : [line.code],
    );
  }

  #context(): Context | null {
    const { snapshot } = workspace;
    if (snapshot === null) return null;
    return { law: snapshot.law, asOf: snapshot.verdict.plan.info.asOf, takenCodes: this.#takenCodes() };
  }

  #change(state: WizardState): void {
    this.state = state;
    keep(KEPT, state);
  }

  #part(context: Context, evaluation: Evaluation): WizardPart {
    return {
      state: this.state,
      evaluation,
      asOf: context.asOf,
      otherCodes: context.takenCodes.filter((code) => code !== this.state.editing),
      change: (state) => this.#change(state),
      touch: (name) => (this.touched = new Set([...this.touched, name])),
      focus: (selector) => void this.focusOn(selector),
      errorOf: (name) => {
        const error = evaluation.errors[name];
        return error === undefined || !this.touched.has(name) ? undefined : texts().wizard.errors[error];
      },
    };
  }

  /** True when the step has nothing to correct; otherwise shows what, and goes to the first. */
  async #settle(evaluation: Evaluation, step: number): Promise<boolean> {
    const wrong = errorsOfStep(evaluation, step);
    this.touched = new Set([...this.touched, ...wrong]);
    if (wrong.length === 0) return true;
    await this.updateComplete;
    this.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    return false;
  }

  async #go(evaluation: Evaluation, step: number): Promise<void> {
    if (step > this.state.step && !(await this.#settle(evaluation, this.state.step))) return;
    this.#change({ ...this.state, step });
    await this.#enterStep();
  }

  /** To the first thing to fill in: the group around it says which step this is. */
  async #enterStep(): Promise<void> {
    await this.updateComplete;
    const fields = [...this.querySelectorAll<HTMLInputElement>(".wizard-step :is(input, textarea)")];
    const chosen = fields.find(({ name, checked }) => name === "kind" && checked);
    const missing = fields.find((field) => field.ariaRequired === "true" && field.value === "");
    (chosen ?? missing ?? fields[0])?.focus();
    this.scrollIntoView({ block: "start" });
  }

  protected override firstUpdated(): void {
    void this.#enterStep();
  }

  #onKey(event: KeyboardEvent, forward: () => void): void {
    if (this.busy || !goesOn(event)) return;
    event.preventDefault();
    // Left first: what leaving changes is kept before the đề án is written, not after.
    (event.target as HTMLElement).blur();
    forward();
  }

  async #submit(context: Context, evaluation: Evaluation): Promise<void> {
    for (let step = 0; step < STEP_COUNT; step += 1) {
      if (errorsOfStep(evaluation, step).length === 0) continue;
      this.#change({ ...this.state, step });
      await this.#settle(evaluation, step);
      return;
    }
    const drafts = toDrafts(this.state, context);
    if (drafts === null) return;
    this.busy = true;
    this.error = null;
    this.refused = "";
    try {
      const what =
        this.state.editing === null
          ? await runAction("de-an", (wrote) => this.#add(drafts, wrote))
          : await runAction("edit", (wrote) => this.#edit(drafts, wrote));
      if (what === null) return;
      keep(KEPT, null);
      const detail: WizardDone = { code: drafts.deAn.code, lineCount: drafts.costs.length, what };
      this.dispatchEvent(new CustomEvent("wizard-done", { detail, bubbles: true }));
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }

  async #add(drafts: Drafts, wrote: Wrote): Promise<"added"> {
    const { flat } = await workspace.read();
    const append = [
      { def: DE_AN_SHEET, rows: [deAnRowValues(drafts.deAn)] },
      { def: COST_SHEET, rows: drafts.costs.map(costRowValues) },
    ];
    await this.#show(await writeLines(flat, { append }, wrote));
    return "added";
  }

  /** Null when the workbook has moved on and nothing was written. */
  async #edit(drafts: Drafts, wrote: Wrote): Promise<"edited" | "unchanged" | null> {
    const { flat, verdict } = await workspace.read();
    const line = verdict.plan.deAn.find(({ code }) => code === this.state.editing);
    const costs = costsOf(verdict.plan, this.state.editing);
    if (line === undefined || baselineOf(line, costs) !== this.state.baseline) {
      this.refused = line === undefined ? draftTexts().gone : draftTexts().movedOn;
      return null;
    }
    const edit = planEdit(line, costs, drafts);
    const update = [
      ...placeChanges(flat, edit.update),
      ...edit.clear.flatMap((row) => clearLine(flat, COST_SHEET, row)),
    ];
    if (update.length === 0 && edit.append.length === 0) return "unchanged";
    const append = edit.append.length === 0 ? [] : [{ def: COST_SHEET, rows: edit.append }];
    await this.#show(await writeLines(flat, { append, update }, wrote));
    return "edited";
  }

  async #show([first]: readonly Placement[]): Promise<void> {
    // The lines are written: not getting there must not look like a failure.
    if (first !== undefined) await goToCell(first.sheet, `A${first.firstRow}`).catch(() => false);
  }

  #ask(): void {
    this.asking = true;
    void this.focusOn("[role=alertdialog] fluent-button");
  }

  #keepOn(): void {
    this.asking = false;
    void this.focusOn("[data-testid=wizard-discard]");
  }

  #discard(): void {
    keep(KEPT, null);
    this.dispatchEvent(new CustomEvent("wizard-closed", { bubbles: true }));
  }

  #steps(evaluation: Evaluation): TemplateResult {
    const t = texts().wizard;
    return html`<ol class="steps" aria-label=${t.step(this.state.step + 1, STEP_COUNT)}>
      ${t.steps.map(
        (name, index) =>
          html`<li
            class=${index < this.state.step ? "done" : ""}
            aria-current=${index === this.state.step ? "step" : nothing}
          >
            <button
              type="button"
              ?disabled=${index > this.state.step}
              @click=${() => void this.#go(evaluation, index)}
            >
              <span class="step-number">${index + 1}</span>${name}
            </button>
          </li>`,
      )}
    </ol>`;
  }

  #footer(context: Context, evaluation: Evaluation): TemplateResult {
    const t = texts().wizard;
    const { step } = this.state;
    const wrong = errorsOfStep(evaluation, step).filter((name) => this.touched.has(name)).length;
    if (this.busy) return working(t.working, null, stopAction);
    return html`${wrong === 0 ? nothing : html`<p class="field-error" role="status">${t.fix(wrong)}</p>`}
      <div class="actions spread">
        <fluent-button
          appearance="subtle"
          icon-only
          aria-label=${t.discard}
          title=${t.discard}
          data-testid="wizard-discard"
          @click=${() => this.#ask()}
          >${trashIcon()}</fluent-button
        >
        <span class="actions">
          ${step === 0
            ? nothing
            : html`<fluent-button @click=${() => void this.#go(evaluation, step - 1)}
                >${t.back}</fluent-button
              >`}
          ${step < STEP_COUNT - 1
            ? html`<fluent-button
                appearance="primary"
                data-testid="wizard-next"
                @click=${() => void this.#go(evaluation, step + 1)}
                >${t.next}</fluent-button
              >`
            : html`<fluent-button
                appearance="primary"
                data-testid="wizard-submit"
                @click=${() => void this.#submit(context, evaluation)}
                >${this.state.editing === null ? t.submit : draftTexts().editSubmit}</fluent-button
              >`}
        </span>
      </div>`;
  }

  #question(): TemplateResult {
    const t = texts().wizard;
    return html`<div
      class="notice warning"
      role="alertdialog"
      aria-label=${t.discardAsk}
      @keydown=${(event: KeyboardEvent) => event.key === "Escape" && this.#keepOn()}
    >
      <p>${t.discardAsk}</p>
      <span class="actions">
        <fluent-button size="small" @click=${() => this.#keepOn()}>${t.discardNo}</fluent-button>
        <fluent-button
          size="small"
          appearance="primary"
          data-testid="wizard-discard-yes"
          @click=${() => this.#discard()}
          >${t.discardYes}</fluent-button
        >
      </span>
    </div>`;
  }

  protected override render(): TemplateResult {
    const context = this.#context();
    if (context === null) return working(texts().app.reading);
    const t = texts().wizard;
    const evaluation = evaluate(this.state, context);
    const part = this.#part(context, evaluation);
    const steps = [kindStep, aboutStep, costStep];
    const { step } = this.state;
    const isLast = step === STEP_COUNT - 1;
    const forward = () => void (isLast ? this.#submit(context, evaluation) : this.#go(evaluation, step + 1));
    return html`<section
      class="card wizard"
      data-testid="wizard"
      @keydown=${(event: KeyboardEvent) => this.#onKey(event, forward)}
    >
      <h2 tabindex="-1">
        ${this.state.editing === null ? t.title : draftTexts().editTitle(this.state.editing)}
      </h2>
      ${this.#steps(evaluation)}
      <div
        class="wizard-step whole"
        role="group"
        aria-label="${t.step(step + 1, STEP_COUNT)}: ${t.steps[step]}"
      >
        ${(steps[step] ?? kindStep)(part)}
      </div>
      ${this.error === null ? nothing : problemNotice(this.error)}
      ${this.refused === "" ? nothing : notice("warning", this.refused)}
      ${this.asking ? this.#question() : this.#footer(context, evaluation)}
    </section>`;
  }
}
customElements.define("kc-wizard", Wizard);
