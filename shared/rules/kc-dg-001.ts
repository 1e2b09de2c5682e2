import { PRINCIPLE } from "../kernel/citation.ts";
import { formatDate } from "../kernel/date.ts";
import { foldKey } from "../kernel/text.ts";
import type { PriceSheetLine } from "../plan/shapes.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

/** What the price is of. */
const priceKey = ({ type, resource }: PriceSheetLine): string => `${type ?? ""}|${foldKey(resource ?? "")}`;

export const kcdg001: Rule = {
  id: "KC-DG-001",
  severity: "warning",
  category: "dinh-muc",
  stage: "line",
  title: {
    vi: "Giá không áp dụng tại ngày tính",
    en: "The price does not hold at the as-of date",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DG-002"],
  check: ({ plan, asOf }) => {
    if (asOf === null) return [];
    const holds = (line: PriceSheetLine) =>
      (line.from === null || line.from <= asOf) && (line.to === null || asOf <= line.to);
    const priced = new Set(plan.priceLines.filter(holds).map(priceKey));
    return plan.priceLines
      .filter((line) => !holds(line) && !priced.has(priceKey(line)))
      .map(
        (line): Hit => ({
          where: at(line, line.from !== null && line.from > asOf ? "from" : "to"),
          message: `Giá của “${line.resource ?? ""}” không áp dụng ngày ${formatDate(asOf)}, và không có giá khác cho ngày đó.`,
          found:
            line.from !== null && line.from > asOf
              ? formatDate(line.from)
              : line.to === null
                ? ""
                : formatDate(line.to),
          expected: `áp dụng ngày ${formatDate(asOf)}`,
          remedy: "Thêm giá đang áp dụng, hoặc sửa ngày.",
        }),
      );
  },
};
