/** Căn cứ: what stands behind the selected cell, and every legal parameter to look up. */
import { html, nothing, type TemplateResult } from "lit";
import { formatDate, vietnamDay, type IsoDate } from "../../../shared/kernel/date.ts";
import { selectedCell, watchSelection, type SelectedCell } from "../../excel/navigate.ts";
import { PaneElement } from "../element.ts";
import { stopAction } from "../model/undo-here.ts";
import {
  explainCell,
  isDayArgument,
  showArgument,
  type CallView,
  type CellExplanation,
} from "../model/explain.ts";
import { searchParameters, type ParameterRow } from "../model/law-search.ts";
import { explainTree } from "../parts/explain-tree.ts";
import "../parts/basis-update.ts";
import { citation, showReading } from "../parts/law.ts";
import "../parts/norm-update.ts";
import { problemNotice, working } from "../parts/notice.ts";
import { searchIcon } from "../parts/icons.ts";
import { lang, texts } from "../texts/index.ts";
import { workspace, type Snapshot } from "../workspace.ts";
import { whenBook } from "../../functions/lib/book.ts";
import type { ExplainNode } from "../../../shared/workbook/explain.ts";

/** The law moves with the workbook's own day; without one, today in Vietnam is used and shown. */
function asOfOf(snapshot: Snapshot): IsoDate {
  const { asOf } = snapshot.verdict.plan.info;
  return asOf ?? vietnamDay(snapshot.at.getTime());
}

export class BasisView extends PaneElement {
  static override properties = {
    cell: { state: true },
    tree: { state: true },
    query: { state: true },
    error: { state: true },
  };
  declare cell: SelectedCell | null;
  /** What stands behind the cell, through its precedents; null for a cell without a formula. */
  declare tree: ExplainNode | null;
  declare query: string;
  declare error: unknown;
  #watching = false;
  #visible = false;

  constructor() {
    super();
    this.cell = null;
    this.tree = null;
    this.query = "";
    this.error = null;
  }

  /** Called whenever the tab is opened. */
  open(): void {
    this.#visible = true;
    if (workspace.host !== "excel") return;
    void this.#start();
  }

  /** The watch first: a move made meanwhile is then seen by one or the other. */
  async #start(): Promise<void> {
    if (!this.#watching) {
      this.#watching = true;
      await watchSelection(() => void (this.#visible && this.#look())).catch(
        (error: unknown) => (this.error = error),
      );
    }
    await this.#look();
  }

  hide(): void {
    this.#visible = false;
  }

  async #look(): Promise<void> {
    try {
      if (workspace.stale) await workspace.read();
      this.cell = await selectedCell();
      this.tree = await this.#explain(this.cell);
      this.error = null;
    } catch (error) {
      this.error = error;
    }
  }

  /** The engine comes with the first look: nobody else in the pane needs it. */
  async #explain(cell: SelectedCell | null): Promise<ExplainNode | null> {
    const { snapshot } = workspace;
    if (cell === null || cell.formula === null || snapshot === null) return null;
    const [{ explainCell: explainTreeOf }, book] = await Promise.all([
      import("../../../shared/workbook/explain.ts"),
      whenBook(),
    ]);
    const books = { law: snapshot.law, norms: book.norms, prices: book.prices, today: asOfOf(snapshot) };
    return explainTreeOf(snapshot.flat, cell, books);
  }

  #call(call: CallView): TemplateResult {
    const t = texts().basis;
    const words = t.functions[call.name];
    return html`<div class="call" data-testid="call">
      <h3>${words?.name ?? call.name} <code>${call.name}</code></h3>
      <dl class="details">
        ${call.args.map(
          (arg, index) =>
            html`<div>
              <dt>${words?.args[index] ?? t.argument(index + 1)}</dt>
              <dd>${showArgument(arg, isDayArgument(call.name, index))}</dd>
            </div>`,
        )}
        ${call.working === null
          ? nothing
          : html`<div>
              <dt>${t.working}</dt>
              <dd>${call.working}</dd>
            </div>`}
      </dl>
      ${call.cite === null ? nothing : citation(call.cite)}
      ${call.refusal === null ? nothing : html`<p class="quiet">${call.refusal}</p>`}
      ${call.cite === null && call.refusal === null ? html`<p class="quiet">${t.noLaw}</p>` : nothing}
    </div>`;
  }

  #cellCard(cell: SelectedCell, explanation: CellExplanation): TemplateResult {
    const t = texts().basis;
    const { column, calls } = explanation;
    const isEmpty = cell.formula === null && (cell.value === "" || cell.value === null);
    return html`<p class="cell-address" data-testid="cell-address">${cell.sheet}!${cell.address}</p>
      <dl class="details">
        ${column === null
          ? nothing
          : html`<div>
              <dt>${t.column}</dt>
              <dd>${lang() === "vi" ? column.header : column.headerEn}</dd>
            </div>`}
        ${cell.text === ""
          ? nothing
          : html`<div>
              <dt>${t.shows}</dt>
              <dd><b>${cell.text}</b></dd>
            </div>`}
        ${cell.formula === null
          ? nothing
          : html`<div>
              <dt>${t.formula}</dt>
              <dd><code class="formula">${cell.formula}</code></dd>
            </div>`}
      </dl>
      ${column === null || column.help === "" ? nothing : html`<p class="quiet">${column.help}</p>`}
      ${isEmpty ? html`<p class="quiet">${t.empty}</p>` : nothing}
      ${!isEmpty && cell.formula === null ? html`<p class="quiet">${t.constant}</p>` : nothing}
      ${calls.map((call) => this.#call(call))}
      ${this.tree === null || this.tree.children.length === 0
        ? nothing
        : html`<h3>${t.tree}</h3>
            ${explainTree(this.tree)}`}`;
  }

  #row(row: ParameterRow): TemplateResult {
    const { parameter, reading, why } = row;
    const vi = lang() === "vi";
    return html`<li class="parameter" data-testid="parameter">
      <div class="parameter-head">
        <span>${vi ? parameter.label.vi : parameter.label.en}</span> <b>${showReading(reading)}</b>
      </div>
      <code>${parameter.id}</code>
      ${reading === null ? html`<p class="quiet">${vi ? why?.vi : why?.en}</p>` : citation(reading.cite)}
    </li>`;
  }

  #search(snapshot: Snapshot): TemplateResult {
    const t = texts().basis;
    const date = asOfOf(snapshot);
    const rows = searchParameters(snapshot.law, this.query, date);
    return html`<section class="card flush" aria-labelledby="law-heading">
      <div class="card-head">
        <h3 id="law-heading">${t.search}</h3>
        <span class="quiet">${t.at(formatDate(date))}</span>
      </div>
      <div class="pad search">
        ${searchIcon()}
        <input
          type="search"
          aria-label=${t.search}
          placeholder=${t.searchHint}
          .value=${this.query}
          data-testid="law-search"
          @input=${(e: Event) => (this.query = (e.target as HTMLInputElement).value)}
        />
      </div>
      <p class="quiet pad" role="status">${rows.length === 0 ? t.none : t.results(rows.length)}</p>
      <ul class="parameters">
        ${rows.map((row) => this.#row(row))}
      </ul>
      <p class="quiet pad">${t.version(snapshot.law.version)}</p>
    </section>`;
  }

  protected override render(): TemplateResult {
    const t = texts().basis;
    const { snapshot } = workspace;
    if (snapshot === null) {
      return workspace.error === null
        ? working(texts().app.reading, workspace.progress, stopAction)
        : problemNotice(workspace.error, () => void workspace.read().catch(() => undefined));
    }
    return html`<kc-basis-update></kc-basis-update>
      <kc-norm-update></kc-norm-update>
      <section class="card" aria-labelledby="cell-heading" aria-live="polite">
        <h2 id="cell-heading">${t.title}</h2>
        ${this.error === null ? nothing : problemNotice(this.error, () => void this.#look())}
        ${this.cell === null
          ? html`<p class="quiet">${t.selectHint}</p>`
          : this.#cellCard(this.cell, explainCell(this.cell, snapshot.flat, snapshot.law))}
      </section>
      ${this.#search(snapshot)}`;
  }
}
customElements.define("kc-basis-view", BasisView);
