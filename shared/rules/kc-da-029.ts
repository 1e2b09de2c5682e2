import { day } from "../kernel/date.ts";
import { foldKey } from "../kernel/text.ts";
import { findProvince } from "../law/province.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const MOST = 2;

export const kcda029: Rule = {
  id: "KC-DA-029",
  severity: "warning",
  category: "phap-ly",
  stage: "cross-line",
  title: {
    vi: "Mô hình trình diễn quốc gia: mỗi địa bàn huyện một công nghệ mới và một sản phẩm mới",
    en: "National models: one new technology and one new product a district",
  },
  basis: {
    doc: "tt-20-2017-bct",
    note: "đọc qua nguồn thứ cấp, chưa đối chiếu; từ 01/07/2025 không còn cấp huyện",
  },
  from: day("2017-09-29"),
  to: day("2025-06-30"),
  related: ["KC-MH-001"],
  check: ({ plan, asOf }) => {
    if (asOf === null) return [];
    const count = new Map<string, number>();
    return plan.deAn.flatMap((line): Hit[] => {
      if (line.kind !== "MO-HINH" || line.fund !== "QG" || line.place === null) return [];
      if (findProvince(line.place) !== null) return [];
      const key = foldKey(line.place);
      const models = (count.get(key) ?? 0) + 1;
      count.set(key, models);
      if (models <= MOST) return [];
      return [
        {
          where: at(line, "place"),
          message: `Đây là mô hình trình diễn thứ ${models} bằng nguồn quốc gia ở “${line.place}”.`,
          found: `${models} mô hình`,
          expected: "một mô hình công nghệ mới và một mô hình sản phẩm mới trên một địa bàn cấp huyện",
          remedy: "Chuyển bớt sang nguồn địa phương hoặc địa bàn chưa có mô hình.",
        },
      ];
    });
  },
};
