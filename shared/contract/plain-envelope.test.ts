import fc from "fast-check";
import { expect, test } from "vitest";
import { builtinLawBook } from "../law/book.ts";
import { day } from "../kernel/date.ts";
import { dong } from "../kernel/money.ts";
import { quantity } from "../kernel/quantity.ts";
import { buildFlatWorkbook } from "../workbook/build.ts";
import { isPlainEnvelope } from "./plain-envelope.ts";
import { SubmissionEnvelopeSchema } from "./submission.ts";

const workbook = buildFlatWorkbook(
  {
    info: {
      province: "Quảng Ninh",
      organisation: "Trung tâm Khuyến công",
      year: 2019,
      asOf: day("2019-01-15"),
      localBudgetDong: dong(2_000_000_000),
      drafter: "Người soạn",
    },
    deAn: [],
    costLines: [
      {
        deAnCode: "DA01",
        item: "Máy ép",
        unit: "bộ",
        quantity: quantity(1),
        unitPriceDong: dong(450_000_000),
        supportDong: dong(200_000_000),
      },
    ],
  },
  builtinLawBook(),
);

test("a workbook of the template is plain, with and without a file name", () => {
  expect(isPlainEnvelope({ workbook })).toBe(true);
  expect(isPlainEnvelope({ workbook, fileName: "ke-hoach.xlsx" })).toBe(true);
});

const text = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "=",
    "=A1",
    "x".repeat(64),
    "x".repeat(65),
    "x".repeat(256),
    "History",
    " a ",
    "'a",
  ),
  fc.string({ unit: "binary" }),
  fc.constantFrom("x".repeat(8193), "=".repeat(8192), "ﷺ".repeat(11_000), "x".repeat(32_768)),
);
const value = fc.oneof(text, fc.double(), fc.boolean(), fc.constant(null), fc.constant([]), fc.constant({}));
const optional = fc.oneof(text, fc.constant(undefined), fc.integer());
const cell = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record(
      { value, formula: optional, format: optional, font: optional },
      { requiredKeys: [] },
    ),
  },
  { weight: 1, arbitrary: value },
  { weight: 1, arbitrary: fc.record({ value, more: value }) },
);
const address = fc.oneof(
  fc.constantFrom(
    "A1",
    "$A$1",
    "a1",
    "AA10",
    "XFD1048576",
    "XFE1",
    "A1048577",
    "A0",
    "A01",
    "__proto__",
    "ZZZ1",
    "WZZ999999",
    "WZZ1000000",
    "XAA1",
  ),
  fc.stringMatching(/^[A-Z]{1,3}[0-9]{1,7}$/),
);
const cells = fc.array(fc.tuple(address, cell), { maxLength: 4 }).map((pairs) => {
  // As JSON.parse makes it: "__proto__" is a member like any other.
  const made: Record<string, unknown> = {};
  for (const [key, member] of pairs)
    Object.defineProperty(made, key, { value: member, enumerable: true, writable: true, configurable: true });
  return made;
});
const name = fc.oneof(
  text,
  fc.constantFrom("KC_DeAn", "kc_dean", "KC_DuToan", "Trang 1", "a".repeat(31), "đ".repeat(11)),
);
const sheet = fc.record(
  { name, cells, hidden: fc.boolean(), more: value },
  { requiredKeys: ["name", "cells"] },
);
const envelope = fc.record(
  {
    workbook: fc.record(
      { sheets: fc.array(sheet, { maxLength: 3 }), externalLinks: fc.constant([]) },
      { requiredKeys: ["sheets"] },
    ),
    fileName: text,
    previousId: text,
  },
  { requiredKeys: ["workbook"] },
);

test("whatever it calls plain, the schema takes and leaves as it is", () => {
  let plain = 0;
  const check = (given: unknown): void => {
    if (!isPlainEnvelope(given)) return;
    plain += 1;
    const parsed = SubmissionEnvelopeSchema.safeParse(given);
    expect(parsed.error?.issues ?? []).toEqual([]);
    expect(parsed.data).toEqual(given);
  };
  fc.assert(fc.property(envelope, check), { numRuns: 1000 });
  // The same with one cell at a time in an otherwise right workbook, so that the cells themselves are looked at.
  const one = fc.record({
    workbook: fc.record({ sheets: fc.tuple(fc.record({ name: fc.constant("KC_DeAn"), cells })) }),
  });
  fc.assert(fc.property(one, check), { numRuns: 2000 });
  expect(plain).toBeGreaterThan(50);
});

test.each([
  ["a member nobody knows", { workbook, more: 1 }],
  ["two sheets of one name", { workbook: { sheets: [...workbook.sheets, ...workbook.sheets] } }],
  ["no sheet", { workbook: { sheets: [] } }],
  ["a list", []],
  ["nothing", null],
])("leaves to the schema: %s", (_, given) => {
  expect(isPlainEnvelope(given)).toBe(false);
});
