/** Sentences about places side by side, as the unit states them. */
import { lang } from "./index.ts";

const neighboursVi = {
  heading: (n: number) => `Địa bàn giáp ranh: ${n === 0 ? "chưa khai báo" : `${n} cặp`}`,
  lead: "Phần mềm không có dữ liệu địa giới nên không tự đoán. Đơn vị khai báo hai địa bàn giáp nhau; khai báo được ghi vào trang KC_ThongTin, đi cùng sổ và dùng cho gợi ý liên kết.",
  place: "Địa bàn",
  other: "Giáp với",
  choose: "Chọn địa bàn trong kế hoạch",
  missing: "Chọn một địa bàn.",
  add: "Ghi là giáp ranh",
  pair: (place: string, other: string) => `${place} giáp ${other}`,
  remove: (place: string, other: string) => `Bỏ khai báo ${place} giáp ${other}`,
  added: (place: string, other: string) => `Đã ghi vào sổ: ${place} giáp ${other}.`,
  removed: (place: string, other: string) => `Đã bỏ khỏi sổ: ${place} giáp ${other}.`,
  unread: (parts: string) =>
    `Không đọc được trong ô “Địa bàn giáp ranh” của KC_ThongTin: ${parts}. Viết theo mẫu “Thủy An: Bình Dương, Nguyễn Huệ; Mạo Khê: Kim Sơn”.`,
  tooFew: "Ghi “Địa bàn” cho ít nhất hai đề án ở hai nơi khác nhau thì mới có gì để khai báo.",
  writing: "Đang ghi vào sổ…",
};

const neighboursEn: typeof neighboursVi = {
  heading: (n) => `Neighbouring places: ${n === 0 ? "none stated" : `${n} pairs`}`,
  lead: "There is no data on boundaries here and none is guessed. State which two places touch; it is written into KC_ThongTin, travels with the workbook and serves the suggestions of links.",
  place: "Place",
  other: "Touches",
  choose: "Choose a place of the plan",
  missing: "Choose a place.",
  add: "State as neighbours",
  pair: (place, other) => `${place} touches ${other}`,
  remove: (place, other) => `Take back that ${place} touches ${other}`,
  added: (place, other) => `Written into the workbook: ${place} touches ${other}.`,
  removed: (place, other) => `Taken out of the workbook: ${place} touches ${other}.`,
  unread: (parts) =>
    `Not understood in “Địa bàn giáp ranh” of KC_ThongTin: ${parts}. Write it as “Thủy An: Bình Dương, Nguyễn Huệ; Mạo Khê: Kim Sơn”.`,
  tooFew: "Fill in the place of at least two projects in two different places first.",
  writing: "Writing into the workbook…",
};

export function neighbourTexts(): typeof neighboursVi {
  return lang() === "en" ? neighboursEn : neighboursVi;
}
