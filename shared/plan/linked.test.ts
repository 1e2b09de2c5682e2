import { expect, it } from "vitest";
import { joinCodes, linkedCodes } from "./linked.ts";

it("reads codes however they are set apart, each once", () => {
  expect(linkedCodes(null)).toEqual([]);
  expect(linkedCodes(" ; ")).toEqual([]);
  expect(linkedCodes("DA02; da05,DA02\nDA07")).toEqual(["DA02", "DA05", "DA07"]);
  expect(linkedCodes(joinCodes(["DA02", "DA05"]))).toEqual(["DA02", "DA05"]);
});
