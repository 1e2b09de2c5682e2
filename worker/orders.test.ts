/** The order and what comes after it, through the real routes: the catalogue, the papers, the work, the year. */
import { beforeAll, describe, expect, test } from "vitest";
import type {
  CatalogueFactView,
  ServiceCatalogue,
  SubmissionReadiness,
} from "../shared/contract/catalogue.ts";
import { DOCX_MEDIA_TYPE, type PaperTemplateList } from "../shared/contract/paper-template.ts";
import { decodeText, encodeText } from "../shared/workbook/xlsx/bytes.ts";
import { openZip, readPart, replaceParts } from "../shared/workbook/xlsx/zip.ts";
import { mustOk } from "../shared/kernel/result.ts";
import { call, callJson, problemOf, seedAll, submissionIn, tokenOf } from "./test-kit.ts";

beforeAll(seedAll);

describe("the catalogue", () => {
  const read = async (personId: string, query = "") =>
    callJson<ServiceCatalogue>(`/api/v1/catalogue${query}`, { token: await tokenOf(personId) });
  const publish = async (body: object, personId = "quan-tri") =>
    call("/api/v1/catalogue/facts", { token: await tokenOf(personId), body });
  const PRICE = {
    service: "MAY-MOC",
    fact: "price",
    level: "province",
    provinceCode: "22",
    issuer: "Ủy ban nhân dân tỉnh (số liệu thử)",
    document: "Quyết định thử",
    from: "2025-01-01",
    priceDong: 200_000_000,
    unit: "cơ sở",
    verified: "text",
  };

  test("begins honest: nothing is issued, what is said to be is unchecked, so nothing is surely ready", async () => {
    const { services, provinceCode } = await read("soan-22", "?date=2026-11-23");
    expect(provinceCode).toBe("22");
    expect(services.length).toBeGreaterThan(20);
    expect(services.every(({ readiness }) => !readiness.sure && readiness.route === "assign")).toBe(true);
    expect(services[0]?.readiness.facts).toMatchObject({
      list: { status: "unchecked" },
      norm: { status: "missing" },
      price: { status: "missing" },
    });
    const konTum = await read("duyet-51");
    const machines = konTum.services.find(({ code }) => code === "MAY-MOC");
    expect(machines?.readiness).toMatchObject({ route: "neither", facts: { norm: { status: "unchecked" } } });
  });

  test("published by the steward only, in the right shape", async () => {
    expect((await problemOf(await publish(PRICE, "duyet-22"))).code).toBe("forbidden");
    for (const wrong of [
      { ...PRICE, provinceCode: null },
      { ...PRICE, from: null },
      { ...PRICE, to: "2024-12-31" },
      { ...PRICE, fact: "norm" },
      { ...PRICE, service: "GI-DO" },
      { ...PRICE, provinceCode: "99" },
      { ...PRICE, stands: false },
    ])
      expect((await problemOf(await publish(wrong))).code, JSON.stringify(wrong)).toBe("shape");
  });

  test("a đề án becomes ready when list and price are published, for its province and dates, and is not once taken back", async () => {
    const { id } = await submissionIn("accepted");
    const lines = async (date: string) =>
      callJson<SubmissionReadiness>(`/api/v1/submissions/${id}/order-readiness?date=${date}`, {
        token: await tokenOf("duyet-22"),
      });
    expect((await lines("2026-11-23")).lines[0]?.readiness.route).toBe("assign");
    const listed = await publish({ ...PRICE, fact: "list", priceDong: null, unit: null });
    expect(listed.status).toBe(201);
    const price = (await (await publish(PRICE)).json()) as CatalogueFactView;
    const ready = await lines("2026-11-23");
    expect(ready.lines[0]).toMatchObject({
      code: "DA01",
      readiness: { route: "order", sure: true, effect: { point: "11.1.a", countsInA: true } },
      price: { expectedDong: 200_000_000, differenceDong: 0 },
    });
    expect(ready.totals.order).toEqual({ lines: 1, supportDong: 200_000_000 });
    expect((await lines("2024-12-31")).lines[0]?.readiness.route).toBe("assign");
    expect((await read("soan-66")).services.every(({ readiness }) => readiness.route !== "order")).toBe(true);

    const back = { ...PRICE, replaces: price.id, stands: false };
    expect((await publish({ ...back, service: "MO-HINH" })).status).toBe(422);
    expect((await publish(back)).status).toBe(201);
    expect((await problemOf(await publish(back))).code).toBe("edit-conflict");
    expect((await lines("2026-11-23")).lines[0]?.readiness.route).toBe("assign");
    const { facts } = await read("soan-22");
    expect(facts.find((fact) => fact.id === price.id)?.current).toBe(false);
  });
});

describe("templates of papers", () => {
  const DOCUMENT = "word/document.xml";
  const xmlOf = (bytes: Uint8Array) =>
    decodeText(mustOk(readPart(mustOk(openZip(bytes)), DOCUMENT)) ?? new Uint8Array());
  const bytesOf = async (path: string, personId: string) => {
    const answer = await call(path, { token: await tokenOf(personId) });
    expect(answer.status, path).toBe(200);
    return new Uint8Array(await answer.arrayBuffer());
  };
  const send = async (bytes: Uint8Array, personId = "duyet-22") =>
    call("/api/v1/paper-templates?kind=quyet-dinh&fileName=mau.docx", {
      token: await tokenOf(personId),
      body: bytes,
      headers: { "content-type": DOCX_MEDIA_TYPE },
    });
  const edited = (bytes: Uint8Array, edit: (xml: string) => string) =>
    Uint8Array.from(
      mustOk(replaceParts(mustOk(openZip(bytes)), new Map([[DOCUMENT, encodeText(edit(xmlOf(bytes)))]]))),
    );

  test("a unit's own template is checked, prints its orders only, and can be taken back", async () => {
    const { id } = await submissionIn("accepted");
    const token = await tokenOf("duyet-22");
    const made = await call(`/api/v1/submissions/${id}/order`, {
      token,
      headers: { "if-match": '"v4"' },
      body: {},
    });
    expect(made.status).toBe(201);
    const paper = `/api/v1/submissions/${id}/papers/quyet-dinh.docx`;
    const ours = await bytesOf("/api/v1/paper-templates/file?kind=quyet-dinh", "duyet-22");

    const wrong = await problemOf(await send(edited(ours, (xml) => xml.replace("{tongSo}", "{tongTien}"))));
    expect(wrong.code).toBe("file");
    expect(wrong.errors?.map(({ detail }) => detail).join()).toContain("Không có trường {tongTien}");

    expect((await send(edited(ours, (xml) => xml.replace("Nơi nhận:", "Kính gửi:")))).status).toBe(201);
    expect(xmlOf(await bytesOf(paper, "soan-22"))).toContain("Kính gửi:");
    const list = await callJson<PaperTemplateList>("/api/v1/paper-templates", { token });
    expect(list.items.find(({ kind }) => kind === "quyet-dinh")?.own?.fileName).toBe("mau.docx");
    const other = await callJson<PaperTemplateList>("/api/v1/paper-templates", {
      token: await tokenOf("duyet-66"),
    });
    expect(other.items.every(({ own }) => own === null)).toBe(true);

    await callJson("/api/v1/paper-templates/reset", { token, body: { kind: "quyet-dinh" } });
    expect(xmlOf(await bytesOf(paper, "soan-22"))).toContain("Nơi nhận:");
  });

  test("the contract comes with the order; the minutes wait for the work", async () => {
    const { id } = await submissionIn("ordered");
    const contract = xmlOf(await bytesOf(`/api/v1/submissions/${id}/papers/hop-dong.docx`, "duyet-22"));
    expect(contract).toContain("HỢP ĐỒNG ĐẶT HÀNG");
    const token = await tokenOf("duyet-22");
    for (const kind of ["nghiem-thu.docx", "thanh-ly.docx"])
      expect((await problemOf(await call(`/api/v1/submissions/${id}/papers/${kind}`, { token }))).code).toBe(
        "state-conflict",
      );
  });
});
