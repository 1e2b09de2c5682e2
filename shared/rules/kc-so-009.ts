import { PRINCIPLE } from "../kernel/citation.ts";
import { legacyFont, legacyToUnicode } from "../kernel/legacy-fonts.ts";
import { at, shown } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

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
    [...plan.deAn, ...plan.costLines].flatMap((line) =>
      Object.entries(line.cells).flatMap(([id, cell]): Hit[] => {
        const font = cell.font === undefined ? null : legacyFont(cell.font);
        if (font === null || typeof cell.value !== "string") return [];
        return [
          {
            where: at(line, id),
            message: `Ô ${cell.address} dùng phông ${cell.font}; máy không có phông này sẽ thấy chữ sai.`,
            found: shown(cell),
            expected: `chữ Unicode (TCVN 6909:2001), phông Times New Roman: “${legacyToUnicode(cell.value, font)}”`,
            remedy: "Chuyển mã sang Unicode rồi gõ lại ô này.",
          },
        ];
      }),
    ),
};
