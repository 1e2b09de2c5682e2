import { expect, test } from "vitest";
import { day } from "../../shared/kernel/date.ts";
import { parseAddress } from "../../shared/kernel/address.ts";
import type { FlatWorkbook } from "../../shared/kernel/flat.ts";
import { builtinLawBook } from "../../shared/law/book.ts";
import { buildFlatWorkbook } from "../../shared/workbook/build.ts";
import { findSheet, readPlan } from "../../shared/workbook/read.ts";
import { INFO_SHEET } from "../../shared/workbook/template.ts";
import { readXlsx, writeXlsx } from "../../shared/workbook/xlsx/index.ts";
import type { CellsWrite } from "./write-cells.ts";
import { neighboursWrite } from "./write-neighbours.ts";

const info = { province: "Quảng Ninh", organisation: "Trung tâm", year: 2018, asOf: day("2018-01-15") };
const workbook = buildFlatWorkbook({ info, deAn: [], costLines: [] }, builtinLawBook());

function after(before: FlatWorkbook, { address, entries }: CellsWrite): FlatWorkbook {
  const row = parseAddress(address.split(":")[0] ?? "")?.row ?? 0;
  const values = entries[0] ?? [];
  const names = values.length === 2 ? ["A", "B"] : ["B"];
  const added = Object.fromEntries(
    names.map((name, index) => [`${name}${row}`, { value: values[index] ?? null }]),
  );
  return {
    sheets: before.sheets.map((sheet) =>
      sheet.name === INFO_SHEET.name ? { ...sheet, cells: { ...sheet.cells, ...added } } : sheet,
    ),
  };
}

test("the first statement brings its label, below everything of the sheet; later ones keep the cell", () => {
  const first = neighboursWrite(workbook, "Thủy An: Bình Dương");
  const cells = findSheet(workbook, INFO_SHEET.name)?.cells ?? {};
  const last = Math.max(...Object.keys(cells).map((address) => parseAddress(address)?.row ?? 0));
  expect(first.address).toBe(`A${last + 1}:B${last + 1}`);
  const stated = after(workbook, first);
  expect(readPlan(stated).info.neighbours).toEqual([{ place: "Thủy An", others: ["Bình Dương"] }]);
  expect(readPlan(stated).info.note).toBeNull();
  const again = neighboursWrite(stated, "Thủy An: Kim Sơn");
  expect(again.address).toBe(`B${last + 1}`);
  expect(readPlan(after(stated, again)).info.neighbours).toEqual([{ place: "Thủy An", others: ["Kim Sơn"] }]);
});

test("a statement goes with the saved file", async () => {
  const stated = after(workbook, neighboursWrite(workbook, "Thủy An: Bình Dương"));
  const read = await readXlsx(await writeXlsx(stated));
  if (!read.ok) throw new Error(read.error.vi);
  expect(readPlan(read.value).info.neighbours).toEqual([{ place: "Thủy An", others: ["Bình Dương"] }]);
});
