import { day } from "../kernel/date.ts";
import { foldText } from "../kernel/text.ts";
import { findProvince } from "../law/province.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const DISTRICT = /^(huyen|quan|thi xa|thanh pho|tx\.?|tp\.?) /;

export const kcda031: Rule = {
  id: "KC-DA-031",
  severity: "warning",
  category: "danh-muc",
  stage: "line",
  title: {
    vi: "Địa bàn ghi theo cấp huyện đã kết thúc",
    en: "The place names a district, a level that has ended",
  },
  basis: { doc: "qd-19-2025-ttg" },
  from: day("2025-07-01"),
  to: null,
  related: ["KC-DA-013", "KC-DA-032"],
  check: ({ plan, asOf }) => {
    if (asOf === null) return [];
    return plan.deAn.flatMap((line): Hit[] => {
      if (line.place === null) return [];
      const [first = ""] = line.place.split(",");
      if (!DISTRICT.test(foldText(first)) || findProvince(first) !== null) return [];
      return [
        {
          where: at(line, "place"),
          message: `“${first.trim()}” là đơn vị cấp huyện; từ 01/07/2025 chỉ còn tỉnh và xã, phường, đặc khu.`,
          found: line.place,
          expected: "tên xã, phường, đặc khu",
          remedy: "Ghi xã, phường, đặc khu nơi cơ sở đặt trụ sở sản xuất; dùng KC.DIABAN để tra mã.",
        },
      ];
    });
  },
};
