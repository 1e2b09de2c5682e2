import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const uuTienLaoDong: Parameter = {
  id: "UU-TIEN.LAO-DONG",
  label: { vi: "Cơ sở sử dụng nhiều lao động: số lao động từ", en: "Many workers: from" },
  unit: "count",
  values: [
    {
      from: day("2013-02-10"),
      value: 50,
      cite: { doc: "tt-46-2012-bct", article: "6", clause: "2", point: "c" },
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
        point: "c",
        note: "Thông tư 20/2017/TT-BCT có sửa đổi, phần này chưa đọc được",
      },
      verified: "memory",
    },
  ],
};
