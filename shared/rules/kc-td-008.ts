import { day } from "../kernel/date.ts";
import { at, money } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const BEFORE: ReadonlySet<string> = new Set(["Chưa bắt đầu", "Đang thực hiện", "Chậm"]);

export const kctd008: Rule = {
  id: "KC-TD-008",
  severity: "warning",
  category: "tien-do",
  stage: "line",
  title: {
    vi: "Thanh toán khi chưa nghiệm thu",
    en: "Payment before acceptance",
  },
  basis: { doc: "tt-36-2013-bct", article: "12", clause: "2" },
  from: day("2014-02-10"),
  to: null,
  related: ["KC-TD-014"],
  check: ({ plan }) =>
    plan.progress
      .filter((line) => (line.paidDong ?? 0) > 0 && line.state !== null && BEFORE.has(line.state))
      .map(
        (line): Hit => ({
          where: at(line, "paid"),
          message: `Đã thanh toán ${money(line.paidDong ?? 0)} trong khi tình trạng là “${line.state}”.`,
          found: money(line.paidDong ?? 0),
          expected: "0 đ cho tới khi có biên bản nghiệm thu",
          remedy:
            "Nếu là tạm ứng thì chuyển sang cột Đã tạm ứng; nếu đã nghiệm thu thì sửa tình trạng và ghi biên bản.",
        }),
      ),
};
