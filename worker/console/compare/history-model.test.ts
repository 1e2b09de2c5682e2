import { expect, test } from "vitest";
import { builtinLawBook } from "../../../shared/law/book.ts";
import { SUPPORT_KINDS } from "../../../shared/law/support-kinds.ts";
import { ceilingSteps, highestInYear } from "./history-model.ts";
import { PRESS_PROJECTS, PRESS_TOTALS } from "./press-figures.ts";

test("the ceiling of machinery over the years comes from the law data, with its citation", () => {
  const steps = ceilingSteps(builtinLawBook(), "MAY-MOC");
  expect(steps.map(({ from, dong }) => [from, dong])).toEqual(
    expect.arrayContaining([
      ["2014-04-08", 200_000_000],
      ["2018-05-11", 300_000_000],
    ]),
  );
  for (const { cite } of steps) expect(cite).not.toBe("");
  expect(highestInYear(steps, 2013)).toBeNull();
  expect(highestInYear(steps, 2017)).toBe(200_000_000);
  expect(highestInYear(steps, 2018)).toBe(300_000_000);
  expect(highestInYear(steps, 2020)).toBe(300_000_000);
  expect(ceilingSteps(builtinLawBook(), "KHONG-CO")).toEqual([]);
});

test("press figures are of known kinds, in whole đồng, each with its source", () => {
  const kinds = new Set<string>(SUPPORT_KINDS.map(({ code }) => code));
  expect(PRESS_PROJECTS.length).toBeGreaterThan(10);
  for (const { kind, supportDong, source, year } of PRESS_PROJECTS) {
    expect(kinds.has(kind)).toBe(true);
    expect(Number.isSafeInteger(supportDong)).toBe(true);
    expect(source).not.toBe("");
    expect(year).toBeGreaterThan(2010);
  }
  expect(PRESS_TOTALS.length).toBeGreaterThan(30);
  for (const { source, area } of PRESS_TOTALS) expect(source !== "" && area !== "").toBe(true);
});
