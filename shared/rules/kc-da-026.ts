import { day } from "../kernel/date.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcda026: Rule = {
  id: "KC-DA-026",
  severity: "warning",
  category: "phap-ly",
  stage: "line",
  title: {
    vi: "Hỗ trợ thành lập doanh nghiệp chỉ ở địa bàn khó khăn",
    en: "New enterprises are supported only in difficult areas",
  },
  basis: {
    doc: "ttlt-26-2014",
    article: "6",
    clause: "2",
    point: "a",
    note: "từ 11/05/2018 theo Thông tư 28/2018/TT-BTC, chưa đối chiếu nguyên văn",
  },
  from: day("2014-04-08"),
  to: null,
  related: ["KC-DA-027", "KC-MH-001"],
  check: ({ plan }) =>
    plan.deAn
      .filter((line) => line.kind === "LAP-DN" && !line.priority)
      .map(
        (line): Hit => ({
          where: at(line, "priority"),
          message:
            "Mức hỗ trợ thành lập doanh nghiệp chỉ dành cho địa bàn khó khăn và đặc biệt khó khăn; đề án chưa ghi UT.",
          found: "(trống)",
          expected: "UT, cùng tên địa bàn",
          remedy:
            "Ghi UT nếu địa bàn thuộc diện này và nêu căn cứ ở Ghi chú; nếu không, đề án không đủ điều kiện.",
        }),
      ),
};
