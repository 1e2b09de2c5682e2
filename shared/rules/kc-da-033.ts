import { day, formatDate } from "../kernel/date.ts";
import { OLD_PROVINCES } from "../law/old-provinces.ts";
import { MERGER_DATE } from "../law/places.ts";
import { findProvince, provinceKey } from "../law/province.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcda033: Rule = {
  id: "KC-DA-033",
  severity: "warning",
  category: "danh-muc",
  stage: "line",
  title: {
    vi: "Địa bàn kèm tên tỉnh đã đổi sau sáp nhập",
    en: "The place carries a province's former name",
  },
  basis: { doc: "qd-19-2025-ttg" },
  from: day("2025-07-01"),
  to: null,
  related: ["KC-TI-007", "KC-DA-031"],
  check: ({ plan, asOf }) => {
    if (asOf === null || asOf < MERGER_DATE) return [];
    return plan.deAn.flatMap((line): Hit[] => {
      const comma = line.place?.lastIndexOf(",") ?? -1;
      if (line.place === null || comma < 0) return [];
      const typed = line.place.slice(comma + 1);
      const today = findProvince(typed);
      const key = provinceKey(typed);
      const isOld = OLD_PROVINCES.some(({ name }) => provinceKey(name) === key);
      if (today === null || !isOld || provinceKey(today.name) === key) return [];
      const written = `${line.place.slice(0, comma)}, ${today.name}`;
      return [
        {
          where: at(line, "place"),
          message: `${typed.trim()} nay thuộc ${today.fullName} (từ ${formatDate(MERGER_DATE)}).`,
          found: line.place,
          expected: written,
          remedy: "Ghi tên tỉnh hiện nay.",
          fix: written,
        },
      ];
    });
  },
};
