import { day } from "../kernel/date.ts";
import { at, money } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcdt012: Rule = {
  id: "KC-DT-012",
  severity: "warning",
  category: "nguon-von",
  stage: "line",
  title: {
    vi: "Nguồn khác phải ghi tên nguồn",
    en: "Another source must be named",
  },
  basis: { doc: "tt-36-2013-bct", article: "5", clause: "6", note: "Mẫu số 1, cột 5" },
  from: day("2014-02-10"),
  to: null,
  related: ["KC-NV-001", "KC-DT-013"],
  check: ({ plan }) =>
    plan.costLines
      .filter((line) => line.otherDong !== null && line.otherDong > 0 && line.note === null)
      .map(
        (line): Hit => ({
          where: at(line, "note"),
          message: `Có ${money(line.otherDong ?? 0)} từ nguồn khác nhưng chưa ghi là nguồn nào.`,
          found: "(trống)",
          expected: "tên nguồn, ví dụ vốn vay ngân hàng",
          remedy: "Ghi tên nguồn ở cột Ghi chú, như cột 5 Mẫu số 1.",
        }),
      ),
};
