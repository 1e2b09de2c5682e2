import { PRINCIPLE } from "../kernel/citation.ts";
import { formatQuantity, quantity } from "../kernel/quantity.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const MARKS = ["market", "technical", "culture", "otherMark", "mark"] as const;
const HUNDRED = quantity(100);

export const kcsp010: Rule = {
  id: "KC-SP-010",
  severity: "warning",
  category: "san-pham",
  stage: "line",
  title: {
    vi: "Điểm bình chọn ngoài khoảng 0 đến 100",
    en: "A mark outside 0 to 100",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-SP-009"],
  check: ({ plan }) =>
    plan.products.flatMap((line) =>
      MARKS.flatMap((id): Hit[] => {
        const mark = line[id];
        if (mark === null || (mark >= 0n && mark <= HUNDRED)) return [];
        return [
          {
            where: at(line, id),
            message: "Điểm nằm ngoài khoảng 0 đến 100.",
            found: formatQuantity(mark),
            expected: "từ 0 đến 100",
            remedy: "Kiểm tra lại phiếu chấm; điểm là bình quân của Ban Giám khảo, không phải tổng.",
          },
        ];
      }),
    ),
};
