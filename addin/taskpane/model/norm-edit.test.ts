import { expect, it } from "vitest";
import { buildDemoBook } from "../../../shared/contract/built-book.ts";
import { builtinNormBooks } from "../../../shared/norms/builtin.ts";
import type { FlatCell, FlatWorkbook } from "../../../shared/kernel/flat.ts";
import { cellAddress, parseAddress } from "../../../shared/kernel/address.ts";
import { buildFlatWorkbook } from "../../../shared/workbook/build.ts";
import { quangNinh2018 } from "../../../shared/workbook/demo.ts";
import { ownBooksOf } from "../../../shared/workbook/own-books.ts";
import { readPlan } from "../../../shared/workbook/read.ts";
import { NORM_SHEET } from "../../../shared/workbook/template.ts";
import { clearLine, placeChanges, placeLines } from "../../excel/place-rows.ts";
import type { CellsWrite } from "../../excel/write-cells.ts";
import { copyOf, editLine, removeLine, type NormDraft } from "./norm-draft.ts";
import { readDraft } from "./norm-reading.ts";
import { editOf, planNormEdit, type NormEdit } from "./norm-edit.ts";
import { normRows } from "./norm-rows.ts";

const EMPTY = buildFlatWorkbook({ ...quangNinh2018(), deAn: [], costLines: [] }, buildDemoBook().law);
const NORMS = builtinNormBooks()
  .flatMap((book) => book.norms)
  .filter((norm) => norm.code.startsWith("KC.") && norm.lines.length > 2)
  .slice(0, 15);

/** The workbook after the writes, as a host would hold it. */
function after(flat: FlatWorkbook, writes: readonly CellsWrite[]): FlatWorkbook {
  return writes.reduce((book, { sheet, address, entries }) => {
    const at = parseAddress(address.split(":")[0] ?? "") ?? { row: 0, column: 0 };
    const cells = entries.flatMap((line, i) =>
      line.map((entry, j): [string, FlatCell] => {
        const value = typeof entry === "string" ? entry.replace(/^'/, "") : entry;
        return [cellAddress(at.column + j, at.row + i), { value: value === "" ? null : value }];
      }),
    );
    return {
      sheets: book.sheets.map((one) =>
        one.name === sheet ? { ...one, cells: { ...one.cells, ...Object.fromEntries(cells) } } : one,
      ),
    };
  }, flat);
}

function written(norm: (typeof NORMS)[number]) {
  const { norm: read } = readDraft({ ...copyOf(norm), code: "QN.1" });
  const placed = placeLines(EMPTY, { def: NORM_SHEET, rows: normRows(read) });
  const flat = after(
    EMPTY,
    placed.segments.map((segment) => ({ sheet: placed.sheet, ...segment })),
  );
  return { flat, ...opened(flat) };
}

function opened(flat: FlatWorkbook) {
  const lines = readPlan(flat).normLines;
  const norm = ownBooksOf(flat).norms?.norms.find(({ code }) => code === "QN.1");
  if (norm === undefined) throw new Error("no norm");
  return { lines, norm };
}

function changed(flat: FlatWorkbook, edit: NormEdit): FlatWorkbook {
  const writes = [
    ...placeChanges(
      flat,
      edit.update.map((line) => ({ def: NORM_SHEET, ...line })),
    ),
    ...edit.clear.flatMap((row) => clearLine(flat, NORM_SHEET, row)),
  ];
  const cleared = after(flat, writes);
  if (edit.append.length === 0) return cleared;
  const placed = placeLines(cleared, { def: NORM_SHEET, rows: edit.append });
  return after(
    cleared,
    placed.segments.map((segment) => ({ sheet: placed.sheet, ...segment })),
  );
}

it("a norm opened and left as it was writes nothing", () => {
  for (const one of NORMS) {
    const { norm, lines } = written(one);
    const draft = editOf(norm, lines);
    expect(planNormEdit(draft, readDraft(draft).norm, lines), one.code).toEqual({
      update: [],
      clear: [],
      append: [],
    });
  }
  expect(NORMS.length).toBeGreaterThan(5);
});

it("writes one cell for one changed quantity, and the norm reads back so", () => {
  const { flat, norm, lines } = written(NORMS[0] as (typeof NORMS)[number]);
  const draft = editLine(editOf(norm, lines), 2, { quantity: "7,25" });
  const edit = planNormEdit(draft, readDraft(draft).norm, lines);
  expect(edit.update).toEqual([{ row: lines[1]?.row, values: { quantity: 7.25 } }]);
  const again = opened(changed(flat, edit)).norm;
  expect(JSON.stringify(again.lines[1])).toContain('"7.25"');
  expect(again.lines.length).toBe(norm.lines.length);
});

it("keeps the first row in use when the first line is removed: the name and the price stand there", () => {
  for (const one of NORMS) {
    const { flat, norm, lines } = written(one);
    const opening: NormDraft = editOf(norm, lines);
    const draft = removeLine(opening, opening.lines[0]?.id ?? 0);
    const edit = planNormEdit(draft, readDraft(draft).norm, lines);
    expect(edit.append).toEqual([]);
    expect(edit.clear).toEqual([lines[1]?.row]);
    const again = readPlan(changed(flat, edit)).normLines;
    expect(again[0]?.row).toBe(lines[0]?.row);
    expect(again[0]?.name).toBe(lines[0]?.name);
    expect(again.map(({ resource }) => resource)).toEqual(lines.slice(1).map(({ resource }) => resource));
  }
});
