import { day } from "../kernel/date.ts";
import { divideRounded } from "../kernel/money.ts";
import { QUANTITY_SCALE, quantity } from "../kernel/quantity.ts";
import { describeView, readParameter } from "../law/read.ts";
import { FUNDS } from "../plan/shapes.ts";
import { computePlanTotals, sumCostLines } from "../plan/totals.ts";
import { at, money } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcnv007: Rule = {
  id: "KC-NV-007",
  severity: "error",
  category: "muc-ho-tro",
  stage: "cross-line",
  title: {
    vi: "Chi quản lý của cơ quan quản lý không vượt tỷ lệ của kinh phí được giao",
    en: "The managing body's costs stay within their share of the yearly fund",
  },
  basis: { doc: "ttlt-26-2014", article: "6", clause: "2", point: "s" },
  from: day("2014-04-08"),
  to: null,
  related: ["KC-NV-005", "KC-MH-001"],
  figures: ["QUAN-LY-CO-QUAN.TY-LE"],
  check: ({ plan, law, asOf }) => {
    if (asOf === null) return [];
    const rate = readParameter(law, "QUAN-LY-CO-QUAN.TY-LE", asOf);
    if (!rate.ok) return [];
    const totals = computePlanTotals(plan);
    const sums = sumCostLines(plan);
    return FUNDS.flatMap((fund): Hit[] => {
      const lines = plan.deAn.filter((line) => line.kind === "QUAN-LY-CO-QUAN" && line.fund === fund);
      const given = fund === "QG" ? plan.info.nationalBudgetDong : plan.info.localBudgetDong;
      const baseDong = given ?? totals.byFund[fund].supportDong;
      const spent = lines.reduce((sum, { code }) => sum + BigInt(sums.get(code ?? "")?.supportDong ?? 0), 0n);
      const most = divideRounded(
        BigInt(baseDong) * quantity(rate.value.value),
        100n * QUANTITY_SCALE,
        "down",
      );
      const [first] = lines;
      if (first === undefined || spent <= most) return [];
      const percent = String(rate.value.value).replace(".", ",");
      return [
        {
          where: at(first, "support"),
          message: `Chi quản lý của cơ quan quản lý vượt ${percent} % kinh phí ${fund === "QG" ? "quốc gia" : "địa phương"} ${given === null ? "của kế hoạch" : "được giao"} (${money(baseDong)}).`,
          found: money(Number(spent)),
          expected: `không quá ${money(Number(most))}`,
          differenceDong: Number(spent - most),
          basis: describeView(rate.value.cite),
          // Local levels are the province's own; the national share only compares.
          verified: fund === "QG" ? rate.value.cite.verified : "secondary",
          remedy: `Giảm ít nhất ${money(Number(spent - most))}, hoặc chi từ nguồn khác của cơ quan.`,
        },
      ];
    });
  },
};
