import { PRINCIPLE } from "../kernel/citation.ts";
import { at, shown, shownMoney } from "./lib.ts";
import { reportsOf } from "./progress.ts";
import type { Hit, Rule } from "./types.ts";

const FIELDS = [
  { id: "percent", field: "percent", label: "Khối lượng thực hiện" },
  { id: "spent", field: "spentDong", label: "Giá trị đã thực hiện" },
  { id: "paid", field: "paidDong", label: "Đã thanh toán" },
] as const;

export const kctd004: Rule = {
  id: "KC-TD-004",
  severity: "warning",
  category: "tien-do",
  stage: "cross-line",
  title: {
    vi: "Số lũy kế giảm so với lần báo cáo trước",
    en: "A cumulative figure fell since the last report",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-TD-003"],
  check: ({ plan }) =>
    [...reportsOf(plan).values()].flatMap((reports) =>
      reports.slice(1).flatMap((line, index): Hit[] => {
        const before = reports[index];
        return FIELDS.flatMap(({ id, field, label }): Hit[] => {
          const now = line[field];
          const then = before?.[field] ?? null;
          if (now === null || then === null || now >= then) return [];
          const show = id === "percent" ? shown : shownMoney;
          return [
            {
              where: at(line, id),
              message: `“${label}” giảm so với báo cáo ở dòng ${before?.row}, trong khi đây là số lũy kế.`,
              found: show(line.cells[id]),
              expected: `từ ${show(before?.cells[id])} trở lên`,
              remedy: "Ghi số cộng dồn từ đầu năm, hoặc nêu lý do điều chỉnh ở cột Vướng mắc.",
            },
          ];
        });
      }),
    ),
};
