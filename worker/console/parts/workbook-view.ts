/**
 * <kc-workbook>: tabs of sheets, the line that shows the picked cell's formula, and the sheet. Fires "kc-pick" with
 * sheet and address; `show(where)` jumps to a place.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { parseAddress } from "../../../shared/kernel/address.ts";
import type { Finding, Where } from "../../../shared/kernel/finding.ts";
import type { FlatSheet, FlatWorkbook } from "../../../shared/kernel/flat.ts";
import { foldKey } from "../../../shared/kernel/text.ts";
import type { Difference } from "../../../shared/workbook/recompute.ts";
import { DE_AN_SHEET } from "../../../shared/workbook/template.ts";
import { PageElement } from "../lib/element.ts";
import { texts } from "../texts/index.ts";
import { collectMarks, markKey, rowsSpokenOf, shownValue, type Mark } from "./sheet-model.ts";
import type { SheetView, CellPick } from "./sheet-view.ts";
import { tabId, tabs } from "./tabs.ts";

export interface WorkbookPick {
  readonly sheet: string;
  readonly address: string;
  readonly comment: boolean;
}

const PANEL = "sheet-panel";

export class WorkbookView extends PageElement {
  static override properties = {
    workbook: { attribute: false },
    findings: { attribute: false },
    differences: { attribute: false },
    commented: { attribute: false },
    sheetName: { state: true },
    active: { state: true },
  };
  declare workbook: FlatWorkbook;
  declare findings: readonly Finding[];
  declare differences: readonly Difference[];
  declare commented: ReadonlyMap<string, number>;
  declare sheetName: string;
  declare active: string;
  #marks: ReadonlyMap<string, Mark> = new Map();
  #keepRows: readonly number[] = [];

  constructor() {
    super();
    this.findings = [];
    this.differences = [];
    this.commented = new Map();
    this.sheetName = "";
    this.active = "";
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("workbook") && this.#sheet(this.sheetName) === null) {
      this.sheetName = (this.#sheet(DE_AN_SHEET.name) ?? this.workbook.sheets[0])?.name ?? "";
      this.active = "";
    }
    if (changed.has("findings") || changed.has("differences")) {
      this.#marks = collectMarks(this.findings, this.differences);
    }
    if (changed.has("findings") || changed.has("sheetName")) {
      this.#keepRows = rowsSpokenOf(this.sheetName, this.findings);
    }
  }

  #sheet(name: string): FlatSheet | null {
    const key = foldKey(name);
    return this.workbook.sheets.find((sheet) => foldKey(sheet.name) === key) ?? null;
  }

  /** Jumps to a cell, or to the first cell of a row; false when the workbook has no such sheet. */
  async show(where: Where): Promise<boolean> {
    const sheet = this.#sheet(where.sheet);
    if (sheet === null) return false;
    this.sheetName = sheet.name;
    const address = where.cell ?? `A${where.row ?? 1}`;
    this.#pick({ address, comment: false });
    await this.updateComplete;
    await this.querySelector<SheetView>("kc-sheet")?.reveal(address, true);
    return true;
  }

  #choose(name: string): void {
    this.sheetName = name;
    this.active = "";
    this.dispatchEvent(new CustomEvent<WorkbookPick | null>("kc-pick", { detail: null }));
  }

  #pick(pick: CellPick): void {
    this.active = pick.address;
    const detail = { sheet: this.sheetName, ...pick };
    this.dispatchEvent(new CustomEvent<WorkbookPick | null>("kc-pick", { detail }));
  }

  #label(sheet: FlatSheet): TemplateResult {
    const t = texts().sheet;
    const count = this.findings.filter(
      (finding) => foldKey(finding.where.sheet) === foldKey(sheet.name),
    ).length;
    return html`${sheet.name}${sheet.hidden === true
      ? html`<span class="quiet"> (${t.hiddenSheet})</span>`
      : nothing}
    ${count === 0 ? nothing : html`<span class="tab-count">${count}</span>`}`;
  }

  #formulaLine(sheet: FlatSheet): TemplateResult {
    const t = texts().sheet;
    if (this.active === "" || parseAddress(this.active) === null) {
      return html`<div class="formula-line quiet">${t.pick}</div>`;
    }
    const cell = sheet.cells[this.active];
    const value = shownValue(sheet, this.active) || t.emptyCell;
    return html`<div class="formula-line" aria-live="polite">
      <span class="formula-address"><span class="sr-only">${t.address} </span>${this.active}</span>
      <span class="formula-text" data-testid="cell-content"
        >${cell?.formula === undefined
          ? html`<span class="sr-only">${t.content}: </span>${value}`
          : html`<span class="sr-only">${t.formula}: </span><code>${cell.formula}</code
              ><span class="quiet"> → ${value}</span>`}</span
      >
    </div>`;
  }

  protected override render(): TemplateResult {
    const t = texts().sheet;
    const sheet = this.#sheet(this.sheetName);
    if (sheet === null) return html``;
    return html`${tabs({
        label: t.sheets,
        items: this.workbook.sheets.map((item) => ({ id: item.name, label: this.#label(item) })),
        active: sheet.name,
        className: "sheet-tabs",
        panel: PANEL,
        choose: (name) => this.#choose(name),
      })}
      <div id=${PANEL} class="sheet-panel" role="tabpanel" aria-labelledby=${tabId(PANEL, sheet.name)}>
        ${this.#formulaLine(sheet)}
        <kc-sheet
          .sheet=${sheet}
          .marks=${this.#marks}
          .commented=${this.commented}
          .keepRows=${this.#keepRows}
          .active=${this.active}
          @kc-cell=${(event: CustomEvent<CellPick>) => this.#pick(event.detail)}
        ></kc-sheet>
      </div>`;
  }
}

/** Comments counted by place, for the marks in the sheet. */
export function countByPlace(
  places: readonly {
    readonly sheet: string | null;
    readonly cell?: string | null;
    readonly row?: number | null;
  }[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { sheet, cell, row } of places) {
    if (sheet === null) continue;
    const key = markKey(sheet, cell ?? `A${row ?? 1}`);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

customElements.define("kc-workbook", WorkbookView);
