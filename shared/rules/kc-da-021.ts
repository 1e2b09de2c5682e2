import { day } from "../kernel/date.ts";
import { at, folded } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const KILN = /lo (gach )?thu cong|lo vong/;

export const kcda021: Rule = {
  id: "KC-DA-021",
  severity: "warning",
  category: "phap-ly",
  stage: "line",
  title: {
    vi: "Không hỗ trợ gạch đất sét nung bằng lò thủ công, lò vòng",
    en: "Fired clay bricks of manual or ring kilns are not supported",
  },
  basis: {
    doc: "tt-46-2012-bct",
    article: "5",
    clause: "1",
    note: "nguyên văn 2012; Thông tư 20/2017/TT-BCT có sửa đổi, chưa đối chiếu",
  },
  from: day("2013-02-10"),
  to: null,
  related: ["KC-DA-022", "KC-DA-023"],
  check: ({ plan }) =>
    plan.deAn
      .filter(
        (line) =>
          KILN.test(folded(line.name, line.trade)) &&
          !/gach khong nung|xoa bo|thay the/.test(folded(line.name)),
      )
      .map(
        (line): Hit => ({
          where: at(line, "name"),
          message: "Đề án nói tới gạch nung lò thủ công hoặc lò vòng, loại không được hỗ trợ.",
          found: line.name ?? "",
          expected: "vật liệu xây dựng theo công nghệ mới, ví dụ gạch không nung",
          remedy: "Bỏ đề án, hoặc chuyển sang vật liệu không nung; nếu tên gây hiểu nhầm thì sửa tên.",
        }),
      ),
};
