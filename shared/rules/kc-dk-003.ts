import { PRINCIPLE } from "../kernel/citation.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcdk003: Rule = {
  id: "KC-DK-003",
  severity: "warning",
  category: "dang-ky",
  stage: "cross-line",
  title: {
    vi: "Nhu cầu được chọn phải trỏ tới đề án có trong kế hoạch",
    en: "A chosen demand must point to a đề án of the plan",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DK-004", "KC-DT-003"],
  check: ({ plan }) => {
    const codes = new Set(plan.deAn.map(({ code }) => code));
    return plan.demands
      .filter((line) => (line.decision === "Chọn" || line.deAnCode !== null) && !codes.has(line.deAnCode))
      .map(
        (line): Hit => ({
          where: at(line, "deAnCode"),
          message:
            line.deAnCode === null
              ? "Nhu cầu đã chọn nhưng chưa ghi mã đề án."
              : `Không có đề án “${line.deAnCode}” ở KC_DeAn.`,
          found: line.deAnCode ?? "(trống)",
          expected: "mã một đề án ở KC_DeAn",
          remedy: "Lập đề án từ nhu cầu này rồi ghi mã.",
        }),
      );
  },
};
