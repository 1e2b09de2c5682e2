import { dateFromParts, day, formatDate } from "../kernel/date.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kctd010: Rule = {
  id: "KC-TD-010",
  severity: "warning",
  category: "tien-do",
  stage: "line",
  title: {
    vi: "Quyết toán sau ngày 22 tháng 01 năm sau",
    en: "Settlement after 22 January of the next year",
  },
  basis: {
    doc: "tt-36-2013-bct",
    article: "18",
    clause: "2",
    note: "nguyên văn 2013; Thông tư 17/2018/TT-BCT có sửa đổi, chưa đối chiếu",
  },
  from: day("2014-02-10"),
  to: null,
  related: ["KC-TD-014"],
  check: ({ plan }) => {
    const { year } = plan.info;
    const last = year === null ? null : dateFromParts(year + 1, 1, 22);
    if (last === null || !last.ok) return [];
    return plan.progress
      .filter(
        (line) =>
          line.state !== null && line.state !== "Dừng" && line.date !== null && line.date > last.value,
      )
      .map(
        (line): Hit => ({
          where: at(line, "date"),
          message:
            line.state === "Đã quyết toán"
              ? "Quyết toán sau hạn."
              : "Quá hạn quyết toán mà đề án chưa quyết toán.",
          found: line.date === null ? "" : formatDate(line.date),
          expected: `chậm nhất ${formatDate(last.value)}`,
          remedy:
            "Nêu lý do; cơ quan quản lý sẽ thanh toán với Kho bạc theo số đã tạm ứng và hẹn lịch quyết toán khác.",
        }),
      );
  },
};
