/** Cost lines of one item in one unit, for rules that hold a price against the others of its item. */
import { keptWith } from "../kernel/kept-with.ts";
import { foldKey } from "../kernel/text.ts";
import type { CostLine, Plan } from "../plan/shapes.ts";

type Group = readonly CostLine[];

/** Lines with a price, put together by item and unit, in the order of the sheet. */
export const pricedItems: (plan: Plan) => readonly Group[] = keptWith(groupByItem);

function groupByItem(plan: Plan): readonly Group[] {
  const groups = new Map<string, CostLine[]>();
  for (const line of plan.costLines) {
    if (line.item === null || line.unitPriceDong === null || line.unitPriceDong <= 0) continue;
    const key = `${foldKey(line.item)}|${foldKey(line.unit ?? "")}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  }
  return [...groups.values()];
}
