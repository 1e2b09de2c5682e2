import { day } from "../kernel/date.ts";
import { foldKey } from "../kernel/text.ts";
import type { NormSheetLine } from "../plan/shapes.ts";
import { at, listed } from "./lib.ts";
import type { Rule } from "./types.ts";

/** Tools are priced as materials. */
const priceType = ({ type }: NormSheetLine) => (type === "DC" ? "VL" : type);

export const kcdg002: Rule = {
  id: "KC-DG-002",
  severity: "info",
  category: "dat-hang",
  stage: "cross-line",
  title: {
    vi: "Hao phí của định mức chưa có giá",
    en: "A consumption of a norm has no price",
  },
  basis: { doc: "tt-17-2024-btc", article: "5", clause: "2", note: "điểm 2.4" },
  from: day("2024-05-01"),
  to: null,
  related: ["KC-DH-001", "KC-DG-001"],
  check: ({ plan }) => {
    const priced = new Set(
      plan.priceLines.map(
        ({ type, resource }) => `${type}|${resource === "*" ? "*" : foldKey(resource ?? "")}`,
      ),
    );
    const without = plan.normLines.filter(
      (line) =>
        line.resource !== null &&
        line.unit !== "%" &&
        line.type !== null &&
        line.coefficient === null &&
        !priced.has(`${priceType(line)}|${foldKey(line.resource)}`) &&
        !priced.has(`${priceType(line)}|*`),
    );
    const [first] = without;
    if (first === undefined) return [];
    return [
      {
        where: at(first, "resource"),
        message: `${without.length} hao phí chưa có giá ở KC_DonGia: ${listed([...new Set(without.map(({ resource }) => resource ?? ""))])}.`,
        found: "không có dòng giá",
        expected: "giá và nguồn giá của từng hao phí",
        remedy: "Thêm giá; chưa có đơn giá do cấp có thẩm quyền ban hành thì dịch vụ chưa đặt hàng được.",
      },
    ];
  },
};
