import { addDong, dong } from "../kernel/money.ts";
import { at, money } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcnv001: Rule = {
  id: "KC-NV-001",
  severity: "error",
  category: "nguon-von",
  stage: "line",
  title: {
    vi: "Thành tiền phải bằng tổng các nguồn",
    en: "An amount must equal the sum of its sources",
  },
  basis: { doc: "tt-36-2013-bct", article: "5", clause: "6", note: "Mẫu số 1" },
  from: null,
  to: null,
  related: [],
  check: ({ plan }) =>
    plan.costLines.flatMap((line): Hit[] => {
      if (line.amountDong === null || line.supportDong === null || line.counterpartDong === null) return [];
      const sources = addDong(line.supportDong, line.counterpartDong, line.otherDong ?? dong(0));
      if (sources === line.amountDong) return [];
      return [
        {
          where: at(line, "amount"),
          message: "Thành tiền khác tổng kinh phí khuyến công, đóng góp và nguồn khác.",
          found: money(line.amountDong),
          expected: money(sources),
          differenceDong: line.amountDong - sources,
          remedy:
            "Sửa phần đóng góp (công thức = thành tiền − khuyến công − nguồn khác) hoặc số tiền của từng nguồn.",
        },
      ];
    }),
};
