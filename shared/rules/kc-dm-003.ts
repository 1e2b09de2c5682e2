import { day } from "../kernel/date.ts";
import { at, listed } from "./lib.ts";
import { normsOf } from "./norms.ts";
import type { Hit, Rule } from "./types.ts";

export const kcdm003: Rule = {
  id: "KC-DM-003",
  severity: "info",
  category: "dinh-muc",
  stage: "cross-line",
  title: {
    vi: "Vật tư, máy móc chưa ghi yêu cầu kỹ thuật",
    en: "Materials or machines lack their requirements",
  },
  basis: { doc: "tt-47-2018-bct", article: "7", clause: "2", point: "d" },
  from: day("2019-01-01"),
  to: null,
  related: ["KC-DM-004"],
  check: ({ plan }) =>
    [...normsOf(plan).values()].flatMap((lines): Hit[] => {
      const without = lines.filter(
        (line) =>
          (line.type === "VL" || line.type === "M") &&
          line.unit !== "%" &&
          line.requirement === null &&
          line.addressOf["requirement"] !== undefined,
      );
      const [first] = without;
      if (first === undefined) return [];
      return [
        {
          where: at(first, "requirement"),
          message: `Định mức ${first.code ?? ""} còn ${without.length} dòng vật tư, máy chưa ghi thông số: ${listed(without.map(({ resource }) => resource ?? ""))}.`,
          found: "(trống)",
          expected: "thông số kỹ thuật cơ bản",
          remedy: "Mô tả quy cách vật tư, công suất và thông số chính của máy.",
        },
      ];
    }),
};
