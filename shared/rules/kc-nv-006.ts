import { day } from "../kernel/date.ts";
import { citationText, findDocument, readParameter } from "../law/read.ts";
import { sumCostLines } from "../plan/totals.ts";
import { at, money } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const OWN_MONEY = { doc: "ttlt-26-2014", article: "7", clause: "3" } as const;
/** The circular that replaced it keeps the condition, so far as remembered. */
const OWN_MONEY_LATER = {
  doc: "tt-28-2018-btc",
  article: "5",
  note: "theo ghi nhớ, chưa đối chiếu",
} as const;
const WHOLE = 100;

export const kcnv006: Rule = {
  id: "KC-NV-006",
  severity: "warning",
  category: "nguon-von",
  stage: "cross-line",
  title: {
    vi: "Đề án hỗ trợ theo tỷ lệ phải có phần vốn của đơn vị thụ hưởng",
    en: "Support by a share of the cost needs the beneficiary's own money",
  },
  basis: OWN_MONEY,
  from: day("2014-04-08"),
  to: null,
  related: ["KC-NV-001", "KC-MH-001"],
  figures: ["*.TY-LE"],
  check: ({ plan, law, asOf }) => {
    if (asOf === null) return [];
    const ended = findDocument(law, OWN_MONEY.doc)?.ended;
    const basis = citationText(law, ended !== undefined && asOf > ended ? OWN_MONEY_LATER : OWN_MONEY);
    const sums = sumCostLines(plan);
    return plan.deAn.flatMap((line): Hit[] => {
      const sum = line.code === null ? undefined : sums.get(line.code);
      if (sum === undefined || line.kind === null) return [];
      const share = readParameter(law, `${line.kind}.TY-LE`, asOf);
      if (!share.ok || share.value.value >= WHOLE) return [];
      if (sum.supportDong === 0 || sum.counterpartDong !== 0 || sum.otherDong <= 0) return [];
      return [
        {
          where: at(line, "counterpart"),
          message: `Toàn bộ phần ngoài khuyến công (${money(sum.otherDong)}) ghi ở nguồn khác; đơn vị thụ hưởng không góp vốn.`,
          found: money(0),
          expected: "đơn vị thụ hưởng đã đầu tư hoặc cam kết đầu tư đủ phần còn lại",
          basis,
          remedy:
            "Chuyển vốn của đơn vị thụ hưởng về cột đóng góp. Nếu đúng là nguồn khác thì nêu tên nguồn ở Ghi chú; không được là ngân sách nhà nước cho cùng nội dung chi.",
        },
      ];
    });
  },
};
