import { expect, test } from "vitest";
import type { FlatCell, FlatSheet } from "../kernel/flat.ts";
import { cellAddress } from "../kernel/address.ts";
import { findHeaders, findSheet } from "./read.ts";
import { DE_AN_SHEET, HEADER_ROW } from "./template.ts";

const TEMPLATE = DE_AN_SHEET.columns.map(({ header }) => header);

function sheetOf(headers: readonly FlatCell["value"][], row = HEADER_ROW): FlatSheet {
  const cells = headers.map((value, index): [string, FlatCell] => [cellAddress(index + 1, row), { value }]);
  return { name: "KC_DeAn", cells: Object.fromEntries(cells) };
}

function read(headers: readonly FlatCell["value"][], row?: number) {
  const found = findHeaders(sheetOf(headers, row), DE_AN_SHEET);
  return found === null ? null : { ...found, columns: [...found.columns], extra: [...found.extra] };
}

const PLACES = DE_AN_SHEET.columns.map(({ id }, index) => [id, index + 1]);

test("what one workbook's header row said is not what the next one's says", () => {
  expect(read(TEMPLATE)).toEqual({ row: HEADER_ROW, columns: PLACES, extra: [] });
  expect(read(TEMPLATE, 9)).toEqual({ row: 9, columns: PLACES, extra: [] });

  const [first = "", second = "", ...rest] = TEMPLATE;
  const swapped = read([second, first, ...rest]);
  expect(swapped?.columns.slice(0, 2)).toEqual([
    [DE_AN_SHEET.columns[1]?.id, 1],
    [DE_AN_SHEET.columns[0]?.id, 2],
  ]);

  expect(read([...TEMPLATE, "Cột riêng"])?.extra).toEqual([["Cột riêng", TEMPLATE.length + 1]]);
  expect(read([...TEMPLATE, first])?.extra).toEqual([[first, TEMPLATE.length + 1]]);
  expect(read([2018, second, ...rest])?.columns).toEqual(PLACES.slice(1));
  expect(read([null, ...TEMPLATE])?.columns).toEqual(PLACES.map(([id, column]) => [id, Number(column) + 1]));
  expect(read(TEMPLATE)).toEqual({ row: HEADER_ROW, columns: PLACES, extra: [] });
});

test("of two sheets of one name, the first; case, signs and diacritics make no other name", () => {
  const sheets = [sheetOf([1]), { ...sheetOf([2]), name: "kc dean" }, { ...sheetOf([3]), name: "KC_DuToan" }];
  expect(findSheet({ sheets }, "KC_DeAn")).toBe(sheets[0]);
  expect(findSheet({ sheets }, "kc đề án")).toBe(sheets[0]);
  expect(findSheet({ sheets }, "KC_DuToan")).toBe(sheets[2]);
  expect(findSheet({ sheets }, "KC_TienDo")).toBe(null);
});
