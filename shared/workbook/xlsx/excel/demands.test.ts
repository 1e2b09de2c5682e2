/** Every workbook this product writes meets what Excel demands, and the demands notice what Excel would repair. */
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellAddress } from "../../../kernel/address.ts";
import { day } from "../../../kernel/date.ts";
import type { FlatCell, FlatWorkbook } from "../../../kernel/flat.ts";
import { builtinLawBook } from "../../../law/book.ts";
import { blankWorkbook } from "../../blank.ts";
import { exportBooksWorkbook } from "../../book-export.ts";
import { buildFlatWorkbook } from "../../build.ts";
import { quangNinh2018 } from "../../demo.ts";
import { freezeWorkbook } from "../../freeze.ts";
import { judgeWorkbook } from "../../judge.ts";
import { annotateXlsx } from "../annotate.ts";
import { decodeText, encodeText } from "../bytes.ts";
import { readXlsx } from "../read.ts";
import { writeXlsx } from "../write.ts";
import { openZip, readPart, replaceParts } from "../zip.ts";
import { unmetDemands } from "./demands.ts";

const law = builtinLawBook();
const folder = fileURLToPath(new URL("../../../../examples/", import.meta.url));
const EXAMPLES = readdirSync(folder).filter((name) => name.endsWith(".xlsx"));

async function workbookOf(bytes: Uint8Array): Promise<FlatWorkbook> {
  const read = await readXlsx(bytes);
  if (!read.ok) throw new Error(read.error.en);
  const { notes: _notes, ...workbook } = read.value;
  return workbook;
}

const bytesOf = (name: string) => new Uint8Array(readFileSync(`${folder}${name}`));

describe("files of ours", () => {
  it("the empty template and a plan", async () => {
    expect(unmetDemands(await writeXlsx(blankWorkbook(law)))).toEqual([]);
    expect(unmetDemands(await writeXlsx(buildFlatWorkbook(quangNinh2018(), law)))).toEqual([]);
  });

  it.each(EXAMPLES)("%s: shipped, saved again, frozen, its books alone", async (name) => {
    const workbook = await workbookOf(bytesOf(name));
    const versions = { template: "1", law: "l", rules: "r" };
    const books = exportBooksWorkbook(workbook);
    expect(unmetDemands(bytesOf(name))).toEqual([]);
    expect(unmetDemands(await writeXlsx(workbook))).toEqual([]);
    const frozen = freezeWorkbook(workbook, { on: day("2018-06-01"), versions }).workbook;
    expect(unmetDemands(await writeXlsx(frozen))).toEqual([]);
    if (books !== null) expect(unmetDemands(await writeXlsx(books))).toEqual([]);
  });

  it.each(EXAMPLES)("%s with its findings, checked once and twice", async (name) => {
    const { findings } = judgeWorkbook(await workbookOf(bytesOf(name)), law);
    const once = annotateXlsx(bytesOf(name), findings);
    const twice = once.ok ? annotateXlsx(once.value, findings) : once;
    if (!once.ok || !twice.ok) throw new Error("not annotated");
    expect(unmetDemands(once.value)).toEqual([]);
    expect(unmetDemands(twice.value)).toEqual([]);
  });
});

describe("files of whatever people typed", () => {
  const value = fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.constantFrom("\uFFFE", "a\uFFFFb", "\uD800", "_xFFFE_", "đ\n\r\t", "x".repeat(32_767)),
    fc.double(),
    fc.boolean(),
  );
  const formula = fc.oneof(
    fc.string({ maxLength: 20 }).map((text) => `=${text}`),
    fc.constantFrom(
      "=SUM(A1;A2)",
      "=SUM((A1)",
      '="',
      "=A1+",
      "=",
      "={1;2}",
      "=KC.GIA(A1)",
      '=KC.BANGCHU("KC.X(")',
    ),
    fc.constant(`=${"A1+".repeat(3000)}A1`),
  );
  const cell: fc.Arbitrary<FlatCell> = fc.oneof(
    value.map((v) => ({ value: v })),
    fc.tuple(value, formula).map(([v, f]) => ({ value: v, formula: f })),
  );
  const place = fc
    .tuple(fc.integer({ min: 1, max: 26 }), fc.integer({ min: 1, max: 12 }))
    .map(([column, row]) => cellAddress(column, row));
  const cells = fc.dictionary(place, cell, { maxKeys: 20, noNullPrototype: true });

  it("in own sheets and over the template's own cells", async () => {
    const template = buildFlatWorkbook(quangNinh2018(), law);
    await fc.assert(
      fc.asyncProperty(cells, fc.boolean(), async (typed, hidden) => {
        const mine = { name: "Của tôi's", ...(hidden ? { hidden } : {}), cells: typed };
        expect(unmetDemands(await writeXlsx({ sheets: [mine] }))).toEqual([]);
        const over = template.sheets.map((sheet) => ({ ...sheet, cells: { ...sheet.cells, ...typed } }));
        expect(unmetDemands(await writeXlsx({ sheets: [mine, ...over] }))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it("keeps the formulas that are whole, and the value of those that are not", async () => {
    const written: Record<string, FlatCell> = {
      A1: { value: 3, formula: "=SUM(A2;A3)" },
      A2: { value: null, formula: "=SUM((A1)" },
      A3: { value: 4, formula: "=SUM({1;3})" },
      A4: { value: "\uFFFE\uFFFF" },
    };
    const back = await workbookOf(await writeXlsx({ sheets: [{ name: "A", cells: written }] }));
    expect(back.sheets[0]?.cells).toEqual({
      A1: { value: 3 },
      A2: { value: "=SUM((A1)" },
      A3: { value: 4, formula: "=SUM({1;3})" },
      A4: { value: "\uFFFE\uFFFF" },
    });
  });

  it("opens on the first sheet that is shown; of sheets all hidden the first is", async () => {
    const sheets: FlatWorkbook["sheets"] = [
      { name: "A", hidden: true, cells: {} },
      { name: "B", cells: { A1: { value: 1 } } },
    ];
    const bytes = await writeXlsx({ sheets });
    expect(partOf(bytes, "xl/workbook.xml")).toContain('activeTab="1"');
    expect(await workbookOf(bytes)).toEqual({ sheets });
    const allHidden = await writeXlsx({ sheets: sheets.slice(0, 1) });
    expect(unmetDemands(allHidden)).toEqual([]);
  });
});

function partOf(bytes: Uint8Array, name: string): string {
  const zip = openZip(bytes);
  const part = zip.ok ? readPart(zip.value, name) : zip;
  if (!part.ok || part.value === null) throw new Error(`no part ${name}`);
  return decodeText(part.value);
}

describe("the demands themselves", () => {
  const spoiled = async (part: string, from: string | RegExp, to: string): Promise<string> => {
    const bytes = await writeXlsx(buildFlatWorkbook(quangNinh2018(), law));
    const zip = openZip(bytes);
    if (!zip.ok) throw new Error(zip.error.en);
    const before = partOf(bytes, part);
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    const copy = replaceParts(zip.value, new Map([[part, encodeText(after)]]));
    if (!copy.ok) throw new Error(copy.error.en);
    return unmetDemands(copy.value).join("\n");
  };
  const SHEET = "xl/worksheets/sheet3.xml";

  it.each([
    [
      "protection after the formats",
      SHEET,
      /(<sheetProtection[^>]*\/>)(<conditionalFormatting[^]*<\/conditionalFormatting>)/,
      "$2$1",
      "out of place",
    ],
    [
      "a header unlike its column",
      "xl/tables/table2.xml",
      'name="Ưu tiên"',
      'name="Ưu tiên "',
      "headers differ",
    ],
    ["two columns of one name", "xl/tables/table2.xml", 'name="Ưu tiên"', 'name="NGUỒN"', "column twice"],
    ["two tables of one id", "xl/tables/table2.xml", ' id="2"', ' id="1"', "table id twice"],
    ["a table's header alone", "xl/tables/table2.xml", /A4:W\d+/g, "A4:W4", "no row below"],
    ["a dropdown of 256 characters", SHEET, '"QG,ĐP"', `"${"a,".repeat(128)}"`, "list of"],
    ["a format that is not there", SHEET, 'dxfId="2"', 'dxfId="3"', "dxfId"],
    ["a function as people write it", SHEET, "<f>_xldudf_KC_CANCU(", "<f>KC.CANCU(", "KC.CANCU("],
    [
      "a function without its value",
      SHEET,
      /(<f>_xldudf_KC_CANCU\([^<]*<\/f>)<v>[^<]*<\/v>/,
      "$1",
      "no cached value",
    ],
    ["rows out of order", SHEET, '<row r="5"', '<row r="3"', "row 3 after"],
    ["a style that is not there", SHEET, /(<c r="A5"[^>]*) s="\d+"/, '$1 s="999"', "style 999"],
    [
      "a name for a sheet that is gone",
      "xl/workbook.xml",
      "KC_ThongTin!$B$7",
      "KC_Cu!$B$7",
      "names no sheet",
    ],
    [
      "a sheet of 32 letters",
      "xl/workbook.xml",
      'name="KC_DuToan"',
      `name="${"a".repeat(32)}"`,
      "sheet name",
    ],
    [
      "a note without its box",
      "xl/drawings/vmlDrawing3.vml",
      "<x:Column>0</x:Column>",
      "<x:Column>99</x:Column>",
      "no box",
    ],
    ["texts counted wrongly", "xl/sharedStrings.xml", /uniqueCount="\d+"/, 'uniqueCount="1"', "uniqueCount"],
  ])("notice %s", async (_, part, from, to, sentence) => {
    expect(await spoiled(part, from, to)).toContain(sentence);
  });
});
