import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const tamUngLan1Chung: Parameter = {
  id: "TAM-UNG-LAN-1.CHUNG",
  label: {
    vi: "Tạm ứng lần một: đào tạo, tư vấn, hội chợ, mô hình, máy móc và các hoạt động khác của khoản 2",
    en: "First advance: training, consulting, fairs, models, machinery",
  },
  unit: "percent",
  values: [
    {
      from: day("2014-02-10"),
      value: 70,
      cite: { doc: "tt-36-2013-bct", article: "13", clause: "2" },
      verified: "text",
      stillValidOn: day("2018-07-09"),
    },
    {
      from: day("2018-07-10"),
      value: 70,
      cite: {
        doc: "tt-36-2013-bct",
        article: "13",
        clause: "2",
        note: "Thông tư 17/2018/TT-BCT có sửa đổi, phần này chưa đọc được",
      },
      verified: "memory",
    },
  ],
};
