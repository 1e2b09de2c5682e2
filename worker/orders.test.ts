/** The order and what comes after it, through the real routes: the catalogue, the papers, the work, the year. */
import { beforeAll, describe, expect, test } from "vitest";
import type { ServiceCatalogue, SubmissionReadiness } from "../shared/contract/catalogue.ts";
import { DOCX_MEDIA_TYPE, type PaperTemplateList } from "../shared/contract/paper-template.ts";
import { decodeText, encodeText } from "../shared/workbook/xlsx/bytes.ts";
import { openZip, readPart, replaceParts } from "../shared/workbook/xlsx/zip.ts";
import { mustOk } from "../shared/kernel/result.ts";
import { readXlsx } from "../shared/workbook/xlsx/index.ts";
import type { PlanSummary } from "../shared/contract/plan-summary.ts";
import type {
  AutonomyOutlook,
  Execution,
  OrderBookView,
  RecordAnswer,
  ReplicaSourceList,
  YearReport,
} from "../shared/contract/execution.ts";
import { ACTIONS, EXECUTION_ACTIONS, ROLES, STATES, findTransition } from "../shared/plan/states.ts";
import { verifyChain } from "./submissions/log.ts";
import {
  PERSON_OF,
  call,
  callJson,
  detail,
  executionStep,
  problemOf,
  proposeAs,
  publish,
  record,
  seedAll,
  submissionIn,
  testEnv,
  tokenOf,
} from "./test-kit.ts";

beforeAll(seedAll);

describe("the demonstration", () => {
  test("its orders are taken whole, at every stage, and seeding again changes nothing", async () => {
    const again = await callJson<{ submissions: number; refused: unknown[] }>("/api/v1/local/seed", {
      method: "POST",
    });
    expect(again.refused).toEqual([]);
    const book = async (year: number) =>
      callJson<OrderBookView>(`/api/v1/orders?year=${year}`, { token: await tokenOf("tham-dinh-1") });
    expect((await book(2017)).items).toMatchObject([
      { state: "settled", figures: { settled: 3, stopped: 1 } },
    ]);
    const now = await book(2025);
    expect(now.items.map(({ provinceCode, state }) => `${provinceCode} ${state}`)).toEqual([
      "80 in_progress",
      "22 in_progress",
      "42 accepted_work",
    ]);
    expect(now.items.find(({ provinceCode }) => provinceCode === "22")?.figures.toRefundDong).toBe(
      20_000_000,
    );
  });
});

describe("the catalogue", () => {
  const read = async (personId: string, query = "") =>
    callJson<ServiceCatalogue>(`/api/v1/catalogue${query}`, { token: await tokenOf(personId) });
  const ask = async (content: object, personId = "quan-tri") =>
    call("/api/v1/publications", {
      token: await tokenOf(personId),
      body: { kind: "catalogue-fact", reason: "Thử công bố", content },
    });
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

  test("proposed by the steward only, in the right shape", async () => {
    expect((await problemOf(await ask(PRICE, "duyet-22"))).code).toBe("forbidden");
    for (const wrong of [
      { ...PRICE, provinceCode: null },
      { ...PRICE, from: null },
      { ...PRICE, to: "2024-12-31" },
      { ...PRICE, fact: "norm" },
      { ...PRICE, service: "GI-DO" },
      { ...PRICE, provinceCode: "99" },
      { ...PRICE, stands: false },
    ])
      expect((await problemOf(await ask(wrong))).code, JSON.stringify(wrong)).toBe("shape");
  });

  test("counts for nothing until another steward confirms it: refused by route and table to the proposer", async () => {
    const before = (await read("soan-66")).facts.length;
    const content = {
      ...PRICE,
      fact: "list",
      priceDong: null,
      unit: null,
      document: "Danh mục thử hai người",
    };
    const { id, contentHash } = await proposeAs("quan-tri", "catalogue-fact", content);
    expect((await read("soan-66")).facts.length).toBe(before);
    const decision = { id, contentHash, decision: "confirmed" };
    const decide = async (personId: string) =>
      call("/api/v1/publications/decisions", { token: await tokenOf(personId), body: decision });
    expect((await problemOf(await decide("quan-tri"))).code).toBe("state-conflict");
    expect((await problemOf(await decide("tham-dinh-1"))).code).toBe("forbidden");
    for (const second of [null, "quan-tri"])
      await expect(
        testEnv.DB.prepare(
          `INSERT INTO catalogue_facts (id, service, fact, level, province_code, issuer, document, verified, note, stands, published_by, confirmed_by, published_at)
           VALUES ('dm_x', '*', 'list', 'ministry', NULL, 'x', 'x', 'memory', '', 1, 'quan-tri', ?, 'x')`,
        )
          .bind(second)
          .run(),
      ).rejects.toThrow(/another person/);
    expect((await decide("quan-tri-2")).status).toBe(200);
    const fact = (await read("soan-22")).facts.find(({ document }) => document === content.document);
    expect(fact).toMatchObject({ current: true, id: id.replace("cb_", "dm_") });
    expect(fact?.confirmedBy).not.toBe(fact?.publishedBy);
    await publish("catalogue-fact", { ...content, replaces: fact?.id, stands: false });
  });

  test("a đề án becomes ready when list and price are published, for its province and dates, and is not once taken back", async () => {
    const { id } = await submissionIn("accepted");
    const lines = async (date: string) =>
      callJson<SubmissionReadiness>(`/api/v1/submissions/${id}/order-readiness?date=${date}`, {
        token: await tokenOf("duyet-22"),
      });
    expect((await lines("2026-11-23")).lines[0]?.readiness.route).toBe("assign");
    await publish("catalogue-fact", { ...PRICE, fact: "list", priceDong: null, unit: null });
    const price = { id: (await publish("catalogue-fact", PRICE)).id.replace("cb_", "dm_") };
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
    expect((await problemOf(await ask({ ...back, service: "MO-HINH" }))).code).toBe("shape");
    const twice = await proposeAs("quan-tri", "catalogue-fact", back);
    await publish("catalogue-fact", back);
    expect((await problemOf(await ask(back))).code).toBe("edit-conflict");
    const late = await call("/api/v1/publications/decisions", {
      token: await tokenOf("quan-tri-2"),
      body: { id: twice.id, contentHash: twice.contentHash, decision: "confirmed" },
    });
    expect((await problemOf(late)).code).toBe("edit-conflict");
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

const execution = async (id: string, personId = "duyet-22") =>
  callJson<Execution>(`/api/v1/submissions/${id}/execution`, { token: await tokenOf(personId) });

describe("states after the order", () => {
  const after = ["ordered", "in_progress", "accepted_work", "settled"] as const;

  test.each(after)(
    "%s: each step to its roles only, everything else refused and nothing changed",
    async (state) => {
      const { id, etag } = await submissionIn(state);
      for (const action of EXECUTION_ACTIONS) {
        const transition = findTransition(action, state);
        for (const role of ROLES) {
          if (transition?.roles.includes(role) === true) continue;
          const { status } = await executionStep(id, PERSON_OF[role], action, etag);
          expect([403, 404, 409], `${role} ${action}`).toContain(status);
        }
      }
      expect((await detail(id, "soan-22")).submission.state).toBe(state);
      expect(ACTIONS.length).toBe(12);
    },
  );

  test("what comes before the order has no work", async () => {
    expect(STATES.length).toBe(11);
    const { id, etag } = await submissionIn("accepted");
    const token = await tokenOf("duyet-22");
    expect((await problemOf(await call(`/api/v1/submissions/${id}/execution`, { token }))).code).toBe(
      "state-conflict",
    );
    expect((await problemOf(await executionStep(id, "duyet-22", "start", etag))).code).toBe("state-conflict");
  });
});

describe("the work on an order", () => {
  test("from the first report to the settlement: each refused until it may be, all of it chained and in the log", async () => {
    const { id, etag } = await submissionIn("ordered");
    expect((await problemOf(await record(id, "soan-22", "progress", 0, { percent: 10 }))).code).toBe(
      "state-conflict",
    );
    expect((await executionStep(id, "soan-22", "start", etag)).status).toBe(200);
    expect((await record(id, "soan-22", "progress", 0, { percent: 80 })).status).toBe(201);
    expect((await problemOf(await record(id, "soan-22", "advance", 1, { amountDong: 1 }))).code).toBe(
      "state-conflict",
    );

    const early = await executionStep(id, "duyet-22", "confirm", '"v6"');
    expect((await problemOf(early)).detail).toContain("DA01: chưa nghiệm thu");
    const tooMuch = await problemOf(await record(id, "duyet-22", "advance", 1, { amountDong: 200_000_001 }));
    expect(tooMuch).toMatchObject({ code: "record", errors: [{ pointer: "KC-TH-003" }] });
    const high = (await (
      await record(id, "duyet-22", "advance", 1, { amountDong: 160_000_000, dryRun: true })
    ).json()) as RecordAnswer;
    expect(high).toMatchObject({ id: null, findings: [{ rule: "KC-TH-001", severity: "warning" }] });
    expect((await record(id, "duyet-22", "advance", 1, { amountDong: 160_000_000 })).status).toBe(201);
    expect((await problemOf(await record(id, "duyet-22", "acceptance", 1, { amountDong: 1 }))).code).toBe(
      "edit-conflict",
    );
    expect((await record(id, "duyet-22", "acceptance", 2, { amountDong: 150_000_000 })).status).toBe(201);
    expect((await executionStep(id, "duyet-22", "confirm", '"v6"')).status).toBe(200);

    const owing = await problemOf(await record(id, "duyet-22", "settlement", 3, { amountDong: 150_000_000 }));
    expect(owing.errors?.[0]?.detail).toContain("10.000.000 đ tạm ứng vượt chưa hoàn trả");
    expect((await record(id, "duyet-22", "refund", 3, { amountDong: 10_000_000 })).status).toBe(201);
    expect((await record(id, "duyet-22", "settlement", 4, { amountDong: 150_000_000 })).status).toBe(201);
    const settled = await executionStep(id, "duyet-22", "settle", '"v7"');
    expect(settled.status).toBe(200);

    const view = await execution(id);
    expect(view).toMatchObject({
      state: "settled",
      chainOk: true,
      blockers: [],
      canRecord: ["effective", "cancel"],
    });
    expect(view.lines[0]).toMatchObject({
      state: "settled",
      heldDong: 150_000_000,
      acceptedDong: 150_000_000,
      toPayDong: 0,
      toRefundDong: 0,
    });
    expect(view.records.map(({ kind }) => kind)).toEqual([
      "progress",
      "advance",
      "acceptance",
      "refund",
      "settlement",
    ]);
    expect((await detail(id, "soan-22")).events.map(({ to }) => to).slice(-3)).toEqual([
      "in_progress",
      "accepted_work",
      "settled",
    ]);
    expect(await verifyChain(testEnv.DB, "tinh-22")).toMatchObject({ ok: true });
    const token = await tokenOf("soan-22");
    for (const kind of ["nghiem-thu.docx", "thanh-ly.docx"])
      expect((await call(`/api/v1/submissions/${id}/papers/${kind}`, { token })).status, kind).toBe(200);
  });

  test("records cannot be changed; a wrong one is cancelled, and a tampered one is noticed", async () => {
    const { id } = await submissionIn("in_progress");
    expect((await record(id, "duyet-22", "acceptance", 0, { amountDong: 5 })).status).toBe(201);
    const [wrong] = (await execution(id)).records;
    const cancel = { detail: { cancels: wrong?.id }, amountDong: null };
    expect((await problemOf(await record(id, "soan-22", "cancel", 1, cancel))).code).toBe("state-conflict");
    expect((await record(id, "duyet-22", "cancel", 1, cancel)).status).toBe(201);
    const view = await execution(id);
    expect(view.records[0]?.cancelled).toBe(true);
    expect(view.lines[0]).toMatchObject({ state: "not-started", acceptedDong: null });
    const update = testEnv.DB.prepare(
      "UPDATE execution_records SET amount_dong = 6 WHERE submission_id = ?",
    ).bind(id);
    await expect(update.run()).rejects.toThrow(/append-only/);
    await testEnv.DB.prepare("DROP TRIGGER execution_records_no_update").run();
    await update.run();
    expect((await execution(id)).chainOk).toBe(false);
  });

  test("shapes: a percent, a kind of change, a mark, a line of the order", async () => {
    const { id } = await submissionIn("in_progress");
    for (const [kind, extra, code] of [
      ["progress", {}, "shape"],
      ["change", {}, "shape"],
      ["acceptance", { detail: { newEnd: "2019-12-01" }, amountDong: 1 }, "shape"],
      ["acceptance", { amountDong: -1 }, "shape"],
      ["acceptance", { amountDong: 1, on: "2019-02-30" }, "shape"],
      ["acceptance", { amountDong: 1, deAnCode: "DA99" }, "record"],
      ["effective", { detail: { effective: true } }, "record"],
    ] as const)
      expect(
        (await problemOf(await record(id, "duyet-22", kind, 0, extra))).code,
        JSON.stringify(extra),
      ).toBe(code);
    expect((await record(id, "soan-66", "progress", 0, { percent: 1 })).status).toBe(404);
  });
});

describe("the year", () => {
  test("the book and the report add up; an effective đề án is offered to every province, without its file", async () => {
    const { id } = await submissionIn("settled");
    const mark = { detail: { effective: true }, note: "Doanh thu tăng, cơ sở khác học theo" };
    const seen = (await execution(id)).records.length;
    expect((await record(id, "duyet-22", "effective", seen, mark)).status).toBe(201);
    const token = await tokenOf("duyet-22");
    const book = await callJson<OrderBookView>("/api/v1/orders?year=2019", { token });
    expect(book.years).toContain(2019);
    expect(book.items.find(({ submissionId }) => submissionId === id)).toMatchObject({
      state: "settled",
      figures: { ordered: 1, orderedDong: 200_000_000, settledDong: 150_000_000, donePercent: "75" },
    });
    const report = await callJson<YearReport>("/api/v1/year-report?year=2019", { token });
    const total = (rows: YearReport["content"]) =>
      rows.reduce((sum, { orderedDong }) => sum + orderedDong, 0);
    expect(report.figures.ordered).toBeGreaterThan(3);
    for (const rows of [report.content, report.place, report.fund])
      expect(total(rows)).toBe(report.figures.orderedDong);
    expect(report.plan.supportDong).toBeGreaterThanOrEqual(report.figures.orderedDong);
    expect(report.effective).toBe(1);

    const sources = async (query: string) =>
      callJson<ReplicaSourceList>(`/api/v1/replica-sources${query}`, { token: await tokenOf("soan-66") });
    const { items } = await sources("?kind=MAY-MOC&q=gom su");
    expect(items.find(({ year }) => year === 2019)).toMatchObject({
      reference: "22-2019-DA01",
      evidence: mark.note,
      settledOn: "2019-09-01",
    });
    expect(JSON.stringify(items)).not.toContain(id);
    expect((await sources("?kind=TU-VAN")).items).toEqual([]);
    const other = await callJson<OrderBookView>("/api/v1/orders?year=2019", {
      token: await tokenOf("duyet-66"),
    });
    expect(other.items).toEqual([]);
  });

  test("the provinces stand side by side; the consolidated plan and the year report add up, on the page and in the file", async () => {
    const ministry = await tokenOf("tham-dinh-1");
    const summary = await callJson<PlanSummary>("/api/v1/plan-summary?year=2025", { token: ministry });
    expect(summary.provinces).toHaveLength(34);
    const row = (code: string) => summary.provinces.find(({ provinceCode }) => provinceCode === code);
    expect(row("42")).toMatchObject({ files: 1, deAn: 2, newest: { state: "accepted_work" } });
    expect(row("01")).toMatchObject({ files: 0, newest: null, deAn: 0, totalDong: 0 });
    const { figures } = summary.accepted;
    expect(summary.accepted.files).toBe(3);
    for (const rows of [summary.accepted.content, summary.accepted.place, summary.accepted.fund])
      for (const pick of ["deAn", "totalDong", "supportDong", "counterpartDong"] as const)
        expect(rows.reduce((sum, each) => sum + each[pick], 0)).toBe(figures[pick]);
    expect(figures.nationalDong + figures.localDong).toBe(figures.supportDong);

    const report = await callJson<YearReport>("/api/v1/year-report?year=2025", { token: ministry });
    expect(report.plan.supportDong).toBe(figures.supportDong);
    expect(report.content.reduce((sum, { plannedDong }) => sum + plannedDong, 0)).toBe(figures.supportDong);

    const valuesOf = async (path: string, token: string) => {
      const answer = await call(path, { token });
      expect(answer.status).toBe(200);
      const { sheets } = mustOk(await readXlsx(new Uint8Array(await answer.arrayBuffer())));
      return new Map(sheets.map(({ name, cells }) => [name, Object.values(cells).map(({ value }) => value)]));
    };
    const plan = await valuesOf("/api/v1/plan-summary/file?year=2025", ministry);
    for (const name of ["DiaBan", "NoiDung", "Nguon", "DanhMuc", "HoSo"])
      expect(plan.get(name), name).toContain(figures.supportDong);
    const year = await valuesOf("/api/v1/year-report/file?year=2025", ministry);
    for (const name of ["NoiDung", "DiaBan", "Nguon", "DeAn"])
      for (const amount of [
        report.figures.orderedDong,
        report.figures.acceptedDong,
        report.figures.settledDong,
      ])
        expect(year.get(name), name).toContain(amount);

    // A province has its own and nobody else's; a file of nothing says why there is none.
    const own = await tokenOf("duyet-42");
    const province = await callJson<PlanSummary>("/api/v1/plan-summary?year=2025&province=22", {
      token: own,
    });
    expect(province.provinces.map(({ provinceCode }) => provinceCode)).toEqual(["42"]);
    expect(province.accepted.files).toBe(0);
    const mine = await valuesOf("/api/v1/plan-summary/file?year=2025", own);
    expect([...mine.values()].flat()).not.toContain("Tây Ninh");
    const none = { token: await tokenOf("duyet-01") };
    expect((await problemOf(await call("/api/v1/plan-summary/file", none))).code).toBe("state-conflict");
    expect((await problemOf(await call("/api/v1/year-report/file", none))).code).toBe("state-conflict");
  });

  test("the centre: nothing counts while it can only be assigned; its estimate tells how far 100 % is", async () => {
    const token = await tokenOf("soan-22");
    const before = await callJson<AutonomyOutlook>("/api/v1/autonomy?year=2019", { token });
    expect(before.outlook).toBeNull();
    expect(before.book.orderDong).toBe(0);
    const assigned = before.book.assignDong + before.book.otherDong;
    expect(assigned).toBeGreaterThan(0);
    const body = {
      year: 2019,
      spendingDong: assigned * 2,
      others: [{ code: "11.2.a", dong: assigned }],
      oneMore: { priceDong: 2, costDong: 1 },
    };
    const made = await callJson<AutonomyOutlook>("/api/v1/autonomy", { token, body });
    expect(made.outlook).toMatchObject({
      missingDong: assigned,
      now: { percentText: "50", group: "3b" },
      ifOrdered: { percentText: "100", group: "2" },
      oneMore: { marginDong: 1, ordersNeeded: assigned },
    });
    expect(
      (await problemOf(await call("/api/v1/autonomy", { token: await tokenOf("tham-dinh-1"), body }))).code,
    ).toBe("forbidden");
  });
});
