import { CONTENTS } from "../plan/contents.ts";
import type { Rule } from "./types.ts";

export const kcnd001: Rule = {
  id: "KC-ND-001",
  severity: "info",
  category: "phap-ly",
  stage: "cross-line",
  title: {
    vi: "Mức bao phủ chín nội dung khuyến công",
    en: "Coverage of the nine contents",
  },
  basis: { doc: "nd-45-2012", article: "4" },
  from: null,
  to: null,
  related: [],
  check: ({ plan }) => {
    const covered = new Set(plan.deAn.map((line) => line.content));
    const missing = CONTENTS.filter((content) => !covered.has(content.code));
    if (missing.length === 0 || plan.deAn.length === 0) return [];
    return [
      {
        where: { sheet: plan.deAn[0]?.sheet ?? "KC_DeAn" },
        message: `Kế hoạch mới có ${CONTENTS.length - missing.length}/9 nội dung; chưa có: ${missing.map((c) => `${c.code}. ${c.vi}`).join("; ")}.`,
        found: `${CONTENTS.length - missing.length}/9 nội dung`,
        expected: "cân nhắc đủ các nội dung theo nhu cầu của tỉnh",
        remedy:
          "Không bắt buộc trong một năm; nêu lý do trong thuyết minh nếu bỏ nội dung nào nhiều năm liền.",
      },
    ];
  },
};
