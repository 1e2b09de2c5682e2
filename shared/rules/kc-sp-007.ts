import { day } from "../kernel/date.ts";
import { at, shown } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcsp007: Rule = {
  id: "KC-SP-007",
  severity: "warning",
  category: "san-pham",
  stage: "cross-line",
  title: {
    vi: "Cấp khu vực, quốc gia cần giấy chứng nhận của cấp liền trước",
    en: "Regional and national votes need the certificate of the level below",
  },
  basis: {
    doc: "tt-26-2014-bct",
    article: "12",
    note: "nguyên văn 2014; Thông tư 14/2018/TT-BCT có sửa đổi, chưa đối chiếu",
  },
  from: day("2014-10-21"),
  to: null,
  related: ["KC-SP-008", "KC-SP-012"],
  check: ({ plan }) =>
    plan.products.flatMap((line): Hit[] => {
      const before = line.level === "Khu vực" ? "Tỉnh" : line.level === "Quốc gia" ? "Khu vực" : null;
      if (before === null || line.route === "Cuộc thi" || line.addressOf["priorLevel"] === undefined)
        return [];
      const inSheet = plan.products.some(
        (other) => other.code === line.code && other.level === before && other.decision !== null,
      );
      if (inSheet || (line.priorLevel === before && line.priorDecision !== null)) return [];
      return [
        {
          where: at(line, "priorLevel"),
          message: `Bình chọn cấp ${line.level?.toLowerCase() ?? ""} phải có giấy chứng nhận cấp ${before.toLowerCase()} còn giá trị.`,
          found: shown(line.cells["priorLevel"]),
          expected: `${before}, cùng số quyết định`,
          remedy: "Ghi cấp, số và ngày quyết định của cấp trước; chưa có thì chưa đăng ký được.",
        },
      ];
    }),
};
