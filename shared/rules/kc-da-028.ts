import { day } from "../kernel/date.ts";
import { foldKey } from "../kernel/text.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const MOST = 2;

export const kcda028: Rule = {
  id: "KC-DA-028",
  severity: "warning",
  category: "phap-ly",
  stage: "cross-line",
  title: {
    vi: "Mỗi cơ sở dự hội chợ nước ngoài không quá hai lần một năm",
    en: "At most two fairs abroad a year for each establishment",
  },
  basis: {
    doc: "tt-46-2012-bct",
    article: "4",
    clause: "1",
    point: "b",
    note: "nguyên văn 2012; Thông tư 20/2017/TT-BCT có sửa đổi, chưa đối chiếu",
  },
  from: day("2013-02-10"),
  to: null,
  related: ["KC-MH-001"],
  check: ({ plan }) => {
    const times = new Map<string, number>();
    return plan.deAn.flatMap((line): Hit[] => {
      if (line.kind !== "HOI-CHO-NN" || line.beneficiary === null) return [];
      const key = foldKey(line.beneficiary);
      const count = (times.get(key) ?? 0) + 1;
      times.set(key, count);
      if (count <= MOST) return [];
      return [
        {
          where: at(line, "beneficiary"),
          message: `“${line.beneficiary}” được hỗ trợ dự hội chợ, triển lãm nước ngoài lần thứ ${count} trong năm.`,
          found: `${count} lần`,
          expected: `không quá ${MOST} lần/năm`,
          remedy: "Rút bớt, hoặc chọn cơ sở khác.",
        },
      ];
    });
  },
};
