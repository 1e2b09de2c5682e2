/** Sentences about draft norm books that a workbook may take. */
import { lang } from "./index.ts";

const normUpdateVi = {
  title: "Cập nhật căn cứ: bộ định mức dự thảo mới",
  lead: "Chưa có gì thay đổi trong sổ. Dự thảo chỉ được dùng trong sổ này khi bạn nhận.",
  from: (day: string) => `Dùng được từ ngày ${day}.`,
  replaces: "Thay bản dự thảo cùng tên sổ đang dùng.",
  notYet: (from: string, asOf: string) =>
    `Bộ này dùng được từ ${from}, sau ngày tính của sổ (${asOf}): nhận bây giờ chưa đổi con số nào.`,
  noAsOf: "Sổ chưa ghi ngày tính, nên chưa biết con số nào đổi.",
  unused: "Công thức trong sổ chưa dùng định mức nào của bộ này: nhận không đổi con số nào.",
  own: (codes: string) => `Sổ có định mức riêng cho ${codes}: định mức riêng vẫn được dùng.`,
  line: (type: string, resource: string, unit: string) => `${resource} (${type}, ${unit})`,
  before: "Đang dùng",
  after: "Nếu nhận",
  what: "Hao phí",
  none: "không có",
  price: (unit: string) => `Đơn giá (đồng/${unit})`,
  unknown: "chưa tính được",
  same: "Không hao phí nào đổi.",
  cells: (n: number) => `${n} ô đổi số`,
  total: "Tổng kinh phí của kế hoạch",
  take: "Nhận bộ này",
  keep: "Giữ như cũ",
  taking: "Đang ghi vào sổ…",
  taken: "Sổ đã nhận bộ định mức dự thảo; các ô được tính lại.",
  kept: (title: string) => `Sổ giữ căn cứ cũ; có bộ “${title}” chưa nhận.`,
  show: "Xem lại",
  inUse: (title: string, edition: string) => `Sổ đang dùng: ${title}, ${edition} (dự thảo, chưa ban hành).`,
  gone: "Sổ ghim một bộ định mức dự thảo không còn được công bố; các ô đang tính không có bộ ấy.",
};

const normUpdateEn: typeof normUpdateVi = {
  title: "Update the basis: a new draft norm book",
  lead: "Nothing has changed in the workbook yet. The draft is used here only once you take it.",
  from: (day) => `Usable from ${day}.`,
  replaces: "It takes the place of the draft of the same name in use.",
  notYet: (from, asOf) =>
    `This book is usable from ${from}, after the workbook's day (${asOf}): taking it now changes no figure.`,
  noAsOf: "The workbook has no as-of date, so what would change is not known.",
  unused: "No formula uses a norm of this book: taking it changes no figure.",
  own: (codes) => `The workbook has its own norms for ${codes}: those stay in use.`,
  line: (type, resource, unit) => `${resource} (${type}, ${unit})`,
  before: "Now",
  after: "If taken",
  what: "Component",
  none: "none",
  price: (unit) => `Unit price (đồng per ${unit})`,
  unknown: "not computable",
  same: "No quantity changes.",
  cells: (n) => `${n} cells change`,
  total: "Total of the plan",
  take: "Take this book",
  keep: "Keep as it is",
  taking: "Writing into the workbook…",
  taken: "The workbook has taken the draft; its cells were worked out again.",
  kept: (title) => `The workbook keeps its basis; “${title}” has not been taken.`,
  show: "Look again",
  inUse: (title, edition) => `In use: ${title}, ${edition} (a draft, not issued).`,
  gone: "The workbook pins a draft norm book that is no longer published; its cells compute without it.",
};

export function normUpdateTexts(): typeof normUpdateVi {
  return lang() === "en" ? normUpdateEn : normUpdateVi;
}
