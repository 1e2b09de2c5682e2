import { PRINCIPLE } from "../kernel/citation.ts";
import { dong } from "../kernel/money.ts";
import { findProvince } from "../law/province.ts";
import { findSupportKind } from "../law/support-kinds.ts";
import { ceilingFigures } from "../law/support.ts";
import { at, shown } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcmh002: Rule = {
  id: "KC-MH-002",
  severity: "warning",
  category: "muc-ho-tro",
  stage: "cross-line",
  title: {
    vi: "Chưa có số liệu về mức hỗ trợ tối đa",
    en: "No ceiling is known for this kind at this date",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-MH-001"],
  figures: ["*.TRAN", "*.TY-LE"],
  check: ({ plan, law, asOf }) => {
    if (asOf === null) return [];
    const province = plan.info.province === null ? null : findProvince(plan.info.province);
    return plan.deAn.flatMap((line): Hit[] => {
      if (line.kind === null || findSupportKind(line.kind) === null) return [];
      const ceiling = ceilingFigures(law, {
        kind: line.kind,
        costDong: dong(0),
        priority: line.priority,
        date: asOf,
        ...(line.fund === null ? {} : { fund: line.fund }),
        ...(province === null || line.fund !== "ĐP" ? {} : { province: province.code }),
      });
      if (ceiling.ok) return [];
      return [
        {
          where: at(line, "ceiling"),
          message: `Không kiểm tra được mức hỗ trợ: ${ceiling.error.vi}`,
          found: shown(line.cells["ceiling"]),
          expected: "mức do văn bản quy định tại ngày tính",
          remedy: "Nêu văn bản áp dụng ở cột “Nguồn số liệu”; cán bộ thẩm định sẽ đối chiếu.",
        },
      ];
    });
  },
};
