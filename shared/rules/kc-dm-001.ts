import { day } from "../kernel/date.ts";
import { at } from "./lib.ts";
import { normsOf } from "./norms.ts";
import type { Hit, Rule } from "./types.ts";

export const kcdm001: Rule = {
  id: "KC-DM-001",
  severity: "warning",
  category: "dinh-muc",
  stage: "cross-line",
  title: {
    vi: "Định mức phải có phần lao động",
    en: "A norm needs its labour part",
  },
  basis: { doc: "tt-47-2018-bct", article: "7", clause: "1" },
  from: day("2019-01-01"),
  to: null,
  related: ["KC-DM-002"],
  check: ({ plan }) =>
    [...normsOf(plan).values()].flatMap((lines): Hit[] => {
      const [first] = lines;
      if (first === undefined || lines.some(({ type }) => type === "NC" || type === null)) return [];
      return [
        {
          where: at(first, "code"),
          message: `Định mức ${first.code ?? ""} không có dòng nhân công (NC).`,
          found: "0 dòng nhân công",
          expected: "định mức lao động, vật tư và máy móc, thiết bị",
          remedy: "Thêm thời gian làm việc của người trực tiếp thực hiện dịch vụ.",
        },
      ];
    }),
};
