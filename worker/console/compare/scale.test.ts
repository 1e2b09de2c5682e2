import { describe, expect, it } from "vitest";
import { clippedScale, scaleOf } from "./scale.ts";

describe("the line figures are drawn on", () => {
  it("runs from the least to the greatest", () => {
    const { at, logarithmic } = scaleOf([10, 20, 30]);
    expect([at(10), at(20), at(30), logarithmic]).toEqual([0, 50, 100, false]);
  });

  it("turns logarithmic beyond fifty times, and only for positive figures", () => {
    expect(scaleOf([1, 50]).logarithmic).toBe(false);
    expect(scaleOf([1, 51]).logarithmic).toBe(true);
    expect(scaleOf([0, 1000]).logarithmic).toBe(false);
    expect(scaleOf([1, 100, 10_000]).at(100)).toBe(50);
  });

  it("puts equal figures in the middle", () => {
    expect(scaleOf([7, 7]).at(7)).toBe(50);
  });
});

it("keeps a figure far off at the edge, so that the others stay apart", () => {
  const { at } = clippedScale([10, 20]);
  expect([at(10), at(15), at(20), at(20_000), at(0)]).toEqual([9.68, 50, 90.32, 100, 0]);
  expect(clippedScale([5]).at(5)).toBe(50);
});
