import type { WriteSheet } from "hucre/xlsx";
import { columnLetters } from "../../kernel/address.ts";
import { ALL_SHEETS } from "../template.ts";
import { BODY } from "./looks.ts";
import { put, type Cells } from "./sheet-cells.ts";

/**
 * A hidden sheet that exists only in files: dropdown lists too long for a cell's own list (255 characters).
 * It is written from the template and never read as content.
 */
export const LISTS_SHEET = "KC_DanhMuc";

/** A cell's own dropdown list holds at most this many characters. */
const INLINE_LIST = 255;

export interface NamedList {
  /** "sheet.column" of the template. */
  readonly id: string;
  readonly values: readonly string[];
  readonly reference: string;
}

/** Lists too long to stand in the validation itself. */
export function longLists(): NamedList[] {
  const lists: NamedList[] = [];
  for (const def of ALL_SHEETS) {
    if (def.kind !== "list") continue;
    for (const column of def.columns) {
      if (
        column.list === undefined ||
        (column.list.join(",").length <= INLINE_LIST && !column.list.some((value) => value.includes(",")))
      )
        continue;
      const letter = columnLetters(lists.length + 1);
      lists.push({
        id: `${def.name}.${column.id}`,
        values: column.list,
        reference: `${LISTS_SHEET}!$${letter}$1:$${letter}$${column.list.length}`,
      });
    }
  }
  return lists;
}

export function listsSheet(lists: readonly NamedList[]): WriteSheet {
  const cells: Cells = new Map();
  lists.forEach((list, column) =>
    list.values.forEach((value, row) => put(cells, row + 1, column + 1, { value, style: BODY })),
  );
  return { name: LISTS_SHEET, hidden: true, cells };
}
