import fc from "fast-check";
import { expect, test } from "vitest";
import {
  areNeighbours,
  neighboursText,
  readNeighbours,
  withNeighbours,
  withoutNeighbours,
} from "./neighbours.ts";

test("reads a statement from either side, folds spelling, keeps what it cannot read", () => {
  const read = readNeighbours("Thủy An: Bình Dương, Nguyễn Huệ; binh duong: THỦY AN\nMạo Khê; : Kim Sơn; X:");
  expect(read).toEqual({
    neighbours: [{ place: "Thủy An", others: ["Bình Dương", "Nguyễn Huệ"] }],
    unreadNeighbours: ["Mạo Khê", ": Kim Sơn", "X:"],
  });
  expect(neighboursText(read)).toBe("Thủy An: Bình Dương, Nguyễn Huệ; Mạo Khê; : Kim Sơn; X:");
  expect(readNeighbours(null)).toEqual({ neighbours: [], unreadNeighbours: [] });
});

test("only what was stated counts: a neighbour's neighbour is none, nor is a place its own", () => {
  const { neighbours } = readNeighbours("A: B; B: C; C: C");
  expect(areNeighbours(neighbours, "b", "A")).toBe(true);
  expect(areNeighbours(neighbours, "C", "B")).toBe(true);
  expect(areNeighbours(neighbours, "A", "C")).toBe(false);
  expect(areNeighbours(neighbours, "C", "C")).toBe(false);
});

test("what is added can be taken back from either side, and the cell says the same as the list", () => {
  const place = fc.constantFrom("Thủy An", "Bình Dương", "Mạo Khê", "Kim Sơn", "Hồng Thái");
  fc.assert(
    fc.property(fc.array(fc.tuple(place, place), { maxLength: 8 }), place, place, (pairs, a, b) => {
      const list = pairs.reduce((sum, [x, y]) => withNeighbours(sum, x, y), readNeighbours("").neighbours);
      expect(readNeighbours(neighboursText({ neighbours: list, unreadNeighbours: [] })).neighbours).toEqual(
        list,
      );
      const more = withNeighbours(list, a, b);
      expect(areNeighbours(more, b, a)).toBe(a !== b);
      expect(areNeighbours(withoutNeighbours(more, b, a), a, b)).toBe(false);
    }),
  );
});
