import { findSupportKind } from "../law/support-kinds.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcda011: Rule = {
  id: "KC-DA-011",
  severity: "warning",
  category: "danh-muc",
  stage: "line",
  title: {
    vi: "Loại hỗ trợ thường thuộc nội dung khác",
    en: "This kind of support usually belongs to another content",
  },
  basis: { doc: "nd-45-2012", article: "4" },
  from: null,
  to: null,
  related: ["KC-DA-003"],
  check: ({ plan }) =>
    plan.deAn.flatMap((line): Hit[] => {
      const kind = line.kind === null ? null : findSupportKind(line.kind);
      if (kind === null || line.content === null || kind.content === line.content) return [];
      return [
        {
          where: at(line, "content"),
          message: `“${kind.vi}” thường thuộc khoản ${kind.content} Điều 4.`,
          found: String(line.content),
          expected: String(kind.content),
          remedy: "Kiểm tra lại nội dung hoặc loại hỗ trợ.",
          fix: kind.content,
        },
      ];
    }),
};
