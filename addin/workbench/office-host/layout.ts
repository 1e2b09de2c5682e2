/** Dropdowns, frozen panes, page set-up. */
import type { ListChoice } from "../grid.ts";
import { invalidArgument, notOffered } from "./errors.ts";
import { HostObject } from "./object.ts";
import { HostRange } from "./range.ts";
import type { Offered } from "./surface.ts";
import type { HostWorksheet } from "./worksheet.ts";

function choicesOf(rule: Excel.DataValidationRule): ListChoice {
  const { list, ...others } = rule;
  if (list === undefined || Object.keys(others).length > 0) {
    throw notOffered(`Excel.DataValidation.rule.${Object.keys(others).join(",") || "(empty)"}`);
  }
  const { source } = list;
  if (typeof source !== "string") throw notOffered("Excel.DataValidation.rule.list.source (Range)");
  return source.startsWith("=") ? { reference: source.slice(1) } : { choices: source.split(",") };
}

type ValidationKey = "rule" | "clear" | "errorAlert" | "prompt" | "ignoreBlanks";

export class HostDataValidation extends HostObject implements Offered<Excel.DataValidation, ValidationKey> {
  private readonly range: HostRange;

  constructor(range: HostRange) {
    super(range.hostContext(), "DataValidation");
    this.range = range;
    this.markPresent();
  }

  protected readers() {
    return {};
  }

  get rule(): Excel.DataValidationRule {
    return this.take("rule");
  }
  set rule(value: Excel.DataValidationRule) {
    const choices = choicesOf(value);
    this.put("rule", value, () => this.host.grid.setChoices(this.range.drawnArea(), choices));
  }

  /** The grid always refuses and always names the choices; these are accepted and change nothing. */
  get errorAlert(): Excel.DataValidationErrorAlert {
    return this.take("errorAlert");
  }
  set errorAlert(value: Excel.DataValidationErrorAlert) {
    this.keep("errorAlert", value);
  }
  get prompt(): Excel.DataValidationPrompt {
    return this.take("prompt");
  }
  set prompt(value: Excel.DataValidationPrompt) {
    this.keep("prompt", value);
  }
  get ignoreBlanks(): boolean {
    return this.take("ignoreBlanks");
  }
  set ignoreBlanks(value: boolean) {
    this.keep("ignoreBlanks", value);
  }

  clear(): void {
    this.change(() => this.host.grid.setChoices(this.range.drawnArea(), null));
  }
}

type FreezeKey = "freezeRows" | "freezeColumns" | "unfreeze" | "freezeAt";

export class HostFreezePanes extends HostObject implements Offered<Excel.WorksheetFreezePanes, FreezeKey> {
  private readonly sheet: HostWorksheet;

  constructor(sheet: HostWorksheet) {
    super(sheet.hostContext(), "WorksheetFreezePanes");
    this.sheet = sheet;
    this.markPresent();
  }

  protected readers() {
    return {};
  }

  private freeze(rows: number, columns: number): void {
    this.change(() => this.host.grid.freeze(this.sheet.currentId(), rows, columns));
  }
  freezeRows(count = 1): void {
    this.freeze(count, 0);
  }
  freezeColumns(count = 1): void {
    this.freeze(0, count);
  }
  freezeAt(frozen: Excel.Range | string): void {
    if (typeof frozen !== "string" && !((frozen as unknown) instanceof HostRange)) {
      throw invalidArgument("freezeAt");
    }
    const range = typeof frozen === "string" ? this.sheet.getRange(frozen) : (frozen as unknown as HostRange);
    this.change(() => {
      const { row, column, rowCount, columnCount } = range.area();
      this.host.grid.freeze(this.sheet.currentId(), row + rowCount, column + columnCount);
    });
  }
  unfreeze(): void {
    this.freeze(0, 0);
  }
}

type PageKey = "orientation" | "paperSize" | "zoom" | "setPrintTitleRows" | "setPrintArea";

/** Kept with the workbook; the browser's spreadsheet itself is not printed from here. */
export class HostPageLayout extends HostObject implements Offered<Excel.PageLayout, PageKey> {
  private readonly sheet: HostWorksheet;

  constructor(sheet: HostWorksheet) {
    super(sheet.hostContext(), "PageLayout");
    this.sheet = sheet;
    this.markPresent();
  }

  private noteKey(): string {
    return `pageLayout:${this.sheet.currentId()}`;
  }
  private stored(): Record<string, unknown> {
    return JSON.parse(this.host.grid.note(this.noteKey()) ?? "{}") as Record<string, unknown>;
  }
  private store(name: string, value: unknown): void {
    this.put(name, value, () => {
      this.host.grid.setNote(this.noteKey(), JSON.stringify({ ...this.stored(), [name]: value }));
    });
  }

  protected readers() {
    return {
      orientation: () => this.stored()["orientation"] ?? "Portrait",
      paperSize: () => this.stored()["paperSize"] ?? "A4",
      zoom: () => this.stored()["zoom"] ?? { scale: 100 },
    };
  }

  get orientation(): Excel.PageLayout["orientation"] {
    return this.take("orientation");
  }
  set orientation(value: Excel.PageLayout["orientation"]) {
    this.store("orientation", value);
  }
  get paperSize(): Excel.PageLayout["paperSize"] {
    return this.take("paperSize");
  }
  set paperSize(value: Excel.PageLayout["paperSize"]) {
    this.store("paperSize", value);
  }
  get zoom(): Excel.PageLayoutZoomOptions {
    return this.take("zoom");
  }
  set zoom(value: Excel.PageLayoutZoomOptions) {
    this.store("zoom", value);
  }
  setPrintTitleRows(rows: Excel.Range | string): void {
    if (typeof rows !== "string") throw notOffered("Excel.PageLayout.setPrintTitleRows (Range)");
    this.store("printTitleRows", rows);
  }
  setPrintArea(area: Excel.Range | Excel.RangeAreas | string): void {
    if (typeof area !== "string") throw notOffered("Excel.PageLayout.setPrintArea (Range)");
    this.store("printArea", area);
  }
}
