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
          "Sổ được lập theo một phiên bản căn cứ khác; số liệu được tính lại theo phiên bản hiện hành.",
        found: info.lawVersion,
        expected: law.version,
        remedy: "Dùng “Cập nhật căn cứ” để xem con số nào đổi, hoặc giữ nguyên nếu không có chênh lệch.",
      },
    ];
  },
};
