import { day, formatDate } from "../kernel/date.ts";
import { OLD_PROVINCES } from "../law/old-provinces.ts";
import { MERGER_DATE } from "../law/places.ts";
import { findProvince, provinceKey } from "../law/province.ts";
import { atInfo } from "./lib.ts";
import type { Rule } from "./types.ts";

export const kcti007: Rule = {
  id: "KC-TI-007",
  severity: "warning",
  category: "danh-muc",
  stage: "line",
  title: {
    vi: "Tên tỉnh đã đổi sau sáp nhập",
    en: "The province's name ended with the mergers",
  },
  basis: { doc: "qd-19-2025-ttg" },
  from: day("2025-07-01"),
  to: null,
  related: ["KC-TI-003", "KC-DA-033"],
  check: ({ plan: { info }, asOf }) => {
    if (asOf === null || asOf < MERGER_DATE || info.province === null) return [];
    const today = findProvince(info.province);
    const key = provinceKey(info.province);
    const old = OLD_PROVINCES.find(({ name }) => provinceKey(name) === key);
    if (today === null || old === undefined || provinceKey(today.name) === key) return [];
    return [
      {
        where: atInfo(info, "province"),
        message: `${old.name} đã hợp nhất vào ${today.fullName} từ ${formatDate(MERGER_DATE)}.`,
        found: info.province,
        expected: today.name,
        remedy: `Ghi “${today.name}”; tên cũ chỉ dùng cho kế hoạch có ngày tính trước ${formatDate(MERGER_DATE)}.`,
        fix: today.name,
      },
    ];
  },
};
