import { day } from "../kernel/date.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kctd013: Rule = {
  id: "KC-TD-013",
  severity: "warning",
  category: "tien-do",
  stage: "line",
  title: {
    vi: "Chậm hoặc dừng mà chưa nêu lý do",
    en: "Late or stopped without a reason",
  },
  basis: { doc: "tt-36-2013-bct", article: "11", clause: "1" },
  from: day("2014-02-10"),
  to: null,
  related: ["KC-TD-011"],
  check: ({ plan }) =>
    plan.progress
      .filter(
        (line) =>
          (line.state === "Chậm" || line.state === "Dừng") &&
          line.problem === null &&
          line.addressOf["problem"] !== undefined,
      )
      .map(
        (line): Hit => ({
          where: at(line, "problem"),
          message: `Tình trạng “${line.state}” nhưng chưa nêu vướng mắc.`,
          found: "(trống)",
          expected: "lý do",
          remedy: "Nêu lý do; đề nghị điều chỉnh hoặc ngừng đề án phải nêu rõ lý do.",
        }),
      ),
};
