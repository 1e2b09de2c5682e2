import { foldKey } from "../kernel/text.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcda007: Rule = {
  id: "KC-DA-007",
  severity: "warning",
  category: "trung-lap",
  stage: "cross-line",
  title: {
    vi: "Hai đề án gần như trùng nhau",
    en: "Two đề án are nearly the same",
  },
  basis: { doc: "ttlt-26-2014", article: "7", clause: "4" },
  from: null,
  to: null,
  related: ["KC-DA-006"],
  check: ({ plan }) => {
    const first = new Map<string, { row: number; code: string | null }>();
    const hits: Hit[] = [];
    for (const line of plan.deAn) {
      if (line.name === null) continue;
      const key = `${foldKey(line.name)}|${foldKey(line.beneficiary ?? "")}|${foldKey(line.place ?? "")}`;
      const seen = first.get(key);
      if (seen === undefined) first.set(key, { row: line.row, code: line.code });
      else {
        hits.push({
          where: at(line, "name"),
          message: `Cùng tên, đơn vị thụ hưởng và địa bàn với đề án ${seen.code ?? ""} ở dòng ${seen.row}.`,
          found: line.name,
          expected: "mỗi đề án một dòng; một nội dung chi chỉ được hỗ trợ một lần",
          remedy: "Gộp hai dòng, hoặc ghi rõ điểm khác nhau trong tên đề án.",
        });
      }
    }
    return hits;
  },
};
