import { PRINCIPLE } from "../kernel/citation.ts";
import { linesByCode, linkedCodes } from "../plan/linked.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcda038: Rule = {
  id: "KC-DA-038",
  severity: "warning",
  category: "bat-thuong",
  stage: "cross-line",
  title: {
    vi: "Nhân rộng từ đề án của chính kế hoạch này",
    en: "A replica of a đề án of this very plan",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DA-037"],
  check: ({ plan }) => {
    const known = linesByCode(plan.deAn);
    return plan.deAn.flatMap((line): Hit[] => {
      const source = linkedCodes(line.replicaOf).find((code) => known.has(code));
      if (source === undefined) return [];
      return [
        {
          where: at(line, "replicaOf"),
          message: `“Nhân rộng từ” ghi ${source}, là đề án của kế hoạch này: chưa làm thì chưa có hiệu quả để nhân rộng.`,
          found: source,
          expected: "đề án của năm trước đã nghiệm thu, có hiệu quả",
          remedy:
            "Ghi đề án gốc kèm năm (ví dụ “DA03 năm 2016, Quảng Ninh”); nếu cùng làm thì ghi ở cột “Liên kết với đề án”.",
        },
      ];
    });
  },
};
