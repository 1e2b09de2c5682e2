import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { FlatCell } from "../../kernel/flat.ts";
import { crc32, encodeText } from "./bytes.ts";
import { makeWorkbook, makeZip, workbookParts, type FixtureWorkbook } from "./fixture.ts";
import { readXlsx } from "./read.ts";
import { writeXlsx } from "./write.ts";

async function cellsOf(book: FixtureWorkbook): Promise<Readonly<Record<string, FlatCell>>> {
  const result = await readXlsx(makeWorkbook(book));
  if (!result.ok) throw new Error(result.error.vi);
  return result.value.sheets[0]?.cells ?? {};
}

async function refusal(bytes: Uint8Array): Promise<string> {
  const result = await readXlsx(bytes);
  if (result.ok) throw new Error("was read");
  expect(result.error.vi.length).toBeGreaterThan(20);
  return result.error.code;
}

describe("cells", () => {
  it("reads every type of value", async () => {
    const cells = await cellsOf({
      rows: `<row r="2"><c r="A2" t="s"><v>1</v></c><c t="b"><v>1</v></c><c r="D2"><v>1234567.5</v></c><c r="E2" t="e"><v>#N/A</v></c>
        <c r="F2" t="inlineStr"><is><r><t>Quảng </t></r><r><t>Ninh</t></r><rPh><t>x</t></rPh></is></c><c r="G2" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>
        <c r="H2" t="d"><v>2018-06-30T00:00:00</v></c><c r="I2" s="0"/></row>`,
      sharedStrings: `<si><t>không dùng</t></si><si><t xml:space="preserve"> dòng_x000D_&#10;hai &lt;3 </t></si>`,
    });
    expect(cells).toEqual({
      A2: { value: " dòng\r\nhai <3 " },
      B2: { value: true },
      D2: { value: 1234567.5 },
      E2: { value: "#N/A" },
      F2: { value: "Quảng Ninh" },
      G2: { value: "ab", formula: '="a"&"b"' },
      H2: { value: 43281 },
    });
  });

  it("expands shared formulas and decodes our functions", async () => {
    const cells = await cellsOf({
      rows: `<row r="5"><c r="F5"><f t="shared" ref="F5:F7" si="0">_xldudf_KC_THANHTIEN(D5,$E5)</f><v>10</v></c></row>
        <row r="6"><c r="F6"><f t="shared" si="0"/><v>20</v></c></row><row r="7"><c r="F7"><f t="shared" si="0"></f></c></row>`,
    });
    expect(cells["F6"]).toEqual({ value: 20, formula: "=KC.THANHTIEN(D6,$E6)" });
    expect(cells["F7"]).toEqual({ value: null, formula: "=KC.THANHTIEN(D7,$E7)" });
  });

  it("keeps a format only where the shown figure is another one, and legacy fonts", async () => {
    const cells = await cellsOf({
      rows: `<row r="1"><c r="A1" s="1"><v>43281</v></c><c r="B1" s="2"><v>1500000</v></c><c r="C1" s="3"><v>10.4</v></c><c r="D1" s="3"><v>10</v></c>
        <c r="E1" s="4" t="s"><v>0</v></c><c r="F1" s="4"><v>5</v></c></row>`,
      sharedStrings: "<si><t>Qu¶ng Ninh</t></si>",
      styles: `<numFmts><numFmt numFmtId="164" formatCode="#,##0,"/></numFmts><fonts><font><name val="Arial"/></font><font><name val=".VnTime"/></font></fonts>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14" fontId="0"/><xf numFmtId="164"/><xf numFmtId="3"/><xf numFmtId="0" fontId="1"/></cellXfs>`,
    });
    expect(cells).toEqual({
      A1: { value: 43281, format: "dd/mm/yyyy" },
      B1: { value: 1500000, format: "#,##0," },
      C1: { value: 10.4, format: "#,##0" },
      D1: { value: 10 },
      E1: { value: "Qu¶ng Ninh", font: ".VnTime" },
      F1: { value: 5 },
    });
  });

  it("moves dates of a workbook that counts from 1904, and nothing else", async () => {
    const cells = await cellsOf({
      rows: `<row r="1"><c r="A1" s="1"><v>41819</v></c><c r="B1" s="0"><v>41819</v></c></row>`,
      styles: `<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>`,
      workbookAttributes: `date1904="1"`,
    });
    expect(cells["A1"]?.value).toBe(43281);
    expect(cells["B1"]?.value).toBe(41819);
  });

  it("lists hidden rows, linked files and says that macros were left out", async () => {
    const rels = `<Relationships><Relationship Id="x" Type="a/externalLinkPath" Target="file:///C:/gia%202017.xlsx" TargetMode="External"/></Relationships>`;
    const result = await readXlsx(
      makeWorkbook({
        rows: `<row r="3" hidden="1"><c r="A3"><v>1</v></c></row>`,
        extra: [
          { name: "xl/externalLinks/_rels/externalLink1.xml.rels", data: encodeText(rels) },
          { name: "xl/vbaProject.bin", data: encodeText("x") },
        ],
      }),
    );
    if (!result.ok) throw new Error(result.error.vi);
    expect(result.value.sheets[0]).toMatchObject({ name: "Trang & một", hiddenRows: [3] });
    expect(result.value.externalLinks).toEqual(["file:///C:/gia%202017.xlsx"]);
    expect(result.value.notes.join()).toContain("macro");
  });
});

describe("refusals", () => {
  it.each([
    ["xlsx-empty", new Uint8Array()],
    ["xlsx-is-text", encodeText("Mã đề án;Tên\nDA01;Máy")],
    ["xlsx-is-html", encodeText("<html><table></table></html>")],
    ["xlsx-is-pdf", encodeText("%PDF-1.4 …")],
    ["xlsx-is-xls", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
    [
      "xlsx-encrypted",
      Uint8Array.from([
        0xd0,
        0xcf,
        0x11,
        0xe0,
        ...[..."EncryptedPackage"].flatMap((c) => [c.charCodeAt(0), 0]),
      ]),
    ],
    ["xlsx-damaged", encodeText("PK\u0003\u0004")],
    ["xlsx-damaged", Uint8Array.from([0, 1, 2, 3, 4])],
    ["xlsx-file-too-large", new Uint8Array(10 * 1024 * 1024 + 1)],
    ["xlsx-no-workbook", makeZip([{ name: "a.txt", data: encodeText("a") }])],
    ["xlsx-is-docx", makeZip([{ name: "word/document.xml", data: encodeText("<w/>") }])],
    ["xlsx-is-ods", makeZip([{ name: "content.xml", data: encodeText("<w/>") }])],
    ["xlsx-encrypted", makeZip([{ name: "xl/workbook.xml", data: encodeText("<w/>"), flags: 1 }])],
    [
      "xlsx-too-large",
      makeZip(Array.from({ length: 2001 }, (_, i) => ({ name: `p${i}`, data: new Uint8Array() }))),
    ],
    [
      "xlsx-too-large",
      makeZip([
        { name: "xl/workbook.xml", data: new Uint8Array(1000), declaredBytes: 4_000_000_000, method: 8 },
      ]),
    ],
    [
      "xlsx-too-large",
      makeZip(
        Array.from({ length: 3 }, (_, i) => ({
          name: `p${i}`,
          data: new Uint8Array(400_000),
          declaredBytes: 90_000_000,
          method: 8,
        })),
      ),
    ],
  ] as const)("%s", async (code, bytes) => {
    expect(await refusal(bytes)).toBe(code);
  });

  it("stops a bomb that lies about its size", async () => {
    const zeros = new Uint8Array(30_000_000);
    const parts = workbookParts({ rows: "" }).map((part) =>
      part.name === "xl/worksheets/sheet1.xml"
        ? {
            ...part,
            data: deflateRawSync(zeros),
            method: 8,
            declaredBytes: 1000,
            crc: crc32(new Uint8Array(1000)),
          }
        : part,
    );
    expect(await refusal(makeZip(parts))).toBe("xlsx-damaged");
  });

  it("stops at 200 000 filled cells", async () => {
    const row = `<row>${"<c><v>1</v></c>".repeat(1000)}</row>`;
    expect(await refusal(makeWorkbook({ rows: row.repeat(201) }))).toBe("xlsx-too-many-cells");
    expect(Object.keys(await cellsOf({ rows: row.repeat(200) }))).toHaveLength(200_000);
  }, 30_000);

  it("never throws on a file cut anywhere", async () => {
    const whole = makeWorkbook({
      rows: `<row r="1"><c r="A1" t="s"><v>0</v></c></row>`,
      sharedStrings: "<si><t>chữ</t></si>",
    });
    for (let length = 0; length < whole.length; length += 7) {
      const result = await readXlsx(whole.slice(0, length));
      expect(result.ok).toBe(false);
    }
  });

  it("never throws on a file with a flipped byte", async () => {
    const whole = makeWorkbook({
      rows: `<row r="1"><c r="A1" t="s"><v>0</v></c></row>`,
      sharedStrings: "<si><t>chữ</t></si>",
    });
    for (let at = 0; at < whole.length; at += 3) {
      const broken = whole.slice();
      broken[at] = (broken[at] ?? 0) ^ 0x55;
      const result = await readXlsx(broken);
      expect(typeof result.ok).toBe("boolean");
    }
  });
});

describe("a million empty rows", () => {
  it("are read quickly and hold nothing", async () => {
    const rows = Array.from(
      { length: 1_000_000 },
      (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" s="0"/></row>`,
    ).join("");
    const xml = encodeText(`<worksheet><sheetData>${rows}</sheetData></worksheet>`);
    const parts = workbookParts({ rows: "" }).map((part) =>
      part.name === "xl/worksheets/sheet1.xml"
        ? { ...part, data: deflateRawSync(xml), method: 8, declaredBytes: xml.length, crc: crc32(xml) }
        : part,
    );
    const result = await readXlsx(makeZip(parts));
    expect(result.ok && result.value.sheets[0]?.cells).toEqual({});
  }, 30_000);
});

describe("hidden rows", () => {
  it("are those that say so and those without height", async () => {
    const cell = (row: number) => `<c r="A${row}"><v>1</v></c>`;
    const rows = ["hidden='1'", "hidden='true'", "hidden='0'", 'ht="0" customHeight="1"', 'ht="0.5"', ""];
    const book = makeWorkbook({
      rows: rows.map((attributes, i) => `<row r="${i + 1}" ${attributes}>${cell(i + 1)}</row>`).join(""),
    });
    const read = await readXlsx(book);
    expect(read.ok && read.value.sheets[0]?.hiddenRows).toEqual([1, 2, 4]);
  });
});

describe("what no program could write again", () => {
  it("leaves out cells beyond the last one of a sheet", async () => {
    const cells = await cellsOf({
      rows: `<row r="1"><c r="XFD1"><v>1</v></c><c r="XFE1"><v>2</v></c></row><row r="1048577"><c r="A1048577"><v>3</v></c></row>`,
    });
    expect(cells).toEqual({ XFD1: { value: 1 } });
  });

  it("counts the letters that cells show, not those the file stores once", async () => {
    const sharedStrings = `<si><t>${"đ".repeat(20_000)}</t></si>`;
    const row = (count: number) =>
      `<row>${Array.from({ length: count }, () => '<c t="s"><v>0</v></c>').join("")}</row>`;
    expect(await refusal(makeWorkbook({ rows: row(1001), sharedStrings }))).toBe("xlsx-too-much-text");
    const fits = await readXlsx(makeWorkbook({ rows: row(1000), sharedStrings }));
    expect(fits.ok && Object.keys(fits.value.sheets[0]?.cells ?? {}).length).toBe(1000);
  });

  it("counts what a shared formula grows to, and stops working once that is too much", async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) =>
      i === 0
        ? `<row><c r="A1"><f t="shared" si="0" ref="A1:A20000">${"A1+".repeat(2000)}A1</f><v>1</v></c></row>`
        : `<row><c r="A${i + 1}"><f t="shared" si="0"/><v>1</v></c></row>`,
    ).join("");
    expect(await refusal(makeWorkbook({ rows }))).toBe("xlsx-too-much-text");
  }, 30_000);

  it("keeps an array formula as one, through a file of ours", async () => {
    const cells = await cellsOf({
      rows: `<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>2</v></c></row><row r="2"><c r="A2"><v>4</v></c><c r="C2"><f t="array" ref="C2">SUM(B1:B2*2)</f><v>6</v></c></row>`,
    });
    expect(cells).toEqual({
      A1: { value: 2, formula: "=B1:B2*2", array: "A1:A2" },
      A2: { value: 4 },
      C2: { value: 6, formula: "=SUM(B1:B2*2)", array: "C2:C2" },
    });
    const again = await readXlsx(await writeXlsx({ sheets: [{ name: "A", cells }] }));
    expect(again.ok && again.value.sheets[0]?.cells).toEqual(cells);
  });

  it("tells the files of Excel 2 to 4, which have no container", async () => {
    for (const version of [0, 2, 4])
      expect(await refusal(Uint8Array.of(9, version, 6, 0, 0, 0, 0x10, 0))).toBe("xlsx-is-xls");
    expect(await refusal(Uint8Array.of(9, 3, 6, 0, 0, 0, 0x10, 0))).toBe("xlsx-damaged");
  });
});
