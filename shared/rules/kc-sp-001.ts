import { PRINCIPLE } from "../kernel/citation.ts";
import { at, isBlank, shown } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const REQUIRED = [
  { id: "code", field: "code", label: "Mã sản phẩm" },
  { id: "name", field: "name", label: "Tên sản phẩm" },
  { id: "producer", field: "producer", label: "Cơ sở sản xuất" },
  { id: "level", field: "level", label: "Cấp bình chọn" },
] as const;

export const kcsp001: Rule = {
  id: "KC-SP-001",
  severity: "error",
  category: "san-pham",
  stage: "shape",
  title: {
    vi: "Sản phẩm phải có mã, tên, cơ sở sản xuất và cấp bình chọn",
    en: "A product needs its code, name, producer and level",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-SP-002"],
  check: ({ plan }) =>
    plan.products.flatMap((line) =>
      REQUIRED.filter(({ id, field }) => line.addressOf[id] !== undefined && line[field] === null).map(
        ({ id, label }): Hit => ({
          where: at(line, id),
          message: isBlank(line.cells[id])
            ? `Dòng ${line.row} chưa có “${label}”.`
            : `“${label}” không đọc được.`,
          found: shown(line.cells[id]),
          expected: id === "level" ? "Huyện, Tỉnh, Khu vực hoặc Quốc gia" : label,
          remedy: `Điền “${label}”.`,
        }),
      ),
    ),
};
