import { PRINCIPLE } from "../kernel/citation.ts";
import { linesByCode, linkedCodes, sharedTraits } from "../plan/linked.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcda036: Rule = {
  id: "KC-DA-036",
  severity: "info",
  category: "bat-thuong",
  stage: "cross-line",
  title: {
    vi: "Đề án liên kết không có gì chung",
    en: "Linked đề án have nothing in common",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DA-034"],
  check: ({ plan }) => {
    const known = linesByCode(plan.deAn);
    return plan.deAn.flatMap((line) =>
      linkedCodes(line.linkedTo).flatMap((code): Hit[] => {
        const other = known.get(code);
        if (other === undefined || other === line || sharedTraits(line, other).length > 0) return [];
        return [
          {
            where: at(line, "linkedTo"),
            message: `Đề án này và ${code} không ghi cùng ngành nghề, địa bàn hay đơn vị thụ hưởng.`,
            found: code,
            expected: "ít nhất một điểm chung để làm cùng nhau",
            remedy: "Điền ngành nghề, địa bàn, đơn vị thụ hưởng cho đủ; hoặc bỏ liên kết.",
          },
        ];
      }),
    );
  },
};
