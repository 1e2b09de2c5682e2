/** The one computation of the price of a labour day (NĐ 60/2021 Đ.5.1.a: base salary, coefficients, contributions). */
import { formatDong, type Dong } from "../../kernel/money.ts";
import { formatQuantity, quantity, type Quantity } from "../../kernel/quantity.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { add, divide, fromDong, fromPercent, fromQuantity, multiply, ONE } from "../rational.ts";
import { leaf, USER_BASIS, type NodeBasis, type PriceNode } from "./node.ts";

export interface LabourDayInput {
  /** Lương cơ sở, đồng a month. */
  readonly baseDong: Dong;
  /** Hệ số lương of the pay step, e.g. 3,00. */
  readonly coefficient: Quantity;
  /** Allowances counted in coefficients (chức vụ, vượt khung …); contributions are paid on them. */
  readonly allowanceCoefficient?: Quantity;
  /** Employer's contributions, per cent of pay, e.g. 23,5. */
  readonly contributionPercent: Quantity;
  /** Paid days of a month: 22 or 26 by the unit's own rule; no law fixes it for khuyến công. */
  readonly daysPerMonth: Quantity;
  readonly basis?: {
    readonly base?: NodeBasis;
    readonly contribution?: NodeBasis;
    readonly days?: NodeBasis;
  };
}

const ZERO_QUANTITY = quantity("0");

function check(input: LabourDayInput): Result<null> {
  if (input.baseDong <= 0)
    return fail("VALUE", "labour-base", "Lương cơ sở phải lớn hơn 0.", "The base salary must be above 0.");
  if (input.coefficient <= 0n)
    return fail(
      "VALUE",
      "labour-coefficient",
      "Hệ số lương phải lớn hơn 0.",
      "The pay coefficient must be above 0.",
    );
  if ((input.allowanceCoefficient ?? 0n) < 0n) {
    return fail(
      "VALUE",
      "labour-allowance",
      "Hệ số phụ cấp không được âm.",
      "The allowance coefficient must not be negative.",
    );
  }
  if (input.contributionPercent < 0n || input.contributionPercent > quantity("100")) {
    return fail(
      "VALUE",
      "labour-contribution",
      "Tỷ lệ đóng góp phải từ 0 đến 100 %.",
      "Contributions must be 0 to 100 per cent.",
    );
  }
  if (input.daysPerMonth < quantity("1") || input.daysPerMonth > quantity("31")) {
    return fail(
      "VALUE",
      "labour-days",
      "Số ngày công một tháng phải từ 1 đến 31 (thường là 22 hoặc 26).",
      "Days a month must be 1 to 31 (usually 22 or 26).",
    );
  }
  return ok(null);
}

/**
 * (base × (coefficient + allowances)) × (1 + contributions) ÷ days; đồng for one công of 8 hours.
 * Errors: labour-base, labour-coefficient, labour-allowance, labour-contribution, labour-days.
 */
export function computeLabourDay(input: LabourDayInput): Result<PriceNode> {
  const checked = check(input);
  if (!checked.ok) return checked;
  const allowance = input.allowanceCoefficient ?? ZERO_QUANTITY;
  const base = fromDong(input.baseDong);
  const pay = multiply(base, add(fromQuantity(input.coefficient), fromQuantity(allowance)));
  const contribution = multiply(pay, fromPercent(input.contributionPercent));
  const exact = divide(
    multiply(pay, add(ONE, fromPercent(input.contributionPercent))),
    fromQuantity(input.daysPerMonth),
  );
  const coefficients =
    allowance === 0n
      ? formatQuantity(input.coefficient)
      : `(${formatQuantity(input.coefficient)} + ${formatQuantity(allowance)})`;
  const baseText = formatDong(input.baseDong);
  const percentText = `${formatQuantity(input.contributionPercent)} %`;
  const payNode = leaf({
    id: "luong",
    label: "Lương tháng",
    formula: `${baseText} × ${coefficients}`,
    exact: pay,
    basis: input.basis?.base ?? USER_BASIS,
  });
  const contributionNode = leaf({
    id: "dong-gop",
    label: "Các khoản đóng góp theo lương",
    formula: `${formatDong(payNode.dong)} × ${percentText}`,
    exact: contribution,
    basis: input.basis?.contribution ?? USER_BASIS,
  });
  return ok(
    leaf({
      id: "ngay-cong",
      label: "Đơn giá ngày công",
      formula: `${baseText} × ${coefficients} × (1 + ${percentText}) ÷ ${formatQuantity(input.daysPerMonth)} ngày`,
      exact,
      basis: input.basis?.days ?? {
        text: `Số ngày công một tháng ${formatQuantity(input.daysPerMonth)}: quy ước của đơn vị`,
        verified: null,
      },
      children: [payNode, contributionNode],
    }),
  );
}
