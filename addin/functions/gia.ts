import { priceBasis, provinceCodeOf } from "../../shared/norms/pricing/price-at.ts";
import { readPrice } from "../../shared/norms/prices.ts";
import { withBook } from "./lib/book.ts";
import { withCitation } from "./lib/cell.ts";
import { dateOrToday, optionalText, text } from "./lib/coerce.ts";
import { orThrow } from "./lib/errors.ts";
import type { Example, FunctionTexts } from "./lib/texts.ts";

/**
 * Giá của một vật tư, nhân công hoặc ca máy trong bảng giá, theo tỉnh và ngày.
 * @customfunction GIA
 * @helpurl https://localhost:8787/huong-dan/ham/gia
 * @param {any} ma Mã hoặc tên hao phí, ví dụ VL.GIAY-A4 hoặc Giấy A4.
 * @param {any} [tinh] Tên hoặc mã tỉnh; bỏ trống là giá chung.
 * @param {any} [ngay] Ngày áp dụng; bỏ trống là hôm nay.
 * @returns {any} Đồng cho một đơn vị tính.
 */
export function gia(ma: any, tinh?: any, ngay?: any): any {
  const resource = text(ma, "mã hao phí");
  const province = orThrow(provinceCodeOf(optionalText(tinh, "tỉnh")));
  const date = dateOrToday(ngay);
  return withBook((book) => {
    const reading = orThrow(readPrice(book.prices, { type: null, resource, province, date }));
    const basis = priceBasis(reading);
    const { entry } = reading;
    const cite = {
      text: basis.text,
      doc: reading.book.id,
      from: entry.from,
      to: entry.to ?? null,
      verified: reading.book.verified,
    };
    return withCitation(entry.priceDong, `${entry.resource} (đồng/${entry.unit})`, cite);
  });
}

export const texts = {
  en: {
    description: "A price of the price list, by province and date.",
    params: {
      ma: "Code or name of the resource, e.g. VL.GIAY-A4 or Giấy A4.",
      tinh: "Name or code of the province; the general price when left out.",
      ngay: "Date; today when left out.",
    },
  },
} satisfies FunctionTexts<"ma" | "tinh" | "ngay">;

export const examples: readonly Example[] = [
  { args: ["VL.GIAY-A4", null, "2026-11-23"], value: 80_000 },
  { args: ["giấy A4", "Quảng Ninh", "2026-11-23"], value: 80_000 },
  { args: ["Máy vi tính", null, "2017-12-31"], error: "#N/A" },
  { args: ["Vàng miếng", null, "2026-11-23"], error: "#N/A" },
  { args: ["VL.GIAY-A4", "Tỉnh Không Có", "2026-11-23"], error: "#VALUE!" },
];
