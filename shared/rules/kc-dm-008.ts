import { PRINCIPLE } from "../kernel/citation.ts";
import { at } from "./lib.ts";
import { normsOf } from "./norms.ts";
import type { Hit, Rule } from "./types.ts";

export const kcdm008: Rule = {
  id: "KC-DM-008",
  severity: "warning",
  category: "dinh-muc",
  stage: "cross-line",
  title: {
    vi: "Dòng phần trăm không có gì để tính",
    en: "A percentage of nothing",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DM-002"],
  check: ({ plan }) =>
    [...normsOf(plan).values()].flatMap((lines) =>
      lines
        .filter(
          (line) =>
            line.unit === "%" &&
            line.type !== null &&
            !lines.some((other) => other.type === line.type && other.unit !== "%"),
        )
        .map(
          (line): Hit => ({
            where: at(line, "unit"),
            message: `“${line.resource ?? ""}” tính theo % của các dòng ${line.type}, nhưng định mức không có dòng ${line.type} nào khác.`,
            found: "%",
            expected: `có ít nhất một dòng ${line.type} tính bằng đơn vị thường`,
            remedy: "Thêm các dòng chính, hoặc sửa loại hao phí.",
          }),
        ),
    ),
};
