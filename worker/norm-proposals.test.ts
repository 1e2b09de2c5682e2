/** Norms from below: worked out of what is stored, proved by files, published by two, and for those who see all provinces. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Book } from "../shared/contract/book.ts";
import type { ComparedKeys, Comparison } from "../shared/contract/comparison.ts";
import type { NormProposal, ProposalService, SentServices } from "../shared/contract/norm-proposal.ts";
import type { Publication, PublicationPreview } from "../shared/contract/publications.ts";
import { PROVINCES } from "../shared/law/provinces.ts";
import { decodeText } from "../shared/workbook/xlsx/bytes.ts";
import { unmetDemands } from "../shared/workbook/xlsx/excel/demands.ts";
import { readXlsx } from "../shared/workbook/xlsx/index.ts";
import { openZip, readPart } from "../shared/workbook/xlsx/zip.ts";
import { checkPlaceholders } from "./papers/template.ts";
import { EVIDENCE_PAPER_FIELDS } from "./papers/evidence-fields.ts";
import { TEMPLATES } from "./papers/generated/templates.ts";
import { sha256OfBytes } from "./store/files.ts";
import { act, call, callJson, problemOf, seedAll, tokenOf } from "./test-kit.ts";

const FROM = "2027-01-01";
const ADVICE = "kc050210";

let services: SentServices["items"] = [];
let proposal: NormProposal;

const ask = async (path: string, body?: unknown, person = "quan-tri") =>
  call(`/api/v1/norm-proposals${path}`, {
    token: await tokenOf(person),
    ...(body === undefined ? {} : { body }),
  });
const question = () => ({ services: services.map(({ key }) => key), from: FROM });
const serviceOf = (match: (service: ProposalService) => boolean) => {
  const found = proposal.services.find(match);
  if (found === undefined) throw new Error("no such service");
  return found;
};

beforeAll(async () => {
  await seedAll();
  services = ((await (await ask("/services")).json()) as SentServices).items;
  proposal = (await (await ask("/preview", question(), "tham-dinh-1")).json()) as NormProposal;
});

describe("the proposal", () => {
  test("offers the services provinces wrote norms for, the widest spread first", () => {
    expect(services.map(({ provinces }) => provinces)).toEqual([12, 12, 8, 4]);
    expect(services.every(({ unit, name }) => unit !== "" && name !== "")).toBe(true);
  });

  test("says of every component how many provinces, median, MAD, estimate and interval", () => {
    const advice = serviceOf(({ key }) => key === ADVICE);
    expect(advice).toMatchObject({ code: "KC.05.0210", provinces: 12 });
    expect(advice.components.every(({ leftOut }) => leftOut === null)).toBe(true);
    const paper = advice.components.find(({ resource }) => resource === "Giấy A4");
    const summary = paper?.parts[0]?.summary;
    expect(summary).toMatchObject({ enough: true, n: 12, provinces: 12 });
    // The draft says 0,1 ram; provinces lie within 12 % of it and one wrote a thousandfold.
    const proposed = Number(paper?.parts[0]?.proposed);
    expect(proposed).toBeGreaterThan(0.09);
    expect(proposed).toBeLessThan(0.11);
    expect(paper?.parts[0]?.outliers).toMatchObject([
      { provinceCode: SLIPPED.code, side: "high", cause: { kind: "power", power: 3 }, sheet: "KC_DinhMuc" },
    ]);
  });

  test("has a code of its own for what every province codes differently, and none for what too few wrote", () => {
    expect(serviceOf(({ provinces }) => provinces === 8).code).toMatch(/^DX\.03\.\d{4}$/);
    const few = serviceOf(({ provinces }) => provinces === 4);
    expect(few.code).toBeNull();
    expect(few.effects).toEqual([]);
    expect(new Set(few.components.map(({ leftOut }) => leftOut))).toEqual(new Set(["too-few"]));
    expect(proposal.norms).toBe(3);
  });

  test("shows what each province's price becomes, in đồng and in hundredths of a per cent", () => {
    const { effects, published } = serviceOf(({ key }) => key === ADVICE);
    expect(effects).toHaveLength(12);
    for (const { beforeDong, afterDong, differenceDong, differenceHundredths, why } of effects) {
      expect(why).toBeNull();
      expect(differenceDong).toBe((afterDong ?? 0) - (beforeDong ?? 0));
      expect(differenceHundredths).toBe(
        Math.sign(differenceDong ?? 0) *
          Math.round((Math.abs(differenceDong ?? 0) * 10_000) / (beforeDong ?? 1)),
      );
    }
    // Nine reams too many at their price: the province of the slip would pay far less.
    const slipped = effects.find(({ provinceCode }) => provinceCode === SLIPPED.code);
    expect(slipped?.differenceDong).toBeLessThan(-5_000_000);
    expect(published.beforeDong).toBeGreaterThan(0);
    expect(published.afterDong).toBeGreaterThan(0);
  });

  test("asks for more provinces when told to, never for fewer", async () => {
    const told = async (minProvinces: number) =>
      ((await (await ask("/preview", { ...question(), minProvinces })).json()) as NormProposal).norms;
    expect([await told(5), await told(9), await told(13)]).toEqual([3, 2, 0]);
  });

  test("compares prices of services and any component, found by name", async () => {
    const token = await tokenOf("tham-dinh-1");
    const keys = async (topic: string, q: string) =>
      (
        await callJson<ComparedKeys>(`/api/v1/comparisons?topic=${topic}&q=${encodeURIComponent(q)}`, {
          token,
        })
      ).items;
    const [service] = await keys("service", "tu van");
    expect(service).toMatchObject({ key: ADVICE, provinces: 12, unit: "đồng/cơ sở" });
    const figures = await callJson<Comparison>(
      `/api/v1/comparisons/figures?topic=service&key=${service?.key ?? ""}`,
      { token },
    );
    expect(figures.summary).toMatchObject({ enough: true, n: 12 });
    expect(figures.figures[0]).toMatchObject({
      sheet: "KC_DinhMuc",
      cell: expect.stringMatching(/^A\d+$/) as string,
    });
    expect((await keys("norm", "giấy a4")).length).toBeGreaterThan(1);
    expect((await keys("price", "may vi tinh"))[0]?.provinces).toBe(12);
    expect(
      (await keys("support", "maymoc")).find(({ key }) => key === "maymoc|qg")?.provinces,
    ).toBeGreaterThanOrEqual(12);
  });
});

/** The fifth of the provinces that have no other demonstration. */
const SLIPPED = PROVINCES.filter(({ code }) => !["22", "52", "66"].includes(code))[4] ?? {
  code: "",
  name: "",
};

describe("rights and races", () => {
  test("provinces neither see nor propose; the ministry sees and does not propose", async () => {
    for (const person of ["soan-22", "duyet-22"]) {
      expect((await ask("/services", undefined, person)).status).toBe(403);
      expect((await ask("/preview", question(), person)).status).toBe(403);
    }
    const body = { ...question(), reason: "thử", figuresHash: proposal.figuresHash };
    expect((await ask("", body, "tham-dinh-1")).status).toBe(403);
  });

  test("what was not seen is not proposed; nothing is proposed from too few", async () => {
    const old = { ...question(), reason: "thử", figuresHash: "0".repeat(64) };
    expect(await problemOf(await ask("", old))).toMatchObject({ code: "edit-conflict" });
    const few = { services: services.slice(3).map(({ key }) => key), from: FROM };
    const { figuresHash } = (await (await ask("/preview", few)).json()) as NormProposal;
    expect(await problemOf(await ask("", { ...few, reason: "thử", figuresHash }))).toMatchObject({
      code: "state-conflict",
    });
    expect(await problemOf(await ask("/preview", { ...few, services: ["khongco"] }))).toMatchObject({
      status: 404,
    });
    expect((await ask("/preview", { ...few, from: "2027-02-30" })).status).toBe(422);
  });
});

async function fileOf(id: string, file: string) {
  const answer = await call(`/api/v1/publications/evidence?id=${id}&file=${file}`, {
    token: await tokenOf("tham-dinh-1"),
  });
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

describe("the publication", () => {
  let published: Publication;

  test("waits for another steward, labelled a draft, with its difference and the hashes of its evidence", async () => {
    const body = {
      ...question(),
      reason: "Tổng hợp đề xuất của các tỉnh",
      figuresHash: proposal.figuresHash,
    };
    const answer = await ask("", body);
    expect(answer.status).toBe(201);
    published = (await answer.json()) as Publication;
    expect(published).toMatchObject({ kind: "norm-book", state: "proposed", inForce: false, from: FROM });
    expect(published.evidence).toMatchObject({ figures: proposal.figuresHash });
    const token = await tokenOf("quan-tri-2");
    const difference = await callJson<PublicationPreview>(
      `/api/v1/publications/difference?id=${published.id}`,
      { token },
    );
    expect(difference.changes.some(({ what }) => what.startsWith("KC.05.0210"))).toBe(true);
    const decision = {
      id: published.id,
      decision: "confirmed",
      contentHash: published.contentHash,
      note: "",
    };
    const own = await call("/api/v1/publications/decisions", {
      token: await tokenOf("quan-tri"),
      body: decision,
    });
    expect((await problemOf(own)).code).toBe("state-conflict");
    await callJson("/api/v1/publications/decisions", { token, body: decision });
    const book = await callJson<Book>("/api/v1/book");
    const draft = book.norms.find(({ id }) => id === "KC-TU-CAC-TINH");
    expect(draft).toMatchObject({ status: "du-thao", from: FROM, cite: null, evidence: published.evidence });
    expect(draft?.label).toContain("chưa ban hành");
    expect(draft?.norms).toHaveLength(3);
  });

  test("an annex is the file its hash names, with every province where there are many and none where few", async () => {
    const bytes = await fileOf(published.id, "xlsx");
    expect(await sha256OfBytes(bytes)).toBe(published.evidence?.xlsx);
    expect(unmetDemands(bytes)).toEqual([]);
    const read = await readXlsx(bytes);
    if (!read.ok) throw new Error(read.error.vi);
    const textOf = (name: string) =>
      Object.values(read.value.sheets.find((sheet) => sheet.name === name)?.cells ?? {}).map(
        ({ value }) => value,
      );
    expect(read.value.sheets.map(({ name }) => name)).toEqual(["DeXuat", "DonGia", "SoLieu", "PhuongPhap"]);
    expect(textOf("SoLieu")).toContain(SLIPPED.name);
    expect(textOf("SoLieu").some((value) => String(value).includes("gấp khoảng 1.000 lần trung vị"))).toBe(
      true,
    );
    expect(textOf("PhuongPhap").some((value) => String(value).includes(proposal.figuresHash))).toBe(true);
    // Eight provinces: numbered, and no way to their submissions.
    const eight = serviceOf(({ provinces }) => provinces === 8);
    const cells = read.value.sheets.find((sheet) => sheet.name === "SoLieu")?.cells ?? {};
    const rows = Object.entries(cells).filter(
      ([at, { value }]) => at.startsWith("A") && value === eight.name,
    );
    expect(rows.length).toBeGreaterThan(8);
    for (const [at] of rows) {
      expect(String(cells[`E${at.slice(1)}`]?.value)).toMatch(/^Tỉnh [1-8]$/);
      expect(cells[`H${at.slice(1)}`]?.value ?? "").toBe("");
    }
  });

  test("the explanation is a Word file in the ministry's layout with method, table and grounds", async () => {
    const bytes = await fileOf(published.id, "docx");
    expect(await sha256OfBytes(bytes)).toBe(published.evidence?.docx);
    const zip = openZip(bytes);
    if (!zip.ok) throw new Error(zip.error.vi);
    const part = readPart(zip.value, "word/document.xml");
    if (!part.ok || part.value === null) throw new Error("no body");
    const text = decodeText(part.value).replace(/<[^>]*>/g, " ");
    for (const needed of [
      "BỘ CÔNG THƯƠNG",
      "47/2018/TT-BCT",
      "Hodges–Lehmann",
      "KC.05.0210",
      "chưa ban hành",
    ])
      expect(text, needed).toContain(needed);
    expect(text).toContain(published.evidence?.xlsx);
    expect(text).not.toMatch(/[{}]/);
  });

  test("our template has nothing unknown and nothing missing", async () => {
    const template = Uint8Array.from(atob(TEMPLATES["thuyet-minh-dinh-muc"]), (char) => char.charCodeAt(0));
    expect(await checkPlaceholders(EVIDENCE_PAPER_FIELDS, template)).toEqual([]);
  });

  test("other publications have no annex, and a taken back submission is evidence no more", async () => {
    const token = await tokenOf("quan-tri");
    const other = await call("/api/v1/publications/evidence?id=cb_00000000000000000000GIA01&file=xlsx", {
      token,
    });
    expect((await problemOf(other)).status).toBe(404);
    const outlier = serviceOf(({ key }) => key === ADVICE).components.flatMap(({ parts }) =>
      parts.flatMap(({ outliers }) => outliers),
    )[0];
    expect((await act(outlier?.submissionId ?? "", "tham-dinh-1", "receive", '"v2"')).status).toBe(200);
    expect((await act(outlier?.submissionId ?? "", "tham-dinh-1", "reject", '"v3"')).status).toBe(200);
    const after = (await (await ask("/services")).json()) as SentServices;
    expect(after.items.find(({ key }) => key === ADVICE)?.provinces).toBe(11);
  });
});
