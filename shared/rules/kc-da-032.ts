import { PRINCIPLE } from "../kernel/citation.ts";
import { findProvince } from "../law/province.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

/** Fairs, votes and study trips go where they are held. */
const NATIONWIDE: ReadonlySet<string> = new Set([
  "HOI-CHO",
  "GIAN-HANG",
  "HOI-CHO-NN",
  "KHAO-SAT-NN",
  "BINH-CHON-KV",
  "BINH-CHON-QG",
  "HIEP-HOI-VUNG",
  "HIEP-HOI-QG",
]);

export const kcda032: Rule = {
  id: "KC-DA-032",
  severity: "warning",
  category: "danh-muc",
  stage: "line",
  title: {
    vi: "Địa bàn ở tỉnh khác với tỉnh của kế hoạch",
    en: "The place lies in another province",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DA-013", "KC-TI-003"],
  check: ({ plan }) => {
    const own = plan.info.province === null ? null : findProvince(plan.info.province);
    if (own === null) return [];
    return plan.deAn.flatMap((line): Hit[] => {
      if (line.place === null || NATIONWIDE.has(line.kind ?? "")) return [];
      const named = findProvince(line.place.slice(line.place.lastIndexOf(",") + 1));
      if (named === null || named.code === own.code) return [];
      return [
        {
          where: at(line, "place"),
          message: `Địa bàn ghi ${named.fullName}, kế hoạch là của ${own.fullName}.`,
          found: line.place,
          expected: own.name,
          remedy: "Kiểm tra địa bàn; đề án ở nhiều tỉnh do đơn vị khác đăng ký.",
        },
      ];
    });
  },
};
