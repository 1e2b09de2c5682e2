import { PRINCIPLE } from "../kernel/citation.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcda006: Rule = {
  id: "KC-DA-006",
  severity: "error",
  category: "trung-lap",
  stage: "cross-line",
  title: {
    vi: "Mã đề án không được trùng",
    en: "Project codes must be unique",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: [],
  check: ({ plan }) => {
    const first = new Map<string, number>();
    const hits: Hit[] = [];
    for (const line of plan.deAn) {
      if (line.code === null) continue;
      const seen = first.get(line.code);
      if (seen === undefined) first.set(line.code, line.row);
      else {
        hits.push({
          where: at(line, "code"),
          message: `Mã đề án “${line.code}” đã dùng ở dòng ${seen}.`,
          found: line.code,
          expected: "mã chưa dùng trong sổ",
          remedy: "Đổi mã ở một trong hai dòng, cả ở KC_DuToan.",
        });
      }
    }
    return hits;
  },
};
