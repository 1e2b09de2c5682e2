import { PRINCIPLE } from "../kernel/citation.ts";
import { linesByCode, linkedCodes } from "../plan/linked.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcda034: Rule = {
  id: "KC-DA-034",
  severity: "warning",
  category: "danh-muc",
  stage: "cross-line",
  title: {
    vi: "Đề án liên kết không có trong kế hoạch",
    en: "A linked đề án is not in the plan",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DA-035", "KC-DA-036"],
  check: ({ plan }) => {
    const known = linesByCode(plan.deAn);
    return plan.deAn.flatMap((line): Hit[] => {
      const own = line.code?.toUpperCase();
      const wrong = linkedCodes(line.linkedTo).filter((code) => code === own || !known.has(code));
      return wrong.map((code) => ({
        where: at(line, "linkedTo"),
        message: code === own ? "Đề án liên kết với chính nó." : `Không có đề án ${code} trong sổ.`,
        found: code,
        expected: "mã một đề án khác ở KC_DeAn",
        remedy: "Sửa mã cho đúng, hoặc xóa; nhiều mã cách nhau bằng dấu chấm phẩy.",
      }));
    });
  },
};
