/** Small helpers shared by the rule files: where a cell stands and how its content reads. */
import type { FlatCell } from "../kernel/flat.ts";
import { formatDong } from "../kernel/money.ts";
import { plainDecimal } from "../kernel/quantity.ts";
import { cleanText } from "../kernel/text.ts";
import type { Where } from "../kernel/finding.ts";
import type { Line, PlanInfo } from "../plan/shapes.ts";

export const INFO_SHEET_NAME = "KC_ThongTin";

export function at(line: Line, column: string): Where {
  const cell = line.addressOf[column];
  return cell === undefined
    ? { sheet: line.sheet, row: line.row }
    : { sheet: line.sheet, cell, row: line.row };
}

export function atInfo(info: PlanInfo, field: string): Where {
  const cell = info.addressOf[field];
  return cell === undefined ? { sheet: INFO_SHEET_NAME } : { sheet: INFO_SHEET_NAME, cell };
}

export function shown(cell: FlatCell | undefined): string {
  if (cell === undefined || cell.value === null || cell.value === "") return "(trống)";
  if (typeof cell.value === "number") return plainDecimal(cell.value).replace(".", ",");
  return typeof cell.value === "boolean" ? (cell.value ? "TRUE" : "FALSE") : cleanText(cell.value);
}

export function isBlank(cell: FlatCell | undefined): boolean {
  return (
    cell === undefined ||
    cell.value === null ||
    (typeof cell.value === "string" && cleanText(cell.value) === "")
  );
}

export function money(amountDong: number): string {
  return `${formatDong(amountDong)} đ`;
}

/** Excel's error values as they appear in a cell. */
export const ERROR_VALUE =
  /^#(NAME\?|VALUE!|REF!|DIV\/0!|N\/A|NUM!|NULL!|SPILL!|CALC!|BUSY!|GETTING_DATA|CONNECT!|FIELD!)$/;
