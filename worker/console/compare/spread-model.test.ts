import { expect, it } from "vitest";
import type { ComparedFigureView } from "../../../shared/contract/comparison.ts";
import { byProvince, stackFigures } from "./spread-model.ts";

const figure = (provinceName: string, value: string): ComparedFigureView => ({
  submissionId: `hs_${provinceName}${value}`,
  provinceCode: provinceName,
  provinceName,
  year: 2027,
  value,
  sheet: "KC_DinhMuc",
  cell: "H5",
  outlier: null,
});

it("no figure hides another: near ones stand above one another, far ones on the line", () => {
  const stacked = stackFigures(
    [figure("B", "10"), figure("A", "10"), figure("C", "11"), figure("D", "12")],
    Number,
  );
  expect(stacked.map(({ x, level, figure: { provinceName } }) => [provinceName, x, level])).toEqual([
    ["A", 10, 0],
    ["B", 10, 1],
    ["C", 10, 2],
    ["D", 12, 0],
  ]);
  // A hundred equal figures have a hundred places.
  const many = stackFigures(
    Array.from({ length: 100 }, (_, at) => figure(`P${at}`, "5")),
    Number,
  );
  expect(new Set(many.map(({ level }) => level)).size).toBe(100);
});

it("a province stands once, with its figures from the least to the greatest", () => {
  const spread = byProvince([figure("A", "9"), figure("B", "20"), figure("A", "10")]);
  expect(spread.map(({ name, figures }) => [name, figures.map(({ value }) => value)])).toEqual([
    ["B", ["20"]],
    ["A", ["9", "10"]],
  ]);
});
