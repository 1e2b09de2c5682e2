import { day } from "../kernel/date.ts";
import { at, listed } from "./lib.ts";
import { normsOf } from "./norms.ts";
import type { Rule } from "./types.ts";

export const kcdh001: Rule = {
  id: "KC-DH-001",
  severity: "info",
  category: "dat-hang",
  stage: "cross-line",
  title: {
    vi: "Định mức đề xuất chưa đủ để đặt hàng",
    en: "A proposed norm is not enough to place an order",
  },
  basis: { doc: "tt-17-2024-btc", article: "5", clause: "2", note: "điểm 2.4" },
  from: day("2024-05-01"),
  to: null,
  related: ["KC-DG-002", "KC-DH-002"],
  check: ({ plan }) => {
    const norms = [...normsOf(plan).keys()];
    const [first] = plan.normLines;
    if (first === undefined || norms.length === 0) return [];
    return [
      {
        where: at(first, "code"),
        message: `${norms.length} định mức trong sổ là đề xuất (${listed(norms)}): Kho bạc chỉ thanh toán đặt hàng khi dịch vụ có trong danh mục và có đơn giá do cấp có thẩm quyền ban hành.`,
        found: "định mức đề xuất, chưa ban hành",
        expected: "danh mục, định mức và đơn giá đã ban hành",
        remedy:
          "Trình ban hành; trong lúc chờ, con đường hợp pháp là giao nhiệm vụ (Điều 9 Nghị định 32/2019/NĐ-CP, chưa đối chiếu), khi đó tiền không tính vào tự chủ.",
      },
    ];
  },
};
