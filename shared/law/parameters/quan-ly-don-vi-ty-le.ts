import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const quanLyDonViTyLe: Parameter = {
  id: "QUAN-LY-DON-VI.TY-LE",
  label: { vi: "Chi quản lý của đơn vị thực hiện: tỷ lệ tối đa", en: "Implementing unit: percent" },
  unit: "percent",
  note: "4 % ở địa bàn khó khăn (theo ghi nhớ, chưa đối chiếu)",
  values: [
    {
      from: day("2014-04-08"),
      value: 2.5,
      cite: { doc: "ttlt-26-2014", article: "6", clause: "2", point: "s" },
      verified: "text",
      stillValidOn: day("2018-05-10"),
    },
    {
      from: day("2018-05-11"),
      value: 3,
      cite: {
        doc: "tt-28-2018-btc",
        article: "8",
        clause: "19",
        note: "số khoản suy ra, chưa đọc nguyên văn",
      },
      verified: "memory",
    },
  ],
};
