import { PRINCIPLE } from "../kernel/citation.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

/** Wildcards anywhere, comparison signs in front: SUMIFS reads them as such. */
const UNSAFE = /[*?~]|^[<>=]/;

export const kcda016: Rule = {
  id: "KC-DA-016",
  severity: "error",
  category: "danh-muc",
  stage: "line",
  title: {
    vi: "Mã đề án có ký tự làm sai phép cộng của Excel",
    en: "The code has signs that spoil Excel's sums",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DA-006", "KC-DA-017"],
  check: ({ plan }) =>
    plan.deAn
      .filter(({ code }) => code !== null && UNSAFE.test(code))
      .map(
        (line): Hit => ({
          where: at(line, "code"),
          message: `Mã “${line.code}” có ký tự mà hàm SUMIFS hiểu là phép so sánh hoặc ký tự thay thế, nên cộng lẫn dòng của đề án khác.`,
          found: line.code ?? "",
          expected: "chữ cái, chữ số, dấu gạch hoặc dấu chấm, ví dụ DA01",
          remedy: "Đổi mã ở KC_DeAn và ở các dòng KC_DuToan của đề án.",
        }),
      ),
};
