import { PRINCIPLE } from "../kernel/citation.ts";
import { at, money } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcdt005: Rule = {
  id: "KC-DT-005",
  severity: "error",
  category: "kieu-du-lieu",
  stage: "line",
  title: {
    vi: "Đơn giá phải lớn hơn 0",
    en: "A unit price must be above zero",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: [],
  check: ({ plan }) =>
    plan.costLines
      .filter((line) => line.unitPriceDong !== null && line.unitPriceDong <= 0)
      .map(
        (line): Hit => ({
          where: at(line, "unitPrice"),
          message: "Đơn giá phải lớn hơn 0.",
          found: money(line.unitPriceDong ?? 0),
          expected: "số nguyên đồng dương",
          remedy: "Điền đơn giá theo báo giá, hợp đồng hoặc quyết định giá.",
        }),
      ),
};
