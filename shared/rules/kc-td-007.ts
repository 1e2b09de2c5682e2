import { day } from "../kernel/date.ts";
import { QUANTITY_SCALE, formatQuantity } from "../kernel/quantity.ts";
import { sumCostLines } from "../plan/totals.ts";
import { at, money } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

/** Per cent of the volume (clause 1.b) or of the owner's whole investment (clause 2.d) that must be passed. */
const NEEDED: ReadonlyMap<string, bigint> = new Map([
  ["HA-TANG-CCN", 50n],
  ["O-NHIEM-CCN", 50n],
  ["MO-HINH", 70n],
  ["MO-HINH-NHAN-RONG", 70n],
  ["MAY-MOC", 70n],
  ["DAY-CHUYEN", 70n],
  ["O-NHIEM-CO-SO", 70n],
]);

export const kctd007: Rule = {
  id: "KC-TD-007",
  severity: "warning",
  category: "tien-do",
  stage: "cross-line",
  title: {
    vi: "Tạm ứng khi chưa đủ khối lượng",
    en: "An advance before the needed progress",
  },
  basis: {
    doc: "tt-36-2013-bct",
    article: "13",
    note: "nguyên văn 2013; Thông tư 17/2018/TT-BCT có sửa đổi, chưa đối chiếu",
  },
  from: day("2014-02-10"),
  to: null,
  related: ["KC-TD-006"],
  check: ({ plan }) => {
    const kinds = new Map(plan.deAn.map(({ code, kind }) => [code, kind]));
    const sums = sumCostLines(plan);
    return plan.progress.flatMap((line): Hit[] => {
      const needed = NEEDED.get(kinds.get(line.deAnCode) ?? "");
      const total = sums.get(line.deAnCode ?? "")?.totalDong;
      if (needed === undefined || total === undefined || total === 0 || (line.advancedDong ?? 0) <= 0)
        return [];
      const bySpending = line.spentDong !== null && BigInt(line.spentDong) * 100n > BigInt(total) * needed;
      const byVolume = line.percent !== null && line.percent > needed * QUANTITY_SCALE;
      if (bySpending || byVolume || (line.spentDong === null && line.percent === null)) return [];
      return [
        {
          where: at(line, "advanced"),
          message: `Loại đề án này chỉ tạm ứng khi đã thực hiện trên ${needed} %.`,
          found: line.percent === null ? money(line.spentDong ?? 0) : `${formatQuantity(line.percent)} %`,
          expected: `trên ${needed} % khối lượng hoặc tổng vốn đầu tư`,
          remedy: "Kiểm tra khối lượng; hồ sơ tạm ứng phải có báo cáo tiến độ xác định mức này.",
        },
      ];
    });
  },
};
