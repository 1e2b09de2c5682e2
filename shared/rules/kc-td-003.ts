import { PRINCIPLE } from "../kernel/citation.ts";
import { quantity } from "../kernel/quantity.ts";
import { at, shown } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const WHOLE = quantity(100);

export const kctd003: Rule = {
  id: "KC-TD-003",
  severity: "error",
  category: "tien-do",
  stage: "line",
  title: {
    vi: "Khối lượng phải từ 0 đến 100 %, số tiền không âm",
    en: "Progress is 0 to 100 per cent, amounts are not negative",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-TD-004"],
  check: ({ plan }) =>
    plan.progress.flatMap((line): Hit[] => {
      const hits: Hit[] = [];
      const report = (id: string, expected: string) =>
        hits.push({
          where: at(line, id),
          message: "Số ở ô này nằm ngoài khoảng có thể.",
          found: shown(line.cells[id]),
          expected,
          remedy: "Sửa số; khối lượng và số tiền đều là lũy kế.",
        });
      if (line.percent !== null && (line.percent < 0n || line.percent > WHOLE))
        report("percent", "từ 0 đến 100");
      for (const [id, amount] of [
        ["spent", line.spentDong],
        ["advanced", line.advancedDong],
        ["paid", line.paidDong],
      ] as const)
        if (amount !== null && amount < 0) report(id, "từ 0 đ trở lên");
      return hits;
    }),
};
