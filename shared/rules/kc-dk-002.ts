import { PRINCIPLE } from "../kernel/citation.ts";
import { at, isBlank } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const REQUIRED = [
  { id: "code", label: "Mã đăng ký" },
  { id: "name", label: "Nội dung đăng ký" },
  { id: "registrant", label: "Đơn vị đăng ký" },
  { id: "kind", label: "Loại hỗ trợ" },
  { id: "place", label: "Địa bàn" },
  { id: "total", label: "Tổng kinh phí dự kiến" },
] as const;

export const kcdk002: Rule = {
  id: "KC-DK-002",
  severity: "warning",
  category: "dang-ky",
  stage: "shape",
  title: {
    vi: "Đăng ký nhu cầu còn thiếu ô",
    en: "A demand lacks a field",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DA-001"],
  check: ({ plan }) =>
    plan.demands.flatMap((line) =>
      REQUIRED.filter(({ id }) => line.addressOf[id] !== undefined && isBlank(line.cells[id])).map(
        ({ id, label }): Hit => ({
          where: at(line, id),
          message: `Đăng ký ở dòng ${line.row} chưa có “${label}”.`,
          found: "(trống)",
          expected: label,
          remedy: `Điền “${label}” để xét chọn được.`,
        }),
      ),
    ),
};
