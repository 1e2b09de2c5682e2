import { day } from "../kernel/date.ts";
import { citationText, findDocument } from "../law/read.ts";
import { at, folded, money } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const NO_DOUBLE = { doc: "ttlt-26-2014", article: "7", clause: "4" } as const;
/** The circular that replaced it keeps the condition, so far as remembered. */
const NO_DOUBLE_LATER = {
  doc: "tt-28-2018-btc",
  article: "5",
  note: "theo ghi nhớ, chưa đối chiếu",
} as const;
const STATE = /ngan sach|nong thon moi|su nghiep|von nha nuoc|muc tieu quoc gia|khuyen cong/;

export const kcdt013: Rule = {
  id: "KC-DT-013",
  severity: "warning",
  category: "nguon-von",
  stage: "line",
  title: {
    vi: "Nguồn khác có vẻ cũng là ngân sách nhà nước",
    en: "The other source looks like State money too",
  },
  basis: NO_DOUBLE,
  from: day("2014-04-08"),
  to: null,
  related: ["KC-DT-012", "KC-NV-006"],
  check: ({ plan, law, asOf }) => {
    const ended = findDocument(law, NO_DOUBLE.doc)?.ended;
    const basis = citationText(
      law,
      asOf !== null && ended !== undefined && asOf > ended ? NO_DOUBLE_LATER : NO_DOUBLE,
    );
    return plan.costLines
      .filter(
        (line) =>
          line.otherDong !== null &&
          line.otherDong > 0 &&
          (line.supportDong ?? 0) > 0 &&
          STATE.test(folded(line.note)),
      )
      .map(
        (line): Hit => ({
          where: at(line, "other"),
          message: "Khoản chi này vừa dùng kinh phí khuyến công vừa dùng nguồn có vẻ là ngân sách nhà nước.",
          found: `${money(line.otherDong ?? 0)}: ${line.note ?? ""}`,
          expected: "không có hỗ trợ khác của nhà nước cho cùng nội dung chi",
          basis,
          remedy:
            "Tách thành hai khoản chi khác nội dung, hoặc bỏ một nguồn. Nếu không phải ngân sách, sửa tên nguồn.",
        }),
      );
  },
};
