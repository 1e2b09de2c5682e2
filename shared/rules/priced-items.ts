/** Cost lines of one item in one unit, for rules that hold a price against the others of its item. */
import { grouped } from "../kernel/grouped.ts";
import { keptWith } from "../kernel/kept-with.ts";
import { foldKey } from "../kernel/text.ts";
import type { CostLine, Plan } from "../plan/shapes.ts";

type Group = readonly CostLine[];

/** Lines with a price, put together by item and unit, in the order of the sheet. */
export const pricedItems: (plan: Plan) => readonly Group[] = keptWith(groupByItem);

function groupByItem(plan: Plan): readonly Group[] {
  const priced = plan.costLines.filter(
    ({ item, unitPriceDong }) => item !== null && unitPriceDong !== null && unitPriceDong > 0,
  );
  const groups = grouped(priced, ({ item, unit }) => `${foldKey(item ?? "")}|${foldKey(unit ?? "")}`);
  return [...groups.values()];
}
