import { PRINCIPLE } from "../kernel/citation.ts";
import { atInfo } from "./lib.ts";
import type { Rule } from "./types.ts";

export const kcti008: Rule = {
  id: "KC-TI-008",
  severity: "info",
  category: "so-lam-viec",
  stage: "shape",
  title: {
    vi: "Sổ lập theo phiên bản mẫu cũ",
    en: "The workbook follows an older template",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-TI-006", "KC-SO-003"],
  check: ({ plan: { info }, templateVersion }) => {
    if (
      templateVersion === undefined ||
      info.templateVersion === null ||
      info.templateVersion === templateVersion
    )
      return [];
    return [
      {
        where: atInfo(info, "templateVersion"),
        message: `Sổ theo mẫu ${info.templateVersion}; mẫu hiện hành là ${templateVersion}. Số liệu vẫn đọc được.`,
        found: info.templateVersion,
        expected: templateVersion,
        remedy:
          "Tạo sổ theo mẫu hiện hành rồi chép số liệu, hoặc dùng “Nâng cấp sổ”; cột lạ được giữ nguyên.",
      },
    ];
  },
};
