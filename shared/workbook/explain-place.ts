/** The name and look of a cell as its sheet gives them. */
import { cellAddress, parseAddress } from "../kernel/address.ts";
import type { FlatCell, FlatSheet } from "../kernel/flat.ts";
import { foldKey } from "../kernel/text.ts";
import { showDate, showValue } from "./explain-node.ts";
import { findHeaders, textOf, type HeaderMap } from "./read.ts";
import {
  COST_SHEET,
  DEMAND_SHEET,
  DE_AN_SHEET,
  INFO_SHEET,
  INPUT_SHEETS,
  NORM_SHEET,
  PRICE_SHEET,
  PRODUCT_SHEET,
  PROGRESS_SHEET,
  TOTAL_ROW,
  type ColumnDef,
  type ListSheetDef,
} from "./template.ts";

export interface Place {
  readonly sheet: FlatSheet;
  readonly address: string;
}

interface Headed {
  readonly def: ListSheetDef;
  readonly headers: HeaderMap;
}

/** Sheet name → its headers; filled as sheets are met. */
export type KnownHeaders = Map<string, Headed | null>;

export function nameOf({ sheet, address }: Place): string {
  return `${/^[\w.\u0080-\uFFFF]+$/.test(sheet.name) ? sheet.name : `'${sheet.name.replaceAll("'", "''")}'`}!${address}`;
}

function headersOf(cache: KnownHeaders, sheet: FlatSheet): Headed | null {
  const known = cache.get(sheet.name);
  if (known !== undefined) return known;
  const def = INPUT_SHEETS.find((candidate) => foldKey(candidate.name) === foldKey(sheet.name));
  const headers = def === undefined ? null : findHeaders(sheet, def);
  const found = def === undefined || headers === null ? null : { def, headers };
  cache.set(sheet.name, found);
  return found;
}

/** Column that names a line, and the one that says where its typed figures come from. */
const TITLE_COLUMN: Readonly<Record<string, string>> = {
  [DE_AN_SHEET.name]: "code",
  [COST_SHEET.name]: "item",
  [DEMAND_SHEET.name]: "code",
  [NORM_SHEET.name]: "code",
  [PRICE_SHEET.name]: "resource",
  [PRODUCT_SHEET.name]: "code",
  [PROGRESS_SHEET.name]: "deAnCode",
};
const SOURCE_COLUMN: Readonly<Record<string, string>> = {
  [DE_AN_SHEET.name]: "source",
  [COST_SHEET.name]: "note",
  [NORM_SHEET.name]: "note",
  [PRICE_SHEET.name]: "source",
};

export interface Described {
  readonly label: string;
  readonly column: ColumnDef | null;
  /** What the line says of its source. */
  readonly source: string | null;
}

function textIn(sheet: FlatSheet, headers: HeaderMap, id: string | undefined, row: number): string | null {
  const column = id === undefined ? undefined : headers.columns.get(id);
  return column === undefined ? null : textOf(sheet.cells[cellAddress(column, row)]);
}

/** What a cell is called: its column and line, the field of a form, or its address. */
export function describePlace(cache: KnownHeaders, { sheet, address }: Place): Described {
  const at = parseAddress(address);
  const known = headersOf(cache, sheet);
  const plain: Described = { label: address, column: null, source: null };
  if (at === null) return plain;
  if (known === null) {
    const label = foldKey(sheet.name) === foldKey(INFO_SHEET.name) ? textOf(sheet.cells[`A${at.row}`]) : null;
    return { ...plain, label: label ?? address };
  }
  const { def, headers } = known;
  const id = [...headers.columns].find(([, column]) => column === at.column)?.[0];
  const column = def.columns.find((candidate) => candidate.id === id) ?? null;
  if (column === null) return plain;
  if (at.row <= headers.row)
    return { ...plain, label: at.row === TOTAL_ROW ? `Tổng cột “${column.header}”` : address, column };
  const title = textIn(sheet, headers, TITLE_COLUMN[def.name], at.row);
  const label = title === null ? `${column.header}, dòng ${at.row}` : `${column.header} – ${title}`;
  return { label, column, source: textIn(sheet, headers, SOURCE_COLUMN[def.name], at.row) };
}

export function showCell(cell: FlatCell, column: ColumnDef | null): string {
  const isDate =
    column?.kind === "date" || (column === null && /[dy]/i.test((cell.format ?? "").replace(/"[^"]*"/g, "")));
  return isDate ? showDate(cell.value) : showValue(cell.value);
}
