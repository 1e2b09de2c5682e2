import { PRINCIPLE } from "../kernel/citation.ts";
import { legacyFont, legacyToUnicode, readsAsUnicode, type LegacyFont } from "../kernel/legacy-fonts.ts";
import type { Line, LocatedCell } from "../plan/shapes.ts";
import { allCells, at, shown } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

/** Text that already reads as Unicode keeps its letters: converting it a second time would spoil it. */
function hit(line: Line, id: string, cell: LocatedCell, text: string, font: LegacyFont): Hit {
  const isUnicode = readsAsUnicode(text);
  const converted = isUnicode ? text : legacyToUnicode(text, font);
  const isFixable = converted !== text && cell.formula === undefined;
  return {
    where: at(line, id),
    message: `Ô ${cell.address} dùng phông ${cell.font}; máy không có phông này sẽ thấy chữ sai.`,
    found: shown(cell),
    expected: `chữ Unicode (TCVN 6909:2001), phông Times New Roman: “${converted}”`,
    remedy: isUnicode
      ? "Chữ có vẻ đã là Unicode; đổi phông của ô sang Times New Roman rồi đọc lại."
      : "Thay bằng chữ Unicode đã chuyển mã, và đổi phông của ô sang Times New Roman.",
    ...(isFixable ? { fix: converted } : {}),
  };
}

export const kcso009: Rule = {
  id: "KC-SO-009",
  severity: "warning",
  category: "kieu-du-lieu",
  stage: "line",
  title: {
    vi: "Chữ dùng phông cũ TCVN3 hoặc VNI",
    en: "Text in a legacy Vietnamese font",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: [],
  check: ({ plan }) =>
    allCells(plan).flatMap(({ line, id, cell }): Hit[] => {
      const font = cell.font === undefined ? null : legacyFont(cell.font);
      if (font === null || typeof cell.value !== "string") return [];
      return [hit(line, id, cell, cell.value, font)];
    }),
};
