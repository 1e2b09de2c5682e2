import { PRINCIPLE } from "../kernel/citation.ts";
import { at, cellsOf } from "./lib.ts";
import { functionsIn } from "./references.ts";
import type { Hit, Rule } from "./types.ts";

const VOLATILE: ReadonlySet<string> = new Set(["TODAY", "NOW", "RAND", "RANDBETWEEN", "RANDARRAY"]);

export const kcso016: Rule = {
  id: "KC-SO-016",
  severity: "warning",
  category: "so-lam-viec",
  stage: "line",
  title: {
    vi: "Ô đổi số mỗi lần mở sổ",
    en: "A cell changes whenever the workbook is opened",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-TI-004"],
  check: ({ plan }) =>
    cellsOf(plan).formulas.flatMap(({ line, id, formula }): Hit[] => {
      const name = functionsIn(formula).find((one) => VOLATILE.has(one));
      if (name === undefined) return [];
      return [
        {
          where: at(line, id),
          message: `Công thức dùng ${name}() nên mai mở ra sẽ khác hôm nay; số đã gửi không tính lại được.`,
          found: formula,
          expected: "một giá trị cố định",
          remedy: "Gõ giá trị vào ô. Ngày tính là ngày cố định mà mọi mức hỗ trợ lấy theo.",
        },
      ];
    }),
};
