/** One line of KC_KetQua: what the pane writes into the workbook, and the service into a copy of the file. */
import { formatDate, type IsoDate } from "../kernel/date.ts";
import type { Finding, Severity, Waived } from "../kernel/finding.ts";
import { peopleOf } from "../plan/waivers.ts";
import { RESULT_SHEET } from "./template.ts";

/** Findings that are waived have a word of their own: they are not coloured as what blocks or asks for a reason. */
export type ResultWords = Readonly<Record<Severity | "waived", string>>;

export const RESULT_WORDS: ResultWords = {
  error: "Lỗi",
  warning: "Cảnh báo",
  info: "Lưu ý",
  waived: "Được miễn",
};

export function wordOf({ severity, waived }: Finding, words: ResultWords = RESULT_WORDS): string {
  return words[waived === undefined ? severity : "waived"];
}

export function placeText({ where: { sheet, cell, row } }: Finding): string {
  if (cell !== undefined) return `${sheet}!${cell}`;
  return row === undefined ? sheet : `${sheet}!${row}:${row}`;
}

function waivedText(waived: Waived): string {
  return `Được miễn cho hồ sơ này: ${waived.reason} (${peopleOf(waived)}, ${formatDate(waived.on as IsoDate)}).`;
}

/** What to do; for a waived finding why there is nothing to do. */
export function remedyText({ remedy, waived }: Finding): string {
  return waived === undefined ? remedy : waivedText(waived);
}

/** In the order of the columns. */
export function resultLine(finding: Finding, words: ResultWords = RESULT_WORDS): (string | number | null)[] {
  const values: Readonly<Record<string, string | number | null>> = {
    severity: wordOf(finding, words),
    rule: finding.rule,
    where: placeText(finding),
    message: finding.message,
    found: finding.found,
    expected: finding.expected,
    difference: finding.differenceDong ?? null,
    basis: finding.basis,
    remedy: remedyText(finding),
  };
  return RESULT_SHEET.columns.map((column) => values[column.id] ?? null);
}
