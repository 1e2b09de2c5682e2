/** Sentences about taking back what the pane wrote. */
import type { ActionName } from "../model/undo-here.ts";
import { lang } from "./index.ts";

const actionsVi: Readonly<Record<ActionName, string>> = {
  book: "tạo sổ làm việc",
  upgrade: "nâng mẫu sổ",
  "de-an": "thêm đề án",
  edit: "sửa đề án",
  delete: "xoá đề án",
  copy: "đưa đề án vào sổ",
  norm: "ghi định mức",
  import: "nhập tập định mức, bảng giá",
  export: "xuất tệp",
  fix: "sửa ô theo gợi ý",
  findings: "ghi kết quả kiểm tra",
  allocation: "ghi kết quả phân bổ",
  freeze: "đóng băng số liệu",
  thaw: "bỏ đóng băng",
  basis: "cập nhật căn cứ",
  neighbours: "khai báo địa bàn giáp ranh",
};

const undoVi = {
  undo: "Hoàn tác",
  undoWhat: (what: ActionName) => `Hoàn tác: ${actionsVi[what]}`,
  undone: (what: ActionName) => `Đã hoàn tác việc ${actionsVi[what]}. Sổ trở lại như trước.`,
  undoing: "Đang hoàn tác…",
  blocked: (cell: string) => `Ô ${cell} đã được sửa sau đó. Không hoàn tác gì, để không mất số vừa nhập.`,
  toCell: "Đến ô",
};

const actionsEn: Readonly<Record<ActionName, string>> = {
  book: "making the workbook",
  upgrade: "upgrading the workbook",
  "de-an": "adding a project",
  edit: "changing a project",
  delete: "deleting a project",
  copy: "bringing projects in",
  norm: "writing a norm",
  import: "importing norms or prices",
  export: "exporting a file",
  fix: "the suggested fix",
  findings: "writing the findings",
  allocation: "writing the allocation",
  freeze: "freezing the figures",
  thaw: "unfreezing",
  basis: "updating the basis",
  neighbours: "stating neighbouring places",
};

const undoEn: typeof undoVi = {
  undo: "Undo",
  undoWhat: (what) => `Undo: ${actionsEn[what]}`,
  undone: (what) => `Undone: ${actionsEn[what]}. The workbook is as it was before.`,
  undoing: "Undoing…",
  blocked: (cell) =>
    `Cell ${cell} was changed since. Nothing was undone, so that what was typed is not lost.`,
  toCell: "Go to the cell",
};

export function undoTexts(): typeof undoVi {
  return lang() === "en" ? undoEn : undoVi;
}
