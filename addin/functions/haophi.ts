import { quantityToNumber } from "../../shared/kernel/quantity.ts";
import { readNorm } from "../../shared/norms/book.ts";
import { normCitation } from "../../shared/norms/pricing/marks.ts";
import { resourceQuantity } from "../../shared/norms/table.ts";
import { withBook } from "./lib/book.ts";
import { withCitation } from "./lib/cell.ts";
import { dateOrToday, text } from "./lib/coerce.ts";
import { orThrow } from "./lib/errors.ts";
import type { Example, FunctionTexts } from "./lib/texts.ts";

/**
 * Mức hao phí của một vật tư, nhân công hoặc máy trong một định mức, cộng các bước.
 * @customfunction HAOPHI
 * @helpurl https://localhost:8787/huong-dan/ham/haophi
 * @param {any} ma Mã định mức, ví dụ KC.03.0210.
 * @param {any} haoPhi Tên hao phí như trong định mức.
 * @param {any} [ngay] Ngày áp dụng; bỏ trống là hôm nay.
 * @returns {any} Số lượng cho một đơn vị dịch vụ, chưa tính hao hụt và thu hồi.
 */
export function haoPhi(ma: any, haoPhi: any, ngay?: any): any {
  const code = text(ma, "mã định mức");
  const resource = text(haoPhi, "hao phí");
  const date = dateOrToday(ngay);
  return withBook((book) => {
    const reading = orThrow(readNorm(book.norms, code, date));
    return withCitation(
      quantityToNumber(orThrow(resourceQuantity(reading, resource))),
      resource,
      normCitation(reading),
    );
  });
}

export const texts = {
  en: {
    description: "How much of one resource a norm takes, added up over its steps.",
    params: {
      ma: "Code of the norm, e.g. KC.03.0210.",
      haoPhi: "Name of the resource as the norm writes it.",
      ngay: "Date; today when left out.",
    },
  },
} satisfies FunctionTexts<"ma" | "haoPhi" | "ngay">;

export const examples: readonly Example[] = [
  { args: ["KC.03.0210", "Viên chức loại A1, hệ số 3,00", "2026-11-23"], value: 4.5 },
  { args: ["KC.03.0210", "giay A4", "2026-11-23"], value: 0.3 },
  { args: ["CA.11120", "Nhân công nhóm 3", "2026-07-01"], value: 3.6 },
  { args: ["CA.11120", "Nhân công nhóm 3", "2026-06-30"], error: "#N/A" },
  { args: ["KC.03.0210", "Xăng", "2026-11-23"], error: "#N/A" },
];
