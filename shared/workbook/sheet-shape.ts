/** Before anything else: are the sheets and headers there at all? */
import type { Finding } from "../kernel/finding.ts";
import { cellAddress } from "../kernel/address.ts";
import type { FlatSheet, FlatWorkbook } from "../kernel/flat.ts";
import { foldKey } from "../kernel/text.ts";
import { findHeaders, findSheet, firstRowBeyondCapacity, type HeaderMap } from "./read.ts";
import { HEADER_ROW, INFO_SHEET, LIST_SHEETS, OPTIONAL_SHEETS, type ListSheetDef } from "./template.ts";

const BASIS = "Mẫu sổ làm việc của hệ thống";

function missingSheet(name: string): Finding {
  return {
    rule: "KC-SO-001",
    severity: "error",
    stage: "shape",
    where: { sheet: name },
    message: `Không tìm thấy trang ${name}.`,
    found: "không có trang này",
    expected: `trang ${name}`,
    basis: BASIS,
    remedy: "Tạo sổ từ ngăn “Soạn” hoặc tải sổ mẫu, rồi chép số liệu sang; không đổi tên các trang KC_.",
  };
}

function missingColumns(
  sheetName: string,
  def: ListSheetDef,
  present: ReadonlyMap<string, number> | null,
): Finding[] {
  if (present === null) {
    return [
      {
        rule: "KC-SO-002",
        severity: "error",
        stage: "shape",
        where: { sheet: sheetName, row: HEADER_ROW },
        message: `Không nhận ra dòng tiêu đề cột của trang ${sheetName}.`,
        found: "không có dòng tiêu đề",
        expected: def.columns
          .filter((c) => c.required)
          .map((c) => c.header)
          .join(", "),
        basis: BASIS,
        remedy: "Khôi phục dòng tiêu đề như sổ mẫu; thứ tự các cột có thể khác.",
      },
    ];
  }
  return def.columns
    .filter((column) => (column.required || column.formula !== undefined) && !present.has(column.id))
    .map((column) => ({
      rule: "KC-SO-003",
      severity: "error",
      stage: "shape",
      where: { sheet: sheetName, row: HEADER_ROW },
      message: `Trang ${sheetName} thiếu cột “${column.header}”.`,
      found: "không có cột này",
      expected: column.header,
      basis: BASIS,
      remedy: `Thêm cột “${column.header}” vào dòng tiêu đề; vị trí cột tùy ý.`,
    }));
}

function tooManyLines(workbook: FlatWorkbook, def: ListSheetDef): Finding[] {
  const row = firstRowBeyondCapacity(workbook, def);
  if (row === null) return [];
  return [
    {
      rule: "KC-SO-010",
      severity: "error",
      stage: "shape",
      where: { sheet: def.name, row },
      message: `Trang ${def.name} có hơn ${def.capacity} dòng; các dòng từ dòng ${row} không được tính.`,
      found: `hơn ${def.capacity} dòng`,
      expected: `không quá ${def.capacity} dòng`,
      basis: BASIS,
      remedy: "Tách thành hai sổ, hoặc gộp các khoản chi nhỏ.",
    },
  ];
}

/** A second column of the same heading is not read: the figures a person changes there would change nothing. */
function doubledColumns(sheetName: string, def: ListSheetDef, headers: HeaderMap | null): Finding[] {
  if (headers === null || headers.extra.size === 0) return [];
  const known = new Set(def.columns.flatMap((column) => [column.header, column.headerEn].map(foldKey)));
  return [...headers.extra].flatMap(([text, column]): Finding[] => {
    if (!known.has(foldKey(text))) return [];
    return [
      {
        rule: "KC-SO-018",
        severity: "warning",
        stage: "shape",
        where: { sheet: sheetName, cell: cellAddress(column, headers.row) },
        message: `Trang ${sheetName} có hai cột “${text}”; chỉ cột bên trái được đọc.`,
        found: `hai cột “${text}”`,
        expected: "mỗi tiêu đề một cột",
        basis: BASIS,
        remedy: "Đổi tên cột thừa, ví dụ thêm “năm trước”, hoặc xóa cột.",
      },
    ];
  });
}

function columnFindings(sheet: FlatSheet, def: ListSheetDef): Finding[] {
  const headers = findHeaders(sheet, def);
  return [
    ...missingColumns(sheet.name, def, headers?.columns ?? null),
    ...doubledColumns(sheet.name, def, headers),
  ];
}

export function sheetShapeFindings(workbook: FlatWorkbook): Finding[] {
  const findings: Finding[] = [];
  if (findSheet(workbook, INFO_SHEET.name) === null) findings.push(missingSheet(INFO_SHEET.name));
  for (const def of LIST_SHEETS) {
    const sheet = findSheet(workbook, def.name);
    if (sheet === null) findings.push(missingSheet(def.name));
    else findings.push(...columnFindings(sheet, def));
    findings.push(...tooManyLines(workbook, def));
  }
  for (const def of OPTIONAL_SHEETS) {
    const sheet = findSheet(workbook, def.name);
    if (sheet === null) continue;
    findings.push(...columnFindings(sheet, def));
    findings.push(...tooManyLines(workbook, def));
  }
  return findings;
}
