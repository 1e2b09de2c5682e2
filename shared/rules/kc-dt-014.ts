import { PRINCIPLE } from "../kernel/citation.ts";
import { at, folded } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const VAGUE =
  /^(du phong|chi phi du phong|kinh phi du phong|(cac khoan |chi phi )?(chi )?khac\b|chi phi khac|phat sinh)/;

export const kcdt014: Rule = {
  id: "KC-DT-014",
  severity: "warning",
  category: "bat-thuong",
  stage: "line",
  title: {
    vi: "Kinh phí khuyến công chi cho khoản không rõ nội dung",
    en: "Support pays for an unnamed expense",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DT-001"],
  check: ({ plan }) =>
    plan.costLines
      .filter((line) => (line.supportDong ?? 0) > 0 && VAGUE.test(folded(line.item)))
      .map(
        (line): Hit => ({
          where: at(line, "item"),
          message: `“${line.item}” không cho biết chi việc gì, nên không đối chiếu được với mức chi và không quyết toán được.`,
          found: line.item ?? "",
          expected: "tên việc hoặc vật cụ thể",
          remedy: "Ghi rõ khoản chi, hoặc chuyển sang phần đóng góp của đơn vị thụ hưởng.",
        }),
      ),
};
