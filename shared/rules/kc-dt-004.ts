import { PRINCIPLE } from "../kernel/citation.ts";
import { formatQuantity } from "../kernel/quantity.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcdt004: Rule = {
  id: "KC-DT-004",
  severity: "error",
  category: "kieu-du-lieu",
  stage: "line",
  title: {
    vi: "Số lượng phải lớn hơn 0",
    en: "A quantity must be above zero",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: [],
  check: ({ plan }) =>
    plan.costLines
      .filter((line) => line.quantity !== null && line.quantity <= 0n)
      .map(
        (line): Hit => ({
          where: at(line, "quantity"),
          message: "Số lượng phải lớn hơn 0.",
          found: line.quantity === null ? "" : formatQuantity(line.quantity),
          expected: "số dương",
          remedy: "Sửa số lượng, hoặc xóa dòng nếu không còn khoản chi.",
        }),
      ),
};
