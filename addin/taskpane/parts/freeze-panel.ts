/** Đóng băng số liệu: figures instead of formulas, and back; says before what cannot be restored. */
import { html, nothing, type TemplateResult } from "lit";
import { formatDate } from "../../../shared/kernel/date.ts";
import { readFreezeRecord } from "../../../shared/workbook/freeze-sheet.ts";
import { LOST_TEXT, unfreezeWorkbook, type Thawing } from "../../../shared/workbook/freeze.ts";
import type { Wrote } from "../../excel/changes.ts";
import { applyFreeze, applyThaw } from "../../excel/write-freeze.ts";
import { whenBook } from "../../functions/lib/book.ts";
import { PaneElement } from "../element.ts";
import { freezeSnapshot } from "../model/freeze.ts";
import { runAction, stopAction } from "../model/undo-here.ts";
import { lang, texts } from "../texts/index.ts";
import { workspace, type Snapshot } from "../workspace.ts";
import { notice, problemNotice, working } from "./notice.ts";
import { undoAction } from "./undo.ts";

/** More lost formulas than this are counted, not listed. */
const MOST_LISTED = 20;

export class FreezePanel extends PaneElement {
  static override properties = {
    busy: { state: true },
    message: { state: true },
    error: { state: true },
    asking: { state: true },
    open: { state: true },
  };
  declare busy: boolean;
  declare message: string;
  declare error: unknown;
  /** A thawing that would lose or overwrite something, shown before it is done. */
  declare asking: Thawing | null;
  declare open: boolean;

  constructor() {
    super();
    this.busy = false;
    this.message = "";
    this.error = null;
    this.asking = null;
    this.open = false;
  }

  async #work(what: "freeze" | "thaw", task: (wrote: Wrote) => Promise<string>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.error = null;
    this.message = "";
    try {
      this.message = await runAction(what, task);
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }

  protected override forget(): void {
    this.message = "";
  }

  #freeze(): void {
    void this.#work("freeze", async (wrote) => {
      const book = await whenBook();
      const freezing = freezeSnapshot(await workspace.read(), book);
      const cells = await applyFreeze(freezing, wrote);
      return texts().freeze.doneFreeze(cells, freezing.left.length);
    });
  }

  async #thaw(): Promise<void> {
    const { flat } = await workspace.read();
    const thawing = unfreezeWorkbook(flat);
    const asks = thawing.lost.length > 0 || thawing.restored.some((cell) => cell.edited === true);
    if (asks && this.asking === null) {
      this.asking = thawing;
      await this.focusOn("[data-testid='thaw-ask']");
      return;
    }
    this.asking = null;
    await this.#work("thaw", async (wrote) => {
      await applyThaw(thawing, wrote);
      const moved = thawing.restored.filter((cell) => cell.movedFrom !== undefined).length;
      return texts().freeze.doneThaw(thawing.restored.length, moved);
    });
  }

  #ask(thawing: Thawing): TemplateResult {
    const t = texts().freeze;
    const edited = thawing.restored.filter((cell) => cell.edited === true).length;
    const lost = thawing.lost.slice(0, MOST_LISTED);
    return html`<div
      class="notice warning"
      tabindex="-1"
      role="alertdialog"
      data-testid="thaw-ask"
      aria-label=${t.thaw}
    >
      <div>
        ${edited === 0 ? nothing : html`<p>${t.edited(edited)}</p>`}
        ${lost.length === 0
          ? nothing
          : html`<p>${t.lost(thawing.lost.length)}</p>
              <ul>
                ${lost.map(
                  ({ sheet, address, formula, reason }) =>
                    html`<li>${t.lostItem(`${sheet}!${address}`, formula, LOST_TEXT[reason][lang()])}</li>`,
                )}
              </ul>`}
        <div class="actions">
          <fluent-button size="small" data-testid="thaw-anyway" @click=${() => void this.#thaw()}
            >${t.thawAnyway}</fluent-button
          >
          <fluent-button size="small" appearance="subtle" @click=${() => (this.asking = null)}
            >${t.cancel}</fluent-button
          >
        </div>
      </div>
    </div>`;
  }

  #state(snapshot: Snapshot): TemplateResult {
    const t = texts().freeze;
    const record = readFreezeRecord(snapshot.flat);
    if (record === null)
      return html`<p class="quiet">${t.live}</p>
        <div class="actions">
          <fluent-button
            size="small"
            data-testid="freeze"
            ?disabled=${this.busy}
            @click=${() => this.#freeze()}
            >${t.freeze}</fluent-button
          >
        </div>`;
    const { on, law } = record.facts;
    return html`<p data-testid="frozen">${t.frozen(formatDate(on), record.cells.length)}</p>
      <p class="quiet">${t.versions(law)}</p>
      <div class="actions">
        <fluent-button
          size="small"
          data-testid="thaw"
          ?disabled=${this.busy}
          @click=${() => void this.#thaw()}
          >${t.thaw}</fluent-button
        >
        <fluent-button size="small" appearance="subtle" ?disabled=${this.busy} @click=${() => this.#freeze()}
          >${t.again}</fluent-button
        >
      </div>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const t = texts().freeze;
    const { snapshot } = workspace;
    if (snapshot === null || !workspace.hasBook) return nothing;
    return html`<details
      class="freeze"
      ?open=${this.open || readFreezeRecord(snapshot.flat) !== null}
      data-testid="freeze-panel"
      @toggle=${(event: Event) => (this.open = (event.target as HTMLDetailsElement).open)}
    >
      <summary>${t.title}</summary>
      <div class="stack">
        ${this.#state(snapshot)} ${this.asking === null ? nothing : this.#ask(this.asking)}
        <div role="status">${this.message === "" ? nothing : notice("ok", this.message, undoAction())}</div>
        ${this.busy ? working(t.working, null, stopAction) : nothing}
        ${this.error === null ? nothing : problemNotice(this.error)}
      </div>
    </details>`;
  }
}
customElements.define("kc-freeze", FreezePanel);
