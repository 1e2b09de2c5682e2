/**
 * Illustrative prices, so that the functions and the demonstration have something to compute with. They are round
 * figures of nobody's quotation and say so wherever they are shown; a province's own list comes before them.
 */
import { day } from "../../kernel/date.ts";
import { dong } from "../../kernel/money.ts";
import { quantity } from "../../kernel/quantity.ts";
import { mustOk } from "../../kernel/result.ts";
import { sealPriceBook } from "../book.ts";
import type { PriceBook, PriceEntry } from "../prices.ts";
import { computeMachineShift } from "../pricing/machine-shift.ts";

const SOURCE = "Giá minh hoạ, không phải báo giá; thay bằng bảng giá của tỉnh";
const FROM = day("2018-01-01");

/** code, name, unit, đồng. */
const MATERIALS = [
  ["VL.BUT-BI", "Bút bi", "cái", 5_000],
  ["VL.BANG-RON", "Băng rôn", "m2", 120_000],
  ["VL.CAP-TAI-LIEU", "Cặp tài liệu", "cái", 15_000],
  ["VL.GIAY-A4", "Giấy A4", "ram", 80_000],
  ["VL.GIAY-CHUNG-NHAN", "Giấy chứng nhận", "tờ", 10_000],
  ["VL.GIAY-ANH-A4", "Giấy ảnh A4", "tờ", 4_000],
  ["VL.MUC-IN", "Mực in laser", "hộp", 450_000],
  ["VL.MUC-IN-MAU", "Mực in màu", "hộp", 900_000],
  ["VL.MAY-TRE", "Nguyên liệu mây tre thực hành", "kg", 40_000],
  ["VL.SO-GHI-CHEP", "Sổ ghi chép", "quyển", 15_000],
  ["VL.BO-DAN", "Bộ dụng cụ đan thủ công", "cái", 300_000],
  ["VL.KE-TRUNG-BAY", "Kệ trưng bày", "cái", 1_500_000],
] as const;

/** code, name, nguyên giá, years, shifts a year, repair % a year, energy đồng a shift. */
const MACHINES = [
  ["M.MAY-CHIEU", "Máy chiếu", 15_000_000, 5, 250, "3", 6_000],
  ["M.MAY-IN", "Máy in laser A4", 6_000_000, 5, 500, "5", 8_000],
  ["M.MAY-IN-MAU", "Máy in màu", 12_000_000, 5, 500, "5", 8_000],
  ["M.MAY-VI-TINH", "Máy vi tính", 15_000_000, 5, 500, "4", 6_000],
  ["M.GPS", "Máy định vị GPS cầm tay", 8_000_000, 5, 250, "3", 500],
  ["M.MAY-ANH", "Máy ảnh kỹ thuật số", 12_000_000, 5, 250, "3", 500],
  ["M.DO-DIEN", "Thiết bị đo điện năng cầm tay", 20_000_000, 8, 250, "3", 500],
] as const;

function materialEntry([code, resource, unit, price]: (typeof MATERIALS)[number]): PriceEntry {
  return {
    type: "VL",
    code,
    resource,
    unit,
    province: null,
    from: FROM,
    priceDong: dong(price),
    source: SOURCE,
  };
}

function machineEntry([
  code,
  resource,
  price,
  years,
  shifts,
  repair,
  energy,
]: (typeof MACHINES)[number]): PriceEntry {
  const shift = mustOk(
    computeMachineShift({
      originalPriceDong: dong(price),
      years: quantity(years),
      shiftsPerYear: quantity(shifts),
      repairPercent: quantity(repair),
      energyDong: dong(energy),
    }),
  );
  const depreciation = shift.children[0];
  if (depreciation === undefined) throw new Error("a machine shift begins with its depreciation");
  return {
    type: "M",
    code,
    resource,
    unit: "ca",
    province: null,
    from: FROM,
    priceDong: shift.dong,
    depreciationDong: depreciation.dong,
    source: SOURCE,
  };
}

let sealed: PriceBook | null = null;

/** Built and hashed on first use, once. */
export function illustrativePrices(): PriceBook {
  sealed ??= sealPriceBook({
    id: "GIA-MINH-HOA",
    title: "Bảng giá minh hoạ",
    edition: "1",
    origin: SOURCE,
    verified: "memory",
    prices: [...MATERIALS.map(materialEntry), ...MACHINES.map(machineEntry)],
  });
  return sealed;
}
