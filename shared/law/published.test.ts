import { describe, expect, test } from "vitest";
import { day } from "../kernel/date.ts";
import { builtinLawBook } from "./book.ts";
import { problemsOfValue, withPublished, type PublishedValue } from "./published.ts";
import { readParameter } from "./read.ts";

const book = builtinLawBook();
const last = book.parameters.find(({ id }) => id === "MAY-MOC.TRAN")?.values.at(-1);
if (last === undefined) throw new Error("no value");
const value: PublishedValue = {
  ...last,
  parameter: "MAY-MOC.TRAN",
  from: day("2099-01-01"),
  value: 7,
  verified: "memory",
  cite: { ...last.cite, article: "1", clause: "1" },
};
const at = (law: typeof book, date: string) => {
  const reading = readParameter(law, "MAY-MOC.TRAN", day(date));
  return reading.ok ? reading.value.value : reading.error.code;
};

describe("published values", () => {
  test("hold from their day and leave earlier days and the shipped book alone", () => {
    const law = withPublished(book, { values: [value] });
    expect(at(law, "2099-01-01")).toBe(7);
    expect(at(law, "2098-12-31")).toBe(at(book, "2098-12-31"));
    expect(at(book, "2099-01-01")).toBe(last.value);
    expect(law.version).not.toBe(book.version);
  });

  test("the later of two about the same day counts; none at all is the same book", () => {
    const law = withPublished(book, { values: [value, { ...value, value: 9 }] });
    expect(at(law, "2099-01-01")).toBe(9);
    expect(withPublished(book, { values: [] })).toBe(book);
  });

  test.each([
    [{ parameter: "KHONG-CO" }, "parameter-unknown"],
    [{ cite: { ...value.cite, doc: "khong-co" } }, "citation-unknown"],
    [{ cite: { doc: value.cite.doc, article: "1" } }, "citation-place"],
    [{ from: day("1900-01-01") }, "citation-not-in-force"],
    [{ value: "1.5" }, "value-not-dong"],
  ])("%j is refused", (change, code) => {
    expect(problemsOfValue(book, value)).toEqual([]);
    expect(problemsOfValue(book, { ...value, ...change }).map((problem) => problem.code)).toContain(code);
  });
});
