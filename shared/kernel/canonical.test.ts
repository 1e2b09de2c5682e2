import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson, namesOf } from "./canonical.ts";

test("the example of RFC 8785, section 3.2.2", () => {
  const value = {
    numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000f\nA\'B"\\\\"/',
    literals: [null, true, false],
  };
  expect(canonicalJson(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test("keys are sorted by UTF-16 code units", () => {
  expect(
    canonicalJson({ "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\u{1f600}": 5, "\u0080": 6, ö: 7 }),
  ).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"\u{1f600}":5,"\ufb33":3}');
});

test("what JSON cannot hold is refused; an absent field is absent", () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, [undefined], 1n, () => 1]) {
    expect(() => canonicalJson(value)).toThrow(RangeError);
  }
  expect(canonicalJson({ a: undefined, b: -0 })).toBe('{"b":0}');
});

test("half of a character is refused in texts and names, a whole one is not", () => {
  for (const value of ["\ud800", "a\udfffb", { "\ud83d": 1 }, [`${"x".repeat(100)}\ud83d`]])
    expect(() => canonicalJson(value)).toThrow(RangeError);
  expect(canonicalJson(["\ud83d\ude00", "\u2028"])).toBe('["\ud83d\ude00","\u2028"]');
});

/** Appendix B of RFC 8785: the bits of a double and how it is written. */
test.each([
  ["0000000000000000", "0"],
  ["8000000000000000", "0"],
  ["0000000000000001", "5e-324"],
  ["8000000000000001", "-5e-324"],
  ["7fefffffffffffff", "1.7976931348623157e+308"],
  ["4340000000000000", "9007199254740992"],
  ["c340000000000000", "-9007199254740992"],
  ["4430000000000000", "295147905179352830000"],
  ["44b52d02c7e14af5", "9.999999999999997e+22"],
  ["44b52d02c7e14af6", "1e+23"],
  ["44b52d02c7e14af7", "1.0000000000000001e+23"],
  ["444b1ae4d6e2ef4e", "999999999999999700000"],
  ["444b1ae4d6e2ef4f", "999999999999999900000"],
  ["444b1ae4d6e2ef50", "1e+21"],
  ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
  ["3eb0c6f7a0b5ed8d", "0.000001"],
  ["41b3de4355555553", "333333333.3333332"],
  ["41b3de4355555555", "333333333.3333333"],
  ["becbf647612f3696", "-0.0000033333333333333333"],
  ["43143ff3c1cb0959", "1424953923781206.2"],
])("a double is written as RFC 8785 has it: %s", (bits, text) => {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${bits}`));
  expect(canonicalJson(view.getFloat64(0))).toBe(text);
});

test("the same value gives the same bytes whatever the order of its keys, and reads back as itself", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(canonicalJson(reversed(value))).toBe(text);
    }),
  );
});

/** The same, spelled out: every name sorted, every text and number as JSON has it. */
function slowJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(slowJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${slowJson(member)}`).join(",")}}`;
}

test("short cuts change no byte: any text and any order of names", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 80 }),
    fc.constantFrom("", '"', "\\", "\u0000", "\u001f", "\u007f", "\u2028", "\ud83d\ude00", "A1", "A10", "A2"),
  );
  const leaf = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean());
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.constant(null),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(text, tie("value"), { maxKeys: 6, noNullPrototype: true }),
    ),
  }));
  fc.assert(
    fc.property(value, (each) => {
      expect(canonicalJson(each)).toBe(slowJson(each));
    }),
    { numRuns: 1000 },
  );
});

/** Names in all objects, and one that begins with a digit among them: the plain way. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [name, ...namesIn(member)]);
}

test("what is written with its names in order is canonical, and nothing else is", () => {
  let ordered = 0;
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      for (const each of [value, reversed(value), JSON.parse(canonicalJson(value))]) {
        const { count, inOrder } = namesOf(each);
        const names = namesIn(each);
        const isCanonical = JSON.stringify(each) === canonicalJson(each);
        expect(count).toBe(names.length);
        expect(inOrder).toBe(isCanonical && !names.some((name) => /^[0-9]/.test(name)));
        if (inOrder) ordered += 1;
      }
    }),
  );
  expect(ordered).toBeGreaterThanOrEqual(100);
});

test.each([
  [{ a: 1, b: { c: 1, d: [{ e: 1, f: 2 }] } }, 6, true],
  [{ b: 1, a: 1 }, 2, false],
  [{ a: { c: 1, b: 2 } }, 3, false],
  [{ a: [{ c: 1, b: 2 }] }, 3, false],
  // The language puts whole numbers first, by their worth, wherever they stood in the text.
  [{ 9: 1, 10: 2 }, 2, false],
  [JSON.parse('{"2":1,"1":2}'), 2, false],
  [{ A1: 1, A10: 2, A2: 3 }, 3, true],
  [JSON.parse('{"__proto__":{"b":1,"a":2}}'), 3, false],
  [[], 0, true],
  [null, 0, true],
])("%j: %i names, in order: %s", (value, count, inOrder) => {
  expect(namesOf(value)).toEqual({ count, inOrder });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, each]) => [key, reversed(each)]),
  );
}
