import { PRINCIPLE } from "../kernel/citation.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcsp012: Rule = {
  id: "KC-SP-012",
  severity: "info",
  category: "san-pham",
  stage: "line",
  title: {
    vi: "Đăng ký qua cuộc thi là đề xuất, chưa có quy định",
    en: "Entry by a contest is a proposal without law yet",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-SP-007"],
  check: ({ plan }) =>
    plan.products
      .filter((line) => line.route === "Cuộc thi")
      .map(
        (line): Hit => ({
          where: at(line, "route"),
          message:
            "Chưa có văn bản cho phép sản phẩm đoạt giải cuộc thi lên thẳng cấp sau; dòng này được ghi nhận là đề xuất của tỉnh.",
          found: "Cuộc thi",
          expected: "Bình chọn",
          remedy: "Ghi cuộc thi và giải để Bộ xem xét; đồng thời làm hồ sơ bình chọn thường.",
        }),
      ),
};
