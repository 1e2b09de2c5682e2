/** What a sheet of the template is made of. */
import { columnLetters } from "../kernel/address.ts";

/** Where list sheets keep their parts; 1-based rows. */
export const TITLE_ROW = 1;
export const HELP_ROW = 2;
export const TOTAL_ROW = 3;
export const HEADER_ROW = 4;
export const FIRST_ROW = 5;

export type ColumnKind = "text" | "dong" | "quantity" | "integer" | "date";

export interface ColumnDef {
  readonly id: string;
  readonly header: string;
  readonly headerEn: string;
  /** Older or shorter headers that are still read. */
  readonly aliases?: readonly string[];
  readonly kind: ColumnKind;
  readonly required?: boolean;
  /** Allowed values, offered as a dropdown. */
  readonly list?: readonly string[];
  /** Formula of this column for one row, with "=". Such cells are computed, not typed. */
  readonly formula?: (row: number) => string;
  /** Formula for the total row. */
  readonly total?: "sum" | "count";
  readonly width: number;
  readonly help: string;
}

export interface ListSheetDef {
  readonly kind: "list";
  readonly name: string;
  readonly title: string;
  readonly help: string;
  readonly tableName: string;
  readonly capacity: number;
  readonly landscape: boolean;
  readonly columns: readonly ColumnDef[];
}

export interface FieldDef {
  readonly id: string;
  readonly label: string;
  readonly labelEn: string;
  readonly aliases?: readonly string[];
  readonly kind: ColumnKind;
  readonly required?: boolean;
  readonly help: string;
}

export interface FormSheetDef {
  readonly kind: "form";
  readonly name: string;
  readonly title: string;
  readonly help: string;
  readonly firstRow: number;
  readonly fields: readonly FieldDef[];
  /** Fields a workbook has only once something was written into them: below everything else, found by their label. */
  readonly laterFields?: readonly FieldDef[];
  /** Sentences below the fields, one blank row apart. */
  readonly notes?: readonly string[];
}

/** Column letter of a template column in a sheet written by us. */
export function columnLetter(sheet: ListSheetDef, id: string): string {
  const index = sheet.columns.findIndex((column) => column.id === id);
  if (index < 0) throw new Error(`unknown column ${sheet.name}.${id}`);
  return columnLetters(index + 1);
}

/** Number formats in en-US codes; programs show them in the reader's locale. */
export const NUMBER_FORMATS: Readonly<Record<ColumnKind, string>> = {
  text: "@",
  dong: "#,##0",
  quantity: "#,##0.######",
  integer: "0",
  date: "dd/mm/yyyy",
};

/** Row of a form's note, counted from 0. */
export function noteRow(def: FormSheetDef, index: number): number {
  return def.firstRow + def.fields.length + 1 + index;
}
