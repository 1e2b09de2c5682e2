import { expect, test } from "vitest";
import { inOneWork, keptWith } from "./kept-with.ts";

function counted() {
  let made = 0;
  const size = keptWith((list: readonly number[]) => {
    made += 1;
    return list.length;
  });
  return { size, made: () => made };
}

test("made once for each thing it is made of", () => {
  const { size, made } = counted();
  const [one, other] = [[1], [1]];
  expect([size(one), size(one), size(other), made()]).toEqual([1, 1, 1, 2]);
});

test("a work keeps its own, also in a work within it, and forgets it with its end", () => {
  const { size, made } = counted();
  const list = [1, 2];
  inOneWork(() => {
    size(list);
    inOneWork(() => size(list));
    size(list);
    expect(made()).toBe(1);
  });
  inOneWork(() => size(list));
  expect(made()).toBe(2);
  size(list);
  size(list);
  expect(made()).toBe(3);
});

test("a work that fails forgets too", () => {
  const { size, made } = counted();
  const list = [1];
  expect(() =>
    inOneWork(() => {
      size(list);
      throw new RangeError("too much");
    }),
  ).toThrow("too much");
  size(list);
  expect(made()).toBe(2);
});

test("two functions never take one another's results", () => {
  const first = keptWith((list: readonly number[]) => list[0]);
  const last = keptWith((list: readonly number[]) => list.at(-1));
  inOneWork(() => {
    const list = [1, 2];
    expect([first(list), last(list), first(list)]).toEqual([1, 2, 1]);
  });
});
