/** Pay steps of NĐ 204/2004/NĐ-CP Bảng 3: first coefficient, step and number of steps. From memory, not yet checked. */
import { formatQuantity, quantity, type Quantity } from "../kernel/quantity.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { foldKey } from "../kernel/text.ts";

export interface PayScale {
  readonly code: string;
  readonly first: Quantity;
  readonly step: Quantity;
  readonly verified: "memory";
}

export const PAY_SCALES: readonly PayScale[] = [
  { code: "A3.1", first: quantity("6.20"), step: quantity("0.36"), verified: "memory" },
  { code: "A2.1", first: quantity("4.40"), step: quantity("0.34"), verified: "memory" },
  { code: "A1", first: quantity("2.34"), step: quantity("0.33"), verified: "memory" },
  { code: "A0", first: quantity("2.10"), step: quantity("0.31"), verified: "memory" },
  { code: "B", first: quantity("1.86"), step: quantity("0.20"), verified: "memory" },
];

/** Is the coefficient a step of the scale? Errors: pay-scale-unknown, pay-step-unknown. The number of steps is not checked. */
export function checkPayStep(code: string, coefficient: Quantity): Result<PayScale> {
  const scale = PAY_SCALES.find((s) => foldKey(s.code) === foldKey(code));
  if (scale === undefined) {
    return fail(
      "VALUE",
      "pay-scale-unknown",
      `Không có bảng lương “${code}”. Các bảng: ${PAY_SCALES.map((s) => s.code).join(", ")}.`,
      `Unknown pay scale “${code}”.`,
    );
  }
  const above = coefficient - scale.first;
  if (above >= 0n && above % scale.step === 0n) return ok(scale);
  const steps = above <= 0n ? 0n : (above + scale.step / 2n) / scale.step;
  const nearest = (scale.first + steps * scale.step) as Quantity;
  return fail(
    "VALUE",
    "pay-step-unknown",
    `Hệ số ${formatQuantity(coefficient)} không phải là một bậc của bảng ${scale.code} (gần nhất ${formatQuantity(nearest)}). Để trống bảng lương nếu dùng hệ số riêng.`,
    `${formatQuantity(coefficient)} is not a step of scale ${scale.code}.`,
  );
}
