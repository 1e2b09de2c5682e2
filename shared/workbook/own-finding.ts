import type { Finding, Severity } from "../kernel/finding.ts";
import type { Line } from "../plan/shapes.ts";
import { textOf } from "./read-cells.ts";

export function textIn(line: Line, id: string): string {
  return textOf(line.cells[id]) ?? "";
}

/** What belongs in the cell, by rule. */
const EXPECTED: Readonly<Record<string, string>> = {
  "KC-NK-004": "ô có nội dung",
  "KC-NK-005": "một loại trong danh mục",
  "KC-NK-006": "một số",
  "KC-NK-010": "một giá cho mỗi hao phí và ngày",
  "KC-NK-012": "ngày/tháng/năm",
  "KC-NK-013": "không trước ngày bắt đầu",
  "KC-NK-014": "số không âm",
  "KC-NK-015": "ô trống ở loại hao phí này",
  "KC-NK-016": "định mức khép kín theo bố cục của Thông tư 47/2018/TT-BCT",
};

/** A finding about one cell of an own norm or price line. */
export function cellFinding(
  line: Line,
  id: string,
  rule: string,
  message: string,
  remedy: string,
  severity: Severity = "error",
): Finding {
  const cell = line.addressOf[id];
  return {
    rule,
    severity,
    stage: "shape",
    where: { sheet: line.sheet, ...(cell === undefined ? {} : { cell }), row: line.row },
    message,
    found: textIn(line, id) === "" ? "(trống)" : textIn(line, id),
    expected: EXPECTED[rule] ?? "giá trị đọc được",
    basis: "Nguyên tắc nghiệp vụ",
    remedy,
  };
}
