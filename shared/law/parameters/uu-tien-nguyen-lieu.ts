import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const uuTienNguyenLieu: Parameter = {
  id: "UU-TIEN.NGUYEN-LIEU",
  label: {
    vi: "Nguyên liệu tại chỗ: phần trong tỉnh phải trên tỷ lệ này của tổng giá trị nguyên liệu",
    en: "Local materials: the province's share of their value must be above",
  },
  unit: "percent",
  values: [
    {
      from: day("2013-02-10"),
      value: 50,
      cite: { doc: "tt-46-2012-bct", article: "6", clause: "2", point: "b" },
      verified: "text",
      stillValidOn: day("2017-09-28"),
    },
    {
      from: day("2017-09-29"),
      value: 50,
      cite: {
        doc: "tt-46-2012-bct",
        article: "6",
        clause: "2",
        point: "b",
        note: "Thông tư 20/2017/TT-BCT có sửa đổi, phần này chưa đọc được",
      },
      verified: "memory",
    },
  ],
};
