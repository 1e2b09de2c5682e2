import { day } from "../kernel/date.ts";
import { at, folded } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

/** Only trades that begin with such a word: "cơ khí phục vụ trồng trọt" is industry. */
const OUTSIDE =
  /^(trong trot|chan nuoi|nuoi trong|trong rung|trong cay|danh bat|kinh doanh|thuong mai|buon ban|dich vu|du lich|van tai|nha hang|khach san|bat dong san)\b/;

export const kcda023: Rule = {
  id: "KC-DA-023",
  severity: "warning",
  category: "phap-ly",
  stage: "line",
  title: {
    vi: "Ngành nghề có vẻ ngoài danh mục được hưởng khuyến công",
    en: "The trade seems to be outside the list",
  },
  basis: { doc: "nd-45-2012", article: "5", clause: "1" },
  from: day("2012-07-05"),
  to: null,
  related: ["KC-DA-024"],
  check: ({ plan }) =>
    plan.deAn
      .filter((line) => OUTSIDE.test(folded(line.trade)))
      .map(
        (line): Hit => ({
          where: at(line, "trade"),
          message: `“${line.trade}” không phải sản xuất công nghiệp, tiểu thủ công nghiệp trong danh mục ngành nghề.`,
          found: line.trade ?? "",
          expected:
            "chế biến, hàng tiêu dùng, vật liệu xây dựng, cơ khí, điện, công nghiệp hỗ trợ, tiểu thủ công nghiệp…",
          remedy:
            "Ghi ngành sản xuất của cơ sở; nếu cơ sở chỉ trồng trọt, chăn nuôi, buôn bán hoặc dịch vụ thì không thuộc đối tượng.",
        }),
      ),
};
