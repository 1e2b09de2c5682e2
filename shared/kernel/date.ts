import { fail, ok, type Result } from "./result.ts";

declare const dateBrand: unique symbol;

/** A calendar day "YYYY-MM-DD" in the proleptic Gregorian calendar. Compare with < and >. */
export type IsoDate = string & { readonly [dateBrand]: true };

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0);
}

/** Builds a day from its parts; years 1900–9999. Error: date-invalid. */
export function dateFromParts(year: number, month: number, day: number): Result<IsoDate> {
  const valid =
    Number.isInteger(year) &&
    year >= 1900 &&
    year <= 9999 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month);
  if (!valid) {
    return fail(
      "VALUE",
      "date-invalid",
      `Không có ngày ${day}/${month}/${year}.`,
      `There is no day ${year}-${month}-${day}.`,
    );
  }
  const pad = (n: number, width: number) => String(n).padStart(width, "0");
  return ok(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as IsoDate);
}

/** Literal days in code, data and tests. */
export function day(text: string): IsoDate {
  const result = parseDate(text);
  if (!result.ok) throw new Error(result.error.en);
  return result.value;
}

/** Reads "2018-06-30" or the Vietnamese "30/06/2018" (also "-" and "." between). Error: date-invalid. */
export function parseDate(text: string): Result<IsoDate> {
  const trimmed = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed);
  if (iso) return dateFromParts(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const vi = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(trimmed);
  if (vi) return dateFromParts(Number(vi[3]), Number(vi[2]), Number(vi[1]));
  return fail(
    "VALUE",
    "date-invalid",
    `“${trimmed}” không phải là ngày; hãy nhập dạng ngày/tháng/năm, ví dụ 30/06/2018.`,
    `“${trimmed}” is not a date; use day/month/year, for example 30/06/2018.`,
  );
}

/** Days since 1970-01-01, by civil-calendar arithmetic (no clock, no time zone). */
export function dayNumber(date: IsoDate): number {
  const [y = 0, m = 0, d = 0] = date.split("-").map(Number);
  const year = m <= 2 ? y - 1 : y;
  const era = Math.floor(year / 400);
  const yoe = year - era * 400;
  const doy = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1;
  const doe = yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy;
  return era * 146097 + doe - 719468;
}

/** The inverse of `dayNumber`. */
export function dateFromDayNumber(days: number): IsoDate {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365,
  );
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const d = doy - Math.floor((153 * mp + 2) / 5) + 1;
  const m = mp + (mp < 10 ? 3 : -9);
  const result = dateFromParts(yoe + era * 400 + (m <= 2 ? 1 : 0), m, d);
  if (!result.ok) throw new RangeError(result.error.en);
  return result.value;
}

/**
 * The calendar day in Vietnam at a moment (milliseconds since 1970-01-01 UTC): UTC+7 the whole year. Vietnam's law, orders
 * and plans hold by its own day, whatever the clock of the machine that asks.
 */
export function vietnamDay(epochMs: number): IsoDate {
  return dateFromDayNumber(Math.floor((epochMs + 7 * 3_600_000) / 86_400_000));
}

/** The same for a moment written as ISO 8601 in UTC ("2026-11-30T17:05:00.000Z"). Throws RangeError on anything else. */
export function vietnamDayOf(moment: string): IsoDate {
  const found = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?Z$/.exec(moment);
  const date = parseDate(found?.[1] ?? "");
  if (found === null || !date.ok) throw new RangeError(`no moment in UTC: ${moment}`);
  return addDays(date.value, Number(found[2]) >= 17 ? 1 : 0);
}

export function addDays(date: IsoDate, count: number): IsoDate {
  return dateFromDayNumber(dayNumber(date) + count);
}

/** Excel serial (1900 system). Serial 60 is the non-existent 29/02/1900 and is refused. Fractions (time) are dropped. */
export function dateFromSerial(serial: number): Result<IsoDate> {
  const whole = Math.floor(serial);
  if (!Number.isFinite(serial) || whole < 1 || whole > 2958465 || whole === 60) {
    return fail(
      "VALUE",
      "date-serial-invalid",
      `Số ${String(serial).replace(".", ",")} không phải là một ngày của Excel.`,
      `${serial} is not an Excel date.`,
    );
  }
  return ok(dateFromDayNumber(whole - (whole < 60 ? 25568 : 25569)));
}

export function serialFromDate(date: IsoDate): number {
  const days = dayNumber(date) + 25569;
  return days <= 60 ? days - 1 : days;
}

/** "30/06/2018". */
export function formatDate(date: IsoDate): string {
  const [y, m, d] = date.split("-");
  return `${d}/${m}/${y}`;
}

export function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}
