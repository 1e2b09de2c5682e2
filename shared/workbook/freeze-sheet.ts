/**
 * KC_DongBang, the hidden sheet of a frozen workbook: which formula stood in which cell, what it gave, on what law,
 * and when. Everything is text or a figure, so that any spreadsheet program keeps and shows it.
 */
import { parseDate, formatDate, type IsoDate } from "../kernel/date.ts";
import type { CellValue, FlatCell, FlatSheet, FlatWorkbook } from "../kernel/flat.ts";
import { cleanText } from "../kernel/text.ts";

export const FREEZE_SHEET = "KC_DongBang";
export const FREEZE_HEADER_ROW = 9;

/** "=" at the start of a text would be taken for a formula by some programs; this mark keeps it a text everywhere. */
const FORMULA_MARK = "fx ";
/** Stands for the formula of a cell that another cell's result spilled into. */
const SPILLED = "(tràn từ ô khác)";

export interface FrozenCell {
  readonly sheet: string;
  readonly address: string;
  /** With "="; null for a cell that another cell's result spilled into. */
  readonly formula: string | null;
  /** What the cell showed; "" when it showed nothing. */
  readonly value: CellValue;
  /** The law behind the figure, in words; null where it is arithmetic only. */
  readonly citation: string | null;
  /** Hash of what was typed in the row: finds the row again when it has moved. */
  readonly rowKey: string;
}

export interface FreezeFacts {
  readonly on: IsoDate;
  /** The as-of date of the workbook, as people write it; "" when there was none. */
  readonly asOf: string;
  readonly template: string;
  readonly law: string;
  readonly rules: string;
}

export interface FreezeRecord {
  readonly facts: FreezeFacts;
  readonly cells: readonly FrozenCell[];
}

const TITLE = "SỐ LIỆU ĐÃ ĐÓNG BĂNG";
const HELP =
  "Trang này giữ công thức của các ô đã thay bằng giá trị. Không sửa: phần mềm dùng nó để khôi phục và kiểm tra.";
const FACTS = [
  { id: "on", label: "Ngày đóng băng", row: 3 },
  { id: "asOf", label: "Ngày tính", row: 4 },
  { id: "template", label: "Phiên bản mẫu", row: 5 },
  { id: "law", label: "Phiên bản căn cứ", row: 6 },
  { id: "rules", label: "Phiên bản quy tắc", row: 7 },
] as const satisfies readonly { id: keyof FreezeFacts; label: string; row: number }[];
const HEADERS = ["Trang", "Ô", "Công thức", "Giá trị", "Căn cứ", "Khóa dòng"] as const;
const LETTERS = ["A", "B", "C", "D", "E", "F"] as const;

function put(cells: Record<string, FlatCell>, address: string, value: CellValue): void {
  if (value !== null && value !== "") cells[address] = { value };
}

export function freezeSheet({ facts, cells: frozen }: FreezeRecord): FlatSheet {
  const cells: Record<string, FlatCell> = {};
  put(cells, "A1", TITLE);
  put(cells, "A2", HELP);
  for (const { id, label, row } of FACTS) {
    put(cells, `A${row}`, label);
    put(cells, `B${row}`, id === "on" ? formatDate(facts.on) : facts[id]);
  }
  HEADERS.forEach((header, index) => put(cells, `${LETTERS[index]}${FREEZE_HEADER_ROW}`, header));
  frozen.forEach((cell, index) => {
    const row = FREEZE_HEADER_ROW + 1 + index;
    put(cells, `A${row}`, cell.sheet);
    put(cells, `B${row}`, cell.address);
    put(cells, `C${row}`, cell.formula === null ? SPILLED : `${FORMULA_MARK}${cell.formula}`);
    put(cells, `D${row}`, cell.value);
    put(cells, `E${row}`, cell.citation);
    put(cells, `F${row}`, `k${cell.rowKey}`);
  });
  return { name: FREEZE_SHEET, hidden: true, cells };
}

export function findFreezeSheet(workbook: FlatWorkbook): FlatSheet | null {
  const wanted = FREEZE_SHEET.toLowerCase();
  return workbook.sheets.find((sheet) => sheet.name.toLowerCase() === wanted) ?? null;
}

function textAt(sheet: FlatSheet, address: string): string {
  const value = sheet.cells[address]?.value ?? null;
  return value === null ? "" : cleanText(String(value));
}

function readCell(sheet: FlatSheet, row: number): FrozenCell | null {
  const formula = String(sheet.cells[`C${row}`]?.value ?? "");
  const address = textAt(sheet, `B${row}`).toUpperCase();
  const isFormula = formula.startsWith(`${FORMULA_MARK}=`) && formula.length > FORMULA_MARK.length + 1;
  if (!/^[A-Z]{1,3}[1-9]\d{0,6}$/.test(address) || (!isFormula && formula !== SPILLED)) return null;
  return {
    sheet: String(sheet.cells[`A${row}`]?.value ?? ""),
    address,
    formula: isFormula ? formula.slice(FORMULA_MARK.length) : null,
    value: sheet.cells[`D${row}`]?.value ?? "",
    citation: textAt(sheet, `E${row}`) || null,
    rowKey: textAt(sheet, `F${row}`).slice(1),
  };
}

/** Null when the workbook is not frozen. Lines of the sheet that cannot be read are passed over. */
export function readFreezeRecord(workbook: FlatWorkbook): FreezeRecord | null {
  const sheet = findFreezeSheet(workbook);
  if (sheet === null) return null;
  const on = parseDate(textAt(sheet, "B3"));
  if (!on.ok) return null;
  const cells: FrozenCell[] = [];
  const rows = Object.keys(sheet.cells)
    .filter((address) => /^B\d+$/.test(address))
    .map((address) => Number(address.slice(1)))
    .filter((row) => row > FREEZE_HEADER_ROW)
    .sort((a, b) => a - b);
  for (const row of rows) {
    const cell = readCell(sheet, row);
    if (cell !== null) cells.push(cell);
  }
  const facts = Object.fromEntries(FACTS.map(({ id, row }) => [id, textAt(sheet, `B${row}`)]));
  return { facts: { ...(facts as unknown as FreezeFacts), on: on.value }, cells };
}
