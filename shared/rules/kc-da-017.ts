import { PRINCIPLE } from "../kernel/citation.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

/** SUMIFS ignores case, and takes "01" and 1 for the same number. */
function asExcelCompares(code: string): string {
  return /^\d+$/.test(code) ? String(BigInt(code)) : code.toLocaleUpperCase("vi");
}

export const kcda017: Rule = {
  id: "KC-DA-017",
  severity: "error",
  category: "trung-lap",
  stage: "cross-line",
  title: {
    vi: "Hai mã đề án chỉ khác chữ hoa, chữ thường hoặc số 0 ở đầu",
    en: "Two codes differ only in case or leading zeros",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DA-006", "KC-DA-016"],
  check: ({ plan }) => {
    const first = new Map<string, { code: string; row: number }>();
    return plan.deAn.flatMap((line): Hit[] => {
      if (line.code === null) return [];
      const key = asExcelCompares(line.code);
      const seen = first.get(key);
      if (seen === undefined) first.set(key, { code: line.code, row: line.row });
      if (seen === undefined || seen.code === line.code) return [];
      return [
        {
          where: at(line, "code"),
          message: `Excel coi “${line.code}” và “${seen.code}” (dòng ${seen.row}) là một mã, nên cộng lẫn dự toán của hai đề án.`,
          found: line.code,
          expected: "mã khác hẳn các mã đã dùng",
          remedy: "Đổi một trong hai mã, ở cả KC_DeAn và KC_DuToan.",
        },
      ];
    });
  },
};
