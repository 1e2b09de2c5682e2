/** Định mức: the workbook's own norms, drafting one with its live price, books in and out. */
import { html, nothing, type TemplateResult } from "lit";
import type { Book } from "../../../shared/contract/book.ts";
import type { NormSheetLine } from "../../../shared/plan/shapes.ts";
import { ownBooksOf } from "../../../shared/workbook/own-books.ts";
import { whenBook } from "../../functions/lib/book.ts";
import { goToCell } from "../../excel/navigate.ts";
import { PaneElement } from "../element.ts";
import { stopAction } from "../model/undo-here.ts";
import { keep, readKept } from "../kept.ts";
import { LawMissing } from "../law.ts";
import { copyOf, EMPTY_NORM, type NormDraft } from "../model/norm-draft.ts";
import { editOf } from "../model/norm-edit.ts";
import { editIcon, plusIcon, sheetIcon, targetIcon } from "../parts/icons.ts";
import "../parts/norm-books.ts";
import { KEPT_DRAFT, priceContext, type NormWritten } from "../parts/norm-editor.ts";
import { emptyState, notice, problemNotice, working } from "../parts/notice.ts";
import { undoAction } from "../parts/undo.ts";
import { texts } from "../texts/index.ts";
import { normEditTexts } from "../texts/norm-edit.ts";
import { workspace, type Snapshot } from "../workspace.ts";

interface OwnNorm {
  readonly code: string;
  readonly name: string;
  readonly first: NormSheetLine;
  readonly lines: readonly NormSheetLine[];
}

function ownNorms(lines: readonly NormSheetLine[]): OwnNorm[] {
  const byCode = new Map<string, NormSheetLine[]>();
  for (const line of lines) {
    if (line.code === null) continue;
    byCode.set(line.code, [...(byCode.get(line.code) ?? []), line]);
  }
  return [...byCode].flatMap(([code, own]) => {
    const [first] = own;
    const name = own.find((line) => line.name !== null)?.name ?? "";
    return first === undefined ? [] : [{ code, name, first, lines: own }];
  });
}

export class NormsView extends PaneElement {
  static override properties = {
    book: { state: true },
    draft: { state: true },
    message: { state: true },
    error: { state: true },
    asked: { state: true },
  };
  declare book: Book | null;
  declare draft: NormDraft | null;
  declare message: string;
  declare error: unknown;
  /** The norm to open once the unfinished draft may be dropped. */
  declare asked: NormDraft | null;

  constructor() {
    super();
    this.book = null;
    this.draft = null;
    this.message = "";
    this.error = null;
    this.asked = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.open();
  }

  protected override forget(): void {
    this.message = "";
  }

  async open(): Promise<void> {
    this.error = null;
    try {
      this.book = await whenBook();
      if (workspace.snapshot === null || workspace.stale) await workspace.read();
      this.book = await whenBook();
    } catch (error) {
      this.error = this.book === null ? new LawMissing("no book") : error;
    }
  }

  #begin(draft: NormDraft): void {
    this.message = "";
    this.asked = null;
    keep(KEPT_DRAFT, draft);
    this.draft = draft;
    void this.focusOn("kc-norm-editor h2");
  }

  #copy(key: string): void {
    const [bookId, code] = key.split("|");
    const found = this.#shipped().find(({ norm, book }) => book.id === bookId && norm.code === code);
    if (found !== undefined) this.#begin(copyOf(found.norm));
  }

  #edit(norm: OwnNorm, snapshot: Snapshot): void {
    const found = ownBooksOf(snapshot.flat).norms?.norms.find(({ code }) => code === norm.code);
    if (found === undefined) return;
    const draft = editOf(found, norm.lines);
    if (readKept<NormDraft>(KEPT_DRAFT) === null) this.#begin(draft);
    else this.asked = draft;
  }

  #shipped() {
    const { snapshot } = workspace;
    if (snapshot === null || this.book === null) return [];
    return priceContext(snapshot, this.book).norms.flatMap((book) =>
      book.norms.map((norm) => ({ norm, book })),
    );
  }

  #onWritten(event: CustomEvent<NormWritten>): void {
    const { code, lines, prices, changed } = event.detail;
    const t = texts().norms;
    const own = normEditTexts();
    this.draft = null;
    this.message =
      changed === null ? t.written(code, lines, prices) : changed ? own.changed(code) : own.unchanged(code);
  }

  async #goTo(norm: OwnNorm): Promise<void> {
    try {
      await goToCell(norm.first.sheet, norm.first.addressOf["code"] ?? `A${norm.first.row}`);
    } catch (error) {
      this.error = error;
    }
  }

  #starters(): TemplateResult {
    const t = texts().norms;
    const kept = readKept<NormDraft>(KEPT_DRAFT);
    const readings = this.#shipped();
    const titles = [...new Set(readings.map(({ book }) => book.title))];
    return html`<div class="starters">
      <fluent-button
        appearance="primary"
        data-testid="norm-new"
        @click=${() => this.#begin(kept === null ? EMPTY_NORM : { ...EMPTY_NORM, ...kept })}
        >${plusIcon()}${kept === null ? t.start : t.resume}</fluent-button
      >
      <div class="field">
        <label for="norm-copy">${t.copy}</label>
        <select
          id="norm-copy"
          @change=${(event: Event) => this.#copy((event.target as HTMLSelectElement).value)}
        >
          <option value="">${t.copyPrompt}</option>
          ${titles.map(
            (title) =>
              html`<optgroup label=${title}>
                ${readings
                  .filter(({ book }) => book.title === title)
                  .map(
                    ({ norm, book }) =>
                      html`<option value="${book.id}|${norm.code}">${norm.code} ${norm.name}</option>`,
                  )}
              </optgroup>`,
          )}
        </select>
      </div>
    </div>`;
  }

  #ownList(norms: readonly OwnNorm[], snapshot: Snapshot): TemplateResult {
    const t = texts().norms;
    // A norm with a wrong line is mended in the sheet, where the finding points.
    const whole = new Set(ownBooksOf(snapshot.flat).norms?.norms.map(({ code }) => code));
    return html`<section class="card flush" aria-label=${t.own}>
      <div class="card-head"><h3>${t.own}</h3></div>
      <ul class="norm-list">
        ${norms.map(
          (norm) =>
            html`<li>
              <button type="button" aria-label=${t.goTo(norm.code)} @click=${() => void this.#goTo(norm)}>
                <span><b>${norm.code}</b> ${norm.name}</span>
                <span class="quiet">${t.lines(norm.lines.length)}</span>
                ${targetIcon()}
              </button>
              ${whole.has(norm.code)
                ? html`<fluent-button
                    appearance="subtle"
                    icon-only
                    aria-label=${normEditTexts().edit(norm.code)}
                    title=${normEditTexts().edit(norm.code)}
                    data-testid="norm-edit-${norm.code}"
                    @click=${() => this.#edit(norm, snapshot)}
                    >${editIcon()}</fluent-button
                  >`
                : nothing}
            </li>`,
        )}
      </ul>
    </section>`;
  }

  #unfinished(): TemplateResult | typeof nothing {
    const { asked } = this;
    const t = normEditTexts();
    return asked === null
      ? nothing
      : html`<div role="alert">
          ${notice("warning", t.unfinished, { label: t.dropUnfinished, run: () => this.#begin(asked) })}
        </div>`;
  }

  #list(snapshot: Snapshot): TemplateResult {
    const t = texts().norms;
    const norms = ownNorms(snapshot.verdict.plan.normLines);
    const wrong = ownBooksOf(snapshot.flat).findings.filter(({ severity }) => severity === "error").length;
    return html`<div>
        <h2>${t.title}</h2>
        <p class="quiet">${t.lead}</p>
      </div>
      ${wrong === 0 ? nothing : notice("warning", t.problems(wrong))} ${this.#unfinished()}
      ${norms.length === 0
        ? emptyState(sheetIcon(), t.emptyTitle, t.empty, this.#starters())
        : html`${this.#ownList(norms, snapshot)} ${this.#starters()}`}
      <kc-norm-books .book=${this.book}></kc-norm-books>`;
  }

  #body(): TemplateResult {
    const { snapshot } = workspace;
    if (snapshot === null || this.book === null)
      return this.error === null
        ? working(texts().app.reading, workspace.progress, stopAction)
        : html`${nothing}`;
    if (!workspace.hasBook) return notice("info", texts().norms.needBook);
    if (this.draft === null) return this.#list(snapshot);
    return html`<kc-norm-editor .draft=${this.draft} .book=${this.book}></kc-norm-editor>`;
  }

  protected override render(): TemplateResult {
    return html`<div
      class="stack"
      @norm-written=${(event: CustomEvent<NormWritten>) => this.#onWritten(event)}
      @norm-changed=${(event: CustomEvent<NormDraft>) => (this.draft = event.detail)}
      @norm-closed=${() => (this.draft = null)}
    >
      <div role="status">${this.message === "" ? nothing : notice("ok", this.message, undoAction())}</div>
      ${this.error === null ? nothing : problemNotice(this.error, () => void this.open())} ${this.#body()}
    </div>`;
  }
}
customElements.define("kc-norms-view", NormsView);
