/** Unit prices against the spending norms other circulars set for training, travel and meetings. */
import { describeView, readParameter } from "../law/read.ts";
import type { CostLine } from "../plan/shapes.ts";
import { at, folded, money } from "./lib.ts";
import type { Hit, RuleContext } from "./types.ts";

export interface SpendingNorm {
  readonly parameter: string;
  /** Text of "Nội dung chi", folded. */
  readonly item: RegExp;
  /** Text of "Đơn vị tính", folded. */
  readonly unit: RegExp;
  /** The line's price may be this many times the figure, as numerator and denominator; 1 when absent. */
  readonly times?: (line: CostLine) => readonly [bigint, bigint];
  /** What the price is of, as in "Thù lao giảng viên". */
  readonly what: string;
}

const ONCE: readonly [bigint, bigint] = [1n, 1n];

/** Lines of one kind of expense whose unit price is above its norm at the as-of date; silent where no figure is known. */
export function spendingCap({ plan, law, asOf }: RuleContext, norm: SpendingNorm): Hit[] {
  if (asOf === null) return [];
  const reading = readParameter(law, norm.parameter, asOf);
  if (!reading.ok) return [];
  const { value, cite } = reading.value;
  return plan.costLines.flatMap((line): Hit[] => {
    if (line.unitPriceDong === null || line.supportDong === 0) return [];
    if (!norm.item.test(folded(line.item)) || !norm.unit.test(folded(line.unit))) return [];
    const [over, under] = norm.times?.(line) ?? ONCE;
    const mostDong = Number((BigInt(value) * over) / under);
    if (line.unitPriceDong <= mostDong) return [];
    return [
      {
        where: at(line, "unitPrice"),
        message: `${norm.what} cao hơn mức chi.`,
        found: money(line.unitPriceDong),
        expected: `không quá ${money(mostDong)}/${line.unit ?? "đơn vị"}`,
        differenceDong: line.unitPriceDong - mostDong,
        basis: describeView(cite),
        verified: cite.verified,
        remedy: "Hạ đơn giá, hoặc nêu quy định riêng của tỉnh, của đơn vị ở cột Ghi chú.",
      },
    ];
  });
}
