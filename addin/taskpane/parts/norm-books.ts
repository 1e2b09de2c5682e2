/** Importing and exporting norm books and price lists. */
import { html, nothing, type TemplateResult } from "lit";
import type { Book } from "../../../shared/contract/book.ts";
import type { Finding } from "../../../shared/kernel/finding.ts";
import {
  exportBooksJson,
  exportBooksWorkbook,
  exportNormsCsv,
  exportPricesCsv,
} from "../../../shared/workbook/book-export.ts";
import { placeOf, type ImportedLines } from "../../../shared/workbook/book-import.ts";
import type { Wrote } from "../../excel/changes.ts";
import { writeNormLines } from "../../excel/write-norm.ts";
import { PaneElement } from "../element.ts";
import { download } from "../model/download.ts";
import { readBookFile, takenCodes, type BookKind } from "../model/norm-files.ts";
import { runAction, stopAction } from "../model/undo-here.ts";
import { lang, texts } from "../texts/index.ts";
import { normEditTexts } from "../texts/norm-edit.ts";
import { workspace, type Snapshot } from "../workspace.ts";
import { downloadIcon } from "./icons.ts";
import { priceContext, withListSheets } from "./norm-editor.ts";
import { notice, problemNotice, working } from "./notice.ts";
import { undoAction } from "./undo.ts";
import { OFFICE_MEDIA } from "../../../shared/kernel/media.ts";

const MOST_FINDINGS = 5;

/** What a button of this part does with the workbook as just read. */
type Task = (snapshot: Snapshot, wrote: Wrote) => Promise<Message | null>;

interface Message {
  readonly tone: "ok" | "error" | "info";
  readonly text: string;
  readonly findings: readonly Finding[];
}

export class NormBooks extends PaneElement {
  static override properties = {
    book: { attribute: false },
    message: { state: true },
    busy: { state: true },
    error: { state: true },
  };
  declare book: Book;
  declare message: Message | null;
  declare busy: boolean;
  declare error: unknown;

  constructor() {
    super();
    this.message = null;
    this.busy = false;
    this.error = null;
  }

  async #work(what: "import" | "export", task: Task): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.error = null;
    this.message = null;
    try {
      this.message = await runAction(what, async (wrote) => task(await workspace.read(), wrote));
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }

  protected override forget(): void {
    this.message = null;
  }

  #choose(kind: BookKind): void {
    this.querySelector<HTMLInputElement>(`input[data-kind="${kind}"]`)?.click();
  }

  async #import(input: HTMLInputElement, kind: BookKind): Promise<void> {
    const file = input.files?.[0];
    if (file === undefined) return;
    await this.#work("import", async (snapshot, wrote) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const context = priceContext(snapshot, this.book);
      const lines = await readBookFile({ name: file.name, bytes }, kind, context.date);
      return this.#take(snapshot, lines, { kind, name: file.name }, wrote);
    });
    input.value = "";
  }

  async #take(
    snapshot: Snapshot,
    lines: ImportedLines,
    { kind, name }: { readonly kind: BookKind; readonly name: string },
    wrote: Wrote,
  ): Promise<Message> {
    const t = texts().norms;
    const { findings } = lines;
    if (lines.rows.length === 0)
      return { tone: "error", text: t.importRefused(name, findings.length), findings };
    const taken = kind === "norms" ? takenCodes(lines, snapshot.verdict.plan) : [];
    if (taken.length > 0) return { tone: "error", text: t.codesTaken(taken.join(", ")), findings: [] };
    const ready = await withListSheets(snapshot, this.book, wrote);
    const written = {
      norms: kind === "norms" ? lines.rows : [],
      prices: kind === "prices" ? lines.rows : [],
      priced: lines.firsts.map((at) => ({ at, managementPercent: null })),
      priceHeader: t.unitPriceHeader,
    };
    await writeNormLines(ready.flat, written, wrote);
    const count = lines.rows.length;
    return { tone: "ok", text: kind === "norms" ? t.imported(count, 0) : t.imported(0, count), findings };
  }

  #exportText(name: string, type: string, make: (snapshot: Snapshot) => string | null, none: string): void {
    void this.#work("export", (snapshot, wrote) => {
      const text = make(snapshot);
      if (text === null) return Promise.resolve({ tone: "info", text: none, findings: [] });
      wrote([]);
      download(name, text, type);
      return Promise.resolve(null);
    });
  }

  #exportCsv(): void {
    const t = texts().norms;
    void this.#work("export", (snapshot, wrote) => {
      const csv = exportNormsCsv(snapshot.flat);
      if (!csv.ok) return Promise.resolve({ tone: "error", text: csv.error[lang()], findings: [] });
      if (csv.value === null) return Promise.resolve({ tone: "info", text: t.nothingToExport, findings: [] });
      wrote([]);
      download("dinh-muc-de-xuat.csv", csv.value, "text/csv");
      return Promise.resolve(null);
    });
  }

  #exportXlsx(): void {
    void this.#work("export", async (snapshot, wrote) => {
      const books = exportBooksWorkbook(snapshot.flat);
      if (books === null) return { tone: "info", text: texts().norms.nothingToExport, findings: [] };
      const { writeXlsx } = await import("../../../shared/workbook/xlsx/index.ts");
      const bytes = new Uint8Array(await writeXlsx(books));
      wrote([]);
      download("dinh-muc-de-xuat.xlsx", bytes, OFFICE_MEDIA.xlsx);
      return null;
    });
  }

  #message(): TemplateResult | typeof nothing {
    const t = texts().norms;
    if (this.message === null) return nothing;
    const { tone, text, findings } = this.message;
    const shown = findings.slice(0, MOST_FINDINGS);
    return html`${notice(tone, text, tone === "ok" ? undoAction() : undefined)}
    ${shown.length === 0
      ? nothing
      : html`<ul class="plain-list" data-testid="import-findings">
          ${shown.map(
            (finding) => html`<li>${t.importFinding(placeOf(finding), finding.message, finding.remedy)}</li>`,
          )}
          ${findings.length > shown.length
            ? html`<li class="quiet">${t.more5(findings.length - shown.length)}</li>`
            : nothing}
        </ul>`}`;
  }

  #fileInput(kind: BookKind, label: string): TemplateResult {
    return html`<input
      type="file"
      hidden
      data-kind=${kind}
      aria-label=${label}
      accept=".csv,.xlsx,text/csv"
      @change=${(event: Event) => void this.#import(event.target as HTMLInputElement, kind)}
    />`;
  }

  #button(label: string, run: () => void, testId: string, icon = false): TemplateResult {
    return html`<fluent-button
      appearance="outline"
      size="small"
      data-testid=${testId}
      ?disabled=${this.busy}
      @click=${run}
      >${icon ? downloadIcon() : nothing}${label}</fluent-button
    >`;
  }

  #exportButtons(): TemplateResult {
    const t = texts().norms;
    const json = (snapshot: Snapshot) => exportBooksJson(snapshot.flat);
    const prices = (snapshot: Snapshot) =>
      exportPricesCsv(snapshot.flat, priceContext(snapshot, this.book).date);
    return html`<div class="actions" role="group" aria-label=${t.exportTitle}>
      ${this.#button(t.exportCsv, () => this.#exportCsv(), "export-norms-csv", true)}
      ${this.#button(t.exportXlsx, () => this.#exportXlsx(), "export-norms-xlsx", true)}
      ${this.#button(
        t.exportJson,
        () => this.#exportText("dinh-muc-de-xuat.json", "application/json", json, t.nothingToExport),
        "export-norms-json",
        true,
      )}
      ${this.#button(
        t.exportPrices,
        () => this.#exportText("bang-gia.csv", "text/csv", prices, t.noPrices),
        "export-prices-csv",
        true,
      )}
    </div>`;
  }

  protected override render(): TemplateResult {
    const t = texts().norms;
    return html`<details class="books" data-testid="norm-books">
      <summary>${t.books}</summary>
      <div class="stack">
        <p class="quiet">${t.booksHint}</p>
        ${this.#fileInput("norms", t.importNorms)} ${this.#fileInput("prices", t.importPrices)}
        <div class="actions">
          ${this.#button(t.importNorms, () => this.#choose("norms"), "import-norms")}
          ${this.#button(t.importPrices, () => this.#choose("prices"), "import-prices")}
        </div>
        <p class="strong">${t.exportTitle}</p>
        ${this.#exportButtons()}
        <div role="status">${this.#message()}</div>
        ${this.busy ? working(normEditTexts().working, null, stopAction) : nothing}
        ${this.error === null ? nothing : problemNotice(this.error)}
      </div>
    </details>`;
  }
}
customElements.define("kc-norm-books", NormBooks);
