import { timesPrice } from "../../shared/kernel/quantity.ts";
import { dongArgument, quantityArgument } from "./lib/coerce.ts";
import { exactly } from "./lib/errors.ts";
import type { Example, FunctionTexts } from "./lib/texts.ts";

/**
 * Thành tiền = khối lượng × đơn giá, tính chính xác, làm tròn nửa lên đến đồng.
 * @customfunction THANHTIEN
 * @helpurl https://localhost:8787/huong-dan/ham/thanhtien
 * @param {any} khoiLuong Khối lượng, tối đa 6 chữ số thập phân.
 * @param {any} donGia Đơn giá, số nguyên đồng.
 * @returns {any} Số đồng.
 */
export function thanhTien(khoiLuong: any, donGia: any): any {
  const count = quantityArgument(khoiLuong, "khối lượng");
  const priceDong = dongArgument(donGia, "đơn giá");
  return exactly(() => timesPrice(count, priceDong));
}

export const texts = {
  en: {
    description: "Amount = quantity × unit price, exact, rounded half-up to đồng.",
    params: { khoiLuong: "Quantity, at most 6 decimals.", donGia: "Unit price in whole đồng." },
  },
} satisfies FunctionTexts<"khoiLuong" | "donGia">;

export const examples: readonly Example[] = [
  { args: [2, 150_000_000], value: 300_000_000 },
  { args: [0.1, 15], value: 2 },
  { args: [0.145, 1000], value: 145 },
  { args: ["1.234", 1000], error: "#VALUE!" },
  { args: [-2, 150_000], value: -300_000 },
  { args: [1_000_000_000_000, 1_000_000_000_000], error: "#NUM!" },
  { args: [1, 0.5], error: "#VALUE!" },
];
