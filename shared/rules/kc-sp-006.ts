import { day } from "../kernel/date.ts";
import { PHOTOS } from "../plan/products.ts";
import type { ProductLine } from "../plan/shapes.ts";
import { at, shown } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

/** Only what the sheet asks about: an absent column is no answer. */
function missingOf(line: ProductLine): { id: string; text: string }[] {
  const asked = (id: string) => line.addressOf[id] !== undefined;
  return [
    ...(line.form === false ? [{ id: "form", text: "phiếu đăng ký theo Phụ lục 1" }] : []),
    ...(line.description === false ? [{ id: "description", text: "bản thuyết minh theo Phụ lục 2" }] : []),
    ...(line.photos !== null && line.photos < PHOTOS
      ? [{ id: "photos", text: "đủ 03 ảnh màu chụp ở ba góc" }]
      : []),
    ...(asked("letter") && line.letter === null && line.level !== null && line.level !== "Huyện"
      ? [{ id: "letter", text: "văn bản đề nghị kèm danh sách theo Phụ lục 5" }]
      : []),
  ];
}

export const kcsp006: Rule = {
  id: "KC-SP-006",
  severity: "warning",
  category: "san-pham",
  stage: "line",
  title: {
    vi: "Hồ sơ bình chọn chưa đủ",
    en: "The dossier is incomplete",
  },
  basis: {
    doc: "tt-26-2014-bct",
    article: "12",
    note: "nguyên văn 2014; Thông tư 14/2018/TT-BCT có sửa đổi, chưa đối chiếu",
  },
  from: day("2014-10-21"),
  to: null,
  related: ["KC-SP-007"],
  check: ({ plan }) =>
    plan.products.flatMap((line) =>
      missingOf(line).map(
        ({ id, text }): Hit => ({
          where: at(line, id),
          message: `Hồ sơ còn thiếu: ${text}.`,
          found: shown(line.cells[id]),
          expected: text,
          remedy: "Bổ sung rồi cập nhật cột này.",
        }),
      ),
    ),
};
