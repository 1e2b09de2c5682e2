/** The life of a submission: one receipt for one sending, one tenant's eyes, one way through the states. */
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import { BOOKMARK_HEADER } from "../shared/contract/bookmark.ts";
import { canonicalJson } from "../shared/kernel/canonical.ts";
import type { Receipt, SubmissionDetail, SubmissionList } from "../shared/contract/submission.ts";
import { ReceiptSchema, SubmissionDetailSchema } from "../shared/contract/submission.ts";
import { day } from "../shared/kernel/date.ts";
import type { FlatWorkbook } from "../shared/kernel/flat.ts";
import {
  ACTIONS,
  EXECUTION_ACTIONS,
  ROLES,
  STATES,
  TRANSITIONS,
  findTransition,
  type Action,
} from "../shared/plan/states.ts";
import { demoWorkbooks } from "../shared/workbook/demo.ts";
import { freezeWorkbook } from "../shared/workbook/freeze.ts";
import { builtinLawBook } from "../shared/law/book.ts";
import { orderInput } from "./submissions/order.ts";
import { sha256Hex } from "./store/content.ts";
import type { LinkedEvent } from "../shared/contract/log-chain.ts";
import { readChain } from "./store/events.ts";
import { verifyChain } from "./submissions/log.ts";
import {
  PERSON_OF,
  act,
  call,
  callJson,
  detail,
  goodWorkbook,
  newKey,
  order,
  problemOf,
  seedAll,
  send,
  sendGood,
  submissionIn,
  testEnv,
  tokenOf,
} from "./test-kit.ts";

beforeAll(seedAll);

async function verifyReceipt(receipt: Receipt): Promise<void> {
  const keys = createLocalJWKSet(await callJson<JSONWebKeySet>("/.well-known/jwks.json"));
  const { payload } = await compactVerify(receipt.signature, keys, { algorithms: ["EdDSA"] });
  const { signature: _signature, ...statement } = receipt;
  expect(new TextDecoder().decode(payload)).toBe(canonicalJson(statement));
}

/** The workbook with one cell changed. */
function withCell(
  workbook: FlatWorkbook,
  sheet: string,
  address: string,
  value: string | number,
): FlatWorkbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((s) =>
      s.name === sheet ? { ...s, cells: { ...s.cells, [address]: { value } } } : s,
    ),
  };
}

async function rowsIn(...tables: string[]): Promise<number> {
  const sql = tables.map((table) => `(SELECT count(*) FROM ${table})`).join(" + ");
  return (await testEnv.DB.prepare(`SELECT ${sql} AS n`).first<number>("n")) ?? -1;
}
const ALL_TABLES = ["submissions", "revisions", "events", "content", "idempotency", "comments", "orders"];

describe("receipt", () => {
  test("names what was received and how it was judged, and anybody can verify it", async () => {
    const workbook = goodWorkbook();
    const answer = await send(await tokenOf("soan-22"), { workbook, fileName: "ke-hoach.xlsx" });
    expect(answer.status).toBe(201);
    const receipt = (await answer.json()) as Receipt;
    expect(ReceiptSchema.safeParse(receipt).error).toBeUndefined();
    expect(receipt.contentHash).toBe(await sha256Hex(canonicalJson(workbook)));
    expect(receipt.envelopeHash).toBe(
      await sha256Hex(canonicalJson({ workbook, fileName: "ke-hoach.xlsx" })),
    );
    expect(receipt.totals.all).toMatchObject({ count: 1, totalDong: 400_000_000, supportDong: 200_000_000 });
    expect(receipt).toMatchObject({ revision: 1, provinceCode: "22", year: 2019, counts: { error: 0 } });
    expect(answer.headers.get("location")).toBe(`/api/v1/submissions/${receipt.id}`);
    await verifyReceipt(receipt);
  });

  test("a changed figure no longer fits the signature", async () => {
    const receipt = await sendGood();
    const forged = {
      ...receipt,
      totals: { ...receipt.totals, all: { ...receipt.totals.all, supportDong: 1 } },
    };
    await expect(verifyReceipt(forged)).rejects.toThrow(/expected/);
  });

  test("what is stored is what was sent", async () => {
    const workbook = goodWorkbook("Quảng Ninh", "Đề án có dấu “ngoặc”, ký tự 𝕏 và \u0000 lạ");
    const { id } = (await (await send(await tokenOf("soan-22"), { workbook })).json()) as Receipt;
    const shown = await detail(id, "soan-22");
    expect(SubmissionDetailSchema.safeParse(shown).error).toBeUndefined();
    expect(canonicalJson(shown.workbook)).toBe(canonicalJson(workbook));
    expect(shown.receipt.contentHash).toBe(await sha256Hex(canonicalJson(workbook)));
  });
});

describe("idempotency", () => {
  test("same key, same content: the same receipt byte for byte, stored once", async () => {
    const token = await tokenOf("soan-22");
    const key = newKey();
    const body = { workbook: goodWorkbook(), fileName: "a.xlsx" };
    const first = await send(token, body, key);
    const before = await rowsIn(...ALL_TABLES);
    const reordered = JSON.stringify({ fileName: "a.xlsx", workbook: body.workbook }, null, 2);
    const second = await send(token, reordered, key);
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(await second.text()).toBe(await first.text());
    expect(await rowsIn(...ALL_TABLES)).toBe(before);
  });

  test("the same content in any order of its names, with or without a mark of its encoding: one receipt, one hash", async () => {
    const token = await tokenOf("soan-22");
    const key = newKey();
    const envelope = { workbook: goodWorkbook(), fileName: "sổ.xlsx" };
    const canonical = canonicalJson(envelope);
    const written = JSON.stringify(envelope);
    expect(written).not.toBe(canonical);
    const first = await send(token, canonical, key);
    expect(first.status).toBe(201);
    const text = await first.text();
    const receipt = JSON.parse(text) as Receipt;
    expect(receipt.envelopeHash).toBe(sha256Hex(canonical));
    expect(receipt.contentHash).toBe(sha256Hex(canonicalJson(envelope.workbook)));
    for (const body of [written, `\ufeff${canonical}`, ` ${canonical}`]) {
      const again = await send(token, body, key);
      expect([again.status, await again.text()]).toEqual([200, text]);
    }
    const marked = (await (await send(token, `\ufeff${canonical}`)).json()) as Receipt;
    expect(marked.envelopeHash).toBe(sha256Hex(canonical));
  });

  test("a backslash before letters that look like half a character is a text like any other", async () => {
    const envelope = { fileName: "so \\ud800.xlsx", workbook: goodWorkbook() };
    for (const body of [canonicalJson(envelope), JSON.stringify(envelope, null, 1)]) {
      const answer = await send(await tokenOf("soan-22"), body);
      expect(answer.status).toBe(201);
      const { envelopeHash } = (await answer.json()) as Receipt;
      expect(envelopeHash).toBe(sha256Hex(canonicalJson(envelope)));
    }
  });

  test("the same content under a second key: kept once, and the second receipt is kept too", async () => {
    const token = await tokenOf("soan-22");
    const body = { workbook: goodWorkbook("Quảng Ninh", `Gửi hai lần ${newKey()}`) };
    const [first, key] = [await send(token, body), newKey()];
    const before = await rowsIn("content");
    const second = await send(token, body, key);
    expect([first.status, second.status]).toEqual([201, 201]);
    // The envelope is there already; only the receipt is new.
    expect(await rowsIn("content")).toBe(before + 1);
    const text = await second.text();
    expect(await (await send(token, body, key)).text()).toBe(text);
    expect(text).not.toBe(await first.text());
  });

  test("same key, other content: 409 and nothing stored", async () => {
    const token = await tokenOf("soan-22");
    const key = newKey();
    await send(token, { workbook: goodWorkbook() }, key);
    const before = await rowsIn(...ALL_TABLES);
    const problem = await problemOf(
      await send(token, { workbook: goodWorkbook("Quảng Ninh", "Tên khác") }, key),
    );
    expect(problem).toMatchObject({ status: 409, code: "idempotency-conflict" });
    expect(await rowsIn(...ALL_TABLES)).toBe(before);
  });

  test("the same key of two people is two sendings", async () => {
    const key = newKey();
    const a = await send(await tokenOf("soan-22"), { workbook: goodWorkbook() }, key);
    const b = await send(await tokenOf("soan-66"), { workbook: goodWorkbook("Đắk Lắk") }, key);
    expect([a.status, b.status]).toEqual([201, 201]);
  });

  test("twelve at once with one key: one submission, one receipt", async () => {
    const token = await tokenOf("soan-22");
    const key = newKey();
    const body = { workbook: goodWorkbook() };
    const before = await rowsIn("submissions");
    const answers = await Promise.all(Array.from({ length: 12 }, () => send(token, body, key)));
    const texts = new Set(await Promise.all(answers.map((answer) => answer.text())));
    expect(texts.size).toBe(1);
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
    expect(await rowsIn("submissions")).toBe(before + 1);
  });

  test("twelve different ones at once: all stored, the chain unbroken", async () => {
    const token = await tokenOf("soan-22");
    const before = await rowsIn("submissions");
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => send(token, { workbook: goodWorkbook() })),
    );
    expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 12 }, () => 201));
    expect(await rowsIn("submissions")).toBe(before + 12);
    expect((await verifyChain(testEnv.DB, "tinh-22")).ok).toBe(true);
  });
});

describe("refused workbooks", () => {
  async function refusal(workbook: FlatWorkbook) {
    const before = await rowsIn(...ALL_TABLES);
    const problem = await problemOf(await send(await tokenOf("soan-22"), { workbook }));
    expect(await rowsIn(...ALL_TABLES)).toBe(before);
    return problem;
  }

  test("another province's workbook: 422 that names the cell", async () => {
    const problem = await refusal(goodWorkbook("Đắk Lắk"));
    expect(problem).toMatchObject({ status: 422, code: "province", pointer: "/workbook/sheets/0/cells/B4" });
    expect(problem.detail).toContain("KC_ThongTin!B4");
  });

  test("a figure that its inputs do not give: findings with the cell, the difference and the law", async () => {
    const workbook = withCell(goodWorkbook(), "KC_DuToan", "F5", 999_000_000);
    const problem = await refusal(workbook);
    expect(problem.code).toBe("findings");
    const finding = problem.findings?.find((f) => f.where.sheet === "KC_DuToan" && f.where.cell === "F5");
    expect(finding).toMatchObject({ severity: "error", differenceDong: 599_000_000 });
  });

  test.each([
    ["an unknown kind of support", "KC_DeAn", "D5", "KHONG-CO"],
    ["text where a number belongs", "KC_DuToan", "E5", "bốn trăm triệu"],
    ["an amount with dots", "KC_DuToan", "E5", "400.000.000"],
    ["an as-of date before the law existed", "KC_ThongTin", "B7", "01/01/1990"],
    ["an unknown province", "KC_ThongTin", "B4", "Atlantis"],
  ])("%s: findings, nothing stored", async (_name, sheet, address, value) => {
    const problem = await refusal(withCell(goodWorkbook(), sheet, address, value));
    expect(problem.status).toBe(422);
    expect(problem.counts?.error).toBeGreaterThan(0);
    expect(problem.findings?.some((f) => f.where.sheet === sheet)).toBe(true);
  });
});

test("amounts beyond exact arithmetic are refused, not a server error", async () => {
  const workbook = withCell(goodWorkbook(), "KC_DuToan", "D5", 900_000_000);
  const problem = await problemOf(await send(await tokenOf("soan-22"), { workbook }));
  expect(problem.status).toBe(422);
});

describe("whose eyes", () => {
  test("another province sees nothing of it, on any route, and cannot tell it from nothing", async () => {
    const { id } = await sendGood("soan-22");
    const nothing = `hs_${"0".repeat(25)}`;
    for (const personId of ["soan-66", "duyet-66"]) {
      const token = await tokenOf(personId);
      for (const path of ["", "/events", "/papers/so-lam-viec.xlsx"]) {
        const [other, none] = await Promise.all(
          [id, nothing].map((each) => call(`/api/v1/submissions/${each}${path}`, { token })),
        );
        const [a, b] = [await problemOf(other as Response), await problemOf(none as Response)];
        expect({ ...a, instance: "" }).toEqual({ ...b, instance: "" });
        expect(a.status).toBe(404);
      }
      expect((await act(id, personId, "return", '"v1"')).status).toBe(404);
    }
    expect((await order(id, "duyet-66", '"v1"')).status).toBe(404);
    const { items } = await callJson<SubmissionList>("/api/v1/submissions?limit=100", {
      token: await tokenOf("soan-66"),
    });
    expect(items.every((item) => item.provinceCode === "66")).toBe(true);
  });

  test("another province's id cannot be revised", async () => {
    const { id } = await submissionIn("returned");
    const answer = await send(await tokenOf("soan-66"), {
      workbook: goodWorkbook("Đắk Lắk"),
      previousId: id,
    });
    expect(await problemOf(answer)).toMatchObject({ status: 404, pointer: "/previousId" });
  });

  test("filters cannot widen what is seen", async () => {
    const { items } = await callJson<SubmissionList>("/api/v1/submissions?province=22", {
      token: await tokenOf("soan-66"),
    });
    expect(items).toEqual([]);
  });

  test("the ministry sees a file once the province has forwarded it, and loses sight of an unforwarded revision", async () => {
    const { id } = await sendGood();
    const seen = async () =>
      (await call(`/api/v1/submissions/${id}`, { token: await tokenOf("tham-dinh-1") })).status;
    expect(await seen()).toBe(404);
    await act(id, "duyet-22", "forward", '"v1"');
    expect(await seen()).toBe(200);
    await act(id, "tham-dinh-1", "receive", '"v2"');
    await act(id, "tham-dinh-1", "return", '"v3"');
    expect(await seen()).toBe(200);
    const answer = await send(await tokenOf("soan-22"), { workbook: goodWorkbook(), previousId: id });
    expect(answer.status).toBe(201);
    expect(await seen()).toBe(404);
  });
});

describe("states", () => {
  async function attempt(action: Action, id: string, personId: string, etag: string): Promise<Response> {
    if (action === "order") return order(id, personId, etag);
    if (action === "resubmit")
      return send(await tokenOf(personId), { workbook: goodWorkbook(), previousId: id });
    return act(id, personId, action, etag);
  }

  // What comes after the order has its own route and its own tests.
  const isReview = ({ action }: { action: Action }) => !EXECUTION_ACTIONS.some((step) => step === action);
  const REVIEWED = STATES.filter((state) => !["in_progress", "accepted_work", "settled"].includes(state));

  test.each(TRANSITIONS.filter(isReview).map((t) => [`${t.from} –${t.action}→ ${t.to}`, t] as const))(
    "%s: allowed to its roles only",
    async (_name, t) => {
      for (const role of ROLES) {
        const { id, etag } = await submissionIn(t.from);
        const answer = await attempt(t.action, id, PERSON_OF[role], etag);
        if (t.roles.includes(role)) {
          expect([200, 201], role).toContain(answer.status);
          expect((await detail(id, "soan-22")).submission.state).toBe(t.to);
        } else {
          expect([403, 404], role).toContain(answer.status);
          expect((await detail(id, "soan-22")).submission.state).toBe(t.from);
        }
      }
    },
  );

  test.each(REVIEWED)("%s: everything else is refused and changes nothing", async (state) => {
    const { id, etag } = await submissionIn(state);
    const others = ACTIONS.filter((action) => isReview({ action }) && findTransition(action, state) === null);
    expect(others.length).toBeGreaterThan(0);
    for (const action of others) {
      for (const role of ROLES) {
        const { status } = await attempt(action, id, PERSON_OF[role], etag);
        expect([403, 404, 409], `${role} ${action}`).toContain(status);
      }
    }
    const after = await detail(id, "soan-22");
    expect(after.submission.state).toBe(state);
    expect(after.etag).toBe(etag);
  });

  test("If-Match: missing 428, stale 412, and of two at once only one wins", async () => {
    const { id, etag } = await submissionIn("submitted");
    const token = await tokenOf("duyet-22");
    const missing = await call(`/api/v1/submissions/${id}/actions`, { token, body: { action: "forward" } });
    expect((await problemOf(missing)).status).toBe(428);
    expect((await problemOf(await act(id, "duyet-22", "forward", '"v7"'))).status).toBe(412);
    const both = await Promise.all([
      act(id, "duyet-22", "forward", etag),
      act(id, "duyet-22", "return", etag),
    ]);
    expect(both.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    expect((await detail(id, "duyet-22")).events).toHaveLength(2);
  });

  test("returning needs a reason; comments by line reach the drafter with their cells", async () => {
    const { id, etag } = await submissionIn("submitted");
    expect((await problemOf(await act(id, "duyet-22", "return", etag, "  "))).code).toBe("comment-required");
    const lineComments = [
      { sheet: "KC_DuToan", cell: "E5", text: "Đơn giá cao hơn báo giá." },
      { sheet: "KC_DeAn", row: 5, text: "Thiếu địa bàn." },
    ];
    const answer = await call(`/api/v1/submissions/${id}/actions`, {
      token: await tokenOf("duyet-22"),
      headers: { "if-match": etag },
      body: { action: "return", comment: "Xem hai ý kiến.", lineComments },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("etag")).toBe('"v2"');
    const shown = await detail(id, "soan-22");
    expect(shown.comments.map((c) => [c.sheet, c.cell, c.row, c.text])).toEqual([
      [null, null, null, "Xem hai ý kiến."],
      ["KC_DuToan", "E5", null, "Đơn giá cao hơn báo giá."],
      ["KC_DeAn", null, 5, "Thiếu địa bàn."],
    ]);
    expect(shown.actions.map((a) => a.action)).toEqual(["resubmit"]);
    expect(shown.events.at(-1)).toMatchObject({
      action: "return",
      comment: "Xem hai ý kiến.",
      personName: "Người duyệt – Sở Công Thương Quảng Ninh",
    });
  });

  test("a corrected version is a new revision of the same submission; the first stays as it was", async () => {
    const { id } = await submissionIn("returned");
    const first = await detail(id, "soan-22");
    const answer = await send(await tokenOf("soan-22"), {
      workbook: goodWorkbook("Quảng Ninh", "Tên đã sửa"),
      previousId: id,
    });
    const receipt = (await answer.json()) as Receipt;
    expect(receipt).toMatchObject({ id, revision: 2 });
    await verifyReceipt(receipt);
    const after = await detail(id, "soan-22");
    expect(after.submission).toMatchObject({ state: "submitted", revision: 2 });
    expect(after.revisions.map((r) => r.contentHash)).toEqual([
      first.receipt.contentHash,
      receipt.contentHash,
    ]);
  });

  test("two corrected versions at once: one is taken", async () => {
    const { id } = await submissionIn("returned");
    const token = await tokenOf("soan-22");
    const answers = await Promise.all(
      [1, 2].map((n) => send(token, { workbook: goodWorkbook("Quảng Ninh", `Bản ${n}`), previousId: id })),
    );
    const codes = answers.map((answer) => answer.status).toSorted((a, b) => a - b);
    expect(codes[0]).toBe(201);
    expect([409, 412]).toContain(codes[1]);
    expect((await detail(id, "soan-22")).submission.revision).toBe(2);
  });

  test("a correction that waited does not cover a newer one unseen; sent before, its key still gives the receipt", async () => {
    const { id, etag } = await submissionIn("returned");
    const token = await tokenOf("soan-22");
    const correct = (name: string, ifMatch: string, key = newKey()) =>
      call("/api/v1/submissions", {
        token,
        body: { workbook: goodWorkbook("Quảng Ninh", name), previousId: id },
        headers: { "idempotency-key": key, "if-match": ifMatch },
      });
    const key = newKey();
    const taken = await correct("Bản của người khác", etag, key);
    expect(taken.status).toBe(201);
    const waited = await correct("Bản chờ trong hàng đợi", etag);
    expect(await problemOf(waited)).toMatchObject({ code: "edit-conflict", pointer: "/previousId" });
    const again = await correct("Bản của người khác", etag, key);
    expect([again.status, await again.text()]).toEqual([200, await taken.text()]);
    await act(id, PERSON_OF.drafter, "withdraw", '"v5"');
    const now = (await detail(id, "soan-22")).etag;
    expect((await correct("Bản chờ trong hàng đợi", now)).status).toBe(201);
    expect((await detail(id, "soan-22")).submission.revision).toBe(3);
  });
});

describe("order", () => {
  test("from an accepted file: one order, its size from the cost lines, its papers as files", async () => {
    const { id, etag } = await submissionIn("accepted");
    const answer = await order(id, "tham-dinh-1", etag, { ordererName: "Ủy ban nhân dân tỉnh Quảng Ninh" });
    expect(answer.status).toBe(201);
    // Whoever reads next may be answered by a replica: not by one from before the order.
    expect(answer.headers.get(BOOKMARK_HEADER)).toMatch(/^[0-9a-f-]{59}$/);
    const run = await call("/api/v1/rechecks", {
      token: await tokenOf("quan-tri"),
      body: { reason: "Thử đánh dấu" },
    });
    expect(run.headers.get(BOOKMARK_HEADER)).toMatch(/^[0-9a-f-]{59}$/);
    const made = (await answer.json()) as { papers: { kind: string; href: string }[] };
    expect(made).toMatchObject({
      lineCount: 1,
      supportDong: 200_000_000,
      scope: "all",
      ordererName: "Ủy ban nhân dân tỉnh Quảng Ninh",
    });
    expect(made.papers.map((p) => p.kind)).toEqual(["quyet-dinh.docx", "phu-luc.xlsx", "so-lam-viec.xlsx"]);
    for (const { kind, href } of made.papers) {
      const file = await call(href, { token: await tokenOf("duyet-22") });
      expect(file.status, kind).toBe(200);
      expect(file.headers.get("content-disposition")).toContain(`khuyen-cong-22-2019-${kind}`);
      const bytes = new Uint8Array(await file.arrayBuffer());
      expect([...bytes.subarray(0, 2)], kind).toEqual([0x50, 0x4b]);
    }
    const again = await order(id, "tham-dinh-1", answer.headers.get("etag") ?? "");
    expect((await problemOf(again)).code).toBe("state-conflict");
  });

  test("the papers of Quảng Ninh 2018 print the sums of its cost lines, and no error values", () => {
    const law = builtinLawBook();
    const workbook = demoWorkbooks(law)[0]?.flat ?? { sheets: [] };
    const order = {
      scope: "all",
      ordererName: "Ủy ban nhân dân tỉnh Quảng Ninh",
      orderedAt: "2018-03-01T20:00:00.000Z",
    };
    const submission = { provinceName: "Quảng Ninh", organisationName: "Trung tâm", year: 2018 };
    const source = { submission, order, workbook, law } as unknown as Parameters<typeof orderInput>[0];
    const all = orderInput(source);
    expect(all.date).toBe("2018-03-02");
    expect(all.totals).toMatchObject({ count: 16, supportDong: 2_800_000_000 });
    expect(all.totals.totalDong).toBe(
      all.totals.supportDong + all.totals.counterpartDong + all.totals.otherDong,
    );
    expect(
      all.lines.every((line) => line.kindLabel !== "" && line.unit !== "" && !line.basis.startsWith("#")),
    ).toBe(true);
    expect(all.legalBases.join()).toContain("26/2014/TTLT-BTC-BCT");
    const national = orderInput({ ...source, order: { ...source.order, scope: "QG" } });
    expect(national.totals).toMatchObject({ count: 4, supportDong: 800_000_000 });
  });

  test("no lines of the chosen fund, no order", async () => {
    const { id, etag } = await submissionIn("accepted");
    expect((await problemOf(await order(id, "tham-dinh-1", etag, { scope: "QG" }))).code).toBe(
      "state-conflict",
    );
    expect((await detail(id, "tham-dinh-1")).submission.state).toBe("accepted");
  });

  test("before the order only the workbook can be downloaded", async () => {
    const { id } = await submissionIn("submitted");
    const token = await tokenOf("soan-22");
    expect(
      (await problemOf(await call(`/api/v1/submissions/${id}/papers/quyet-dinh.docx`, { token }))).status,
    ).toBe(409);
    expect((await call(`/api/v1/submissions/${id}/papers/so-lam-viec.xlsx`, { token })).status).toBe(200);
    expect((await call(`/api/v1/submissions/${id}/papers/khac.pdf`, { token })).status).toBe(404);
  });
});

describe("list", () => {
  test("newest first, in pages without gaps or doubles", async () => {
    const token = await tokenOf("soan-66");
    const sent: string[] = [];
    for (let i = 0; i < 5; i += 1) sent.push((await sendGood("soan-66")).id);
    const seen: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page: SubmissionList = await callJson(
        `/api/v1/submissions?limit=2${cursor ? `&cursor=${cursor}` : ""}`,
        { token },
      );
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(seen.toSorted().toReversed());
    for (const id of sent) expect(seen).toContain(id);
  });

  test("search ignores diacritics and case, đ too; signs only part words", async () => {
    const token = await tokenOf("soan-22");
    const name = `Đề án ${crypto.randomUUID().slice(0, 8)} gạch ĐẤT nung 100%`;
    const { id } = (await (
      await send(token, { workbook: goodWorkbook("Quảng Ninh", name) })
    ).json()) as Receipt;
    const found = async (q: string) => {
      const list = await callJson<SubmissionList>(
        `/api/v1/submissions?limit=100&q=${encodeURIComponent(q)}`,
        { token },
      );
      return list.items.some((item) => item.id === id);
    };
    expect(await found("gach dat nung 100%")).toBe(true);
    expect(await found("GẠCH ĐẤT")).toBe(true);
    expect(await found(name.slice(6, 14))).toBe(true);
    expect(await found("gach_dat")).toBe(true);
    expect(await found("g%ch")).toBe(false);
    expect(await found("gach* NOT dat")).toBe(false);
    expect(await found("' OR '1'='1")).toBe(false);
  });

  test("filters by state and year", async () => {
    const { id } = await submissionIn("rejected");
    const token = await tokenOf("duyet-22");
    const ids = async (query: string) =>
      (await callJson<SubmissionList>(`/api/v1/submissions?limit=100&${query}`, { token })).items.map(
        (item) => item.id,
      );
    expect(await ids("state=rejected&year=2019")).toContain(id);
    expect(await ids("state=ordered")).not.toContain(id);
    expect(await ids("year=2001")).toEqual([]);
  });
});

describe("log", () => {
  test("each chain verifies; a province sees its own, the ministry all", async () => {
    await submissionIn("accepted");
    await sendGood("soan-66");
    const own = await callJson<{ ok: boolean; chains: { chain: string }[] }>("/api/v1/log/verify", {
      token: await tokenOf("duyet-22"),
    });
    expect(own).toMatchObject({ ok: true, chains: [{ chain: "tinh-22", ok: true }] });
    const all = await callJson<{ ok: boolean; chains: { chain: string; events: number }[] }>(
      "/api/v1/log/verify",
      { token: await tokenOf("tham-dinh-1") },
    );
    expect(all.ok).toBe(true);
    expect(all.chains.map((c) => c.chain)).toEqual(expect.arrayContaining(["tinh-22", "tinh-66"]));
  });

  test("a receipt names its event, and the seal over everything before it", async () => {
    await sendGood();
    const receipt = await sendGood();
    const { events } = await detail(receipt.id, "soan-22");
    const { chain, event, seq, hash } = receipt.log;
    expect(events[0]).toMatchObject({
      chain,
      hash: event,
      seq: seq + 1,
      detailHash: receipt.contentHash,
      action: "submit",
    });
    const sealed = testEnv.DB.prepare("SELECT hash FROM seals WHERE chain = ? AND seq = ?").bind(chain, seq);
    expect(await sealed.first<string>("hash")).toBe(hash);
  });

  test.each([
    "UPDATE events SET to_state = 'accepted'",
    "DELETE FROM events",
    "UPDATE seals SET hash = ''",
    "DELETE FROM seals",
    "UPDATE revisions SET content_hash = ''",
    "DELETE FROM revisions",
    "UPDATE content SET data = ''",
    "DELETE FROM content",
    "UPDATE comments SET text = ''",
    "DELETE FROM comments",
    "UPDATE orders SET support_dong = 0",
    "DELETE FROM orders",
    "UPDATE idempotency SET request_hash = ''",
    "DELETE FROM submissions",
  ])("the database refuses: %s", async (sql) => {
    await submissionIn("ordered");
    await expect(testEnv.DB.prepare(sql).run()).rejects.toThrow(/immutable|append-only|never deleted/);
  });

  describe("a change behind the triggers' back is noticed, and where", () => {
    const CHAIN = "tinh-66";
    const db = testEnv.DB;
    let seq = 0;

    beforeAll(async () => {
      const { id } = await sendGood("soan-66");
      seq = (await detail(id, "soan-66")).events[0]?.seq ?? 0;
      await sendGood("soan-66");
      for (const name of ["events_no_update", "seals_no_update", "seals_no_delete"])
        await db.prepare(`DROP TRIGGER ${name}`).run();
    });

    /** What verification says while the change stands; the change is undone before answering. */
    async function whileChanged(change: string, values: string[], restore: string, old: string[]) {
      await db
        .prepare(change)
        .bind(...values, seq)
        .run();
      const found = await verifyChain(db, CHAIN);
      await db
        .prepare(restore)
        .bind(...old, seq)
        .run();
      return found;
    }

    test("a field of an event", async () => {
      const sql = `UPDATE events SET person_id = ? WHERE chain = '${CHAIN}' AND seq = ?`;
      expect(await whileChanged(sql, ["duyet-66"], sql, ["soan-66"])).toMatchObject({
        ok: false,
        brokenAt: seq,
      });
    });

    test("a field and the event's own hash with it", async () => {
      const row = await db
        .prepare(`SELECT hash FROM events WHERE chain = '${CHAIN}' AND seq = ?`)
        .bind(seq)
        .first<{ hash: string }>();
      const event = (await readChain(db, CHAIN, seq - 1, 1))[0];
      const { seal: _seal, seq: _seq, hash: _hash, ...content } = event ?? ({} as LinkedEvent);
      const forged = await sha256Hex(canonicalJson({ ...content, personId: "duyet-66" }));
      const sql = `UPDATE events SET person_id = ?, hash = ? WHERE chain = '${CHAIN}' AND seq = ?`;
      expect(await whileChanged(sql, ["duyet-66", forged], sql, ["soan-66", row?.hash ?? ""])).toMatchObject({
        ok: false,
        brokenAt: seq,
      });
    });

    test("a seal taken out of the middle", async () => {
      const hash = await db
        .prepare(`SELECT hash FROM seals WHERE chain = '${CHAIN}' AND seq = ?`)
        .bind(seq)
        .first<string>("hash");
      const put = `INSERT INTO seals (chain, hash, seq) VALUES ('${CHAIN}', ?, ?)`;
      const cut = `DELETE FROM seals WHERE chain = '${CHAIN}' AND seq = ?`;
      expect(await whileChanged(cut, [], put, [hash ?? ""])).toMatchObject({ ok: false, brokenAt: seq + 1 });
    });

    test("a row of another table that says something else than the log", async () => {
      const token = await tokenOf("duyet-66");
      const wrong = async () =>
        (
          await callJson<{ ok: boolean; records: { name: string; wrong: number }[] }>("/api/v1/log/verify", {
            token,
          })
        ).records.filter((each) => each.wrong > 0);
      expect(await wrong()).toEqual([]);
      await db.prepare("DROP TRIGGER submissions_step").run();
      const change = db.prepare("UPDATE submissions SET state = ? WHERE id = ?");
      const id = (await readChain(db, CHAIN, seq - 1, 1))[0]?.submissionId ?? "";
      await change.bind("accepted", id).run();
      expect(await wrong()).toEqual([{ name: "state", wrong: 1 }]);
      const other = await callJson<{ ok: boolean }>("/api/v1/log/verify", {
        token: await tokenOf("duyet-22"),
      });
      expect(other.ok).toBe(true);
      await change.bind("submitted", id).run();
    });

    test("and nothing once all is as it was", async () => {
      expect(await verifyChain(db, CHAIN)).toMatchObject({ ok: true, unsealed: 0 });
    });
  });
});

describe("the whole way", () => {
  test("sent, forwarded, taken in, returned, corrected, forwarded, accepted, ordered: every step in the log", async () => {
    const { id } = await sendGood();
    let etag = '"v1"';
    const step = async (person: string, action: string) => {
      const answer = await act(id, person, action, etag);
      expect(answer.status, action).toBe(200);
      etag = answer.headers.get("etag") ?? "";
    };
    await step("duyet-22", "forward");
    await step("tham-dinh-1", "receive");
    await step("tham-dinh-2", "return");
    await send(await tokenOf("soan-22"), { workbook: goodWorkbook("Quảng Ninh", "Đã sửa"), previousId: id });
    etag = (await detail(id, "soan-22")).etag;
    await step("duyet-22", "forward");
    await step("tham-dinh-1", "receive");
    const alone = await detail(id, "tham-dinh-1");
    expect(alone.actions.find(({ action }) => action === "accept")).toMatchObject({ needsOtherPerson: true });
    const refused = await problemOf(await act(id, "tham-dinh-1", "accept", etag));
    expect(refused).toMatchObject({ status: 403, code: "forbidden" });
    expect(refused.detail).toMatch(/cần người thứ hai/);
    await step("tham-dinh-2", "accept");
    expect((await order(id, "duyet-22", etag)).status).toBe(201);
    const shown: SubmissionDetail = await detail(id, "tham-dinh-1");
    expect(shown.events.map((e) => `${e.action}→${e.to}`)).toEqual([
      "submit→submitted",
      "forward→province_approved",
      "receive→ministry_review",
      "return→returned",
      "resubmit→submitted",
      "forward→province_approved",
      "receive→ministry_review",
      "accept→accepted",
      "order→ordered",
    ]);
    expect(shown.order).toMatchObject({ revision: 2, lineCount: 1 });
    expect(shown.actions).toEqual([]);
  });
});

test("a frozen workbook is taken as the live one: the same findings, totals and differences; a figure typed over is not", async () => {
  const token = await tokenOf("soan-22");
  const live = goodWorkbook();
  const { workbook } = freezeWorkbook(live, {
    on: day("2019-02-01"),
    versions: { template: "1", law: "l", rules: "r" },
  });
  const cells = workbook.sheets.flatMap((sheet) => Object.values(sheet.cells));
  expect(cells.some((cell) => cell.formula !== undefined && cell.value !== null)).toBe(false);
  const [frozen, plain] = await Promise.all([send(token, { workbook }), send(token, { workbook: live })]);
  expect([frozen.status, plain.status]).toEqual([201, 201]);
  const [one, two] = [(await frozen.json()) as Receipt, (await plain.json()) as Receipt];
  expect([one.findings, one.totals, one.differences]).toEqual([two.findings, two.totals, two.differences]);
  const wrong = workbook.sheets.map((sheet) =>
    sheet.name === "KC_DuToan" ? { ...sheet, cells: { ...sheet.cells, F5: { value: 1 } } } : sheet,
  );
  expect((await problemOf(await send(token, { workbook: { sheets: wrong } }))).code).toBe("findings");
});
