import { day } from "../kernel/date.ts";
import { at, folded } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const USED = /da qua su dung|may cu\b|thiet bi cu\b|second ?hand|hang bai\b/;

export const kcdt015: Rule = {
  id: "KC-DT-015",
  severity: "warning",
  category: "phap-ly",
  stage: "cross-line",
  title: {
    vi: "Máy móc được hỗ trợ phải là máy mới",
    en: "Supported machines must be new",
  },
  basis: {
    doc: "tt-46-2012-bct",
    article: "4",
    clause: "4",
    point: "b",
    note: "nguyên văn 2012; Thông tư 20/2017/TT-BCT có sửa đổi, chưa đối chiếu",
  },
  from: day("2013-02-10"),
  to: null,
  related: ["KC-MH-001"],
  check: ({ plan }) => {
    const codes = new Set(
      plan.deAn.filter(({ kind }) => kind === "MAY-MOC" || kind === "DAY-CHUYEN").map(({ code }) => code),
    );
    return plan.costLines
      .filter(
        (line) =>
          line.deAnCode !== null && codes.has(line.deAnCode) && USED.test(folded(line.item, line.note)),
      )
      .map(
        (line): Hit => ({
          where: at(line, "item"),
          message: "Khoản chi nói tới máy cũ hoặc đã qua sử dụng; chỉ hỗ trợ máy móc thiết bị mới.",
          found: [line.item, line.note].filter((text) => text !== null).join("; "),
          expected: "máy móc thiết bị mới",
          remedy: "Bỏ khoản máy cũ khỏi phần hỗ trợ; nếu chỉ nhắc tới máy đang dùng thì sửa lời.",
        }),
      );
  },
};
