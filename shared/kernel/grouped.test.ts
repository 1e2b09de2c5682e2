import { expect, test } from "vitest";
import { grouped } from "./grouped.ts";

test("groups and their members come in the order of the things, also by what is no text", () => {
  const [odd, even] = [{ odd: true }, { odd: false }];
  expect([...grouped([3, 2, 5, 4, 1], (number) => (number % 2 === 1 ? odd : even))]).toEqual([
    [odd, [3, 5, 1]],
    [even, [2, 4]],
  ]);
  expect([...grouped([], String)]).toEqual([]);
});

test("each thing is asked once", () => {
  let asked = 0;
  grouped("banana", (letter) => {
    asked += 1;
    return letter;
  });
  expect(asked).toBe(6);
});
