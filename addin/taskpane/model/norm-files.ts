/** Norm books and price lists as files: what was chosen → lines to write, or the findings of why not. */
import { formatDate, type IsoDate } from "../../../shared/kernel/date.ts";
import type { Finding } from "../../../shared/kernel/finding.ts";
import { gridFinding, gridFromCsv, gridFromSheet, type Grid } from "../../../shared/norms/grid.ts";
import type { Plan } from "../../../shared/plan/shapes.ts";
import {
  importNorms,
  importPrices,
  listSheetOf,
  type ImportedLines,
} from "../../../shared/workbook/book-import.ts";

export type BookKind = "norms" | "prices";

export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

function refused(name: string, message: string, remedy: string): { findings: Finding[] } {
  return { findings: [gridFinding("KC-NK-003", name, 1, 0, { message, remedy })] };
}

/** .xlsx by its first bytes, whatever the name says; everything else must be text in UTF-8. */
async function readGrid(
  { name, bytes }: ChosenFile,
  kind: BookKind,
): Promise<Grid | { findings: Finding[] }> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const { readXlsx } = await import("../../../shared/workbook/xlsx/index.ts");
    const book = await readXlsx(bytes);
    if (!book.ok) return refused(name, book.error.vi, "");
    const sheet = listSheetOf(book.value.sheets, kind);
    return sheet === null
      ? refused(name, "Tệp không có trang nào có số liệu.", "Chọn tệp khác.")
      : { ...gridFromSheet(sheet), name };
  }
  try {
    return gridFromCsv(new TextDecoder("utf-8", { fatal: true }).decode(bytes), name);
  } catch {
    return refused(
      name,
      "Tệp không phải .xlsx, cũng không phải văn bản UTF-8.",
      "Lưu lại dạng “CSV UTF-8” hoặc .xlsx.",
    );
  }
}

export async function readBookFile(file: ChosenFile, kind: BookKind, date: IsoDate): Promise<ImportedLines> {
  const grid = await readGrid(file, kind);
  if (!("rows" in grid)) return { rows: [], names: [], firsts: [], findings: grid.findings };
  if (kind === "norms") return importNorms(grid);
  const source = `Tệp ${file.name}, nhập cho ngày ${formatDate(date)}`;
  return importPrices(grid, { from: date, source });
}

/** Codes of the file that the workbook has already: two norms of one code would be one norm with twice the lines. */
export function takenCodes(lines: ImportedLines, plan: Plan): string[] {
  const present = new Set(plan.normLines.map((line) => line.code));
  return lines.names.filter((name) => present.has(name));
}
