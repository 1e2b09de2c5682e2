import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const binhChonDiemDat: Parameter = {
  id: "BINH-CHON.DIEM-DAT",
  label: { vi: "Bình chọn sản phẩm tiêu biểu: điểm bình quân từ", en: "Product vote: average mark from" },
  unit: "count",
  values: [
    {
      from: day("2014-10-21"),
      value: 70,
      cite: { doc: "tt-26-2014-bct", article: "17", clause: "1" },
      verified: "text",
      stillValidOn: day("2018-08-15"),
    },
    {
      from: day("2018-08-16"),
      value: 70,
      cite: {
        doc: "tt-26-2014-bct",
        article: "17",
        clause: "1",
        note: "Thông tư 14/2018/TT-BCT có sửa đổi, phần này chưa đọc được",
      },
      verified: "memory",
    },
  ],
};
