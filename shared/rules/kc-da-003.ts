import { at, isBlank, shown } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcda003: Rule = {
  id: "KC-DA-003",
  severity: "error",
  category: "danh-muc",
  stage: "line",
  title: {
    vi: "Nội dung phải là khoản 1–9 Điều 4",
    en: "Content must be clause 1–9 of Article 4",
  },
  basis: { doc: "nd-45-2012", article: "4" },
  from: null,
  to: null,
  related: [],
  check: ({ plan }) =>
    plan.deAn
      .filter(
        (line) =>
          !isBlank(line.cells["content"]) && (line.content === null || line.content < 1 || line.content > 9),
      )
      .map(
        (line): Hit => ({
          where: at(line, "content"),
          message: "Nội dung không thuộc các khoản 1–9 Điều 4 Nghị định 45/2012/NĐ-CP.",
          found: shown(line.cells["content"]),
          expected: "một số từ 1 đến 9",
          remedy: "Chọn lại nội dung trong danh sách.",
        }),
      ),
};
