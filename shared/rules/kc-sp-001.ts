import { PRINCIPLE } from "../kernel/citation.ts";
import { unreadHits } from "./lib.ts";
import type { Rule } from "./types.ts";

const REQUIRED = [
  { id: "code", label: "Mã sản phẩm" },
  { id: "name", label: "Tên sản phẩm" },
  { id: "producer", label: "Cơ sở sản xuất" },
  { id: "level", label: "Cấp bình chọn", expected: "Huyện, Tỉnh, Khu vực hoặc Quốc gia" },
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
  check: ({ plan }) => unreadHits(plan.products, REQUIRED),
};
