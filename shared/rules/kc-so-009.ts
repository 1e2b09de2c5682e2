import { PRINCIPLE } from "../kernel/citation.ts";
import {
  detectLegacy,
  legacyFont,
  legacyToUnicode,
  readsAsUnicode,
  type LegacyEncoding,
  type LegacyFont,
} from "../kernel/legacy-fonts.ts";
import type { Line, LocatedCell } from "../plan/shapes.ts";
import { at, cellsOf, shown } from "./lib.ts";
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

const ENCODING_NAME: Readonly<Record<LegacyEncoding, string>> = {
  tcvn3: "TCVN3 (.VnTime)",
  vni: "VNI (VNI-Times)",
};

/** The font is gone or was never read, as in Excel's pane: the letters themselves tell. */
function hitByLetters(
  line: Line,
  id: string,
  cell: LocatedCell,
  text: string,
  encoding: LegacyEncoding,
): Hit {
  const converted = legacyToUnicode(text, { encoding, capitals: false });
  return {
    where: at(line, id),
    message: `Chữ ở ô này có vẻ gõ bằng bảng mã cũ ${ENCODING_NAME[encoding]}: in ra sẽ sai.`,
    found: text,
    expected: `chữ Unicode (TCVN 6909:2001): “${converted}”`,
    remedy: "Đọc lại chữ đã chuyển mã; nếu đúng, thay vào ô và đổi phông sang Times New Roman.",
    ...(cell.formula === undefined ? { fix: converted } : {}),
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
    cellsOf(plan).texts.flatMap(({ line, id, cell }): Hit[] => {
      const font = cell.font === undefined ? null : legacyFont(cell.font);
      const encoding = detectLegacy(cell.value);
      // The letters first: then a table, a pane and a file, which know fonts or do not, say the same.
      if (encoding !== null && font?.capitals !== true)
        return [hitByLetters(line, id, cell, cell.value, encoding)];
      return font === null ? [] : [hit(line, id, cell, cell.value, font)];
    }),
};
