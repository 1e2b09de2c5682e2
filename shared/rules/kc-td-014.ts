import { day } from "../kernel/date.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kctd014: Rule = {
  id: "KC-TD-014",
  severity: "warning",
  category: "tien-do",
  stage: "line",
  title: {
    vi: "Nghiệm thu, quyết toán phải ghi văn bản",
    en: "Acceptance and settlement must name their paper",
  },
  basis: { doc: "tt-36-2013-bct", article: "18" },
  from: day("2014-02-10"),
  to: null,
  related: ["KC-TD-008"],
  check: ({ plan }) =>
    plan.progress
      .filter(
        (line) =>
          (line.state === "Đã nghiệm thu" || line.state === "Đã quyết toán") &&
          line.paper === null &&
          line.addressOf["paper"] !== undefined,
      )
      .map(
        (line): Hit => ({
          where: at(line, "paper"),
          message: `“${line.state}” nhưng chưa ghi biên bản hoặc quyết định nào.`,
          found: "(trống)",
          expected: "số và ngày biên bản nghiệm thu, biên bản thanh lý hoặc biểu quyết toán",
          remedy: "Ghi số, ngày văn bản ở cột này.",
        }),
      ),
};
