import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellAddress, parseAddress } from "../../kernel/address.ts";
import type { FlatCell, FlatSheet, FlatWorkbook } from "../../kernel/flat.ts";
import {
  FIRST_ROW,
  HEADER_ROW,
  LIST_SHEETS,
  OPTIONAL_SHEETS,
  RESULT_SHEET,
  type ListSheetDef,
} from "../template.ts";
import { decodeText } from "./bytes.ts";
import { readXlsx } from "./read.ts";
import { writeXlsx } from "./write.ts";
import { openZip, readPart } from "./zip.ts";

async function roundTrip(workbook: FlatWorkbook): Promise<FlatWorkbook> {
  const result = await readXlsx(await writeXlsx(workbook));
  if (!result.ok) throw new Error(result.error.vi);
  const { notes, ...flat } = result.value;
  expect(notes).toEqual([]);
  return flat;
}

function partOf(bytes: Uint8Array, name: string): string {
  const zip = openZip(bytes);
  if (!zip.ok) throw new Error(zip.error.vi);
  const part = readPart(zip.value, name);
  if (!part.ok || part.value === null) throw new Error(`no part ${name}`);
  return decodeText(part.value);
}

function templateSheet(def: ListSheetDef, rows: number): FlatSheet {
  const cells: Record<string, FlatCell> = { A1: { value: def.title }, A2: { value: def.help } };
  def.columns.forEach((column, index) => {
    cells[cellAddress(index + 1, HEADER_ROW)] = { value: column.header };
    for (let row = FIRST_ROW; row < FIRST_ROW + rows; row += 1) {
      const value =
        column.kind === "text" ? `${column.id} đ${row}` : column.kind === "date" ? 43281 : row * 1000;
      const format = column.kind === "date" ? { format: "dd/mm/yyyy" } : {};
      cells[cellAddress(index + 1, row)] =
        column.formula === undefined ? { value, ...format } : { value, formula: column.formula(row) };
    }
  });
  return { name: def.name, cells };
}

const lists = [...LIST_SHEETS, ...OPTIONAL_SHEETS, RESULT_SHEET];
const template: FlatWorkbook = { sheets: lists.map((def) => templateSheet(def, 3)) };

// Text a file can hold: no lone surrogates.
const text = fc.string({ unit: "grapheme", maxLength: 40 });
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
);
const value = fc.oneof(
  text,
  number,
  fc.boolean(),
  fc.constantFrom(
    "#N/A",
    "#REF!",
    "_x0041_",
    " a ",
    "a\r\nb\tc",
    "\u0001",
    "\uFFFE_xFFFF_\uFFFF",
    "0012",
    "1.234,5",
    "",
  ),
);
const formula = fc.constantFrom(
  "=KC.GIA(A1)",
  '=KC.BANGCHU(B2)&"x<y"',
  "=SUM(A1:A9)*2",
  '=IF(A1>1,"KC.X(",KC.THAMSO("a",B1))',
);
const cell: fc.Arbitrary<FlatCell> = fc.oneof(
  value.map((v) => ({ value: v })),
  fc.tuple(fc.oneof(value, fc.constant(null)), formula).map(([v, f]) => ({ value: v, formula: f })),
);
const address = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 200 }))
  .map(([column, row]) => cellAddress(column, row));
const cells = fc.dictionary(address, cell, { maxKeys: 30, noNullPrototype: true });

describe("round trip", () => {
  it("gives back any own sheet, hidden rows included", async () => {
    await fc.assert(
      fc.asyncProperty(
        cells,
        fc.boolean(),
        fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { maxLength: 4 }),
        async (own, hidden, rows) => {
          const last = Math.max(0, ...Object.keys(own).map((at) => parseAddress(at)?.row ?? 0));
          const hiddenRows = rows.filter((row) => row <= last).sort((a, b) => a - b);
          const sheet = {
            name: "Của tôi's",
            ...(hidden ? { hidden } : {}),
            ...(hiddenRows.length > 0 ? { hiddenRows } : {}),
            cells: own,
          };
          const workbook = { sheets: [{ name: "A", cells: {} }, sheet] };
          expect(await roundTrip(workbook)).toEqual(workbook);
        },
      ),
      { numRuns: 100 },
    );
  }, 30_000);

  it("gives back any values typed into the template's sheets", async () => {
    await fc.assert(
      fc.asyncProperty(cells, async (own) => {
        const sheets = template.sheets.map((sheet) => ({ ...sheet, cells: { ...sheet.cells, ...own } }));
        const back = await roundTrip({ sheets });
        const bare = (all: readonly FlatSheet[]) =>
          all.map((sheet) =>
            Object.fromEntries(
              Object.entries(sheet.cells).map(([at, { value: v, formula: f }]) => [at, { v, f }]),
            ),
          );
        expect(bare(back.sheets)).toEqual(bare(sheets));
      }),
      { numRuns: 25 },
    );
  }, 30_000);

  it("is exact for the template and stable when repeated", async () => {
    const once = await roundTrip(template);
    expect(once).toEqual(template);
    expect(await writeXlsx(once)).toEqual(await writeXlsx(template));
  });

  it("keeps a legacy font and a format that changes the figure", async () => {
    const workbook = {
      sheets: [
        {
          name: "Cũ",
          cells: { A1: { value: "Qu¶ng", font: ".VnTime" }, B1: { value: 1500, format: "#,##0," } },
        },
      ],
    };
    expect(await roundTrip(workbook)).toEqual(workbook);
  });
});

describe("what stands in the file", () => {
  it("stores custom functions as Excel does, with the cached value and its type", async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "A",
          cells: {
            A1: { value: 5, formula: "=KC.GIA(B1)" },
            A2: { value: "năm đồng", formula: "=KC.BANGCHU(A1)" },
            A3: { value: "#N/A", formula: "=KC.GIA(9)" },
          },
        },
      ],
    });
    const sheet = partOf(bytes, "xl/worksheets/sheet1.xml");
    expect(sheet).toMatch(/<c r="A1"[^>]*><f>_xldudf_KC_GIA\(B1\)<\/f><v>5<\/v>/);
    expect(sheet).toMatch(/<c r="A2"[^>]* t="str"><f>_xldudf_KC_BANGCHU\(A1\)<\/f><v>năm đồng<\/v>/);
    expect(sheet).toMatch(/<c r="A3"[^>]* t="e"><f>_xldudf_KC_GIA\(9\)<\/f><v>#N\/A<\/v>/);
  });

  it("does not ask Excel to recalculate: without the add-in every figure would become #NAME?", async () => {
    expect(partOf(await writeXlsx(template), "xl/workbook.xml")).not.toContain("fullCalcOnLoad");
  });

  it("carries no time of day", async () => {
    expect(partOf(await writeXlsx(template), "docProps/core.xml")).not.toContain("modified");
  });

  it("offers the dropdowns, the long ones from a hidden sheet that is not read back", async () => {
    const bytes = await writeXlsx(template);
    const sheet = partOf(bytes, "xl/worksheets/sheet1.xml");
    expect(sheet).toContain('<formula1>"1,2,3,4,5,6,7,8,9"</formula1>');
    expect(sheet).toMatch(/<formula1>KC_DanhMuc!\$B\$1:\$B\$\d+<\/formula1>/);
    expect(partOf(bytes, "xl/workbook.xml")).toContain(
      'name="KC_DanhMuc" sheetId="9" r:id="rId9" state="hidden"',
    );
  });

  it("makes an Excel table only over one unbroken row of distinct headers", async () => {
    expect(partOf(await writeXlsx(template), "xl/tables/table1.xml")).toContain('ref="A4:W7"');
    const first = template.sheets[0];
    if (first === undefined) throw new Error("no sheet");
    const gap = { ...first.cells, Z4: { value: "Cột riêng" } };
    const bytes = await writeXlsx({ sheets: [{ ...first, cells: gap }] });
    expect(() => partOf(bytes, "xl/tables/table1.xml")).toThrow("no part");
  });

  it("writes formulas that start programs or reach into other files as values", async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "A",
          cells: {
            A1: { value: null, formula: "=cmd|'/c calc'!A0" },
            A2: { value: 7, formula: "=[1]Gia!B2" },
            A3: { value: "=1+1" },
          },
        },
      ],
    });
    expect(partOf(bytes, "xl/worksheets/sheet1.xml")).not.toContain("<f>");
    const back = await readXlsx(bytes);
    expect(back.ok && back.value.sheets[0]?.cells).toEqual({
      A1: { value: "=cmd|'/c calc'!A0" },
      A2: { value: 7 },
      A3: { value: "=1+1" },
    });
  });
});

describe("odd workbooks", () => {
  it("gives a sheet with a like name no second table", async () => {
    const first = template.sheets[0];
    if (first === undefined) throw new Error("no sheet");
    const bytes = await writeXlsx({ sheets: [first, { ...first, name: "kc dean" }] });
    expect(() => partOf(bytes, "xl/tables/table2.xml")).toThrow("no part");
    const back = await readXlsx(bytes);
    expect(back.ok && back.value.sheets[1]?.cells["A5"]).toEqual(first.cells["A5"]);
  });

  it("writes a sheet whose headers are gone, and one that is empty", async () => {
    const workbook: FlatWorkbook = {
      sheets: [
        { name: "KC_DeAn", cells: { B2: { value: "chỉ một ô" } } },
        { name: "KC_DuToan", cells: {} },
      ],
    };
    expect(await roundTrip(workbook)).toEqual(workbook);
  });

  it("names the as-of date for the user's own formulas", async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: "KC_ThongTin", cells: { A9: { value: "Ngày tính" }, B9: { value: 43281 } } }],
    });
    expect(partOf(bytes, "xl/workbook.xml")).toContain(
      '<definedName name="KC_NgayTinh">KC_ThongTin!$B$9</definedName>',
    );
  });
});

describe("locks and colours", () => {
  it("locks formulas without a password and leaves typed cells open", async () => {
    const bytes = await writeXlsx(template);
    const sheet = partOf(bytes, "xl/worksheets/sheet1.xml");
    expect(sheet).toMatch(/<sheetProtection sheet="1"/);
    expect(sheet).not.toMatch(/password|hashValue/);
    const styles = partOf(bytes, "xl/styles.xml");
    const looks = [
      ...(/<cellXfs[^]*<\/cellXfs>/.exec(styles)?.[0] ?? "").matchAll(/<xf [^]*?(?:\/>(?!<)|<\/xf>|\/>)/g),
    ];
    const lookOf = (address: string) =>
      looks[Number(new RegExp(`<c r="${address}"[^>]* s="(\\d+)"`).exec(sheet)?.[1] ?? 0)]?.[0] ?? "";
    expect(looks[0]?.[0]).toContain('locked="0"');
    expect(styles).toContain('<protection locked="0"/>');
    expect(lookOf("A5")).not.toBe(lookOf("M5"));
  });

  it("colours cells by KC_KetQua only when the file has that sheet", async () => {
    const first = template.sheets[0];
    if (first === undefined) throw new Error("no sheet");
    expect(partOf(await writeXlsx(template), "xl/worksheets/sheet1.xml")).toContain("COUNTIFS(KC_KetQua!");
    const alone = partOf(await writeXlsx({ sheets: [first] }), "xl/worksheets/sheet1.xml");
    expect(alone).not.toContain("KC_KetQua");
  });
});
