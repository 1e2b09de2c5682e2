import { PRINCIPLE } from "../kernel/citation.ts";
import { foldKey } from "../kernel/text.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

/** Codes by what is left of them without case, spaces and signs. */
function byKey(codes: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const code of codes) {
    const same = found.get(foldKey(code));
    if (same === undefined) found.set(foldKey(code), [code]);
    else same.push(code);
  }
  return found;
}

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
    const meant = byKey(codes);
    return plan.costLines
      .filter((line) => line.deAnCode !== null && !codes.has(line.deAnCode))
      .map((line): Hit => {
        // The one code that differs only in case, spaces or signs.
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
