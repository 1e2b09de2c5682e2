import { divideRounded, dong } from "../kernel/money.ts";
import { QUANTITY_SCALE, quantity } from "../kernel/quantity.ts";
import { foldText } from "../kernel/text.ts";
import { describeView, readParameter } from "../law/read.ts";
import type { Reading } from "../law/types.ts";
import type { CostLine, DeAnLine } from "../plan/shapes.ts";
import { linesOfDeAn, sumCostLines } from "../plan/totals.ts";
import { at, money } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

/** Items that name the unit's own management, not support whose subject is management ("tư vấn quản lý sản xuất"). */
const MANAGEMENT = /^chi (phi )?(cong tac )?quan ly|^quan ly (de an|chung)/;

function excess(line: DeAnLine, items: readonly CostLine[], totalDong: number, rate: Reading): Hit[] {
  const [first] = items;
  const spent = items.reduce((sum, item) => sum + BigInt(item.supportDong ?? 0), 0n);
  const most = divideRounded(BigInt(totalDong) * quantity(rate.value), 100n * QUANTITY_SCALE, "down");
  if (first === undefined || spent <= most) return [];
  const percent = String(rate.value).replace(".", ",");
  const certain = rate.cite.verified === "text" && line.fund === "QG";
  const over = dong(Number(spent - most));
  return [
    {
      where: at(first, "support"),
      message: `Chi quản lý của đề án “${line.code ?? ""}” vượt ${percent} % dự toán đề án (${money(totalDong)}).`,
      found: money(Number(spent)),
      expected: `không quá ${money(Number(most))}`,
      differenceDong: over,
      basis: describeView(rate.cite),
      remedy: `Giảm khoản chi quản lý ít nhất ${money(over)}, hoặc chi từ nguồn của đơn vị.`,
      severity: certain ? "error" : "warning",
      verified: rate.cite.verified,
    },
  ];
}

export const kcnv005: Rule = {
  id: "KC-NV-005",
  severity: "error",
  category: "muc-ho-tro",
  stage: "cross-line",
  title: {
    vi: "Chi quản lý của đơn vị thực hiện không vượt tỷ lệ cho phép",
    en: "The implementing unit's management costs stay within their share",
  },
  basis: { doc: "ttlt-26-2014", article: "6", clause: "2", point: "s" },
  from: null,
  to: null,
  related: ["KC-MH-001"],
  figures: ["QUAN-LY-DON-VI.TY-LE"],
  check: ({ plan, law, asOf }) => {
    if (asOf === null) return [];
    const rate = readParameter(law, "QUAN-LY-DON-VI.TY-LE", asOf);
    if (!rate.ok) return [];
    const sums = sumCostLines(plan);
    return plan.deAn.flatMap((line) => {
      const sum = line.code === null ? undefined : sums.get(line.code);
      if (sum === undefined || line.kind?.startsWith("QUAN-LY-") === true) return [];
      const items = linesOfDeAn(plan, line.code ?? "").filter(
        ({ item }) => item !== null && MANAGEMENT.test(foldText(item)),
      );
      return excess(line, items, sum.totalDong, rate.value);
    });
  },
};
