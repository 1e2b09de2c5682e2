import { day } from "../kernel/date.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const NATIONAL: ReadonlySet<string> = new Set(["BINH-CHON-KV", "BINH-CHON-QG", "THUONG-KV", "THUONG-QG"]);

export const kcda025: Rule = {
  id: "KC-DA-025",
  severity: "warning",
  category: "nguon-von",
  stage: "line",
  title: {
    vi: "Bình chọn, thưởng cấp khu vực và quốc gia dùng nguồn quốc gia",
    en: "Regional and national votes are paid by the national fund",
  },
  basis: { doc: "tt-26-2014-bct", article: "19", clause: "2" },
  from: day("2014-10-21"),
  to: null,
  related: ["KC-DA-005"],
  check: ({ plan }) =>
    plan.deAn
      .filter((line) => line.kind !== null && NATIONAL.has(line.kind) && line.fund === "ĐP")
      .map(
        (line): Hit => ({
          where: at(line, "fund"),
          message:
            "Bình chọn và thưởng sản phẩm cấp khu vực, quốc gia được chi từ kinh phí khuyến công quốc gia.",
          found: "ĐP",
          expected: "QG",
          remedy: "Chuyển sang nguồn QG, hoặc chọn lại loại hỗ trợ nếu là bình chọn cấp tỉnh.",
        }),
      ),
};
