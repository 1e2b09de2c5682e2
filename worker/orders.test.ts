/** The order and what comes after it, through the real routes: the catalogue, the papers, the work, the year. */
import { beforeAll, describe, expect, test } from "vitest";
import type {
  CatalogueFactView,
  ServiceCatalogue,
  SubmissionReadiness,
} from "../shared/contract/catalogue.ts";
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
