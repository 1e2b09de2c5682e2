import { PRINCIPLE } from "../kernel/citation.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcdk001: Rule = {
  id: "KC-DK-001",
  severity: "error",
  category: "dang-ky",
  stage: "cross-line",
  title: {
    vi: "Mã đăng ký không được trùng",
    en: "Demand codes must be unique",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DK-005"],
  check: ({ plan }) => {
    const first = new Map<string, number>();
    return plan.demands.flatMap((line): Hit[] => {
      const seen = line.code === null ? undefined : first.get(line.code);
      if (line.code !== null && seen === undefined) first.set(line.code, line.row);
      if (seen === undefined) return [];
      return [
        {
          where: at(line, "code"),
          message: `Mã “${line.code}” đã dùng ở dòng ${seen}.`,
          found: line.code ?? "",
          expected: "mã chưa dùng",
          remedy: "Đổi mã ở một trong hai dòng.",
        },
      ];
    });
  },
};
