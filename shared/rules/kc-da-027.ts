import { day } from "../kernel/date.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcda027: Rule = {
  id: "KC-DA-027",
  severity: "info",
  category: "muc-ho-tro",
  stage: "line",
  title: {
    vi: "Ghi UT mà chưa nêu căn cứ ưu tiên",
    en: "UT without its reason",
  },
  basis: { doc: "tt-46-2012-bct", article: "6" },
  from: day("2013-02-10"),
  to: null,
  related: ["KC-MH-001"],
  check: ({ plan }) =>
    plan.deAn
      .filter((line) => line.priority && line.note === null && line.source === null)
      .map(
        (line): Hit => ({
          where: at(line, "note"),
          message:
            "Hệ số ưu tiên đang được dùng để nâng mức hỗ trợ nhưng chưa nêu địa bàn hoặc ngành nghề ưu tiên nào.",
          found: "(trống)",
          expected: "tên địa bàn hoặc ngành nghề ưu tiên và văn bản",
          remedy:
            "Nêu căn cứ ở Ghi chú hoặc Nguồn số liệu. Hệ số 1,5 là mức trần, do danh mục của Bộ quyết định.",
        }),
      ),
};
