import { PRINCIPLE } from "../kernel/citation.ts";
import { foldKey } from "../kernel/text.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcdm006: Rule = {
  id: "KC-DM-006",
  severity: "warning",
  category: "dinh-muc",
  stage: "cross-line",
  title: {
    vi: "Một hao phí ghi hai lần trong một định mức",
    en: "A consumption stands twice in a norm",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DT-007"],
  check: ({ plan }) => {
    const first = new Map<string, number>();
    return plan.normLines.flatMap((line): Hit[] => {
      if (line.code === null || line.resource === null || line.type === null) return [];
      const key = [
        line.code,
        line.type,
        foldKey(line.resource),
        foldKey(line.unit ?? ""),
        foldKey(line.step ?? ""),
        line.scale,
        line.coefficient,
      ].join("|");
      const seen = first.get(key);
      if (seen === undefined) first.set(key, line.row);
      if (seen === undefined) return [];
      return [
        {
          where: at(line, "resource"),
          message: `“${line.resource}” đã có ở dòng ${seen} của cùng định mức, cùng bước.`,
          found: line.resource,
          expected: "mỗi hao phí một dòng trong một bước",
          remedy: "Gộp hai dòng, hoặc ghi rõ bước công việc.",
        },
      ];
    });
  },
};
