import { MERGER_DATE } from "../law/places.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcsp003: Rule = {
  id: "KC-SP-003",
  severity: "warning",
  category: "san-pham",
  stage: "line",
  title: {
    vi: "Không còn bình chọn cấp huyện từ 01/07/2025",
    en: "No district vote since 01/07/2025",
  },
  basis: { doc: "qd-19-2025-ttg", note: "đọc qua nguồn thứ cấp, chưa đối chiếu" },
  from: null,
  to: null,
  related: ["KC-SP-007", "KC-DA-031"],
  check: ({ plan }) =>
    plan.products
      .filter((line) => line.level === "Huyện" && line.voteDate !== null && line.voteDate >= MERGER_DATE)
      .map(
        (line): Hit => ({
          where: at(line, "level"),
          message: "Cấp huyện đã kết thúc từ 01/07/2025; chưa thấy văn bản quy định cấp thay thế.",
          found: "Huyện",
          expected: "Tỉnh",
          remedy:
            "Đăng ký thẳng cấp tỉnh (điểm d khoản 2 Điều 12 cho phép khi không có bình chọn cấp huyện). Giấy chứng nhận cấp huyện cũ còn giá trị tới hạn ghi trên giấy.",
        }),
      ),
};
