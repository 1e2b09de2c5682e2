import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellAddress, columnLetters, columnNumber, parseAddress } from "./address.ts";

describe("A1 addresses", () => {
  it.each([
    [1, "A"],
    [26, "Z"],
    [27, "AA"],
    [702, "ZZ"],
    [703, "AAA"],
    [16_384, "XFD"],
  ])("column %d is %s", (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
    expect(columnNumber(letters)).toBe(column);
  });

  it("goes there and back", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 16_384 }),
        fc.integer({ min: 1, max: 1_048_576 }),
        (column, row) => {
          expect(parseAddress(cellAddress(column, row))).toEqual({ column, row });
        },
      ),
    );
  });

  it.each(["", "A", "1", "A0", "AAAA1", "A-1", "A1:B2"])("refuses %j", (text) =>
    expect(parseAddress(text)).toBeNull(),
  );
});
