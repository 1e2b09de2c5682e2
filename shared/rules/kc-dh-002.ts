import { day } from "../kernel/date.ts";
import { at } from "./lib.ts";
import { normsOf } from "./norms.ts";
import type { Hit, Rule } from "./types.ts";

export const kcdh002: Rule = {
  id: "KC-DH-002",
  severity: "info",
  category: "dat-hang",
  stage: "cross-line",
  title: {
    vi: "Đơn giá ở dự toán lấy từ định mức đề xuất",
    en: "A unit price rests on a proposed norm",
  },
  basis: { doc: "tt-17-2024-btc", article: "5", clause: "2", note: "điểm 2.4" },
  from: day("2024-05-01"),
  to: null,
  related: ["KC-DH-001"],
  check: ({ plan }) => {
    const own = [...normsOf(plan).keys()];
    return plan.costLines.flatMap((line): Hit[] => {
      const formula = line.cells["unitPrice"]?.formula ?? "";
      const code = own.find((one) => formula.includes(`"${one}"`));
      if (!formula.includes("KC.DONGIA(") || code === undefined) return [];
      return [
        {
          where: at(line, "unitPrice"),
          message: `Đơn giá này tính từ định mức ${code} của sổ, chưa ban hành.`,
          found: formula,
          expected: "đơn giá đã ban hành",
          remedy: "Ghi rõ ở Ghi chú là giá đề xuất; khi có đơn giá ban hành thì thay.",
        },
      ];
    });
  },
};
