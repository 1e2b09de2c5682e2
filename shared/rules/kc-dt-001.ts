import { at, isBlank } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const REQUIRED = [
  { id: "deAnCode", label: "Mã đề án" },
  { id: "item", label: "Nội dung chi" },
  { id: "unit", label: "Đơn vị tính" },
  { id: "quantity", label: "Số lượng" },
  { id: "unitPrice", label: "Đơn giá" },
  { id: "support", label: "Kinh phí khuyến công" },
] as const;

export const kcdt001: Rule = {
  id: "KC-DT-001",
  severity: "error",
  category: "day-du",
  stage: "shape",
  title: {
    vi: "Dòng dự toán phải đủ các cột bắt buộc",
    en: "A cost line must fill the required columns",
  },
  basis: { doc: "tt-36-2013-bct", article: "5", clause: "6", note: "Mẫu số 1" },
  from: null,
  to: null,
  related: [],
  check: ({ plan }) =>
    plan.costLines.flatMap((line) =>
      REQUIRED.filter(({ id }) => line.addressOf[id] !== undefined && isBlank(line.cells[id])).map(
        ({ id, label }): Hit => ({
          where: at(line, id),
          message: `Dòng dự toán ${line.row} chưa có “${label}”.`,
          found: "(trống)",
          expected: label,
          remedy:
            id === "support"
              ? "Điền số đồng; ghi 0 nếu khoản chi không dùng kinh phí khuyến công."
              : `Điền “${label}”.`,
        }),
      ),
    ),
};
