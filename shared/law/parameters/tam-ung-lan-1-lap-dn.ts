import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const tamUngLan1LapDn: Parameter = {
  id: "TAM-UNG-LAN-1.LAP-DN",
  label: { vi: "Tạm ứng lần một: thành lập doanh nghiệp", en: "First advance: new enterprise" },
  unit: "percent",
  values: [
    {
      from: day("2014-02-10"),
      value: 100,
      cite: { doc: "tt-36-2013-bct", article: "13", clause: "3" },
      verified: "text",
      stillValidOn: day("2018-07-09"),
    },
    {
      from: day("2018-07-10"),
      value: 100,
      cite: {
        doc: "tt-36-2013-bct",
        article: "13",
        clause: "3",
        note: "Thông tư 17/2018/TT-BCT có sửa đổi, phần này chưa đọc được",
      },
      verified: "memory",
    },
  ],
};
