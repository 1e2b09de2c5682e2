import { PRINCIPLE } from "../kernel/citation.ts";
import { at, folded, money } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const SUBTOTAL = /^[a-z0-9ivx. )(-]{0,6}(tong cong|tong so|cong( don| \(|:|$)|tong( \(|:|$)|luy ke)/;

export const kcdt011: Rule = {
  id: "KC-DT-011",
  severity: "error",
  category: "cong-don",
  stage: "cross-line",
  title: {
    vi: "Dòng cộng xen giữa các khoản chi bị cộng hai lần",
    en: "A subtotal line among the items is added twice",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DT-007", "KC-CD-002"],
  check: ({ plan }) => {
    const before = new Map<string, bigint>();
    return plan.costLines.flatMap((line): Hit[] => {
      const key = line.deAnCode ?? "";
      const sum = before.get(key) ?? 0n;
      if (line.item === null || !SUBTOTAL.test(folded(line.item))) {
        before.set(key, sum + BigInt(line.amountDong ?? 0));
        return [];
      }
      const equal = sum > 0n && line.amountDong !== null && BigInt(line.amountDong) === sum;
      return [
        {
          where: at(line, "item"),
          message: equal
            ? `Dòng “${line.item}” bằng đúng tổng các dòng trên nên đề án bị tính gấp đôi.`
            : `“${line.item}” có vẻ là dòng cộng; mọi dòng ở KC_DuToan đều được cộng vào đề án.`,
          found: line.amountDong === null ? line.item : money(line.amountDong),
          expected: "chỉ có khoản chi, không có dòng cộng",
          ...(equal ? { differenceDong: Number(sum) } : {}),
          severity: equal ? "error" : "warning",
          remedy: "Xóa dòng này: tổng của đề án đã có ở KC_DeAn, tổng cả bảng ở dòng “Tổng cộng”.",
        },
      ];
    });
  },
};
