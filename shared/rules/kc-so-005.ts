import { PRINCIPLE } from "../kernel/citation.ts";
import { allLines } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcso005: Rule = {
  id: "KC-SO-005",
  severity: "warning",
  category: "bat-thuong",
  stage: "shape",
  title: {
    vi: "Có dòng tiền bị ẩn",
    en: "Money stands in hidden rows or sheets",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: [],
  check: ({ plan, workbook }) => {
    const hits: Hit[] = [];
    for (const sheet of workbook.sheets) {
      const hiddenRows = new Set(sheet.hiddenRows);
      if (sheet.hidden !== true && hiddenRows.size === 0) continue;
      const lines = allLines(plan).filter((line) => line.sheet === sheet.name);
      const hidden = lines.filter((line) => sheet.hidden === true || hiddenRows.has(line.row));
      if (hidden.length === 0) continue;
      const rows = hidden.map((line) => line.row);
      hits.push({
        where: { sheet: sheet.name, row: rows[0] ?? 1 },
        message:
          sheet.hidden === true
            ? `Trang ${sheet.name} đang bị ẩn.`
            : `Trang ${sheet.name} có ${rows.length} dòng số liệu bị ẩn.`,
        found: `dòng ${rows.slice(0, 10).join(", ")}${rows.length > 10 ? "…" : ""}`,
        expected: "mọi dòng có tiền đều nhìn thấy",
        remedy: "Bỏ ẩn, hoặc xóa nếu không còn dùng: dòng ẩn vẫn được cộng.",
      });
    }
    return hits;
  },
};
