import { dongFromBigInt, divideRounded, type Dong, type Rounding } from "./money.ts";
import { fail, ok, type Result } from "./result.ts";

declare const quantityBrand: unique symbol;

/** An exact decimal with at most six places, held as millionths. */
export type Quantity = bigint & { readonly [quantityBrand]: true };

export const QUANTITY_PLACES = 6;
export const QUANTITY_SCALE = 1_000_000n;

/**
 * Reads a plain decimal ("12.5", "-0.000001", 1e-7 is refused) written with a dot. Spreadsheet numbers go through
 * their shortest decimal form, so 0.1 means one tenth and not its binary neighbour.
 * Errors: quantity-not-number, quantity-too-fine.
 */
export function toQuantity(input: number | string): Result<Quantity> {
  if (Number.isSafeInteger(input)) return ok((BigInt(input) * QUANTITY_SCALE) as Quantity);
  const text = typeof input === "number" ? plainDecimal(input) : input.trim();
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) {
    return fail(
      "VALUE",
      "quantity-not-number",
      `Khối lượng phải là một số, nhận được “${String(input)}”.`,
      `A quantity must be a number, found “${String(input)}”.`,
    );
  }
  const [, sign, whole = "0", fraction = ""] = match;
  const trimmed = fraction.replace(/0+$/, "");
  if (trimmed.length > QUANTITY_PLACES) {
    return fail(
      "VALUE",
      "quantity-too-fine",
      `Khối lượng ${text.replace(".", ",")} có quá ${QUANTITY_PLACES} chữ số thập phân; hãy làm tròn trước khi nhập.`,
      `Quantity ${text} has more than ${QUANTITY_PLACES} decimals; round it first.`,
    );
  }
  const magnitude = BigInt(whole) * QUANTITY_SCALE + BigInt(trimmed.padEnd(QUANTITY_PLACES, "0"));
  return ok((sign === "-" ? -magnitude : magnitude) as Quantity);
}

/** Literal quantities in code, data and tests. */
export function quantity(input: number | string): Quantity {
  const result = toQuantity(input);
  if (!result.ok) throw new Error(result.error.en);
  return result.value;
}

/** The shortest plain decimal of a double: no exponent, "." as separator. */
export function plainDecimal(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const text = String(value);
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = "", whole = "", fraction = "", exponentText = "0"] = match;
  const exponent = Number(exponentText);
  const digits = whole + fraction;
  const point = whole.length + exponent;
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits + "0".repeat(point - digits.length);
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** quantity × unit price, rounded once, as named. */
export function timesPrice(amount: Quantity, priceDong: Dong, rounding: Rounding = "halfUp"): Dong {
  return dongFromBigInt(divideRounded(amount * BigInt(priceDong), QUANTITY_SCALE, rounding));
}

/** "12,5" in Vietnamese notation with dots between thousands. */
export function formatQuantity(value: Quantity): string {
  const negative = value < 0n;
  const magnitude = negative ? -value : value;
  const whole = String(magnitude / QUANTITY_SCALE).replace(/\B(?=(\d{3})+(?!\d))/g, ".");
  const fraction = String(magnitude % QUANTITY_SCALE)
    .padStart(QUANTITY_PLACES, "0")
    .replace(/0+$/, "");
  return (negative ? "-" : "") + whole + (fraction ? `,${fraction}` : "");
}

/** Dot notation, canonical; the inverse of `quantity`. */
export function quantityToString(value: Quantity): string {
  return formatQuantity(value).replaceAll(".", "").replace(",", ".");
}

/** For writing back to a cell; exact whenever the value has at most 15 significant digits. */
export function quantityToNumber(value: Quantity): number {
  return Number(quantityToString(value));
}
