import { PRINCIPLE } from "../kernel/citation.ts";
import { foldKey } from "../kernel/text.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcdk005: Rule = {
  id: "KC-DK-005",
  severity: "warning",
  category: "dang-ky",
  stage: "cross-line",
  title: {
    vi: "Hai đăng ký của một cơ sở cho cùng loại hỗ trợ",
    en: "Two demands of one establishment for one kind",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DA-007", "KC-MH-004"],
  check: ({ plan }) => {
    const first = new Map<string, number>();
    return plan.demands.flatMap((line): Hit[] => {
      if (line.beneficiary === null || line.kind === null) return [];
      const key = `${foldKey(line.beneficiary)}|${line.kind}`;
      const seen = first.get(key);
      if (seen === undefined) first.set(key, line.row);
      if (seen === undefined) return [];
      return [
        {
          where: at(line, "beneficiary"),
          message: `“${line.beneficiary}” đã đăng ký ${line.kind} ở dòng ${seen}; có thể do hai nơi cùng gửi.`,
          found: line.beneficiary,
          expected: "mỗi cơ sở một đăng ký cho một loại hỗ trợ",
          remedy: "Gộp hai đăng ký, hoặc ghi rõ điểm khác.",
        },
      ];
    });
  },
};
