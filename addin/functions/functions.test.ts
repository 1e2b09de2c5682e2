import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { buildDemoBook } from "../../shared/contract/built-book.ts";
import { FUNCTIONS } from "./index.ts";
import { day } from "../../shared/kernel/date.ts";
import { useBook } from "./lib/book.ts";
import { whenChecker } from "./lib/checker.ts";
import { today, useClock } from "./lib/clock.ts";

beforeAll(async () => {
  useBook(buildDemoBook());
  await whenChecker();
});

function outcome(name: string, args: readonly unknown[]): unknown {
  try {
    return FUNCTIONS[name]?.call(...args);
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    expect(message, name).toMatch(/[À-ỹ]/);
    return { error: code };
  }
}

describe("custom functions", () => {
  it("lists every function file", () => {
    const files = readdirSync(new URL(".", import.meta.url)).filter(
      (f) => f.endsWith(".ts") && !f.endsWith(".test.ts") && f !== "index.ts",
    );
    expect(files.map((f) => f.replace(".ts", "").toUpperCase()).sort()).toEqual(
      Object.keys(FUNCTIONS).sort(),
    );
  });

  for (const [name, { examples }] of Object.entries(FUNCTIONS)) {
    it(`has examples of ${name}`, () => expect(examples.length).toBeGreaterThan(1));
    for (const { args, value, error } of examples) {
      it(`KC.${name}(${JSON.stringify(args).slice(1, -1)})`, () => {
        const result = outcome(name, args);
        const plain =
          typeof result === "object" && result !== null && "basicValue" in result
            ? (result as { basicValue: unknown }).basicValue
            : result;
        expect(plain).toEqual(error === undefined ? value : { error });
      });
    }
  }

  it("treats serials, Vietnamese dates, 1×1 ranges and text numbers as Excel users expect", () => {
    expect(outcome("THAMSO", ["luong-co-so", 46204])).toBe(2_530_000);
    expect(outcome("THAMSO", [[["LUONG-CO-SO"]], "30/06/2026"])).toBe(2_340_000);
    expect(outcome("THANHTIEN", ["1.234.567,5", "1000"])).toBe(1_234_567_500);
    expect(outcome("THANHTIEN", [true, 1])).toEqual({ error: "#VALUE!" });
    expect(outcome("THANHTIEN", ["", 1])).toEqual({ error: "#VALUE!" });
    expect(outcome("THANHTIEN", [[[1, 2]], 1])).toEqual({ error: "#VALUE!" });
    expect(outcome("THAMSO", ["LUONG-CO-SO", 60])).toEqual({ error: "#VALUE!" });
    expect(outcome("THAMSO", ["LUONG-CO-SO", "31/02/2026"])).toEqual({ error: "#VALUE!" });
    expect(outcome("MUCHOTRO", ["MAY-MOC", 2, 1, "Hà Nội", "2018-01-01"])).toBe(1);
  });

  it("takes today where the date is left out, blank or a blank text", () => {
    for (const [date, value] of [
      ["2026-06-30", 2_340_000],
      ["2026-07-01", 2_530_000],
    ] as const) {
      useClock(() => day(date));
      expect(outcome("THAMSO", ["LUONG-CO-SO"])).toBe(value);
      expect(outcome("THAMSO", ["LUONG-CO-SO", null])).toBe(value);
      expect(outcome("THAMSO", ["LUONG-CO-SO", " "])).toBe(value);
    }
    useClock(null);
    expect(today()).toMatch(/^20\d\d-\d\d-\d\d$/);
  });
});
