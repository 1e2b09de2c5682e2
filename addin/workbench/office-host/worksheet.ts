/** Excel.Worksheet and its collection. */
import { sheetNameProblem } from "./sheet-name.ts";
import type { SheetInfo } from "../grid.ts";
import { formatLocal } from "./a1.ts";
import type { HostContext } from "./context.ts";
import { HostError, invalidArgument, notFound } from "./errors.ts";
import { HostEvents } from "./events.ts";
import { HostFreezePanes, HostPageLayout } from "./layout.ts";
import { HostObject } from "./object.ts";
import { HostRange, rangeAt } from "./range.ts";
import type { Offered } from "./surface.ts";

type SheetKey =
  | "id"
  | "name"
  | "position"
  | "visibility"
  | "tabColor"
  | "activate"
  | "delete"
  | "getRange"
  | "getRangeByIndexes"
  | "getCell"
  | "getUsedRange"
  | "getUsedRangeOrNullObject"
  | "freezePanes"
  | "pageLayout";

function checkName(host: HostContext, name: string, exceptId: string | null): void {
  const taken = host.grid
    .sheets()
    .some((sheet) => sheet.id !== exceptId && sheet.name.toLowerCase() === name.toLowerCase());
  if (taken) throw new HostError("ItemAlreadyExists", `A sheet named ${name} already exists.`);
  const problem = sheetNameProblem(name);
  if (problem !== null) throw invalidArgument(problem);
}

export class HostWorksheet extends HostObject implements Offered<Excel.Worksheet, SheetKey> {
  private sheetId: string | null = null;
  private freezePart: HostFreezePanes | null = null;
  private pagePart: HostPageLayout | null = null;
  readonly onChanged: HostEvents<Excel.WorksheetChangedEventArgs>;
  readonly onSelectionChanged: HostEvents<Excel.WorksheetSelectionChangedEventArgs>;
  readonly onActivated: HostEvents<Excel.WorksheetActivatedEventArgs>;

  constructor(host: HostContext, find: () => string | null, orNull = false) {
    super(host, "Worksheet");
    this.resolveWith(
      () => {
        this.sheetId = find();
        return this.sheetId !== null;
      },
      orNull,
      () => "Worksheet",
    );
    this.onChanged = new HostEvents(host, (emit) =>
      host.grid.onCells((change) => {
        if (change.area.sheetId === this.sheetId)
          emit(changedArgs(formatLocal(change.area), change.area.sheetId, change.byHost));
      }),
    );
    this.onSelectionChanged = new HostEvents(host, (emit) =>
      host.grid.onSelection((area) => {
        if (area.sheetId !== this.sheetId) return;
        emit({
          address: formatLocal(area),
          worksheetId: area.sheetId,
          type: "WorksheetSelectionChanged",
          isInsideTable: false,
        } as unknown as Excel.WorksheetSelectionChangedEventArgs);
      }),
    );
    this.onActivated = new HostEvents(host, (emit) =>
      host.grid.onActivated((id) => {
        if (id === this.sheetId) emit({ type: "WorksheetActivated", worksheetId: id });
      }),
    );
  }

  hostContext(): HostContext {
    return this.host;
  }

  /** Only while a sync runs. */
  currentId(): string {
    if (this.sheetId === null) throw new HostError("InvalidObjectPath", "The worksheet does not exist.");
    return this.sheetId;
  }
  private info(): SheetInfo {
    const id = this.currentId();
    const info = this.host.grid.sheets().find((sheet) => sheet.id === id);
    if (info === undefined) throw notFound("Worksheet");
    return info;
  }
  currentName(): string {
    return this.info().name;
  }

  protected readers() {
    const { grid } = this.host;
    return {
      id: () => this.currentId(),
      name: () => this.currentName(),
      position: () => grid.sheets().findIndex((sheet) => sheet.id === this.sheetId),
      visibility: () => (this.info().hidden ? "Hidden" : "Visible"),
      tabColor: () => this.info().tabColor,
    };
  }

  get id(): string {
    return this.take("id");
  }
  get name(): string {
    return this.take("name");
  }
  set name(value: string) {
    this.put("name", value, () => {
      checkName(this.host, value, this.currentId());
      this.host.grid.renameSheet(this.currentId(), value);
    });
  }
  get position(): number {
    return this.take("position");
  }
  set position(value: number) {
    this.put("position", value, () => this.host.grid.moveSheet(this.currentId(), value));
  }
  get visibility(): Excel.Worksheet["visibility"] {
    return this.take("visibility");
  }
  set visibility(value: Excel.Worksheet["visibility"]) {
    this.put("visibility", value, () => {
      const hidden = value !== "Visible";
      // Hidden and very hidden are one here; a hidden sheet is not hidden again.
      if (this.info().hidden === hidden) return;
      const others = this.host.grid.sheets().filter((sheet) => !sheet.hidden && sheet.id !== this.sheetId);
      if (hidden && others.length === 0)
        throw invalidArgument("A workbook must contain one visible worksheet.");
      this.host.grid.setSheetHidden(this.currentId(), hidden);
    });
  }
  get tabColor(): string {
    return this.take("tabColor");
  }
  set tabColor(value: string) {
    this.put("tabColor", value, () => this.host.grid.setTabColor(this.currentId(), value));
  }
  get freezePanes(): HostFreezePanes {
    this.freezePart ??= new HostFreezePanes(this);
    return this.freezePart;
  }
  get pageLayout(): HostPageLayout {
    this.pagePart ??= new HostPageLayout(this);
    return this.pagePart;
  }

  activate(): void {
    this.change(() => this.host.grid.activateSheet(this.currentId()));
  }
  delete(): void {
    this.change(() => {
      if (!this.host.grid.deleteSheet(this.currentId())) {
        throw invalidArgument("A workbook must contain one visible worksheet.");
      }
    });
  }
  getRange(address?: string): HostRange {
    return rangeAt(this.host, this, address);
  }
  getRangeByIndexes(row: number, column: number, rowCount: number, columnCount: number): HostRange {
    return new HostRange(this.host, this, () => {
      if (row < 0 || column < 0 || rowCount < 1 || columnCount < 1)
        throw invalidArgument("getRangeByIndexes");
      return { sheetId: this.currentId(), row, column, rowCount, columnCount };
    });
  }
  getCell(row: number, column: number): HostRange {
    return this.getRangeByIndexes(row, column, 1, 1);
  }
  getUsedRange(valuesOnly = false): HostRange {
    return new HostRange(this.host, this, () => {
      const sheetId = this.currentId();
      return (
        this.host.grid.usedArea(sheetId, valuesOnly) ?? {
          sheetId,
          row: 0,
          column: 0,
          rowCount: 1,
          columnCount: 1,
        }
      );
    });
  }
  getUsedRangeOrNullObject(valuesOnly = false): HostRange {
    const find = () => (this.isMissing() ? null : this.host.grid.usedArea(this.currentId(), valuesOnly));
    return new HostRange(this.host, this, find, true);
  }
}

export function changedArgs(
  address: string,
  worksheetId: string,
  byHost: boolean,
): Excel.WorksheetChangedEventArgs {
  return {
    address,
    worksheetId,
    type: "WorksheetChanged",
    changeType: "RangeEdited",
    source: "Local",
    triggerSource: byHost ? "ThisLocalAddin" : "Unknown",
  } as unknown as Excel.WorksheetChangedEventArgs;
}

type SheetsKey =
  | "items"
  | "add"
  | "getItem"
  | "getItemOrNullObject"
  | "getActiveWorksheet"
  | "getFirst"
  | "getCount";

export class HostWorksheets extends HostObject implements Offered<Excel.WorksheetCollection, SheetsKey> {
  readonly onChanged: HostEvents<Excel.WorksheetChangedEventArgs>;
  readonly onActivated: HostEvents<Excel.WorksheetActivatedEventArgs>;

  constructor(host: HostContext) {
    super(host, "WorksheetCollection");
    this.markPresent();
    this.onChanged = new HostEvents(host, (emit) =>
      host.grid.onCells(({ area, byHost }) => emit(changedArgs(formatLocal(area), area.sheetId, byHost))),
    );
    this.onActivated = new HostEvents(host, (emit) =>
      host.grid.onActivated((id) => emit({ type: "WorksheetActivated", worksheetId: id })),
    );
  }

  protected readers() {
    return {};
  }

  /** "items", "items/name" and the short form "name" all load the sheets. */
  override readPaths(paths: readonly string[] | null): void {
    const inner = (paths ?? []).map((path) => path.replace(/^items\/?/, "")).filter((path) => path !== "");
    const items = this.host.grid.sheets().map((info) => {
      const sheet = new HostWorksheet(this.host, () => info.id);
      this.host.runNow(() => sheet.readPaths(inner.length === 0 ? null : inner));
      return sheet;
    });
    this.keep("items", items);
  }

  get items(): HostWorksheet[] {
    return this.take("items");
  }

  private byKey(key: string): string | null {
    const wanted = key.toLowerCase();
    const sheets = this.host.grid.sheets();
    return sheets.find((sheet) => sheet.name.toLowerCase() === wanted || sheet.id === key)?.id ?? null;
  }
  getItem(key: string): HostWorksheet {
    return new HostWorksheet(this.host, () => this.byKey(key));
  }
  getItemOrNullObject(key: string): HostWorksheet {
    return new HostWorksheet(this.host, () => this.byKey(key), true);
  }
  getActiveWorksheet(): HostWorksheet {
    return new HostWorksheet(this.host, () => this.host.grid.activeSheetId());
  }
  getFirst(visibleOnly = false): HostWorksheet {
    return new HostWorksheet(
      this.host,
      () => this.host.grid.sheets().find((sheet) => !visibleOnly || !sheet.hidden)?.id ?? null,
    );
  }
  add(name?: string): HostWorksheet {
    return new HostWorksheet(this.host, () => {
      const names = new Set(this.host.grid.sheets().map((sheet) => sheet.name));
      let number = names.size + 1;
      while (names.has(`Sheet${number}`)) number += 1;
      const chosen = name ?? `Sheet${number}`;
      checkName(this.host, chosen, null);
      return this.host.grid.addSheet(chosen);
    });
  }
  getCount(visibleOnly = false): OfficeExtension.ClientResult<number> {
    const result = { value: Number.NaN };
    this.host.enqueue("read", () => {
      result.value = this.host.grid.sheets().filter((sheet) => !visibleOnly || !sheet.hidden).length;
    });
    return result as OfficeExtension.ClientResult<number>;
  }
}
