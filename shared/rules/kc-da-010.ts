import { PRINCIPLE } from "../kernel/citation.ts";
import { QUANTITY_SCALE, formatQuantity } from "../kernel/quantity.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcda010: Rule = {
  id: "KC-DA-010",
  severity: "error",
  category: "kieu-du-lieu",
  stage: "line",
  title: {
    vi: "Số lượng phải là số nguyên dương",
    en: "The count must be a positive whole number",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: [],
  check: ({ plan }) =>
    plan.deAn
      .filter((line) => line.count !== null && (line.count <= 0n || line.count % QUANTITY_SCALE !== 0n))
      .map(
        (line): Hit => ({
          where: at(line, "count"),
          message: "Số lượng mô hình, cơ sở, gian hàng… phải là số nguyên dương.",
          found: line.count === null ? "" : formatQuantity(line.count),
          expected: "1, 2, 3…",
          remedy: "Sửa số lượng; mức hỗ trợ tối đa nhân theo số này.",
        }),
      ),
};
