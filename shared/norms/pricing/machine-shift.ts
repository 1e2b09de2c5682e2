/** Price of a machine shift (ca of 8 hours): depreciation + repair + energy + operator + other. */
import { formatDong, type Dong } from "../../kernel/money.ts";
import { formatQuantity, quantity, type Quantity } from "../../kernel/quantity.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { divide, fromDong, fromPercent, fromQuantity, multiply, subtract } from "../rational.ts";
import { leaf, sumNode, type PriceNode } from "./node.ts";

export interface MachineShiftInput {
  /** Nguyên giá. */
  readonly originalPriceDong: Dong;
  readonly years: Quantity;
  /** Shifts a year; TT 06/2017/TT-BKHCN uses 500 indoors and 250 outdoors, nothing fixes it for khuyến công. */
  readonly shiftsPerYear: Quantity;
  /** Per cent of the original price a year. */
  readonly repairPercent?: Quantity;
  readonly otherPercent?: Quantity;
  /** Fuel, electricity for one shift. */
  readonly energyDong?: Dong;
  readonly operatorDong?: Dong;
  /** Giá trị thu hồi, not depreciated. */
  readonly salvageDong?: Dong;
}

const NONE = 0 as Dong;
const NO_PERCENT = quantity("0");
const HUNDRED = quantity("100");

function check(input: MachineShiftInput): Result<null> {
  const { originalPriceDong, salvageDong = NONE, energyDong = NONE, operatorDong = NONE } = input;
  if (originalPriceDong < 0 || energyDong < 0 || operatorDong < 0 || salvageDong < 0) {
    return fail(
      "VALUE",
      "shift-negative",
      "Nguyên giá và các khoản chi của ca máy không được âm.",
      "Amounts must not be negative.",
    );
  }
  if (salvageDong > originalPriceDong) {
    return fail(
      "VALUE",
      "shift-salvage",
      "Giá trị thu hồi lớn hơn nguyên giá.",
      "The salvage value is above the original price.",
    );
  }
  if (input.years <= 0n)
    return fail("VALUE", "shift-years", "Số năm sử dụng phải lớn hơn 0.", "Years of use must be above 0.");
  if (input.shiftsPerYear <= 0n || input.shiftsPerYear > quantity("1095")) {
    return fail(
      "VALUE",
      "shift-count",
      "Số ca một năm phải lớn hơn 0 và không quá 1.095 (365 ngày × 3 ca).",
      "Shifts a year must be above 0 and at most 1,095.",
    );
  }
  for (const percent of [input.repairPercent, input.otherPercent]) {
    if (percent !== undefined && (percent < 0n || percent > HUNDRED)) {
      return fail(
        "VALUE",
        "shift-percent",
        "Tỷ lệ sửa chữa, chi phí khác phải từ 0 đến 100 % một năm.",
        "Percentages must be 0 to 100 a year.",
      );
    }
  }
  return ok(null);
}

function yearlyShare(id: string, label: string, percent: Quantity, input: MachineShiftInput): PriceNode {
  const shifts = formatQuantity(input.shiftsPerYear);
  return leaf({
    id,
    label,
    formula: `${formatDong(input.originalPriceDong)} × ${formatQuantity(percent)} % ÷ ${shifts} ca`,
    exact: divide(
      multiply(fromDong(input.originalPriceDong), fromPercent(percent)),
      fromQuantity(input.shiftsPerYear),
    ),
  });
}

/**
 * Five parts, each visible; `khau-hao` is the first child so that prices without depreciation can leave it out.
 * Errors: shift-negative, shift-salvage, shift-years, shift-count, shift-percent.
 */
export function computeMachineShift(input: MachineShiftInput): Result<PriceNode> {
  const checked = check(input);
  if (!checked.ok) return checked;
  const { originalPriceDong, salvageDong = NONE, energyDong = NONE, operatorDong = NONE } = input;
  const life = multiply(fromQuantity(input.years), fromQuantity(input.shiftsPerYear));
  const price =
    salvageDong === 0
      ? formatDong(originalPriceDong)
      : `(${formatDong(originalPriceDong)} − ${formatDong(salvageDong)})`;
  const depreciation = leaf({
    id: "khau-hao",
    label: "Khấu hao",
    formula: `${price} ÷ (${formatQuantity(input.years)} năm × ${formatQuantity(input.shiftsPerYear)} ca)`,
    exact: divide(subtract(fromDong(originalPriceDong), fromDong(salvageDong)), life),
  });
  return ok(
    sumNode("ca-may", "Giá ca máy", [
      depreciation,
      yearlyShare("sua-chua", "Sửa chữa", input.repairPercent ?? NO_PERCENT, input),
      leaf({
        id: "nang-luong",
        label: "Nhiên liệu, năng lượng",
        formula: formatDong(energyDong),
        exact: fromDong(energyDong),
      }),
      leaf({
        id: "dieu-khien",
        label: "Nhân công điều khiển",
        formula: formatDong(operatorDong),
        exact: fromDong(operatorDong),
      }),
      yearlyShare("khac", "Chi phí khác của máy", input.otherPercent ?? NO_PERCENT, input),
    ]),
  );
}
