import { formatDate } from "../kernel/date.ts";
import { VERIFIED_LABEL } from "../kernel/citation.ts";
import { findProvince } from "../law/province.ts";
import { ceilingFigures, computeSupportCeiling } from "../law/support.ts";
import type { SupportCeiling } from "../law/types.ts";
import type { DeAnLine } from "../plan/shapes.ts";
import { sumCostLines } from "../plan/totals.ts";
import { at, money } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const LOCAL_ADVICE = {
  local: " Đây là mức của tỉnh; đối chiếu với nguyên văn nghị quyết.",
  other: " Mức của khuyến công địa phương do tỉnh quy định; đối chiếu nghị quyết của tỉnh.",
} as const;

/**
 * Blocks only for the national fund and only on figures read in the law's text: local levels are set by each province
 * (TTLT 26/2014 Đ.6.3), and a figure not yet checked may only warn.
 */
function excess(line: DeAnLine, supportDong: number, ceiling: SupportCeiling): Hit {
  const certain = ceiling.verified === "text" && line.fund === "QG";
  const mark = ceiling.verified === "text" ? "" : `; ${VERIFIED_LABEL[ceiling.verified].vi}`;
  const local = line.fund === "ĐP" ? LOCAL_ADVICE[ceiling.level === "local" ? "local" : "other"] : "";
  const until = ceiling.cite.to === null ? "" : ` đến ${formatDate(ceiling.cite.to)}`;
  const since = ceiling.cite.from === null ? "" : `, áp dụng từ ${formatDate(ceiling.cite.from)}${until}`;
  return {
    where: at(line, "support"),
    message: `Kinh phí khuyến công vượt mức hỗ trợ tối đa: ${ceiling.working}`,
    found: money(supportDong),
    expected: `không quá ${money(ceiling.maxDong)}`,
    differenceDong: supportDong - ceiling.maxDong,
    basis: `${ceiling.cite.text}${since}${mark}`,
    remedy: `Giảm phần khuyến công ở KC_DuToan ít nhất ${money(supportDong - ceiling.maxDong)}.${local}`,
    severity: certain ? "error" : "warning",
    verified: ceiling.verified,
  };
}

export const kcmh001: Rule = {
  id: "KC-MH-001",
  severity: "error",
  category: "muc-ho-tro",
  stage: "cross-line",
  title: {
    vi: "Kinh phí khuyến công không được vượt mức hỗ trợ tối đa",
    en: "Support may not exceed the legal ceiling",
  },
  basis: { doc: "ttlt-26-2014", article: "6" },
  from: null,
  to: null,
  related: ["KC-MH-002", "KC-MH-003", "KC-MH-004"],
  figures: ["*.TRAN", "*.TY-LE", "UU-TIEN"],
  check: ({ plan, law, asOf }) => {
    if (asOf === null) return [];
    const sums = sumCostLines(plan);
    // The cost of a đề án with an amount that is missing is not known; the missing one has its own finding.
    const unknown = new Set(plan.costLines.map((line) => (line.amountDong === null ? line.deAnCode : null)));
    const province = plan.info.province === null ? null : findProvince(plan.info.province);
    return plan.deAn.flatMap((line): Hit[] => {
      const sum = line.code === null ? undefined : sums.get(line.code);
      // Management costs are a share of other sums than their own: KC-NV-005 and KC-NV-007.
      if (
        sum === undefined ||
        unknown.has(line.code) ||
        line.kind === null ||
        line.kind.startsWith("QUAN-LY-")
      )
        return [];
      const question = {
        kind: line.kind,
        costDong: sum.totalDong,
        ...(line.count === null ? {} : { count: line.count }),
        priority: line.priority,
        date: asOf,
        ...(line.fund === null ? {} : { fund: line.fund }),
        ...(province === null || line.fund !== "ĐP" ? {} : { province: province.code }),
      };
      const figures = ceilingFigures(law, question);
      if (!figures.ok || sum.supportDong <= figures.value.maxDong) return [];
      const ceiling = computeSupportCeiling(law, question);
      return ceiling.ok ? [excess(line, sum.supportDong, ceiling.value)] : [];
    });
  },
};
