/** Looks of a range: fill, font, borders, alignment, sizes. */
import type { Area, BorderLook, Edge, Horizontal, Look, Vertical } from "../grid.ts";
import { isWholeColumns, isWholeRows } from "./a1.ts";
import { invalidArgument } from "./errors.ts";
import { HostObject } from "./object.ts";
import type { HostRange } from "./range.ts";
import type { Offered } from "./surface.ts";

/** Points are what Excel counts in; the grid draws pixels. */
const PIXELS_PER_POINT = 96 / 72;

abstract class LookPart extends HostObject {
  protected readonly range: HostRange;

  constructor(range: HostRange, typeName: string) {
    super(range.hostContext(), typeName);
    this.range = range;
    this.markPresent();
  }

  protected area(): Area {
    return this.range.area();
  }

  protected look(): Look {
    return this.host.grid.lookOf(this.area());
  }

  protected setLook(name: string, value: unknown, look: Look): void {
    this.put(name, value, () => this.host.grid.setLook(this.range.drawnArea(), look));
  }
}

export class HostFill extends LookPart implements Offered<Excel.RangeFill, "color" | "clear"> {
  constructor(range: HostRange) {
    super(range, "RangeFill");
  }

  protected readers() {
    return { color: () => this.look().fill || "#FFFFFF" };
  }

  get color(): string {
    return this.take("color");
  }
  set color(value: string) {
    this.setLook("color", value, { fill: value });
  }

  clear(): void {
    this.setLook("color", "#FFFFFF", { fill: "" });
  }
}

type FontKey = "bold" | "italic" | "color" | "name" | "size" | "underline";

export class HostFont extends LookPart implements Offered<Excel.RangeFont, FontKey> {
  constructor(range: HostRange) {
    super(range, "RangeFont");
  }

  protected readers() {
    return {
      bold: () => this.look().bold,
      italic: () => this.look().italic,
      color: () => this.look().fontColor,
      name: () => this.look().fontName,
      size: () => this.look().fontSize,
      underline: () => (this.look().underline === true ? "Single" : "None"),
    };
  }

  get bold(): boolean {
    return this.take("bold");
  }
  set bold(value: boolean) {
    this.setLook("bold", value, { bold: value });
  }
  get italic(): boolean {
    return this.take("italic");
  }
  set italic(value: boolean) {
    this.setLook("italic", value, { italic: value });
  }
  get color(): string {
    return this.take("color");
  }
  set color(value: string) {
    this.setLook("color", value, { fontColor: value });
  }
  get name(): string {
    return this.take("name");
  }
  set name(value: string) {
    this.setLook("name", value, { fontName: value });
  }
  get size(): number {
    return this.take("size");
  }
  set size(value: number) {
    this.setLook("size", value, { fontSize: value });
  }
  get underline(): Excel.RangeFont["underline"] {
    return this.take("underline");
  }
  set underline(value: Excel.RangeFont["underline"]) {
    this.setLook("underline", value, { underline: value !== "None" });
  }
}

const LINES: Readonly<Record<string, BorderLook["style"]>> = {
  None: "None",
  Continuous: "Thin",
  Dash: "Dashed",
  Dot: "Dotted",
  Double: "Double",
};
const WEIGHTS: Readonly<Record<string, BorderLook["style"]>> = {
  Hairline: "Thin",
  Thin: "Thin",
  Medium: "Medium",
  Thick: "Thick",
};
const EDGES: readonly Edge[] = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideHorizontal",
  "InsideVertical",
];

export class HostBorder extends LookPart implements Offered<Excel.RangeBorder, "style" | "color" | "weight"> {
  private readonly edge: Edge;
  private drawn: Omit<BorderLook, "edge"> = { style: "Thin", color: "#000000" };

  constructor(range: HostRange, edge: Edge) {
    super(range, "RangeBorder");
    this.edge = edge;
  }

  protected readers() {
    return {};
  }

  private draw(name: string, value: unknown, change: Partial<Omit<BorderLook, "edge">>): void {
    this.drawn = { ...this.drawn, ...change };
    this.setLook(name, value, { border: { edge: this.edge, ...this.drawn } });
  }

  get style(): Excel.RangeBorder["style"] {
    return this.take("style");
  }
  set style(value: Excel.RangeBorder["style"]) {
    const style = LINES[value];
    if (style === undefined) throw invalidArgument(`RangeBorder.style ${value}`);
    this.draw("style", value, { style });
  }
  get color(): string {
    return this.take("color");
  }
  set color(value: string) {
    this.draw("color", value, { color: value });
  }
  get weight(): Excel.RangeBorder["weight"] {
    return this.take("weight");
  }
  set weight(value: Excel.RangeBorder["weight"]) {
    this.draw("weight", value, { style: WEIGHTS[value] ?? "Thin" });
  }
}

export class HostBorders extends LookPart implements Offered<Excel.RangeBorderCollection, "getItem"> {
  private readonly edges = new Map<string, HostBorder>();

  constructor(range: HostRange) {
    super(range, "RangeBorderCollection");
  }

  protected readers() {
    return {};
  }

  getItem(index: Parameters<Excel.RangeBorderCollection["getItem"]>[0]): HostBorder {
    const edge = EDGES.find((known) => known === index);
    if (edge === undefined) throw invalidArgument(`RangeBorderCollection.getItem ${index}`);
    const border = this.edges.get(edge) ?? new HostBorder(this.range, edge);
    this.edges.set(edge, border);
    return border;
  }
}

type FormatKey =
  | "fill"
  | "font"
  | "borders"
  | "wrapText"
  | "horizontalAlignment"
  | "verticalAlignment"
  | "columnWidth"
  | "rowHeight"
  | "autofitColumns"
  | "autofitRows";

export class HostFormat extends LookPart implements Offered<Excel.RangeFormat, FormatKey> {
  readonly fill: HostFill;
  readonly font: HostFont;
  readonly borders: HostBorders;

  constructor(range: HostRange) {
    super(range, "RangeFormat");
    this.fill = new HostFill(range);
    this.font = new HostFont(range);
    this.borders = new HostBorders(range);
  }

  protected readers() {
    const { grid } = this.host;
    return {
      wrapText: () => this.look().wrap,
      horizontalAlignment: () => this.look().horizontal,
      verticalAlignment: () => this.look().vertical,
      columnWidth: () => grid.columnWidth(this.area().sheetId, this.area().column) / PIXELS_PER_POINT,
      rowHeight: () => grid.rowHeight(this.area().sheetId, this.area().row) / PIXELS_PER_POINT,
    };
  }

  protected override parts() {
    return { fill: this.fill, font: this.font };
  }

  get wrapText(): boolean {
    return this.take("wrapText");
  }
  set wrapText(value: boolean) {
    this.setLook("wrapText", value, { wrap: value });
  }
  get horizontalAlignment(): Excel.RangeFormat["horizontalAlignment"] {
    return this.take("horizontalAlignment");
  }
  set horizontalAlignment(value: Excel.RangeFormat["horizontalAlignment"]) {
    const known: readonly Horizontal[] = ["General", "Left", "Center", "Right"];
    const horizontal = known.find((one) => one === value);
    if (horizontal === undefined) throw invalidArgument(`RangeFormat.horizontalAlignment ${value}`);
    this.setLook("horizontalAlignment", value, { horizontal });
  }
  get verticalAlignment(): Excel.RangeFormat["verticalAlignment"] {
    return this.take("verticalAlignment");
  }
  set verticalAlignment(value: Excel.RangeFormat["verticalAlignment"]) {
    const known: readonly Vertical[] = ["Top", "Center", "Bottom"];
    const vertical = known.find((one) => one === value);
    if (vertical === undefined) throw invalidArgument(`RangeFormat.verticalAlignment ${value}`);
    this.setLook("verticalAlignment", value, { vertical });
  }
  get columnWidth(): number {
    return this.take("columnWidth");
  }
  set columnWidth(points: number) {
    this.put("columnWidth", points, () => {
      const { sheetId, column, columnCount } = isWholeRows(this.area())
        ? this.range.drawnArea()
        : this.area();
      this.host.grid.setColumnWidth(sheetId, column, columnCount, Math.round(points * PIXELS_PER_POINT));
    });
  }
  get rowHeight(): number {
    return this.take("rowHeight");
  }
  set rowHeight(points: number) {
    this.put("rowHeight", points, () => {
      const { sheetId, row, rowCount } = isWholeColumns(this.area()) ? this.range.drawnArea() : this.area();
      this.host.grid.setRowHeight(sheetId, row, rowCount, Math.round(points * PIXELS_PER_POINT));
    });
  }

  autofitColumns(): void {
    this.change(() => {
      const { sheetId, column, columnCount } = this.range.drawnArea();
      this.host.grid.fitColumns(sheetId, column, columnCount);
    });
  }

  autofitRows(): void {
    this.change(() => {
      const { sheetId, row, rowCount } = this.range.drawnArea();
      this.host.grid.fitRows(sheetId, row, rowCount);
    });
  }
}
