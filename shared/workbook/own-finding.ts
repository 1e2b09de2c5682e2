import type { Finding, Severity } from "../kernel/finding.ts";
import type { Line } from "../plan/shapes.ts";
import { textOf } from "./read-cells.ts";

export function textIn(line: Line, id: string): string {
  return textOf(line.cells[id]) ?? "";
}

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
    expected: "",
    basis: "Nguyên tắc nghiệp vụ",
    remedy,
  };
}
