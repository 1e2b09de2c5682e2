/** What Excel users type, turned into what the core needs; every refusal names the argument. */
import { dateFromSerial, parseDate, type IsoDate } from "../../../shared/kernel/date.ts";
import { toDong, type Dong } from "../../../shared/kernel/money.ts";
import { parseNumberText } from "../../../shared/kernel/number-text.ts";
import { plainDecimal, toQuantity, type Quantity } from "../../../shared/kernel/quantity.ts";
import type { Failure } from "../../../shared/kernel/result.ts";
import { cleanText } from "../../../shared/kernel/text.ts";
import { cellError, orThrow } from "./errors.ts";
import { today } from "./clock.ts";

/** A raw argument: a value, or a range as rows of values. */
export type Raw = unknown;

function refuse(vi: string, kind: Failure["kind"] = "VALUE"): never {
  throw cellError({ kind, vi });
}

/** A 1×1 range or a number with properties is its value; a larger range where one value is wanted is refused. */
export function single(raw: Raw, name: string): string | number | boolean | null {
  if (raw === undefined || raw === null || raw === "") return null;
  if (Array.isArray(raw)) {
    const row: unknown = raw[0];
    if (raw.length === 1 && (!Array.isArray(row) || row.length === 1))
      return single(Array.isArray(row) ? row[0] : row, name);
    return refuse(`“${name}” chỉ nhận một ô, nhận được một vùng.`);
  }
  if (typeof raw === "object") {
    const cell = raw as { basicValue?: unknown; code?: unknown };
    return "basicValue" in cell ? single(cell.basicValue, name) : refuse(`“${name}” đang là lỗi.`);
  }
  if (typeof raw === "string" || typeof raw === "number" || typeof raw === "boolean") return raw;
  return refuse(`“${name}” không đọc được.`);
}

/** Clean text; null when blank. */
export function optionalText(raw: Raw, name: string): string | null {
  const value = single(raw, name);
  if (value === null) return null;
  if (typeof value === "string" && /^#[A-Z/0!?]+$/.test(value)) refuse(`“${name}” đang báo lỗi ${value}.`);
  const text = typeof value === "number" ? plainDecimal(value) : cleanText(String(value));
  return text === "" ? null : text;
}

export function text(raw: Raw, name: string): string {
  return optionalText(raw, name) ?? refuse(`Chưa nhập “${name}”.`);
}

/** A number as its plain decimal. Text is accepted only when it can mean one thing. */
export function optionalDecimal(raw: Raw, name: string): string | null {
  const value = single(raw, name);
  if (value === null) return null;
  if (typeof value === "boolean")
    return refuse(`“${name}” phải là số, nhận được ${value ? "TRUE" : "FALSE"}.`);
  if (typeof value === "number")
    return Number.isFinite(value) ? plainDecimal(value) : refuse(`“${name}” không phải là số.`, "NUM");
  if (cleanText(value) === "") return null;
  const parsed = parseNumberText(value);
  if (!parsed.ok) throw cellError({ kind: parsed.error.kind, vi: `“${name}”: ${parsed.error.vi}` });
  return parsed.value;
}

export function decimal(raw: Raw, name: string): string {
  return optionalDecimal(raw, name) ?? refuse(`Chưa nhập “${name}”.`);
}

export function quantityArgument(raw: Raw, name: string): Quantity {
  return orThrow(toQuantity(decimal(raw, name)));
}

export function optionalQuantity(raw: Raw, name: string): Quantity | null {
  const plain = optionalDecimal(raw, name);
  return plain === null ? null : orThrow(toQuantity(plain));
}

/** Whole đồng. A fraction is refused and named: rounding belongs to whoever makes the price. */
export function dongArgument(raw: Raw, name: string): Dong {
  const plain = decimal(raw, name);
  const result = toDong(Number(plain));
  if (!result.ok) throw cellError({ kind: result.error.kind, vi: `“${name}”: ${result.error.vi}` });
  return result.value;
}

export function optionalDate(raw: Raw, name: string): IsoDate | null {
  const value = single(raw, name);
  if (value === null) return null;
  if (typeof value === "boolean") return refuse(`“${name}” phải là ngày.`);
  const result =
    typeof value === "number"
      ? dateFromSerial(value)
      : cleanText(value) === ""
        ? null
        : parseDate(cleanText(value));
  if (result === null) return null;
  if (!result.ok) throw cellError({ kind: result.error.kind, vi: `“${name}”: ${result.error.vi}` });
  return result.value;
}

/** The date given, or today when the argument is left out. */
export function dateOrToday(raw: Raw, name = "ngày"): IsoDate {
  return optionalDate(raw, name) ?? today();
}
