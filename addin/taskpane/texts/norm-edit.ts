/** Sentences of changing a norm that is in the workbook. */
import { lang } from "./index.ts";

const normEditVi = {
  edit: (code: string) => `Sửa định mức ${code}`,
  editHeading: (code: string) => `Sửa định mức ${code}`,
  writeChanges: "Ghi thay đổi",
  changed: (code: string) => `Đã ghi thay đổi của định mức ${code} vào sổ.`,
  unchanged: (code: string) => `Định mức ${code} không có gì thay đổi; sổ giữ nguyên.`,
  codeFixed: (code: string) =>
    `Mã ${code} đã dùng trong công thức nên giữ nguyên. Muốn mã khác, chép thành định mức mới.`,
  movedOn: (code: string) =>
    `Định mức ${code} đã đổi trong sổ từ lúc mở ra sửa. Bỏ bản nháp rồi mở lại để không ghi đè.`,
  unfinished: "Còn một bản nháp định mức soạn dở.",
  dropUnfinished: "Bỏ bản nháp, mở định mức này",
  writing: "Đang ghi định mức vào sổ…",
  working: "Đang đọc, ghi các dòng…",
};

const normEditEn: typeof normEditVi = {
  edit: (code) => `Edit norm ${code}`,
  editHeading: (code) => `Edit norm ${code}`,
  writeChanges: "Write the changes",
  changed: (code) => `The changes of norm ${code} are in the workbook.`,
  unchanged: (code) => `Nothing of norm ${code} was changed; the workbook stays as it was.`,
  codeFixed: (code) =>
    `Formulas use the code ${code}, so it stays. For another code copy it into a new norm.`,
  movedOn: (code) =>
    `Norm ${code} has changed in the workbook since it was opened. Discard this draft and open it again.`,
  unfinished: "There is an unfinished norm draft.",
  dropUnfinished: "Discard it and open this norm",
  writing: "Writing the norm…",
  working: "Reading and writing lines…",
};

export function normEditTexts(): typeof normEditVi {
  return lang() === "en" ? normEditEn : normEditVi;
}
