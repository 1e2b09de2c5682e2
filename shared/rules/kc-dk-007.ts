import { describeView } from "../law/read.ts";
import { computeSupportCeiling } from "../law/support.ts";
import { at, money } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcdk007: Rule = {
  id: "KC-DK-007",
  severity: "info",
  category: "dang-ky",
  stage: "line",
  title: {
    vi: "Số đề nghị vượt mức hỗ trợ tối đa",
    en: "More is asked than the ceiling",
  },
  basis: { doc: "ttlt-26-2014", article: "6" },
  from: null,
  to: null,
  related: ["KC-MH-001"],
  figures: ["*.TRAN", "*.TY-LE", "UU-TIEN"],
  check: ({ plan, law, asOf }) => {
    if (asOf === null) return [];
    return plan.demands.flatMap((line): Hit[] => {
      if (line.kind === null || line.supportDong === null || line.totalDong === null || line.totalDong < 0)
        return [];
      const ceiling = computeSupportCeiling(law, {
        kind: line.kind,
        costDong: line.totalDong,
        ...(line.count === null ? {} : { count: line.count }),
        priority: line.priority,
        date: asOf,
        ...(line.fund === null ? {} : { fund: line.fund }),
      });
      if (!ceiling.ok || line.supportDong <= ceiling.value.maxDong) return [];
      return [
        {
          where: at(line, "support"),
          message: `Đề nghị vượt mức tối đa: ${ceiling.value.working}`,
          found: money(line.supportDong),
          expected: `không quá ${money(ceiling.value.maxDong)}`,
          differenceDong: line.supportDong - ceiling.value.maxDong,
          basis: describeView(ceiling.value.cite),
          verified: ceiling.value.verified,
          remedy: "Báo cho đơn vị đăng ký; khi lập đề án chỉ hỗ trợ tới mức này.",
        },
      ];
    });
  },
};
