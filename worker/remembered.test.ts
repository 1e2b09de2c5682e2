/** Somebody known a moment before may send at once; what they go by is asked again by the statement that stores. */
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Receipt, StoredEnvelope } from "../shared/contract/submission.ts";
import { KEPT_MS, forget, remember, remembered } from "./auth/remembered.ts";
import type { Viewer } from "./auth/authenticate.ts";
import { noteHead, rememberedHead, verifyChain } from "./submissions/log.ts";
import { bookInForce, bookSince } from "./submissions/publications.ts";
import { receiveSubmission } from "./submissions/receive.ts";
import {
  call,
  callJson,
  goodWorkbook,
  newKey,
  problemOf,
  publish,
  seedAll,
  send,
  sendGood,
  testEnv,
  tokenOf,
} from "./test-kit.ts";

const SENDER = "soan-22";
const CHAIN = "tinh-22";

beforeAll(seedAll);

/** The database, counting the ways to it; nothing that is prepared is asked outside a batch on these. */
function counting(): { readonly env: { DB: D1Database }; readonly ways: () => number } {
  const calls = { batch: 0, prepare: 0 };
  const counted = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(of, name) {
        const member: unknown = Reflect.get(of, name, of);
        if (typeof member !== "function") return member;
        return (...args: unknown[]): unknown => {
          if (name === "batch" || name === "prepare") calls[name] += 1;
          const result: unknown = Reflect.apply(member, of, args);
          return name === "withSession" ? counted(result as object) : result;
        };
      },
    });
  const ways = (): number => {
    expect(calls.prepare).toBe(calls.batch);
    return calls.batch;
  };
  return { env: { DB: counted(testEnv.DB) }, ways };
}

async function sendCounted(body: unknown, headers: Record<string, string> = {}) {
  const { env, ways } = counting();
  const answer = await call("/api/v1/submissions", {
    token: await tokenOf(SENDER),
    body,
    headers: { "idempotency-key": newKey(), ...headers },
    env,
  });
  return { answer, ways: ways() };
}

const run = (sql: string, ...values: string[]) =>
  testEnv.DB.prepare(sql)
    .bind(...values)
    .run();
const submissions = async () =>
  (await testEnv.DB.prepare("SELECT count(*) AS n FROM submissions").first<number>("n")) ?? -1;
const identity = { issuer: "any", subject: "somebody", nonce: null, expires: 0 };

describe("memory", () => {
  const viewer = { id: "p" } as Viewer;

  test("lasts a minute, not longer, and ends when told", () => {
    remember(identity, viewer, 1000);
    expect(remembered(identity, 1000 + KEPT_MS - 1)).toBe(viewer);
    expect(remembered(identity, 1000 + KEPT_MS)).toBeNull();
    remember(identity, viewer, 1000);
    forget(identity);
    expect(remembered(identity, 1000)).toBeNull();
  });

  test("is of one issuer's subject only", () => {
    remember(identity, viewer, 1000);
    expect(remembered({ ...identity, issuer: "other" }, 1000)).toBeNull();
    expect(remembered({ ...identity, subject: "other" }, 1000)).toBeNull();
  });
});

describe("ways to the database", () => {
  test("a known sender's workbook takes one; a long one is asked about first", async () => {
    await sendGood(SENDER);
    const { answer, ways } = await sendCounted({ workbook: goodWorkbook() });
    expect([answer.status, ways]).toEqual([201, 1]);
    const long = await sendCounted(
      { workbook: goodWorkbook() },
      { "content-length": String(256 * 1024 + 1) },
    );
    expect([long.answer.status, long.ways]).toEqual([201, 2]);
    const atLimit = await sendCounted({ workbook: goodWorkbook() }, { "content-length": String(256 * 1024) });
    expect([atLimit.answer.status, atLimit.ways]).toEqual([201, 1]);
  });

  test("its receipt names the link before it, as of the log", async () => {
    const { answer } = await sendCounted({ workbook: goodWorkbook() });
    const { log } = (await answer.json()) as Receipt;
    const event = await testEnv.DB.prepare("SELECT seq FROM events WHERE chain = ? AND hash = ?")
      .bind(log.chain, log.event)
      .first<number>("seq");
    expect(log.seq).toBe((event ?? 0) - 1);
    expect(await verifyChain(testEnv.DB, CHAIN)).toMatchObject({ ok: true, unsealed: 0 });
  });
});

describe("the sender's place", () => {
  const workbook = goodWorkbook();
  let before = 0;

  beforeEach(async () => {
    await sendGood(SENDER);
    before = await submissions();
  });
  afterEach(async () => {
    await run(
      "INSERT INTO memberships (person_id, organisation_id, role) VALUES (?, 'tt-22', 'drafter') ON CONFLICT (person_id) DO UPDATE SET organisation_id = excluded.organisation_id, role = excluded.role",
      SENDER,
    );
  });

  test("taken away: nothing is stored, at once", async () => {
    await run("DELETE FROM memberships WHERE person_id = ?", SENDER);
    expect((await problemOf(await send(await tokenOf(SENDER), { workbook }))).code).toBe("forbidden");
    expect(await submissions()).toBe(before);
  });

  test("taken away: not even told what a right request looks like, or what is wrong with a workbook", async () => {
    await run("DELETE FROM memberships WHERE person_id = ?", SENDER);
    const token = await tokenOf(SENDER);
    expect((await problemOf(await send(token, { nothing: 1 }))).code).toBe("forbidden");
    await sendGood("soan-66");
    expect((await problemOf(await send(token, { workbook: goodWorkbook("Đắk Lắk") }))).code).toBe(
      "forbidden",
    );
  });

  test("another role: forbidden", async () => {
    await run("UPDATE memberships SET role = 'province' WHERE person_id = ?", SENDER);
    expect((await problemOf(await send(await tokenOf(SENDER), { workbook }))).code).toBe("forbidden");
    expect(await submissions()).toBe(before);
  });

  test("another province: the old one's workbook is refused, the new one's goes into its log", async () => {
    await run("UPDATE memberships SET organisation_id = 'tt-66' WHERE person_id = ?", SENDER);
    expect((await problemOf(await send(await tokenOf(SENDER), { workbook }))).code).toBe("province");
    expect(await submissions()).toBe(before);
    const answer = await send(await tokenOf(SENDER), { workbook: goodWorkbook("Đắk Lắk") });
    const receipt = (await answer.json()) as Receipt;
    expect([receipt.provinceCode, receipt.log.chain]).toEqual(["66", "tinh-66"]);
  });

  test("lost between being looked up and storing: forbidden, nothing stored", async () => {
    const person = await callJson<Viewer>("/api/v1/me", { token: await tokenOf(SENDER) });
    await run("DELETE FROM memberships WHERE person_id = ?", SENDER);
    const envelope = { workbook } as StoredEnvelope;
    const receiving = receiveSubmission(testEnv, person, { key: newKey(), envelope }, new Date());
    await expect(receiving).rejects.toMatchObject({ code: "forbidden" });
    expect(await submissions()).toBe(before);
  });
});

test("a refused workbook is told what the tables' word gives: the same problem, nothing stored", async () => {
  await sendGood(SENDER);
  const before = await submissions();
  const { answer } = await sendCounted({ workbook: goodWorkbook("Đắk Lắk") });
  expect((await problemOf(answer)).code).toBe("province");
  expect((await problemOf(await send(await tokenOf(SENDER), { nothing: 1 }))).code).toBe("shape");
  expect(await submissions()).toBe(before);
});

test("a refused workbook counts once against the sender's limit", async () => {
  await sendGood(SENDER);
  let counted = 0;
  const PERSON_LIMIT = { limit: () => Promise.resolve({ success: (counted += 1) > 0 }) };
  const answer = await call("/api/v1/submissions", {
    token: await tokenOf(SENDER),
    body: { workbook: goodWorkbook("Đắk Lắk") },
    headers: { "idempotency-key": newKey() },
    env: { RATE_LIMITS: "on", PERSON_LIMIT },
  });
  expect((await problemOf(answer)).code).toBe("province");
  expect(counted).toBe(1);
});

test("the same key again: the same receipt; with another content 409", async () => {
  await sendGood(SENDER);
  const token = await tokenOf(SENDER);
  const key = newKey();
  const first = await send(token, { workbook: goodWorkbook() }, key);
  const second = await send(token, { workbook: goodWorkbook() }, key);
  expect([first.status, second.status]).toEqual([201, 200]);
  expect(await second.text()).toBe(await first.text());
  const other = await send(token, { workbook: goodWorkbook("Quảng Ninh", "Tên khác") }, key);
  expect((await problemOf(other)).code).toBe("idempotency-conflict");
});

describe("what was decided meanwhile, elsewhere", () => {
  const NOTE = "số thử của kiểm thử, không phải quy định";
  const setting = { rule: "KC-DA-004", mode: "trial", from: "2019-01-01", reason: NOTE };

  test.each(["remembered", "just asked"])("counts for who %s something older", async (how) => {
    await sendGood(SENDER);
    const old = await bookInForce(testEnv);
    const decisionThen =
      (await testEnv.DB.prepare(
        "SELECT hash FROM publication_events WHERE action = 'confirmed' ORDER BY seq DESC LIMIT 1",
      ).first<string>("hash")) ?? "";
    const { id } = await publish("rule-setting", setting);
    try {
      // As a process that has not seen it.
      expect((await bookSince(testEnv, decisionThen)).version).toBe(old.version);
      const person = await callJson<Viewer>("/api/v1/me", { token: await tokenOf(SENDER) });
      const envelope = { workbook: goodWorkbook() } as StoredEnvelope;
      const found = how === "remembered" ? null : [null, null, { hash: decisionThen }];
      const sending = { key: newKey(), envelope, found };
      const { receipt } = await receiveSubmission(testEnv, person, sending, new Date());
      const now = await bookInForce(testEnv);
      expect(now.version).not.toBe(old.version);
      const rules = await callJson<{ version: string }>("/api/v1/rules?date=2019-01-15");
      expect(receipt.judgedWith?.rules.version).toBe(rules.version);
    } finally {
      await publish("withdrawal", { of: id });
    }
  });
});

test("a link that is not in the log is never named", async () => {
  await sendGood(SENDER);
  noteHead(CHAIN, { seq: 1_000_000, hash: "f".repeat(64) });
  const receipt = await sendGood(SENDER);
  const { seq, hash } = receipt.log;
  const seal = testEnv.DB.prepare("SELECT hash FROM seals WHERE chain = ? AND seq = ?").bind(CHAIN, seq);
  expect(await seal.first<string>("hash")).toBe(hash);
  expect(rememberedHead(CHAIN)?.seq).toBeLessThan(1_000_000);
  await sendGood(SENDER);
  expect(await verifyChain(testEnv.DB, CHAIN)).toMatchObject({ ok: true, unsealed: 0 });
});
