/** Cells that KC_KetQua names are coloured by a conditional format: it follows the list, and goes when the list goes. */
import type { ConditionalRule } from "hucre/xlsx";
import { columnLetters } from "../../kernel/address.ts";
import { FIRST_ROW, RESULT_SHEET, columnLetter, type ListSheetDef } from "../template.ts";

export interface FindingMark {
  /** Words of the severity in KC_KetQua, in either language. */
  readonly words: readonly string[];
  readonly fill: string;
  readonly font: string;
}

export const FINDING_MARKS: readonly FindingMark[] = [
  { words: ["Lỗi", "Error"], fill: "FAD4D4", font: "8B1A1A" },
  { words: ["Cảnh báo", "Warning"], fill: "FFE8B8", font: "7A4B00" },
  { words: ["Lưu ý", "Note"], fill: "D9E8F7", font: "1B4B7A" },
];

function resultColumn(id: string): string {
  const letter = columnLetter(RESULT_SHEET, id);
  return `${RESULT_SHEET.name}!$${letter}$${FIRST_ROW}:$${letter}$${FIRST_ROW + RESULT_SHEET.capacity - 1}`;
}

/** True in a cell that a finding of the severity names; without "=". */
export function markFormula(sheetName: string, mark: FindingMark): string {
  const counts = mark.words.map(
    (word) =>
      `COUNTIFS(${resultColumn("severity")},"${word}",${resultColumn("where")},"${sheetName}!"&ADDRESS(ROW(),COLUMN(),4))`,
  );
  return `${counts.join("+")}>0`;
}

/** True in a line of KC_KetQua of the severity; for its first column. */
export function severityFormula(mark: FindingMark): string {
  return `OR(${mark.words.map((word) => `$A${FIRST_ROW}="${word}"`).join(",")})`;
}

function styleOf(mark: FindingMark) {
  return {
    font: { color: { rgb: mark.font } },
    fill: { type: "pattern", pattern: "solid", fgColor: { rgb: mark.fill }, bgColor: { rgb: mark.fill } },
  } as const;
}

/** Lines of a list sheet, template columns only. */
export function markedRange(def: ListSheetDef, firstRow: number, lastColumn: number): string {
  return `A${firstRow}:${columnLetters(lastColumn)}${firstRow + def.capacity - 1}`;
}

export function findingRules(sheetName: string, range: string): ConditionalRule[] {
  return FINDING_MARKS.map((mark, index) => ({
    type: "expression",
    priority: index + 1,
    formula: sheetName === RESULT_SHEET.name ? severityFormula(mark) : markFormula(sheetName, mark),
    style: styleOf(mark),
    range: sheetName === RESULT_SHEET.name ? range.replace(/:[A-Z]+/, ":A") : range,
  }));
}
