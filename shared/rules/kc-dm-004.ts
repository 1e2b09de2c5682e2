import { day } from "../kernel/date.ts";
import { at } from "./lib.ts";
import { normsOf } from "./norms.ts";
import type { Hit, Rule } from "./types.ts";

const FIELDS = [
  { id: "process", label: "quy trình cung cấp dịch vụ" },
  { id: "quality", label: "tiêu chí, tiêu chuẩn chất lượng dịch vụ" },
] as const;

export const kcdm004: Rule = {
  id: "KC-DM-004",
  severity: "warning",
  category: "dinh-muc",
  stage: "cross-line",
  title: {
    vi: "Định mức chưa kèm quy trình và tiêu chí chất lượng",
    en: "A norm lacks its process or quality criteria",
  },
  basis: { doc: "tt-47-2018-bct", article: "9", clause: "2", point: "c" },
  from: day("2019-01-01"),
  to: null,
  related: ["KC-DM-003"],
  check: ({ plan }) =>
    [...normsOf(plan).values()].flatMap((lines): Hit[] => {
      const [first] = lines;
      if (first === undefined) return [];
      return FIELDS.filter(
        ({ id }) => first.addressOf[id] !== undefined && lines.every((line) => line[id] === null),
      ).map(
        ({ id, label }): Hit => ({
          where: at(first, id),
          message: `Định mức ${first.code ?? ""} chưa có ${label}.`,
          found: "(trống)",
          expected: label,
          remedy:
            "Ghi ở dòng đầu của định mức; phải xây dựng cùng định mức và là căn cứ nghiệm thu khi đặt hàng.",
        }),
      );
    }),
};
