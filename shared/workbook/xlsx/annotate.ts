/**
 * A copy of somebody's workbook with the findings in it: the sheet KC_KetQua, and a note on each cell. The original's
 * parts are edited in place, never rebuilt, so sheets, styles, pictures, charts, pivots, macros and whatever else this
 * product does not know stay byte for byte; only formulas that start programs or reach out become their values. A digital signature over the file no longer fits the copy.
 */
import type { Finding } from "../../kernel/finding.ts";
import type { Result } from "../../kernel/result.ts";
import { remedyText, wordOf } from "../result-line.ts";
import { RESULT_SHEET } from "../template.ts";
import { editBook, type EditableBook } from "./annotate-book.ts";
import { calmFormulas } from "./annotate-formulas.ts";
import { addNotes, cellOf, removeOldNotes } from "./annotate-notes.ts";
import { writeResultSheet } from "./annotate-result.ts";
import { resolvePath } from "./read.ts";

/** More notes make a file slow to open; the sheet lists all findings anyway. */
export const MAX_NOTES = 2000;
const NOTE_LENGTH = 2000;

function noteText(finding: Finding): string {
  const lines = [`${wordOf(finding).toUpperCase()} ${finding.rule}: ${finding.message}`];
  if (finding.found !== "" || finding.expected !== "")
    lines.push(`Đang là: ${finding.found || "(trống)"}. Cần là: ${finding.expected || "(trống)"}.`);
  lines.push(`Cách xử lý: ${remedyText(finding)}`, `Căn cứ: ${finding.basis}`);
  return lines.join("\n");
}

/** Sheet name in lower case → cell → text of all findings there. */
function notesBySheet(findings: readonly Finding[]): Map<string, Map<string, string>> {
  const sheets = new Map<string, Map<string, string>>();
  let count = 0;
  for (const finding of findings) {
    const cell = cellOf(finding.where);
    if (cell === null || count >= MAX_NOTES) continue;
    const key = finding.where.sheet.toLowerCase();
    const notes = sheets.get(key) ?? new Map<string, string>();
    const before = notes.get(cell);
    if (before === undefined) count += 1;
    const text = before === undefined ? noteText(finding) : `${before}\n\n${noteText(finding)}`;
    notes.set(cell, text.slice(0, NOTE_LENGTH));
    sheets.set(key, notes);
  }
  return sheets;
}

function sheetPaths(book: EditableBook): Map<string, string> {
  const { part, relations, folder } = book.book;
  const paths = new Map<string, string>();
  for (const { name, relation } of part.sheets) {
    const found = relations.get(relation);
    if (found?.type === "worksheet") paths.set(name.toLowerCase(), resolvePath(folder, found.target));
  }
  return paths;
}

/** Error codes as of `readXlsx`. The bytes given are not changed. */
export function annotateXlsx(bytes: Uint8Array, findings: readonly Finding[]): Result<Uint8Array> {
  return editBook(bytes, (book) => {
    const paths = sheetPaths(book);
    const notes = notesBySheet(findings);
    calmFormulas(book, paths.values());
    for (const path of paths.values()) removeOldNotes(book, path);
    writeResultSheet(book, paths.get(RESULT_SHEET.name.toLowerCase()) ?? null, findings);
    for (const [sheet, texts] of notes) {
      const path = paths.get(sheet);
      if (path !== undefined && sheet !== RESULT_SHEET.name.toLowerCase()) addNotes(book, path, texts);
    }
  });
}
