/** How much of a resource one line really uses: loss and recovery, loaded and unloaded time, wear of tools. */
import { quantity, toQuantity, type Quantity } from "../../kernel/quantity.ts";
import {
  add,
  divide,
  fromPercent,
  fromQuantity,
  multiply,
  ONE,
  ratio,
  subtract,
  type Rational,
} from "../rational.ts";
import type { Decimal, NormLine } from "../model.ts";
import { quantityText } from "./node.ts";

/** 8 hours: one công, one ca (every sister rule counts so). */
const HOURS = ratio(8n);

export interface LineAmount {
  /** In công, ca, cái or the line's own unit. */
  readonly exact: Rational;
  readonly unit: string;
  /** The working, before "× price". */
  readonly text: string;
}

/** Data of a sealed, validated book; anything else is a programming error and throws. */
export function decimalOf(text: Decimal): Quantity {
  const result = toQuantity(text);
  if (!result.ok) throw new RangeError(result.error.en);
  return result.value;
}

function hoursToShifts(exact: Rational, unit: string, target: "công" | "ca"): LineAmount {
  const text = `${quantityText(exact)} ${unit}`;
  return unit === "giờ"
    ? { exact: divide(exact, HOURS), unit: target, text: `${text} ÷ 8` }
    : { exact, unit, text };
}

/** Q × (1 + hao hụt) × (1 − thu hồi). */
export function materialAmount(amount: Quantity, lossPercent: Quantity, recoveryPercent: Quantity): Rational {
  return multiply(
    fromQuantity(amount),
    add(ONE, fromPercent(lossPercent)),
    subtract(ONE, fromPercent(recoveryPercent)),
  );
}

/** Shifts of use as a share of one tool: ca ÷ (thời hạn tháng × số ca một tháng). */
export function toolShare(shifts: Quantity, lifeMonths: Quantity, shiftsPerMonth: Quantity): Rational {
  return divide(fromQuantity(shifts), multiply(fromQuantity(lifeMonths), fromQuantity(shiftsPerMonth)));
}

const NOTHING = quantity("0");

/** Null when the line is "-" (not applicable). Percent rows have no amount of their own. */
export function lineAmount(
  line: Exclude<NormLine, { kind: "percent" }>,
  shiftsPerMonth: Quantity,
): LineAmount | null {
  switch (line.kind) {
    case "labour":
      return line.quantity === null
        ? null
        : hoursToShifts(fromQuantity(decimalOf(line.quantity)), line.unit, "công");
    case "machine": {
      const unloaded = line.unloaded ?? null;
      if (line.loaded === null && unloaded === null) return null;
      const times = [line.loaded, unloaded]
        .filter((time) => time !== null)
        .map((time) => fromQuantity(decimalOf(time)));
      return hoursToShifts(add(...times), line.unit, "ca");
    }
    case "material": {
      if (line.quantity === null) return null;
      const loss = line.lossPercent === undefined ? NOTHING : decimalOf(line.lossPercent);
      const recovery = line.recoveryPercent === undefined ? NOTHING : decimalOf(line.recoveryPercent);
      const factors =
        (loss === 0n ? "" : ` × (1 + ${quantityText(loss)} %)`) +
        (recovery === 0n ? "" : ` × (1 − ${quantityText(recovery)} %)`);
      const amount = decimalOf(line.quantity);
      return {
        exact: materialAmount(amount, loss, recovery),
        unit: line.unit,
        text: `${quantityText(amount)} ${line.unit}${factors}`,
      };
    }
    case "tool": {
      if (line.quantity === null) return null;
      const shifts = decimalOf(line.quantity);
      const life = decimalOf(line.lifeMonths);
      return {
        exact: toolShare(shifts, life, shiftsPerMonth),
        unit: "cái",
        text: `${quantityText(shifts)} ca ÷ (${quantityText(life)} tháng × ${quantityText(shiftsPerMonth)} ca)`,
      };
    }
  }
}
