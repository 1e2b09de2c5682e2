import { PRINCIPLE } from "../kernel/citation.ts";
import { foldKey } from "../kernel/text.ts";
import type { ProductLine } from "../plan/shapes.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcsp016: Rule = {
  id: "KC-SP-016",
  severity: "warning",
  category: "san-pham",
  stage: "cross-line",
  title: {
    vi: "Một mã sản phẩm mang hai tên hoặc hai cơ sở",
    en: "One code, two names or producers",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-SP-015", "KC-SP-017"],
  check: ({ plan }) => {
    const first = new Map<string, ProductLine>();
    return plan.products.flatMap((line): Hit[] => {
      const seen = line.code === null ? undefined : first.get(line.code);
      if (line.code !== null && seen === undefined) first.set(line.code, line);
      if (seen === undefined) return [];
      return (["name", "producer"] as const)
        .filter((id) => line[id] !== null && seen[id] !== null && foldKey(line[id]) !== foldKey(seen[id]))
        .map(
          (id): Hit => ({
            where: at(line, id),
            message: `Mã ${line.code} ở dòng ${seen.row} ghi “${seen[id]}”; không truy được sản phẩm qua các cấp.`,
            found: line[id] ?? "",
            expected: seen[id] ?? "",
            remedy: "Ghi cùng tên, cùng cơ sở ở mọi cấp; sản phẩm khác thì dùng mã khác.",
          }),
        );
    });
  },
};
