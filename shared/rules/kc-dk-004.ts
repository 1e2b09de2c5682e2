import { PRINCIPLE } from "../kernel/citation.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcdk004: Rule = {
  id: "KC-DK-004",
  severity: "warning",
  category: "dang-ky",
  stage: "line",
  title: {
    vi: "Không chọn hoặc chuyển năm sau phải nêu lý do",
    en: "A demand not chosen needs a reason",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DK-003"],
  check: ({ plan }) =>
    plan.demands
      .filter(
        (line) =>
          (line.decision === "Không chọn" || line.decision === "Chuyển năm sau") &&
          line.reason === null &&
          line.addressOf["reason"] !== undefined,
      )
      .map(
        (line): Hit => ({
          where: at(line, "reason"),
          message: `“${line.decision}” nhưng chưa nêu lý do để trả lời đơn vị đăng ký.`,
          found: "(trống)",
          expected: "lý do",
          remedy: "Nêu lý do ngắn gọn: không đủ điều kiện nào, hoặc điểm, thứ tự ưu tiên.",
        }),
      ),
};
