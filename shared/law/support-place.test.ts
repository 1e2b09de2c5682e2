import { expect, it } from "vitest";
import { readSupportPlace } from "./support-place.ts";

it.each([
  [null, { priority: false }],
  ["  ", { priority: false }],
  ["UT", { priority: true }],
  ["ưu tiên", { priority: true }],
  ["22", { priority: false, province: "22" }],
  ["Tỉnh Quảng Ninh", { priority: false, province: "22" }],
  ["UT;22", { priority: true, province: "22" }],
  ["quang ninh, ut", { priority: true, province: "22" }],
  ["1", { priority: false, province: "01" }],
])("reads %j", (typed, value) => expect(readSupportPlace(typed)).toEqual({ ok: true, value }));

it.each([
  ["XX", "support-place-unknown", "“XX”"],
  ["Quảng Nnih", "support-place-unknown", "Quảng Ninh"],
  ["22;66", "support-place-many", "một tỉnh"],
])("refuses %s", (typed, code, words) =>
  expect(readSupportPlace(typed)).toMatchObject({
    ok: false,
    error: { kind: "VALUE", code, vi: expect.stringContaining(words) },
  }),
);
