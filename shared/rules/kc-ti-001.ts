import { PRINCIPLE } from "../kernel/citation.ts";
import { INFO_SHEET_NAME, atInfo, isBlank } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const REQUIRED = [
  { id: "province", label: "Tỉnh, thành phố" },
  { id: "organisation", label: "Đơn vị lập" },
  { id: "year", label: "Năm kế hoạch" },
  { id: "asOf", label: "Ngày tính" },
] as const;

export const kcti001: Rule = {
  id: "KC-TI-001",
  severity: "error",
  category: "day-du",
  stage: "shape",
  title: {
    vi: "Thông tin chung phải đủ tỉnh, đơn vị, năm, ngày tính",
    en: "General information must name province, organisation, year and as-of date",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: [],
  check: ({ plan }) =>
    REQUIRED.filter(({ id }) => isBlank(plan.info.cells[id])).map(
      ({ id, label }): Hit => ({
        where: atInfo(plan.info, id),
        message: `Chưa điền “${label}”.`,
        found: "(trống)",
        expected: label,
        remedy: `Điền “${label}” ở trang ${INFO_SHEET_NAME}.`,
      }),
    ),
};
