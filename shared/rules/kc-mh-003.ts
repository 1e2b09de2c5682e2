import { PRINCIPLE } from "../kernel/citation.ts";
import { formatDate } from "../kernel/date.ts";
import { ceilingFigures } from "../law/support.ts";
import type { Rule } from "./types.ts";

export const kcmh003: Rule = {
  id: "KC-MH-003",
  severity: "info",
  category: "muc-ho-tro",
  stage: "cross-line",
  title: {
    vi: "Mức hỗ trợ dùng ở kế hoạch chưa đối chiếu nguyên văn",
    en: "Some ceilings used were not read in the law's text",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-MH-001", "KC-MH-002"],
  figures: ["*.TRAN", "*.TY-LE"],
  check: ({ plan, law, asOf }) => {
    if (asOf === null) return [];
    const unread = new Map<string, string>();
    const asked = new Set<string>();
    for (const { kind, fund } of plan.deAn) {
      if (kind === null || fund === null || unread.has(kind) || asked.has(`${fund} ${kind}`)) continue;
      asked.add(`${fund} ${kind}`);
      const ceiling = ceilingFigures(law, { kind, costDong: 0, priority: false, date: asOf, fund });
      if (ceiling.ok && ceiling.value.verified !== "text") unread.set(kind, ceiling.value.cite.text);
    }
    const [first] = plan.deAn;
    if (first === undefined || unread.size === 0) return [];
    return [
      {
        where: { sheet: first.sheet },
        message: `Mức hỗ trợ của ${[...unread.keys()].join(", ")} tại ${formatDate(asOf)} lấy từ nguồn thứ cấp hoặc ghi nhớ: vượt mức chỉ bị cảnh báo.`,
        found: [...new Set(unread.values())].join("; "),
        expected: "nguyên văn văn bản đang có hiệu lực",
        verified: "secondary",
        remedy: "Đối chiếu với nguyên văn trước khi trình; có thể đã có văn bản thay thế.",
      },
    ];
  },
};
