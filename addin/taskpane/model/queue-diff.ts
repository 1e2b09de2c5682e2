/** Two versions of one workbook, cell by cell: what stands here against what the service holds. */
import { columnLetters, parseAddress } from "../../../shared/kernel/address.ts";
import { dateFromSerial, formatDate } from "../../../shared/kernel/date.ts";
import type { CellValue, FlatCell, FlatSheet, FlatWorkbook } from "../../../shared/kernel/flat.ts";
import { plainDecimal } from "../../../shared/kernel/quantity.ts";
import { foldKey } from "../../../shared/kernel/text.ts";
import { findHeaders } from "../../../shared/workbook/read.ts";
import { ALL_SHEETS, RESULT_SHEET, type ColumnKind } from "../../../shared/workbook/template.ts";

export interface CellDifference {
  readonly sheet: string;
  readonly cell: string;
  /** Header of the column, or the label of the line of a form; empty where the sheet has none. */
  readonly label: string;
  /** As a person reads it; empty: nothing stands there. */
  readonly mine: string;
  readonly theirs: string;
}

function sheetOf(workbook: FlatWorkbook, key: string): FlatSheet | null {
  return workbook.sheets.find((sheet) => foldKey(sheet.name) === key) ?? null;
}

function shown(value: CellValue, kind: ColumnKind | null): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  if (kind === "date") {
    const date = dateFromSerial(value);
    if (date.ok) return formatDate(date.value);
  }
  if (kind === null || kind === "integer" || kind === "text") return plainDecimal(value).replace(".", ",");
  const [whole = "", fraction] = plainDecimal(value).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ".");
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}

/** Empty text and no cell at all look the same to whoever reads the sheet. */
function valueOf(cell: FlatCell | undefined): CellValue {
  return cell === undefined || cell.value === "" ? null : cell.value;
}

interface Place {
  readonly kind: ColumnKind | null;
  readonly label: string;
}

/** What a cell is, by the template: its column's header and the first cell of its line, or its line of the form. */
function placesOf(sheet: FlatSheet): (address: string) => Place {
  const def = ALL_SHEETS.find((candidate) => foldKey(candidate.name) === foldKey(sheet.name));
  const first = (row: number) => String(valueOf(sheet.cells[`A${row}`]) ?? "");
  const headers = def?.kind === "list" ? findHeaders(sheet, def) : null;
  return (address) => {
    const at = parseAddress(address);
    if (at === null || def === undefined) return { kind: null, label: "" };
    if (def.kind === "form") {
      const field = at.column === 2 ? def.fields[at.row - def.firstRow] : undefined;
      return { kind: field?.kind ?? null, label: field?.label ?? "" };
    }
    if (headers === null || at.row <= headers.row) return { kind: null, label: "" };
    const id = [...headers.columns].find(([, number]) => number === at.column)?.[0];
    const column = def.columns.find((candidate) => candidate.id === id);
    const header =
      column?.header ?? String(valueOf(sheet.cells[columnLetters(at.column) + headers.row]) ?? "");
    const line = at.column === 1 ? "" : first(at.row);
    return { kind: column?.kind ?? null, label: [header, line].filter((text) => text !== "").join(" · ") };
  };
}

function byPlace(a: string, b: string): number {
  const [left, right] = [parseAddress(a), parseAddress(b)];
  return (left?.row ?? 0) - (right?.row ?? 0) || (left?.column ?? 0) - (right?.column ?? 0);
}

function differencesOf(mine: FlatSheet | null, theirs: FlatSheet | null): CellDifference[] {
  const here = mine?.cells ?? {};
  const there = theirs?.cells ?? {};
  const known = mine ?? theirs;
  if (known === null) return [];
  const placeOf = placesOf(known);
  const addresses = [...new Set([...Object.keys(here), ...Object.keys(there)])].sort(byPlace);
  return addresses.flatMap((cell) => {
    const [a, b] = [valueOf(here[cell]), valueOf(there[cell])];
    const [f, g] = [here[cell]?.formula ?? "", there[cell]?.formula ?? ""];
    if (a === b && f === g) return [];
    const { kind, label } = placeOf(cell);
    const words = a === b ? [f, g] : [shown(a, kind), shown(b, kind)];
    return [{ sheet: known.name, cell, label, mine: words[0] ?? "", theirs: words[1] ?? "" }];
  });
}

/** In the order of the sheets, rows and columns. The sheet of findings is left out: it is written by the program. */
export function compareWorkbooks(mine: FlatWorkbook, theirs: FlatWorkbook): CellDifference[] {
  const keys = new Set([...mine.sheets, ...theirs.sheets].map((sheet) => foldKey(sheet.name)));
  keys.delete(foldKey(RESULT_SHEET.name));
  return [...keys].flatMap((key) => differencesOf(sheetOf(mine, key), sheetOf(theirs, key)));
}
