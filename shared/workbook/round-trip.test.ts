/** Plan → flat → file → flat → plan: nothing may be lost or changed on the way, in any sheet. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "../kernel/date.ts";
import type { FlatWorkbook } from "../kernel/flat.ts";
import { dong } from "../kernel/money.ts";
import { quantity } from "../kernel/quantity.ts";
import { builtinLawBook } from "../law/book.ts";
import { VOTE_LEVELS } from "../law/vote-levels.ts";
import {
  DEMAND_DECISIONS,
  FUNDS,
  NORM_LINE_TYPES,
  PRICE_TYPES,
  PROGRESS_STATES,
  type Plan,
} from "../plan/shapes.ts";
import { buildFlatWorkbook, type PlanDraft } from "./build.ts";
import { readPlan } from "./read.ts";
import { expectedWorkbookValues } from "./recompute.ts";
import { PRODUCT_SHEET, columnLetter } from "./template.ts";
import { readXlsx, writeXlsx } from "./xlsx/index.ts";

const law = builtinLawBook();

const text = fc.constantFrom("Máy ép gốm", "Chế biến chè", "=1+1", "@SUM(A1)", "Đức “Minh”", "a<b&c", "0012");
const date = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(day("2014-10-21"), days));
const money = fc.integer({ min: 0, max: 5_000_000_000 }).map(dong);
const amount = fc.integer({ min: 1, max: 5_000_000 }).map((n) => quantity(n / 1000));
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const yesNo = maybe(fc.boolean());

const draft: fc.Arbitrary<PlanDraft> = fc.record({
  info: fc.constant({ province: "22", organisation: "Trung tâm", year: 2018, asOf: day("2018-01-15") }),
  deAn: fc.constant([]),
  costLines: fc.array(
    fc.record({
      deAnCode: fc.constantFrom("DA01", "DA02"),
      item: text,
      unit: fc.constant("máy"),
      quantity: amount,
      unitPriceDong: fc.integer({ min: 0, max: 1_000_000_000 }).map(dong),
      supportDong: money,
    }),
    { maxLength: 3 },
  ),
  demands: fc.array(
    fc.record({
      code: text,
      name: maybe(text),
      received: maybe(date),
      content: maybe(fc.integer({ min: 1, max: 9 })),
      kind: fc.constantFrom("MAY-MOC", "MO-HINH", "LA"),
      fund: maybe(fc.constantFrom(...FUNDS)),
      count: maybe(amount),
      priority: fc.boolean(),
      totalDong: maybe(money),
      supportDong: maybe(money),
      decision: maybe(fc.constantFrom(...DEMAND_DECISIONS)),
    }),
    { maxLength: 3 },
  ),
  normLines: fc.array(
    fc.record({
      code: text,
      type: maybe(fc.constantFrom(...NORM_LINE_TYPES)),
      resource: maybe(text),
      quantity: maybe(amount),
      lossPercent: maybe(amount),
      coefficient: maybe(amount),
      note: maybe(text),
    }),
    { maxLength: 3 },
  ),
  priceLines: fc.array(
    fc.record({
      type: maybe(fc.constantFrom(...PRICE_TYPES)),
      resource: text,
      priceDong: maybe(money),
      from: maybe(date),
      to: maybe(date),
      source: maybe(text),
    }),
    { maxLength: 3 },
  ),
  products: fc.array(
    fc.record({
      code: text,
      level: maybe(fc.constantFrom(...VOTE_LEVELS)),
      voteDate: maybe(date),
      ownMade: yesNo,
      serial: yesNo,
      photos: maybe(fc.nat(9)),
      market: maybe(amount),
      culture: maybe(amount),
      priorDate: maybe(date),
      priorMark: maybe(amount),
    }),
    { maxLength: 3 },
  ),
  progress: fc.array(
    fc.record({
      deAnCode: fc.constantFrom("DA01", "DA02", "DA03"),
      date: maybe(date),
      state: maybe(fc.constantFrom(...PROGRESS_STATES)),
      percent: maybe(amount),
      advancedDong: maybe(money),
      paidDong: maybe(money),
    }),
    { maxLength: 3 },
  ),
});

/** What the lines mean, without where and how their cells stand. */
function meaning(plan: Plan): unknown {
  const bare = (lines: readonly object[]) =>
    lines.map((line) => ({ ...line, cells: undefined, addressOf: undefined }));
  const { info: _info, ...lists } = plan;
  return Object.fromEntries(Object.entries(lists).map(([name, lines]) => [name, bare(lines)]));
}

function bareCells(workbook: FlatWorkbook) {
  return workbook.sheets.map(({ name, cells }) => [
    name,
    Object.fromEntries(Object.entries(cells).map(([at, { value, formula }]) => [at, { value, formula }])),
  ]);
}

describe("plan → flat → .xlsx → flat → plan", () => {
  it("loses nothing in any sheet, and every figure is the one worked out again", async () => {
    await fc.assert(
      fc.asyncProperty(draft, async (plan) => {
        const flat = buildFlatWorkbook(plan, law);
        const back = await readXlsx(await writeXlsx(flat));
        if (!back.ok) throw new Error(back.error.vi);
        expect(bareCells(back.value)).toEqual(bareCells(flat));
        expect(meaning(readPlan(back.value))).toEqual(meaning(readPlan(flat)));
        expect(expectedWorkbookValues(back.value, law)).toEqual(expectedWorkbookValues(flat, law));
        const read = readPlan(back.value);
        plan.demands?.forEach((wanted, at) => expect(read.demands[at]).toMatchObject(wanted));
        plan.normLines?.forEach((wanted, at) => expect(read.normLines[at]).toMatchObject(wanted));
        plan.priceLines?.forEach((wanted, at) => expect(read.priceLines[at]).toMatchObject(wanted));
        plan.products?.forEach((wanted, at) => expect(read.products[at]).toMatchObject(wanted));
        plan.progress?.forEach((wanted, at) => expect(read.progress[at]).toMatchObject(wanted));
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it("adds the marks of the right columns", () => {
    const letters = ["market", "technical", "culture", "otherMark"].map((id) =>
      columnLetter(PRODUCT_SHEET, id),
    );
    const formula = PRODUCT_SHEET.columns.find(({ id }) => id === "mark")?.formula?.(7) ?? "";
    expect(formula).toContain(`${letters[0]}7:${letters[3]}7`);
    expect(letters).toEqual(["S", "T", "U", "V"]);
  });
});
