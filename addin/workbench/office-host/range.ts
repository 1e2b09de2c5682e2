/** Excel.Range over the grid. */
import type { Area, AreaContent, CellWrite } from "../grid.ts";
import {
  MAX_COLUMNS,
  MAX_ROWS,
  formatLocal,
  isWholeColumns,
  isWholeRows,
  parseLocal,
  quoteSheet,
} from "./a1.ts";
import type { HostContext } from "./context.ts";
import { HostError, invalidArgument } from "./errors.ts";
import { HostFormat } from "./format.ts";
import { HostDataValidation } from "./layout.ts";
import { HostObject } from "./object.ts";
import type { Offered } from "./surface.ts";
import type { HostWorksheet } from "./worksheet.ts";

type RangeKey =
  | "address"
  | "addressLocal"
  | "rowIndex"
  | "columnIndex"
  | "rowCount"
  | "columnCount"
  | "cellCount"
  | "values"
  | "formulas"
  | "text"
  | "numberFormat"
  | "rowHidden"
  | "isEntireColumn"
  | "isEntireRow"
  | "format"
  | "dataValidation"
  | "worksheet"
  | "clear"
  | "select"
  | "getCell"
  | "getRow"
  | "getColumn"
  | "getEntireRow"
  | "getEntireColumn"
  | "getLastRow"
  | "getLastCell"
  | "getResizedRange"
  | "getAbsoluteResizedRange"
  | "getOffsetRange"
  | "getUsedRange"
  | "getUsedRangeOrNullObject";

/** How a range is found when its turn comes; null when there is none. */
export type FindArea = () => Area | null;

function rectangle(input: unknown, area: Area, name: string): CellWrite[][] {
  if (!Array.isArray(input)) {
    return Array.from({ length: area.rowCount }, () =>
      Array.from({ length: area.columnCount }, () => input as CellWrite),
    );
  }
  const rows = input as unknown[];
  const fits =
    rows.length === area.rowCount &&
    rows.every((row) => Array.isArray(row) && row.length === area.columnCount);
  if (!fits) {
    throw invalidArgument(
      `The number of rows or columns in the input array for ${name} doesn't match the size of the range ${formatLocal(area)}.`,
    );
  }
  return rows as CellWrite[][];
}

export class HostRange extends HostObject implements Offered<Excel.Range, RangeKey> {
  readonly worksheet: HostWorksheet;
  private found: Area | null = null;
  private content: AreaContent | null = null;
  private formatPart: HostFormat | null = null;
  private validationPart: HostDataValidation | null = null;

  constructor(host: HostContext, worksheet: HostWorksheet, find: FindArea, orNull = false) {
    super(host, "Range");
    this.worksheet = worksheet;
    this.resolveWith(
      () => {
        this.found = find();
        return this.found !== null;
      },
      orNull,
      () => "Range",
    );
  }

  hostContext(): HostContext {
    return this.host;
  }

  /** Only while a sync runs. */
  area(): Area {
    if (this.found === null) throw new HostError("InvalidObjectPath", "The range does not exist.");
    return this.found;
  }

  /** Whole rows and columns end where the sheet's drawn part ends. */
  drawnArea(): Area {
    const area = this.area();
    const info = this.host.grid.sheets().find((sheet) => sheet.id === area.sheetId);
    return {
      ...area,
      rowCount: isWholeColumns(area) ? (info?.rowCount ?? 1) : area.rowCount,
      columnCount: isWholeRows(area) ? (info?.columnCount ?? 1) : area.columnCount,
    };
  }

  /** One reading of the grid serves all properties of one load. */
  private reading(): AreaContent {
    this.content ??= this.host.grid.read(this.drawnArea());
    return this.content;
  }

  override readPaths(paths: readonly string[] | null): void {
    this.content = null;
    super.readPaths(paths);
    this.content = null;
  }

  protected readers() {
    return {
      address: () => `${quoteSheet(this.worksheet.currentName())}!${formatLocal(this.area())}`,
      addressLocal: () => `${quoteSheet(this.worksheet.currentName())}!${formatLocal(this.area())}`,
      rowIndex: () => this.area().row,
      columnIndex: () => this.area().column,
      rowCount: () => this.area().rowCount,
      columnCount: () => this.area().columnCount,
      cellCount: () => this.area().rowCount * this.area().columnCount,
      isEntireColumn: () => isWholeColumns(this.area()),
      isEntireRow: () => isWholeRows(this.area()),
      values: () => this.reading().values,
      formulas: () => this.reading().formulas,
      text: () => this.reading().texts,
      numberFormat: () => this.reading().formats,
      rowHidden: () => {
        const { sheetId, row, rowCount } = this.drawnArea();
        const hidden = this.host.grid.rowsHidden(sheetId, row, rowCount);
        return hidden.every((one) => one === hidden[0]) ? (hidden[0] ?? false) : null;
      },
    };
  }

  protected override parts() {
    return { format: this.format, worksheet: this.worksheet };
  }

  get format(): HostFormat {
    this.formatPart ??= new HostFormat(this);
    return this.formatPart;
  }
  get dataValidation(): HostDataValidation {
    this.validationPart ??= new HostDataValidation(this);
    return this.validationPart;
  }
  get address(): string {
    return this.take("address");
  }
  get addressLocal(): string {
    return this.take("addressLocal");
  }
  get rowIndex(): number {
    return this.take("rowIndex");
  }
  get columnIndex(): number {
    return this.take("columnIndex");
  }
  get rowCount(): number {
    return this.take("rowCount");
  }
  get columnCount(): number {
    return this.take("columnCount");
  }
  get cellCount(): number {
    return this.take("cellCount");
  }
  get isEntireColumn(): boolean {
    return this.take("isEntireColumn");
  }
  get isEntireRow(): boolean {
    return this.take("isEntireRow");
  }
  get text(): string[][] {
    return this.take("text");
  }
  get values(): Excel.Range["values"] {
    return this.take("values");
  }
  set values(input: Excel.Range["values"]) {
    this.writeCells("values", input);
  }
  get formulas(): Excel.Range["formulas"] {
    return this.take("formulas");
  }
  set formulas(input: Excel.Range["formulas"]) {
    this.writeCells("formulas", input);
  }
  get numberFormat(): Excel.Range["numberFormat"] {
    return this.take("numberFormat");
  }
  set numberFormat(input: Excel.Range["numberFormat"]) {
    this.put("numberFormat", input, () => {
      const area = this.drawnArea();
      const isSingle = !Array.isArray(input);
      if (isSingle) this.host.grid.setLook(area, { numberFormat: String(input) });
      else this.host.grid.setFormats(area, rectangle(input, area, "numberFormat") as (string | null)[][]);
    });
  }
  get rowHidden(): boolean {
    return this.take("rowHidden");
  }
  set rowHidden(value: boolean) {
    this.put("rowHidden", value, () => {
      const { sheetId, row, rowCount } = this.drawnArea();
      this.host.grid.setRowsHidden(sheetId, row, rowCount, value);
    });
  }

  private writeCells(name: "values" | "formulas", input: unknown): void {
    this.put(name, input, () => {
      const area = this.drawnArea();
      this.host.grid.write(area, rectangle(input, area, name));
    });
  }

  clear(applyTo: Parameters<Excel.Range["clear"]>[0] = "All"): void {
    if (applyTo !== "All" && applyTo !== "Contents" && applyTo !== "Formats") {
      throw invalidArgument(`Range.clear ${applyTo}`);
    }
    this.change(() => this.host.grid.clear(this.drawnArea(), applyTo));
  }

  select(): void {
    this.change(() => this.host.grid.select(this.drawnArea()));
  }

  /** Another range found from this one, when its turn comes. */
  private derive(from: (area: Area) => Area): HostRange {
    return new HostRange(this.host, this.worksheet, () => {
      const area = from(this.area());
      const outside =
        area.row < 0 ||
        area.column < 0 ||
        area.rowCount < 1 ||
        area.columnCount < 1 ||
        area.row + area.rowCount > MAX_ROWS ||
        area.column + area.columnCount > MAX_COLUMNS;
      if (outside) throw invalidArgument("The range lies outside the sheet.");
      return area;
    });
  }

  getCell(row: number, column: number): HostRange {
    return this.derive((area) => ({
      ...area,
      row: area.row + row,
      column: area.column + column,
      rowCount: 1,
      columnCount: 1,
    }));
  }
  getRow(row: number): HostRange {
    return this.derive((area) => ({ ...area, row: area.row + row, rowCount: 1 }));
  }
  getColumn(column: number): HostRange {
    return this.derive((area) => ({ ...area, column: area.column + column, columnCount: 1 }));
  }
  getEntireRow(): HostRange {
    return this.derive((area) => ({ ...area, column: 0, columnCount: MAX_COLUMNS }));
  }
  getEntireColumn(): HostRange {
    return this.derive((area) => ({ ...area, row: 0, rowCount: MAX_ROWS }));
  }
  getLastRow(): HostRange {
    return this.derive((area) => ({ ...area, row: area.row + area.rowCount - 1, rowCount: 1 }));
  }
  getLastCell(): HostRange {
    return this.derive((area) => ({
      ...area,
      row: area.row + area.rowCount - 1,
      column: area.column + area.columnCount - 1,
      rowCount: 1,
      columnCount: 1,
    }));
  }
  getResizedRange(deltaRows: number, deltaColumns: number): HostRange {
    return this.derive((area) => ({
      ...area,
      rowCount: area.rowCount + deltaRows,
      columnCount: area.columnCount + deltaColumns,
    }));
  }
  getAbsoluteResizedRange(rowCount: number, columnCount: number): HostRange {
    return this.derive((area) => ({ ...area, rowCount, columnCount }));
  }
  getOffsetRange(rowOffset: number, columnOffset: number): HostRange {
    return this.derive((area) => ({
      ...area,
      row: area.row + rowOffset,
      column: area.column + columnOffset,
    }));
  }

  private used(valuesOnly: boolean): Area | null {
    const area = this.area();
    const used = this.host.grid.usedArea(area.sheetId, valuesOnly);
    if (used === null) return null;
    const row = Math.max(area.row, used.row);
    const column = Math.max(area.column, used.column);
    const rowCount = Math.min(area.row + area.rowCount, used.row + used.rowCount) - row;
    const columnCount = Math.min(area.column + area.columnCount, used.column + used.columnCount) - column;
    return rowCount < 1 || columnCount < 1 ? null : { ...area, row, column, rowCount, columnCount };
  }
  getUsedRange(valuesOnly = false): HostRange {
    const first = (): Area => ({ ...this.area(), rowCount: 1, columnCount: 1 });
    return new HostRange(this.host, this.worksheet, () => this.used(valuesOnly) ?? first());
  }
  getUsedRangeOrNullObject(valuesOnly = false): HostRange {
    return new HostRange(
      this.host,
      this.worksheet,
      () => (this.isMissing() ? null : this.used(valuesOnly)),
      true,
    );
  }
}

/** "B2:C3" on a sheet. */
export function rangeAt(host: HostContext, worksheet: HostWorksheet, address: string | undefined): HostRange {
  return new HostRange(host, worksheet, () => {
    const sheetId = worksheet.currentId();
    if (address === undefined || address === "") {
      return { sheetId, row: 0, column: 0, rowCount: MAX_ROWS, columnCount: MAX_COLUMNS };
    }
    const local = address.slice(address.lastIndexOf("!") + 1);
    return parseLocal(local, sheetId);
  });
}
