/**
 * <kc-sheet>: one sheet drawn as a real table with row numbers and column letters. Only the rows in sight are in the
 * page, so 5,000 lines scroll as easily as 15. Fires "kc-cell" with the address picked and whether a comment is wanted.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { columnNumber, parseAddress, cellAddress } from "../../../shared/kernel/address.ts";
import type { FlatSheet } from "../../../shared/kernel/flat.ts";
import { PageElement } from "../lib/element.ts";
import { texts } from "../texts/index.ts";
import { buildSheetModel, type Mark, type SheetColumn, type SheetModel } from "./sheet-model.ts";
import { isWideRow, sheetRow, type RowsInput } from "./sheet-rows.ts";
import { markTip } from "./tip.ts";

const ROW_HEIGHT = 40;
/** Title, help and total above the header row: one line each. */
const FRONT_HEIGHT = 28;
const LETTERS_HEIGHT = 24;
const NUMBER_WIDTH = 48;
/** Rows drawn above and below what is in sight. */
const MARGIN_ROWS = 12;
const CHARACTER_WIDTH = 7.4;
const MAX_COLUMN_WIDTH = 300;

export interface CellPick {
  readonly address: string;
  readonly comment: boolean;
}

interface Tip {
  readonly key: string;
  readonly left: number;
  readonly top: number;
}

export class SheetView extends PageElement {
  static override properties = {
    sheet: { attribute: false },
    marks: { attribute: false },
    commented: { attribute: false },
    keepRows: { attribute: false },
    active: { type: String },
    firstSeen: { state: true },
    seenCount: { state: true },
    printing: { state: true },
    tip: { state: true },
  };
  declare sheet: FlatSheet;
  declare marks: ReadonlyMap<string, Mark>;
  /** Mark key → number of comments there. */
  declare commented: ReadonlyMap<string, number>;
  declare keepRows: readonly number[];
  /** Address picked, or "". */
  declare active: string;
  declare firstSeen: number;
  declare seenCount: number;
  declare printing: boolean;
  declare tip: Tip | null;
  #model: SheetModel | null = null;
  /** Columns left off paper because no line fills them. */
  #offPaper: ReadonlySet<number> = new Set();
  #resize: ResizeObserver | null = null;

  constructor() {
    super();
    this.marks = new Map();
    this.commented = new Map();
    this.keepRows = [];
    this.active = "";
    this.firstSeen = 0;
    this.seenCount = 30;
    this.printing = false;
    this.tip = null;
  }

  readonly #beforePrint = () => (this.printing = true);
  readonly #afterPrint = () => (this.printing = false);

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("beforeprint", this.#beforePrint);
    window.addEventListener("afterprint", this.#afterPrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("beforeprint", this.#beforePrint);
    window.removeEventListener("afterprint", this.#afterPrint);
    this.#resize?.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("printing")) this.#offPaper = this.printing ? this.#blankColumns() : new Set();
    if (!changed.has("sheet") && !changed.has("keepRows")) return;
    this.#model = buildSheetModel(this.sheet, this.keepRows);
    if (!changed.has("sheet")) return;
    this.tip = null;
    this.firstSeen = 0;
  }

  protected override firstUpdated(): void {
    const frame = this.#frame();
    if (frame === null) return;
    this.#resize = new ResizeObserver(() => this.#look());
    this.#resize.observe(frame);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("sheet")) this.#frame()?.scrollTo(0, 0);
  }

  #frame(): HTMLElement | null {
    return this.querySelector<HTMLElement>(".sheet-frame");
  }

  /** Rows above and including the header row are always drawn. */
  #fixedRows(model: SheetModel): number {
    return model.headerRow ?? 0;
  }

  /** Top of a row inside the scrolled area. */
  #rowTop(row: number): number {
    const fixed = this.#model === null ? 0 : this.#fixedRows(this.#model);
    const front = Math.min(row - 1, Math.max(0, fixed - 1));
    return LETTERS_HEIGHT + front * FRONT_HEIGHT + (row - 1 - front) * ROW_HEIGHT;
  }

  #look(): void {
    const frame = this.#frame();
    if (frame === null) return;
    const first = this.#model === null ? 1 : this.#fixedRows(this.#model) + 1;
    const scrolled = frame.scrollTop + LETTERS_HEIGHT - this.#rowTop(first);
    this.firstSeen = Math.max(0, first - 1 + Math.floor(scrolled / ROW_HEIGHT));
    this.seenCount = Math.ceil(frame.clientHeight / ROW_HEIGHT) + 1;
    if (this.tip !== null) this.tip = null;
  }

  /** Brings a cell into sight, below the frozen header and right of the frozen column; focuses it when asked. */
  async reveal(address: string, focus: boolean): Promise<void> {
    await this.updateComplete;
    const frame = this.#frame();
    const place = parseAddress(address);
    const model = this.#model;
    if (frame === null || place === null || model === null) return;
    const fixed = this.#fixedRows(model);
    const headerHeight = LETTERS_HEIGHT + (fixed > 0 ? ROW_HEIGHT : 0);
    const top = this.#rowTop(place.row);
    if (place.row > fixed && top < frame.scrollTop + headerHeight) frame.scrollTop = top - headerHeight;
    if (top + ROW_HEIGHT > frame.scrollTop + frame.clientHeight)
      frame.scrollTop = top + ROW_HEIGHT * 2 - frame.clientHeight;
    this.#revealColumn(frame, model, place.column);
    this.#look();
    await this.updateComplete;
    if (focus) this.querySelector<HTMLElement>(`[data-address="${address}"]`)?.focus({ preventScroll: true });
  }

  #revealColumn(frame: HTMLElement, model: SheetModel, column: number): void {
    const widths = model.columns.map(pixelWidth);
    const left = NUMBER_WIDTH + widths.slice(0, column - 1).reduce((sum, width) => sum + width, 0);
    const width = widths[column - 1] ?? 0;
    const frozen = NUMBER_WIDTH + (this.#freezesFirst(model) && column > 1 ? (widths[0] ?? 0) : 0);
    if (left < frame.scrollLeft + frozen) frame.scrollLeft = left - frozen;
    if (left + width > frame.scrollLeft + frame.clientWidth)
      frame.scrollLeft = left + width - frame.clientWidth + 16;
  }

  #freezesFirst(model: SheetModel): boolean {
    return model.headerRow !== null;
  }

  #pick(address: string, comment: boolean): void {
    this.dispatchEvent(new CustomEvent<CellPick>("kc-cell", { detail: { address, comment } }));
  }

  #onKey(event: KeyboardEvent): void {
    const place = parseAddress((event.target as HTMLElement).dataset["address"] ?? "");
    const model = this.#model;
    if (place === null || model === null) return;
    const page = Math.max(1, this.seenCount - 3);
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [0, -1],
      ArrowDown: [0, 1],
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      PageUp: [0, -page],
      PageDown: [0, page],
      Home: [-model.columns.length, 0],
      End: [model.columns.length, 0],
    };
    if (event.key === "Enter") {
      event.preventDefault();
      this.#pick(cellAddress(place.column, place.row), true);
      return;
    }
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    const row = Math.min(Math.max(1, place.row + move[1]), model.rows.length);
    const wide = isWideRow(model.rows[row - 1], model);
    const column = wide ? 1 : Math.min(Math.max(1, place.column + move[0]), model.columns.length);
    const address = cellAddress(column, row);
    this.#pick(address, false);
    void this.reveal(address, true);
  }

  #showTip(event: Event): void {
    const cell = (event.target as HTMLElement).closest<HTMLElement>("[data-mark]");
    if (cell === null) {
      this.tip = null;
      return;
    }
    const key = cell.dataset["mark"] ?? "";
    if (this.tip?.key === key) return;
    const box = cell.getBoundingClientRect();
    const left = Math.max(8, Math.min(box.left, window.innerWidth - 348));
    this.tip = { key, left, top: box.bottom + 4 };
    void this.updateComplete.then(() => this.#keepTipInWindow(box));
  }

  /** Above the cell when there is no room below. */
  #keepTipInWindow(cell: DOMRect): void {
    const tip = this.querySelector<HTMLElement>(".tip");
    if (tip === null || cell.bottom + 4 + tip.offsetHeight <= window.innerHeight) return;
    tip.style.top = `${Math.max(8, cell.top - 4 - tip.offsetHeight)}px`;
  }

  #window(model: SheetModel): { from: number; to: number } {
    const fixed = this.#fixedRows(model);
    if (this.printing) return { from: fixed, to: model.rows.length };
    const from = Math.max(fixed, this.firstSeen - MARGIN_ROWS);
    return {
      from,
      to: Math.min(model.rows.length, Math.max(fixed, this.firstSeen) + this.seenCount + MARGIN_ROWS),
    };
  }

  #body(model: SheetModel): TemplateResult {
    const fixed = this.#fixedRows(model);
    const { from, to } = this.#window(model);
    const input: RowsInput = {
      model,
      marks: this.marks,
      commented: this.commented,
      active: this.active,
      offPaper: this.#offPaper,
      pickRow: (row) => this.#pick(`A${row}`, true),
    };
    const spacer = (rows: number) =>
      rows <= 0
        ? nothing
        : html`<tr class="spacer" aria-hidden="true">
            <td colspan=${model.columns.length + 1} .style=${`height:${rows * ROW_HEIGHT}px`}></td>
          </tr>`;
    return html`<tbody>
      ${model.rows.slice(0, fixed).map((row) => sheetRow(input, row))} ${spacer(from - fixed)}
      ${model.rows.slice(from, to).map((row) => sheetRow(input, row))} ${spacer(model.rows.length - to)}
    </tbody>`;
  }

  #tip(): TemplateResult | typeof nothing {
    const mark = this.tip === null ? undefined : this.marks.get(this.tip.key);
    if (this.tip === null || mark === undefined) return nothing;
    return html`<div class="tip" role="tooltip" .style=${`left:${this.tip.left}px;top:${this.tip.top}px`}>
      ${markTip(mark)}
    </div>`;
  }

  protected override render(): TemplateResult {
    const model = this.#model;
    if (model === null) return html``;
    const t = texts().sheet;
    const width = NUMBER_WIDTH + model.columns.reduce((sum, column) => sum + pixelWidth(column), 0);
    return html`<div
        class="sheet-frame ${this.#freezesFirst(model) ? "freeze-first" : ""}"
        @scroll=${() => this.#look()}
      >
        <table
          role="grid"
          class="sheet"
          .style=${`width:${width}px`}
          aria-label=${t.grid(model.name)}
          aria-rowcount=${model.rows.length}
          aria-colcount=${model.columns.length}
          @keydown=${(event: KeyboardEvent) => this.#onKey(event)}
          @click=${(event: Event) => this.#onClick(event)}
          @mouseover=${(event: Event) => this.#showTip(event)}
          @mouseleave=${() => (this.tip = null)}
          @focusin=${(event: Event) => this.#showTip(event)}
          @focusout=${() => (this.tip = null)}
        >
          <colgroup>
            <col .style=${`width:${NUMBER_WIDTH}px`} />
            ${model.columns.map(
              (column) =>
                html`<col
                  class=${this.#offPaper.has(column.number) ? "off-paper" : ""}
                  .style=${`width:${pixelWidth(column)}px`}
                />`,
            )}
          </colgroup>
          <thead>
            <tr class="letters-row">
              <th scope="col" class="corner"><span class="sr-only">${t.rowColumn}</span></th>
              ${model.columns.map(
                (column) =>
                  html`<th
                    scope="col"
                    class="${column.number === 1 ? "first" : ""} ${this.#offPaper.has(column.number)
                      ? "off-paper"
                      : ""}"
                  >
                    ${column.letters}
                  </th>`,
              )}
            </tr>
          </thead>
          ${this.#body(model)}
        </table>
      </div>
      ${model.unusedRows === 0 ? nothing : html`<p class="sheet-note">${t.unused(model.unusedRows)}</p>`}
      ${this.#tip()}`;
  }

  #blankColumns(): ReadonlySet<number> {
    const model = this.#model;
    if (model === null) return new Set();
    const lines = model.rows.slice(model.headerRow ?? 0);
    const blank = model.columns.filter(({ number }) =>
      lines.every((row) => (row.cells.get(number)?.text ?? "") === ""),
    );
    return new Set(blank.map(({ number }) => number));
  }

  #onClick(event: Event): void {
    const address = (event.target as HTMLElement).closest<HTMLElement>("[data-address]")?.dataset["address"];
    if (address === undefined || columnNumber(address.replace(/\d+$/, "")) === 0) return;
    this.#pick(address, false);
  }
}

function pixelWidth(column: SheetColumn): number {
  return Math.min(MAX_COLUMN_WIDTH, Math.round(column.width * CHARACTER_WIDTH) + 14);
}

customElements.define("kc-sheet", SheetView);
