/** One worksheet part → cells. */
import { cellAddress, LAST_COLUMN, LAST_ROW, parseAddress } from "../../kernel/address.ts";
import { parseDate, serialFromDate } from "../../kernel/date.ts";
import type { CellValue, FlatCell } from "../../kernel/flat.ts";
import { decodeFormula, shiftFormula } from "./formula.ts";
import { formatMatters, isDateFormat, legacyFont, type CellLook } from "./styles.ts";
import { attribute, decodeEscapes, scanXml } from "./xml.ts";

const AREA = /^[A-Z]{1,3}[1-9]\d{0,6}(?::[A-Z]{1,3}[1-9]\d{0,6})?$/;

/** Serials of a workbook that counts from 1904 (old Mac files) are this many days short. */
const DAYS_1904 = 1462;

export interface SharedText {
  readonly text: string;
  readonly font: string | null;
}

export interface SheetContext {
  readonly strings: readonly SharedText[];
  readonly looks: readonly CellLook[];
  readonly from1904: boolean;
  /** Cells and letters of text still allowed in the whole workbook. */
  readonly cellsLeft: number;
  readonly lettersLeft: number;
}

export interface SheetReading {
  readonly cells: Record<string, FlatCell>;
  /** Hidden rows down to the last filled one. */
  readonly hiddenRows: number[];
  readonly count: number;
  readonly letters: number;
}

interface OpenCell {
  readonly column: number;
  readonly row: number;
  readonly type: string;
  readonly look: CellLook | undefined;
  value: string | null;
  formula: string | null;
  shared: number | null;
  array: string | null;
  inline: string | null;
  font: string | null;
}

function serialOfIsoText(text: string): number | null {
  const date = parseDate(text.slice(0, 10));
  return date.ok ? serialFromDate(date.value) : null;
}

/** Scans a worksheet. "too-many", "too-long" once an allowance is used up; null when the XML is damaged. */
export function readSheet(
  bytes: Uint8Array,
  context: SheetContext,
): SheetReading | "too-many" | "too-long" | null {
  const reader = new SheetReader(context);
  const wellFormed = scanXml(bytes, reader);
  const { cells, count, letters } = reader;
  if (count > context.cellsLeft) return "too-many";
  if (letters > context.lettersLeft) return "too-long";
  const hiddenRows = reader.hiddenRows.filter((row) => row <= reader.lastRow);
  return wellFormed ? { cells, hiddenRows, count, letters } : null;
}

class SheetReader {
  readonly cells: Record<string, FlatCell> = {};
  readonly hiddenRows: number[] = [];
  count = 0;
  /** One text may stand in a file once and be shown by every cell: what counts is what the cells show. */
  letters = 0;
  lastRow = 0;
  private readonly context: SheetContext;
  private readonly shared = new Map<number, { formula: string; column: number; row: number }>();
  private inData = false;
  private row = 0;
  private column = 0;
  private cell: OpenCell | null = null;
  private target: "value" | "formula" | "inline" | null = null;
  private phonetic = false;

  constructor(context: SheetContext) {
    this.context = context;
  }

  open(name: string, raw: string): void {
    if (name === "sheetData") this.inData = true;
    if (!this.inData) return;
    if (name === "row") this.openRow(raw);
    else if (name === "c") this.openCell(raw);
    else if (this.cell !== null) this.openInCell(this.cell, name, raw);
  }

  private openRow(raw: string): void {
    const number = Number(attribute(raw, "r") ?? this.row + 1);
    this.row = Number.isInteger(number) && number > 0 ? number : this.row + 1;
    this.column = 0;
    const hidden = attribute(raw, "hidden");
    // A row of no height is as hidden as one that says so.
    const height = attribute(raw, "ht");
    if (hidden === "1" || hidden === "true" || (height !== null && Number(height) === 0))
      this.hiddenRows.push(this.row);
  }

  private openCell(raw: string): void {
    const place = parseAddress(attribute(raw, "r") ?? "");
    this.column = place?.column ?? this.column + 1;
    const style = attribute(raw, "s");
    this.cell = {
      column: this.column,
      row: place?.row ?? this.row,
      type: attribute(raw, "t") ?? "n",
      look: this.context.looks[style === null ? 0 : Number(style)],
      value: null,
      formula: null,
      shared: null,
      array: null,
      inline: null,
      font: null,
    };
  }

  private openInCell(cell: OpenCell, name: string, raw: string): void {
    if (name === "v") {
      this.target = "value";
      cell.value ??= "";
    } else if (name === "f") {
      this.target = "formula";
      cell.formula = "";
      const index = attribute(raw, "si");
      const type = attribute(raw, "t");
      cell.shared = type === "shared" && index !== null ? Number(index) : null;
      cell.array = type === "array" ? attribute(raw, "ref") : null;
    } else if (name === "t" && !this.phonetic) {
      this.target = "inline";
      cell.inline ??= "";
    } else if (name === "rPh") this.phonetic = true;
    else if (name === "rFont") cell.font ??= legacyFont(attribute(raw, "val"));
  }

  text(text: string): void {
    const cell = this.cell;
    if (cell === null || this.target === null) return;
    if (this.target === "value") cell.value = (cell.value ?? "") + text;
    else if (this.target === "formula") cell.formula = (cell.formula ?? "") + text;
    else cell.inline = (cell.inline ?? "") + text;
  }

  close(name: string): void {
    if (name === "v" || name === "f" || name === "t") this.target = null;
    else if (name === "rPh") this.phonetic = false;
    else if (name === "sheetData") this.inData = false;
    else if (name === "c" && this.cell !== null) {
      this.finish(this.cell);
      this.cell = null;
    }
  }

  private finish(cell: OpenCell): void {
    // Past an allowance the file is refused: no more work for it.
    if (this.count > this.context.cellsLeft || this.letters > this.context.lettersLeft) return;
    const formula = this.formulaOf(cell);
    const value = this.valueOf(cell);
    if (value === null && formula === null) return;
    // Beyond XFD1048576 there is no cell, and no program could write one there again.
    if (cell.row > LAST_ROW || cell.column > LAST_COLUMN) return;
    this.count += 1;
    this.letters += (typeof value === "string" ? value.length : 0) + (formula?.length ?? 0);
    if (this.count > this.context.cellsLeft || this.letters > this.context.lettersLeft) return;
    this.lastRow = Math.max(this.lastRow, cell.row);
    const format = cell.look?.format ?? null;
    const shared = cell.type === "s" ? this.context.strings[Number(cell.value)] : undefined;
    const font = typeof value === "string" ? (cell.look?.font ?? cell.font ?? shared?.font ?? null) : null;
    this.cells[cellAddress(cell.column, cell.row)] = {
      value,
      ...(formula === null ? {} : { formula }),
      ...(formula !== null && cell.array !== null && AREA.test(cell.array)
        ? { array: cell.array.includes(":") ? cell.array : `${cell.array}:${cell.array}` }
        : {}),
      ...(format !== null && typeof value === "number" && formatMatters(format, value) ? { format } : {}),
      ...(font === null ? {} : { font }),
    };
  }

  private formulaOf(cell: OpenCell): string | null {
    const master = cell.shared === null ? undefined : this.shared.get(cell.shared);
    if (cell.formula === null) return null;
    if (cell.formula === "")
      return master === undefined
        ? null
        : decodeFormula(shiftFormula(master.formula, cell.column - master.column, cell.row - master.row));
    if (cell.shared !== null)
      this.shared.set(cell.shared, { formula: cell.formula, column: cell.column, row: cell.row });
    return decodeFormula(decodeEscapes(cell.formula));
  }

  private valueOf(cell: OpenCell): CellValue {
    if (cell.type === "inlineStr") return cell.inline === null ? null : decodeEscapes(cell.inline);
    const text = cell.value;
    if (text === null) return null;
    if (cell.type === "s") return this.context.strings[Number(text)]?.text ?? null;
    if (cell.type === "str") return decodeEscapes(text);
    if (cell.type === "e") return text.trim();
    if (cell.type === "b") return text.trim() === "1" || text.trim() === "true";
    if (cell.type === "d") return serialOfIsoText(text.trim()) ?? text;
    if (text.trim() === "") return null;
    const number = Number(text);
    if (!Number.isFinite(number)) return text;
    const shifted =
      this.context.from1904 &&
      cell.look !== undefined &&
      cell.look.format !== null &&
      isDateFormat(cell.look.format);
    return shifted ? number + DAYS_1904 : number;
  }
}
