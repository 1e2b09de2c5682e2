/** The editor of one norm: sections, the live price, and writing it into the workbook. */
import { html, nothing, type TemplateResult } from "lit";
import { quantityToNumber } from "../../../shared/kernel/quantity.ts";
import type { Book } from "../../../shared/contract/book.ts";
import { provinceCodeOf } from "../../../shared/norms/pricing/price-at.ts";
import { findSheet } from "../../../shared/workbook/read.ts";
import { ownBooksOf } from "../../../shared/workbook/own-books.ts";
import { withOwnBooks } from "../../../shared/workbook/merge-books.ts";
import { NORM_SHEET, PRICE_SHEET } from "../../../shared/workbook/template.ts";
import type { Wrote } from "../../excel/changes.ts";
import { changeNorm, writeNormLines } from "../../excel/write-norm.ts";
import { writeTemplate } from "../../excel/write-template.ts";
import { today } from "../../functions/lib/clock.ts";
import { PaneElement } from "../element.ts";
import { keep } from "../kept.ts";
import { type NormDraft } from "../model/norm-draft.ts";
import { readDecimal } from "../model/norm-reading.ts";
import { normBaseline, planNormEdit } from "../model/norm-edit.ts";
import { evaluateDraft, ownPrices, type Evaluation, type PriceContext } from "../model/norm-price.ts";
import { normRows, priceRows, splitPrices } from "../model/norm-rows.ts";
import { runAction, stopAction } from "../model/undo-here.ts";
import { lang, texts } from "../texts/index.ts";
import { normEditTexts } from "../texts/norm-edit.ts";
import { workspace, type Snapshot } from "../workspace.ts";
import { backIcon } from "./icons.ts";
import { normAbout, normClasses, normQuality, normSteps } from "./norm-about.ts";
import { normLines } from "./norm-lines.ts";
import { fieldId, type NormPart } from "./norm-part.ts";
import { normCompare, normPrice } from "./norm-price.ts";
import { notice, problemNotice, working } from "./notice.ts";

export const KEPT_DRAFT = "kc.norm-draft";

export interface NormWritten {
  readonly code: string;
  readonly lines: number;
  readonly prices: number;
  /** It was there before; null = written anew. */
  readonly changed: boolean | null;
}

/** Day and place of the workbook; today and everywhere while they are blank. */
export function priceContext(snapshot: Snapshot, book: Book): PriceContext {
  const { info } = snapshot.verdict.plan;
  const province = provinceCodeOf(info.province);
  const { norms, prices, law } = withOwnBooks(book, ownBooksOf(snapshot.flat));
  const date = info.asOf ?? today();
  return {
    law,
    norms,
    prices,
    date,
    province: province.ok ? province.value : null,
    organisation: info.organisation ?? "",
  };
}

/** The sheets of norms and prices that an older workbook lacks are made first. */
export async function withListSheets(snapshot: Snapshot, book: Book, wrote: Wrote): Promise<Snapshot> {
  const missing = [NORM_SHEET, PRICE_SHEET].some((def) => findSheet(snapshot.flat, def.name) === null);
  if (!missing) return snapshot;
  const { info } = snapshot.verdict.plan;
  const asOf = priceContext(snapshot, book).date;
  const known = { province: info.province ?? "", organisation: info.organisation ?? "" };
  await writeTemplate({ ...known, year: info.year ?? Number(asOf.slice(0, 4)), asOf }, snapshot.law, wrote);
  return workspace.read();
}

export class NormEditor extends PaneElement {
  static override properties = {
    draft: { attribute: false },
    book: { attribute: false },
    tried: { state: true },
    busy: { state: true },
    error: { state: true },
    compared: { state: true },
  };
  declare draft: NormDraft;
  declare book: Book;
  declare tried: boolean;
  declare busy: boolean;
  declare error: unknown;
  declare compared: string;

  constructor() {
    super();
    this.tried = false;
    this.busy = false;
    this.error = null;
    this.compared = "";
  }

  #change(draft: NormDraft): void {
    this.draft = draft;
    keep(KEPT_DRAFT, draft);
    // Whoever shows the editor keeps the draft: drawn again, it must not hand an older one back.
    this.dispatchEvent(new CustomEvent<NormDraft>("norm-changed", { bubbles: true, detail: draft }));
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent("norm-closed", { bubbles: true }));
  }

  #discard(): void {
    keep(KEPT_DRAFT, null);
    this.#close();
  }

  /** What keeps the norm from being written, in the order of the page; each with the field to go to. */
  #obstacles(snapshot: Snapshot, evaluation: Evaluation): { text: string; field: string | null }[] {
    const t = texts().norms;
    const { norm, errors, issues } = evaluation;
    const { plan } = snapshot.verdict;
    const fields = Object.entries(errors).map(([path, error]) => ({ text: t.errors[error], field: path }));
    const editing = this.draft.editing ?? null;
    const own = plan.normLines.filter((line) => line.code === editing);
    const taken = norm.code !== editing && plan.normLines.some((line) => line.code === norm.code);
    const unused = norm.steps.filter(
      ({ id, name }) => name !== "" && !norm.lines.some((line) => line.step === id),
    );
    const { conflicts } = splitPrices(ownPrices(this.draft, norm, this.#context(snapshot)), plan.priceLines);
    return [
      ...fields,
      ...(taken ? [{ text: t.codeTaken, field: "code" }] : []),
      ...(editing !== null && norm.code !== editing
        ? [{ text: normEditTexts().codeFixed(editing), field: "code" }]
        : []),
      ...(editing !== null && normBaseline(own) !== this.draft.baseline
        ? [{ text: normEditTexts().movedOn(editing), field: null }]
        : []),
      ...(norm.lines.length === 0 ? [{ text: t.noLines, field: null }] : []),
      ...unused.map((step) => ({ text: t.stepUnused(step.name), field: null })),
      ...conflicts.map(({ entry }) => ({ text: t.priceConflict(entry.resource), field: null })),
      ...(fields.length > 0
        ? []
        : issues
            .filter((i) => i.severity === "error")
            .map((issue) => ({ text: issue[lang()], field: null }))),
    ];
  }

  #context(snapshot: Snapshot): PriceContext {
    return priceContext(snapshot, this.book);
  }

  async #write(): Promise<void> {
    this.tried = true;
    const { snapshot } = workspace;
    if (snapshot === null || this.busy) return;
    const obstacles = this.#obstacles(snapshot, evaluateDraft(this.draft, this.#context(snapshot)));
    const [first] = obstacles;
    if (first !== undefined) {
      await this.focusOn(
        first.field === null ? "[data-testid='norm-obstacles']" : `#${fieldId(first.field)}`,
      );
      return;
    }
    this.busy = true;
    this.error = null;
    try {
      const written = await runAction("norm", (wrote) => this.#writeNow(wrote));
      if (written === null) return;
      this.#done(written);
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }

  #done(written: NormWritten): void {
    keep(KEPT_DRAFT, null);
    this.dispatchEvent(new CustomEvent<NormWritten>("norm-written", { bubbles: true, detail: written }));
  }

  /** Null when the norm has moved on in the sheet. */
  async #writeNow(wrote: Wrote): Promise<NormWritten | null> {
    const snapshot = await withListSheets(await workspace.read(), this.book, wrote);
    const context = this.#context(snapshot);
    const { norm } = evaluateDraft(this.draft, context);
    const { fresh } = splitPrices(ownPrices(this.draft, norm, context), snapshot.verdict.plan.priceLines);
    const rows = normRows(norm);
    const management = readDecimal(this.draft.management);
    const managementPercent = "value" in management ? quantityToNumber(management.value) : null;
    if (this.draft.editing) {
      const own = snapshot.verdict.plan.normLines.filter((line) => line.code === this.draft.editing);
      // Typed into since the draft was checked: the next drawing says so.
      if (normBaseline(own) !== this.draft.baseline) return null;
      const prices = priceRows(fresh);
      const plan = planNormEdit(this.draft, norm, own);
      const priceRow = own[0]?.row ?? 0;
      const changed = await changeNorm(
        snapshot.flat,
        { ...plan, prices, priceRow, managementPercent },
        wrote,
      );
      return { code: norm.code, lines: rows.length, prices: fresh.length, changed };
    }
    const lines = {
      norms: rows,
      prices: priceRows(fresh),
      priced: [{ at: 0, managementPercent }],
      priceHeader: texts().norms.unitPriceHeader,
    };
    await writeNormLines(snapshot.flat, lines, wrote);
    return { code: norm.code, lines: rows.length, prices: fresh.length, changed: null };
  }

  #obstacleList(obstacles: readonly { text: string }[]): TemplateResult | typeof nothing {
    if (!this.tried || obstacles.length === 0) return nothing;
    const t = texts().norms;
    const sentences = [...new Set(obstacles.map(({ text }) => text))];
    return html`<div class="notice error" role="alert" tabindex="-1" data-testid="norm-obstacles">
      <div>
        <p class="strong">${t.fixFirst(obstacles.length)}</p>
        <ul>
          ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
        </ul>
      </div>
    </div>`;
  }

  #doubts(evaluation: Evaluation): TemplateResult {
    const typed = evaluation.issues.filter(
      (issue) => issue.severity === "warning" || issue.code.startsWith("norm-steps"),
    );
    return html`${typed.map((issue) => notice("warning", issue[lang()]))}`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const t = texts().norms;
    const { snapshot } = workspace;
    if (snapshot === null) return nothing;
    const context = this.#context(snapshot);
    const evaluation = evaluateDraft(this.draft, context);
    const part: NormPart = {
      draft: this.draft,
      evaluation,
      context,
      change: (draft) => this.#change(draft),
      errorOf: (path) => {
        const error = evaluation.errors[path];
        return error === undefined || (error === "required" && !this.tried) ? undefined : t.errors[error];
      },
    };
    return html`<div class="norm-editor" data-testid="norm-editor">
      <div class="actions spread">
        <fluent-button appearance="subtle" size="small" @click=${() => this.#close()}
          >${backIcon()}${t.back}</fluent-button
        >
        <fluent-button appearance="subtle" size="small" @click=${() => this.#discard()}
          >${t.discard}</fluent-button
        >
      </div>
      <h2 tabindex="-1">
        ${this.draft.editing
          ? normEditTexts().editHeading(this.draft.editing)
          : t.draftHeading(this.draft.code)}
      </h2>
      ${normAbout(part)} ${normLines(part)} ${normSteps(part)} ${normClasses(part)} ${normQuality(part)}
      ${this.#doubts(evaluation)} ${normPrice(part, snapshot.verdict.plan.info.province ?? "")}
      ${normCompare(part, this.compared, (key) => (this.compared = key))}
      ${this.#obstacleList(this.#obstacles(snapshot, evaluation))}
      ${this.error === null ? nothing : problemNotice(this.error)}
      ${this.busy ? working(normEditTexts().writing, null, stopAction) : nothing}
      <div class="actions">
        <fluent-button
          appearance="primary"
          data-testid="norm-write"
          ?disabled=${this.busy}
          @click=${() => void this.#write()}
          >${this.draft.editing ? normEditTexts().writeChanges : t.write}</fluent-button
        >
      </div>
    </div>`;
  }
}
customElements.define("kc-norm-editor", NormEditor);
