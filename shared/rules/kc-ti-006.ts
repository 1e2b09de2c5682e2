import { PRINCIPLE } from "../kernel/citation.ts";
import { atInfo } from "./lib.ts";
import type { Rule } from "./types.ts";

export const kcti006: Rule = {
  id: "KC-TI-006",
  severity: "info",
  category: "phap-ly",
  stage: "line",
  title: {
    vi: "Sổ ghim phiên bản căn cứ khác phiên bản đang dùng",
    en: "The workbook pins another version of the law data",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: [],
  check: ({ plan: { info }, law }) => {
    if (info.lawVersion === null || info.lawVersion === law.version) return [];
    return [
      {
        where: atInfo(info, "lawVersion"),
        message:
          "Sổ ghim một phiên bản căn cứ khác; lần kiểm tra này tính lại theo phiên bản hiện hành nên kết quả có thể khác trong sổ.",
        found: info.lawVersion,
        expected: law.version,
        remedy: "Mở thẻ Căn cứ, mục “Cập nhật căn cứ”, để xem con số nào đổi rồi lấy hoặc giữ như cũ.",
      },
    ];
  },
};
