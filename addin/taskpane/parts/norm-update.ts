/** <kc-norm-update>: a draft norm book newer than what the workbook has taken; what it would change, take it or not. */
import { html, nothing, type TemplateResult } from "lit";
import type { Book } from "../../../shared/contract/book.ts";
import { formatDate } from "../../../shared/kernel/date.ts";
import { formatQuantity, type Quantity } from "../../../shared/kernel/quantity.ts";
import type { NormBook } from "../../../shared/norms/model.ts";
import type { QuantityChange } from "../../../shared/norms/quantity-changes.ts";
import type { NormChange, NormChanges } from "../../../shared/workbook/norm-changes.ts";
import { basisVersionsText, isPinned, withPin } from "../../../shared/workbook/norm-pins.ts";
import { writeBasisVersions } from "../../excel/write-basis.ts";
import { whenBook } from "../../functions/lib/book.ts";
import { PaneElement } from "../element.ts";
import { keep, readKept } from "../kept.ts";
import { money } from "../model/amount.ts";
import { runAction, stopAction } from "../model/undo-here.ts";
import { normUpdateTexts } from "../texts/norm-update.ts";
import { workspace, type Snapshot } from "../workspace.ts";
import { moneyTable } from "./money-table.ts";
import { notice, problemNotice, working } from "./notice.ts";
import { undoAction } from "./undo.ts";

/** Editions the person has left alone, by content hash. */
const KEPT = "kc.norms-left";

const shown = (value: Quantity | null) => (value === null ? normUpdateTexts().none : formatQuantity(value));

export class NormUpdate extends PaneElement {
  static override properties = {
    changes: { state: true },
    busy: { state: true },
    message: { state: true },
    left: { state: true },
    error: { state: true },
  };
  declare changes: readonly NormChanges[];
  declare busy: boolean;
  declare message: string;
  declare left: readonly string[];
  declare error: unknown;
  /** What the changes were worked out from. */
  #seen: Snapshot | null = null;
  #book: Book | null = null;

  constructor() {
    super();
    this.changes = [];
    this.busy = false;
    this.message = "";
    this.left = readKept<string[]>(KEPT) ?? [];
    this.error = null;
  }

  protected override willUpdate(): void {
    const { snapshot } = workspace;
    if (snapshot === null || snapshot === this.#seen) return;
    this.#seen = snapshot;
    void this.#look(snapshot);
  }

  /** The engine comes with the first look. */
  async #look(snapshot: Snapshot): Promise<void> {
    const [{ newNormBooks, normChanges }, book] = await Promise.all([
      import("../../../shared/workbook/norm-changes.ts"),
      whenBook(),
    ]);
    if (snapshot !== this.#seen) return;
    this.#book = book;
    const { flat, law } = snapshot;
    const books = { norms: book.norms, prices: book.prices, law };
    this.changes = newNormBooks(flat, book.norms).map((offered) => normChanges(flat, books, offered));
    this.requestUpdate();
  }

  async #take(book: NormBook): Promise<void> {
    this.busy = true;
    this.error = null;
    this.message = "";
    try {
      await runAction("basis", async (wrote) => {
        const { flat, verdict } = await workspace.read();
        const { info } = verdict.plan;
        const text = basisVersionsText({ ...info, pins: withPin(info.pins, book) });
        await writeBasisVersions(flat, text, wrote);
      });
      this.message = normUpdateTexts().taken;
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }

  protected override forget(): void {
    this.message = "";
  }

  #leave(book: NormBook, isLeft: boolean): void {
    this.left = [
      ...this.left.filter((version) => version !== book.version),
      ...(isLeft ? [book.version] : []),
    ];
    keep(KEPT, this.left);
  }

  #quantities(lines: readonly QuantityChange[], change: NormChange): TemplateResult {
    const t = normUpdateTexts();
    const price = (dong: number | null) => (dong === null ? t.unknown : money(dong));
    const rows = lines.map(({ type, resource, unit, before, after }) => ({
      head: t.line(type, resource, unit),
      cells: [shown(before), shown(after)],
    }));
    const sum = {
      head: t.price(change.unit),
      cells: [price(change.beforeDong), price(change.afterDong)],
      isSum: true,
    };
    return moneyTable({
      label: change.name,
      testId: "norm-change",
      columns: [t.what, t.before, t.after],
      rows: [...rows, sum],
    });
  }

  #norm(change: NormChange): TemplateResult {
    const t = normUpdateTexts();
    return html`<h4>${change.code} · ${change.name}</h4>
      ${change.lines.length === 0 ? html`<p class="quiet">${t.same}</p>` : nothing}
      ${this.#quantities(change.lines, change)}`;
  }

  #effect({ holds, norms, own, cells, totalBeforeDong, totalAfterDong, book }: NormChanges): TemplateResult {
    const t = normUpdateTexts();
    const asOf = this.#seen?.verdict.plan.info.asOf ?? null;
    const late = asOf === null ? t.noAsOf : t.notYet(formatDate(book.from), formatDate(asOf));
    return html`${holds ? nothing : html`<p>${late}</p>`}
    ${holds && norms.length === 0 && own.length === 0 ? html`<p>${t.unused}</p>` : nothing}
    ${own.length === 0 ? nothing : html`<p>${t.own(own.join(", "))}</p>`}
    ${norms.map((norm) => this.#norm(norm))}
    ${cells.length === 0
      ? nothing
      : html`<dl class="details" data-testid="norm-total-change">
          <div>
            <dt>${t.total}</dt>
            <dd>${money(totalBeforeDong)} → <b>${money(totalAfterDong)}</b> (${t.cells(cells.length)})</dd>
          </div>
        </dl>`}`;
  }

  #offer(changes: NormChanges): TemplateResult {
    const t = normUpdateTexts();
    const { book, pinned } = changes;
    if (this.left.includes(book.version))
      return notice("info", t.kept(book.title), { label: t.show, run: () => this.#leave(book, false) });
    return html`<section class="card" aria-labelledby="norm-update-heading" data-testid="norm-update">
      <h3 id="norm-update-heading">${t.title}</h3>
      <p>
        <b>${book.title}</b>, ${book.edition}. ${t.from(formatDate(book.from))}
        ${pinned === null ? "" : t.replaces}
      </p>
      <p class="quiet">${book.label}. ${book.origin}</p>
      <p class="quiet">${t.lead}</p>
      ${this.#effect(changes)}
      ${this.busy
        ? working(t.taking, null, stopAction)
        : html`<div class="actions">
            <fluent-button appearance="primary" data-testid="norm-take" @click=${() => void this.#take(book)}
              >${t.take}</fluent-button
            >
            <fluent-button data-testid="norm-leave" @click=${() => this.#leave(book, true)}
              >${t.keep}</fluent-button
            >
          </div>`}
    </section>`;
  }

  /** What the workbook has taken, and what of it nobody publishes any more. */
  #inUse(): TemplateResult | typeof nothing {
    const t = normUpdateTexts();
    const pins = this.#seen?.verdict.plan.info.pins ?? [];
    const norms = this.#book?.norms;
    if (pins.length === 0 || norms === undefined) return nothing;
    const used = norms.filter((book) => isPinned(pins, book));
    return html`${used.map(
      ({ title, edition }) => html`<p class="quiet" data-testid="norm-in-use">${t.inUse(title, edition)}</p>`,
    )}
    ${used.length < pins.length ? notice("warning", t.gone) : nothing}`;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (workspace.snapshot === null || !workspace.hasBook) return nothing;
    return html`<div role="status" data-testid="norm-update-news">
        ${this.message === "" ? nothing : notice("ok", this.message, undoAction())}
      </div>
      ${this.error === null ? nothing : problemNotice(this.error)} ${this.#inUse()}
      ${this.changes.map((changes) => this.#offer(changes))}`;
  }
}
customElements.define("kc-norm-update", NormUpdate);
