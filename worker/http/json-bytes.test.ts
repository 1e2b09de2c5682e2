import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson, namesOf } from "../../shared/kernel/canonical.ts";
import { measureJson } from "./json-bytes.ts";

const measure = (text: string) => measureJson(new TextEncoder().encode(text), 99);
const isPlain = (text: string) => measure(text).isPlain;

test.each([
  ["0", true],
  ["-1", true],
  ["-0", false],
  ["1.5", true],
  ["1.50", false],
  ["1.0", false],
  ["-0.5", true],
  ["-0.0", false],
  ["0.000001", true],
  ["0.0000001", false],
  ["1.0000001", true],
  ["999999999999999", true],
  ["1000000000000000", false],
  ["0.1234567", false],
  ["12345678.1234567", true],
  ["123456789.1234567", false],
  ["1e3", false],
  ["1E3", false],
  ["1.5e-3", false],
  ["true", true],
  [" 1", false],
  ["[1, 2]", false],
  ["[1,2]", true],
  ['{"a":\n1}', false],
  ['"a b"', true],
  ['"Đề án “khuyến công”\u2028"', true],
  [String.raw`"a\"b\\c\n"`, true],
  [String.raw`"a\/b"`, false],
  [String.raw`"\u0041"`, false],
  ["\ufeff1", false],
])("%j written as JSON.stringify writes it: %s", (text, expected) => {
  expect(isPlain(text)).toBe(expected);
  if (expected) expect(JSON.stringify(JSON.parse(text))).toBe(text);
});

/** Numbers as programs and people write them, most of them in more ways than one. */
const numberText = fc
  .tuple(
    fc.constantFrom("", "-"),
    fc.constantFrom("0", "1", "10", "907", "123456789", "999999999999999", "1000000000000000"),
    fc.constantFrom("", ".0", ".5", ".50", ".25", ".000001", ".0000001", ".123456", ".1234567"),
    fc.constantFrom("", "", "", "e0", "E5", "e-7"),
  )
  .map((parts) => parts.join(""));
const textText = fc
  .array(
    fc.constantFrom(
      "a",
      " ",
      "ế",
      "😀",
      String.raw`\"`,
      String.raw`\\`,
      String.raw`\n`,
      String.raw`\/`,
      String.raw`\u0041`,
    ),
  )
  .map((parts) => `"${parts.join("")}"`);
const space = fc.constantFrom("", "", "", "", "", " ", "\n");
const { json } = fc.letrec<{ json: string }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3 },
    numberText,
    textText,
    fc.constantFrom("null", "true", "false"),
    fc.tuple(space, fc.array(tie("json"), { maxLength: 3 })).map(([gap, all]) => `[${all.join(`,${gap}`)}]`),
    fc
      .tuple(
        space,
        fc.array(fc.tuple(fc.constantFrom('"a"', '"b"', '"A1"', '"1"', '"2"', '"\\n"'), tie("json")), {
          maxLength: 3,
        }),
      )
      .map(([gap, all]) => `{${all.map(([name, member]) => `${name}:${gap}${member}`).join(",")}}`),
  ),
}));

test("what is said to be canonical is, whoever wrote it", () => {
  let [canonical, other] = [0, 0];
  fc.assert(
    fc.property(json, (text) => {
      const value: unknown = JSON.parse(text);
      const { members, isPlain: plain } = measure(text);
      const { count, inOrder } = namesOf(value);
      if (plain && inOrder && count === members) {
        canonical += 1;
        expect(canonicalJson(value)).toBe(text);
      } else other += 1;
    }),
    { numRuns: 5000 },
  );
  expect(Math.min(canonical, other)).toBeGreaterThanOrEqual(500);
});

test("the canonical JSON of what a workbook holds is seen to be so", () => {
  const value = fc.oneof(
    fc.string({ unit: "grapheme" }).filter((text) => [...text].every((sign) => sign >= " ")),
    fc.constantFrom("", "Dòng 1\nDòng 2", '=IF(A5="x",1,2)', "C:\\thư mục", "\t"),
    fc.maxSafeInteger().filter((number) => Math.abs(number) < 1e15),
    fc.integer({ min: -1e9, max: 1e9 }).map((number) => number / 1000),
    fc.boolean(),
    fc.constant(null),
  );
  const cells = fc.dictionary(fc.stringMatching(/^[A-Z]{1,2}[1-9][0-9]{0,3}$/), fc.record({ value }));
  let held = 0;
  fc.assert(
    fc.property(cells, (each) => {
      const text = canonicalJson({ workbook: { sheets: [{ cells: each, name: "KC_DeAn" }] } });
      const { members, isPlain: plain } = measure(text);
      expect([plain, namesOf(JSON.parse(text))]).toEqual([true, { count: members, inOrder: true }]);
      held += 1;
    }),
    { numRuns: 500 },
  );
  expect(held).toBeGreaterThanOrEqual(500);
});
