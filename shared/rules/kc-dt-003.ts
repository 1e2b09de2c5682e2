import { grouped } from "../kernel/grouped.ts";
import { PRINCIPLE } from "../kernel/citation.ts";
import { foldKey } from "../kernel/text.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcdt003: Rule = {
  id: "KC-DT-003",
  severity: "error",
  category: "danh-muc",
  stage: "cross-line",
  title: {
    vi: "Dòng dự toán phải thuộc một đề án có trong KC_DeAn",
    en: "A cost line must belong to a đề án of KC_DeAn",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: [],
  check: ({ plan }) => {
    const codes = new Set(plan.deAn.flatMap(({ code }) => code ?? []));
    // By what is left of them without case, spaces and signs.
    const meant = grouped(codes, foldKey);
    return plan.costLines
      .filter((line) => line.deAnCode !== null && !codes.has(line.deAnCode))
      .map((line): Hit => {
        const [fix, other] = meant.get(foldKey(line.deAnCode ?? "")) ?? [];
        return {
          where: at(line, "deAnCode"),
          message: `Không có đề án “${line.deAnCode}” ở KC_DeAn.`,
          found: line.deAnCode ?? "",
          expected: "mã của một đề án trong KC_DeAn",
          remedy: "Sửa mã, hoặc thêm đề án vào KC_DeAn.",
          ...(fix === undefined || other !== undefined ? {} : { fix }),
        };
      });
  },
};
