import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  dateFromDayNumber,
  dateFromSerial,
  day,
  dayNumber,
  formatDate,
  parseDate,
  serialFromDate,
  vietnamDay,
  vietnamDayOf,
  yearOf,
} from "./date.ts";
import { mustOk } from "./result.ts";

/** The platform's own calendar, to compare with. */
const ofPlatform = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10);
const FIRST = -25_567;
const LAST = 2_932_896;
const days = fc.integer({ min: FIRST, max: LAST });

describe("the calendar", () => {
  it("is already tomorrow in Vietnam from 17:00 UTC on", () => {
    const at = (text: string) => {
      expect(vietnamDayOf(text)).toBe(vietnamDay(Date.parse(text)));
      return vietnamDayOf(text);
    };
    expect(at("2026-11-29T16:59:59.999Z")).toBe("2026-11-29");
    expect(at("2026-11-29T17:00:00.000Z")).toBe("2026-11-30");
    expect(at("2026-11-29T23:59:00.000Z")).toBe("2026-11-30");
    expect(at("2025-12-31T17:00:00.000Z")).toBe("2026-01-01");
    // The platform's own zone agrees, hour by hour over a year.
    const zone = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" });
    for (let hour = 0; hour < 366 * 24; hour += 1) {
      const ms = Date.UTC(2026, 0, 1, hour, 30);
      expect(vietnamDay(ms)).toBe(zone.format(ms));
    }
  });

  it("takes no moment for another: only UTC, whole", () => {
    for (const text of ["", "2026-11-30", "2026-11-30T17:00", "2026-11-30T24:00Z", "2026-02-30T01:00Z"])
      expect(() => vietnamDayOf(text)).toThrow(RangeError);
    expect(() => vietnamDayOf("2026-11-30T17:00:00+07:00")).toThrow(RangeError);
  });

  it("agrees with the platform's on every kind of day from 1900 to 9999", () => {
    expect(ofPlatform(FIRST)).toBe("1900-01-01");
    expect(ofPlatform(LAST)).toBe("9999-12-31");
    fc.assert(
      fc.property(days, (n) => {
        expect(dateFromDayNumber(n)).toBe(ofPlatform(n));
        expect(dayNumber(dateFromDayNumber(n))).toBe(n);
      }),
      { numRuns: 3000 },
    );
  });

  it.each(["1900-01-01", "1900-02-28", "1900-03-01", "2000-02-29", "2024-02-29", "2100-02-28", "9999-12-31"])(
    "knows %s",
    (text) => expect(parseDate(text)).toEqual({ ok: true, value: text }),
  );

  it.each([
    "1900-02-29",
    "2100-02-29",
    "2023-02-29",
    "31/04/2026",
    "0/1/2026",
    "2026-13-01",
    "1899-12-31",
    "30/06",
    "hôm nay",
    "",
    "2026/06/30",
  ])("refuses %s", (text) =>
    expect(parseDate(text)).toMatchObject({ ok: false, error: { kind: "VALUE", code: "date-invalid" } }),
  );

  it.each([
    ["30/06/2018", "2018-06-30"],
    ["1-7-2025", "2025-07-01"],
    [" 1.7.2025 ", "2025-07-01"],
    ["2025-7-1", "2025-07-01"],
  ])("reads %s as day, month, year", (text, date) =>
    expect(parseDate(text)).toEqual({ ok: true, value: date }),
  );

  it("prints and reads back, and counts days", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -400, max: 400 }), (n, step) => {
        const date = dateFromDayNumber(n);
        expect(parseDate(formatDate(date))).toEqual({ ok: true, value: date });
        expect(yearOf(date)).toBe(Number(date.slice(0, 4)));
        if (n + step >= FIRST && n + step <= LAST) expect(addDays(date, step)).toBe(ofPlatform(n + step));
      }),
    );
  });
});

describe("Excel serials", () => {
  it.each([
    [1, "1900-01-01"],
    [59, "1900-02-28"],
    [61, "1900-03-01"],
    [43_281, "2018-06-30"],
    [46_204, "2026-07-01"],
    [46_204.75, "2026-07-01"],
    [2_958_465, "9999-12-31"],
  ])("%d is %s", (serial, date) => expect(dateFromSerial(serial)).toEqual({ ok: true, value: date }));

  it.each([0, -1, 0.5, 60, 60.5, 2_958_466, Number.NaN, Number.POSITIVE_INFINITY])(
    "%d is no day (60 is the 29/02/1900 that never was)",
    (serial) =>
      expect(dateFromSerial(serial)).toMatchObject({ ok: false, error: { code: "date-serial-invalid" } }),
  );

  it("goes there and back on every serial but 60", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_958_465 }).filter((n) => n !== 60),
        (serial) => {
          expect(serialFromDate(mustOk(dateFromSerial(serial)))).toBe(serial);
        },
      ),
      { numRuns: 3000 },
    );
    expect(serialFromDate(day("1900-02-28")) + 2).toBe(serialFromDate(day("1900-03-01")));
  });
});
