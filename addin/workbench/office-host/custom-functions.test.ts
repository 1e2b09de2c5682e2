import { expect, test } from "vitest";
import { argumentsFor, callerOf, customFunctions, resultOf, type Declared } from "./custom-functions.ts";

const nothing = () => undefined;
const place = { sheetId: "s", row: 0, column: 0 };
const declared = (over: Partial<Declared>): Declared => ({ id: "F", name: "F", parameters: [], ...over });

test("arguments: single cells are values, ranges are rows, missing and empty ones are null", () => {
  const parameters = [
    { name: "a" },
    { name: "b", dimensionality: "matrix" as const },
    { name: "c" },
    { name: "d" },
  ];
  expect(argumentsFor(declared({ parameters }), [[[5]], [[1]], [[1], [null]]])).toEqual([
    5,
    [[1]],
    [[1], [null]],
    null,
  ]);
  expect(argumentsFor(declared({ parameters: [{ name: "a" }] }), [[[""]]])).toEqual([null]);
});

test("repeating arguments come as one array", () => {
  const parameters = [{ name: "a" }, { name: "rest", repeating: true }];
  expect(argumentsFor(declared({ parameters }), [[[1]], [[2]], [[3]]])).toEqual([1, [2, 3]]);
  expect(argumentsFor(declared({ parameters }), [[[1]]])).toEqual([1, []]);
});

test("results: numbers with properties are their number, rows spill, errors keep their code", () => {
  expect(resultOf({ type: "Double", basicValue: 7, properties: {} })).toEqual({ rows: [[7]] });
  expect(resultOf({ type: "FormattedNumber", basicValue: 7, numberFormat: "0" })).toEqual({ rows: [[7]] });
  expect(
    resultOf([
      ["a", 1],
      [null, true],
    ]),
  ).toEqual({
    rows: [
      ["a", 1],
      ["", true],
    ],
  });
  expect(resultOf({ type: "Error", basicValue: "#N/A" })).toMatchObject({ error: "#N/A" });
  expect(resultOf(Number.NaN)).toEqual({ rows: [["#NUM!"]] });
  expect(resultOf([])).toMatchObject({ error: "#N/A" });
});

test("a thrown error shows its code and keeps its sentence, at once and later", async () => {
  const { Error: CellError, ErrorCode } = customFunctions;
  customFunctions.associate("NOW", () => {
    throw new CellError(ErrorCode.notAvailable, "chưa có");
  });
  customFunctions.associate("LATER", () => Promise.reject(new CellError(ErrorCode.invalidNumber, "sai số")));
  customFunctions.associate("BUG", () => {
    throw new TypeError("x");
  });
  const call = callerOf(
    ["NOW", "LATER", "BUG"].map((id) => declared({ id, name: id })),
    nothing,
  );
  expect(call("KC.NOW", [], place)).toEqual({ error: "#N/A", message: "chưa có" });
  expect(await call("KC.LATER", [], place)).toEqual({ error: "#NUM!", message: "sai số" });
  expect(call("KC.BUG", [], place)).toEqual({ error: "#VALUE!", message: "x" });
  expect(call("KC.NONE", [], place)).toMatchObject({ error: "#NAME?" });
});

test("an error in a cell that is used passes through", () => {
  customFunctions.associate("ONE", () => 1);
  const call = callerOf([declared({ id: "ONE", name: "ONE", parameters: [{ name: "a" }] })], nothing);
  expect(call("KC.ONE", [[["#DIV/0!"]]], place)).toMatchObject({ error: "#DIV/0!" });
});

test("a streaming function keeps its latest value and asks to be computed again", async () => {
  const invocations: { setResult(value: unknown): void; onCanceled?: () => void }[] = [];
  customFunctions.associate("STREAM", (...args: unknown[]) => {
    invocations.push(args.at(-1) as (typeof invocations)[number]);
  });
  let recalculated = 0;
  const one = declared({
    id: "STREAM",
    name: "STREAM",
    parameters: [{ name: "a" }],
    options: { stream: true },
  });
  const call = callerOf([one], () => (recalculated += 1));
  const first = call("KC.STREAM", [[["hs"]]], place);
  invocations[0]?.setResult("đã gửi");
  expect(await first).toEqual({ rows: [["đã gửi"]] });
  invocations[0]?.setResult("đã duyệt");
  await expect.poll(() => recalculated).toBe(1);
  expect(await call("KC.STREAM", [[["hs"]]], place)).toEqual({ rows: [["đã duyệt"]] });
  expect(invocations).toHaveLength(1);
  let canceled = false;
  if (invocations[0] !== undefined) invocations[0].onCanceled = () => (canceled = true);
  void call("KC.STREAM", [[["khác"]]], place);
  expect([canceled, invocations.length]).toEqual([true, 2]);
  const { Error: CellError, ErrorCode } = customFunctions;
  invocations[1]?.setResult(new CellError(ErrorCode.notAvailable, "mất"));
  expect(await call("KC.STREAM", [[["khác"]]], place)).toEqual({ error: "#N/A", message: "mất" });
});
