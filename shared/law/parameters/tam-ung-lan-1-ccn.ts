import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const tamUngLan1Ccn: Parameter = {
  id: "TAM-UNG-LAN-1.CCN",
  label: {
    vi: "Tạm ứng lần một: hạ tầng, xử lý ô nhiễm cụm công nghiệp",
    en: "First advance: industrial cluster works",
  },
  unit: "percent",
  values: [
    {
      from: day("2014-02-10"),
      value: 30,
      cite: { doc: "tt-36-2013-bct", article: "13", clause: "1" },
      verified: "text",
      stillValidOn: day("2018-07-09"),
    },
    {
      from: day("2018-07-10"),
      value: 30,
      cite: {
        doc: "tt-36-2013-bct",
        article: "13",
        clause: "1",
        note: "Thông tư 17/2018/TT-BCT có sửa đổi, phần này chưa đọc được",
      },
      verified: "memory",
    },
  ],
};
