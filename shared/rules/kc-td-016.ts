import { PRINCIPLE } from "../kernel/citation.ts";
import { formatQuantity, quantity } from "../kernel/quantity.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const DONE: ReadonlySet<string> = new Set(["Hoàn thành", "Đã nghiệm thu", "Đã quyết toán"]);
const WHOLE = quantity(100);

export const kctd016: Rule = {
  id: "KC-TD-016",
  severity: "warning",
  category: "tien-do",
  stage: "line",
  title: {
    vi: "Tình trạng không khớp khối lượng",
    en: "The state does not fit the progress",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-TD-003"],
  check: ({ plan }) =>
    plan.progress
      .filter(
        (line) =>
          line.percent !== null &&
          ((line.state !== null && DONE.has(line.state) && line.percent < WHOLE) ||
            (line.state === "Chưa bắt đầu" && line.percent > 0n)),
      )
      .map(
        (line): Hit => ({
          where: at(line, "percent"),
          message: `Tình trạng “${line.state}” nhưng khối lượng ${formatQuantity(line.percent ?? WHOLE)} %.`,
          found: `${formatQuantity(line.percent ?? WHOLE)} %`,
          expected: line.state === "Chưa bắt đầu" ? "0 %" : "100 %",
          remedy: "Sửa tình trạng hoặc khối lượng.",
        }),
      ),
};
