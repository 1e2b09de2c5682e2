/** Publishing: two persons, a chain, what it does to the book and to a verdict, and taking it back. */
import { buildBook } from "../shared/contract/built-book.ts";
import { beforeAll, describe, expect, test } from "vitest";
import type { Book } from "../shared/contract/book.ts";
import { judgedParts, partWithVersion } from "../shared/contract/judged-with.ts";
import { recheckWorkbook } from "../shared/contract/recheck.ts";
import type { LawBook } from "../shared/law/types.ts";
import type {
  Publication,
  PublicationKind,
  PublicationList,
  PublicationPreview,
} from "../shared/contract/publications.ts";
import type { Receipt } from "../shared/contract/submission.ts";
import { day } from "../shared/kernel/date.ts";
import { levelAt } from "../shared/law/vote-levels.ts";
import { parameterNamed, sampleNormBook, samplePrices, sampleValue } from "./publications-samples.ts";
import { sha256Hex } from "./store/content.ts";
import {
  call,
  callJson,
  goodWorkbook,
  problemOf,
  proposeAs,
  publish,
  seedAll,
  send,
  testEnv,
  tokenOf,
} from "./test-kit.ts";

const BASE = "/api/v1/publications";
const FIRST = "quan-tri";
const SECOND = "quan-tri-2";

const ask = async (path: string, person: string, body?: unknown) =>
  call(BASE + path, { token: await tokenOf(person), ...(body === undefined ? {} : { body }) });
const get = async <T>(path: string): Promise<T> =>
  callJson<T>(BASE + path, { token: await tokenOf("tham-dinh-1") });

const propose = (kind: PublicationKind, content: unknown): Promise<Publication> =>
  proposeAs(FIRST, kind, content);

const book = () => callJson<Book>("/api/v1/book");

describe("publishing", () => {
  beforeAll(seedAll);

  test("waits for another person, and the proposer is refused by route and table", async () => {
    const before = await book();
    const proposed = await propose("price-list", samplePrices());
    expect(proposed).toMatchObject({ state: "proposed", inForce: false });
    expect((await book()).version).toBe(before.version);
    const decision = { id: proposed.id, contentHash: proposed.contentHash, decision: "confirmed" };
    expect((await problemOf(await ask("/decisions", FIRST, decision))).code).toBe("state-conflict");
    const forced = testEnv.DB.prepare(
      "INSERT INTO publication_events VALUES (999, ?, 'confirmed', ?, '', '', '', '')",
    ).bind(proposed.id, FIRST);
    await expect(forced.run()).rejects.toThrow(/another person/);
    const other = { ...decision, contentHash: "0".repeat(64) };
    expect((await problemOf(await ask("/decisions", SECOND, other))).code).toBe("edit-conflict");
    const answer = await ask("/decisions", SECOND, decision);
    expect(await answer.json()).toMatchObject({ state: "confirmed", inForce: true });
    expect((await problemOf(await ask("/decisions", SECOND, decision))).code).toBe("state-conflict");
    const after = await book();
    expect(after.version).not.toBe(before.version);
    expect(after.prices.map(({ id }) => id)).toContain(samplePrices().id);
  });

  test("a refusal needs a reason and changes nothing", async () => {
    const before = await book();
    const { id, contentHash } = await propose("price-list", { ...samplePrices(), edition: "2" });
    const refused = { id, contentHash, decision: "refused" };
    expect((await problemOf(await ask("/decisions", SECOND, refused))).code).toBe("comment-required");
    expect((await ask("/decisions", SECOND, { ...refused, note: "Sai nguồn" })).status).toBe(200);
    expect((await book()).version).toBe(before.version);
  });

  test("a figure without document, article and clause is refused, and so is an unknown parameter", async () => {
    const value = sampleValue(await book());
    const { clause: _clause, note: _note, ...cite } = value.cite;
    for (const content of [
      { ...value, cite },
      { ...value, cite: { ...value.cite, doc: "khong-co" } },
      { ...value, parameter: "KHONG-CO" },
      { ...value, value: "1,5" },
      { ...value, verified: "sure" },
      { ...value, extra: 1 },
    ]) {
      const answer = await ask("/preview", FIRST, { kind: "law-value", content, reason: "x" });
      expect((await problemOf(answer)).code, JSON.stringify(content)).toBe("shape");
    }
  });

  test("a law value shows old and new, is judged with, and is rolled back by publishing", async () => {
    const shipped = await book();
    const value = sampleValue(shipped);
    const preview = (await (
      await ask("/preview", FIRST, { kind: "law-value", content: value, reason: "x" })
    ).json()) as PublicationPreview;
    expect(preview.changes).toHaveLength(1);
    expect(preview.changes[0]).toMatchObject({ new: String(value.value) });
    expect(preview.changes[0]?.old).not.toBe(preview.changes[0]?.new);
    const published = await publish("law-value", value);
    const now = await book();
    expect(now.law.version).not.toBe(shipped.law.version);
    expect(parameterNamed(now, value.parameter).values.at(-1)).toMatchObject({ value: value.value });
    const sent = await send(await tokenOf("soan-66"), { workbook: goodWorkbook("Đắk Lắk") });
    const receipt = (await sent.json()) as Receipt;
    expect(receipt.versions.law).toBe(now.law.version);
    expect(receipt.judgedWith?.law.version).toBe(now.law.version);
    expect(receipt.judgedWith?.prices.map(({ version }) => version)).toEqual(
      now.prices.map(({ version }) => version),
    );
    await publish("withdrawal", { of: published.id });
    expect((await book()).law).toEqual(shipped.law);
    const again = await ask("", FIRST, { kind: "withdrawal", content: { of: published.id }, reason: "x" });
    expect((await problemOf(again)).code).toBe("state-conflict");
  });

  test("what a receipt was judged with is there for good under its hashes, and nothing private is", async () => {
    const send66 = async () =>
      (await (await send(await tokenOf("soan-66"), { workbook: goodWorkbook("Đắk Lắk") })).json()) as Receipt;
    const before = await send66();
    // From before the workbook's own date: the verdict of a later sending is another one.
    const content = { ...sampleValue(await book()), from: day("2019-01-01"), value: 1 };
    const published = await publish("law-value", content);
    const refused = await send(await tokenOf("soan-66"), { workbook: goodWorkbook("Đắk Lắk") });
    const after = refused.status === 201 ? ((await refused.json()) as Receipt) : null;
    const named = before.judgedWith;
    if (named === undefined) throw new Error("the receipt does not say");
    for (const { hash } of [named.law, ...named.norms, ...named.prices]) {
      const answer = await call(`/api/v1/judged-data/${hash}`);
      expect(answer.status, hash).toBe(200);
      expect(answer.headers.get("cache-control")).toMatch(/immutable/);
      expect(sha256Hex(await answer.text())).toBe(hash);
    }
    const text = await (await call(`/api/v1/judged-data/${named.law.hash}`)).text();
    const then = partWithVersion<LawBook>(text, named.law.version);
    const now = await book();
    const { norms } = now;
    expect(judgedParts(now)[0]?.hash).not.toBe(named.law.hash);
    const workbook = goodWorkbook("Đắk Lắk");
    expect(recheckWorkbook(workbook, before, then, norms)).toEqual({ same: true, changes: [], versions: [] });
    const today = recheckWorkbook(workbook, before, now.law, norms);
    expect(today.same).toBe(false);
    expect(today.versions.map(({ path }) => path)).toContain("versions.law");
    if (after !== null) expect(after.findings).not.toEqual(before.findings);
    for (const hash of [before.envelopeHash, before.contentHash, "0".repeat(64)])
      expect((await problemOf(await call(`/api/v1/judged-data/${hash}`))).code).toBe("not-found");
    expect((await call("/api/v1/judged-data/x")).status).toBe(404);
    await publish("withdrawal", { of: published.id });
  });

  test("a norm book stands before the shipped ones and a later edition takes its place", async () => {
    const shipped = await book();
    await publish("norm-book", sampleNormBook());
    const edition = { ...sampleNormBook(), edition: "2" };
    const second = await publish("norm-book", edition);
    expect(second.version).toBe(2);
    const { norms } = await book();
    expect(norms.slice(1)).toEqual(shipped.norms);
    expect(norms[0]).toMatchObject({ id: edition.id, edition: "2", status: "du-thao" });
    const bad = { kind: "norm-book", content: { ...edition, status: "ban-hanh", cite: null }, reason: "x" };
    expect((await problemOf(await ask("/preview", FIRST, bad))).code).toBe("shape");
  });

  test("a rule that stands on unread figures is never made to block, and reading the workbook is never off", async () => {
    const setting = (rule: string, mode: string, from: string) => ({ rule, mode, from, reason: "Thử" });
    const refusal = async (content: object) =>
      (await problemOf(await ask("/preview", FIRST, { kind: "rule-setting", content, reason: "x" }))).detail;
    expect(await refusal(setting("KC-MH-001", "live", "2027-01-01"))).toMatch(
      /KC-MH-001 dựa trên số liệu.*chưa đối chiếu nguyên văn.*không được chặn/,
    );
    expect(await refusal(setting("KC-TT-001", "off", "2027-01-01"))).toContain("luôn áp dụng");
    expect(await refusal(setting("KC-XX-999", "trial", "2027-01-01"))).toContain("Không có quy tắc");
    const off = {
      kind: "rule-setting",
      content: { ...setting("KC-DA-006", "off", "2027-01-01"), reason: "" },
    };
    expect((await problemOf(await ask("/preview", FIRST, { ...off, reason: "x" }))).code).toBe("shape");
    const trial = { kind: "rule-setting", content: setting("KC-MH-001", "trial", "2027-01-01"), reason: "x" };
    const { changes } = (await (await ask("/preview", FIRST, trial)).json()) as PublicationPreview;
    expect(changes).toMatchObject([{ old: "áp dụng đủ mức" }]);
    expect(changes[0]?.new).toContain("thử nghiệm (chỉ cảnh báo) từ 01/01/2027");
  });

  test("a level of the vote ends by publishing; two periods of a level may not meet", async () => {
    const cite = { doc: "tt-26-2014-bct", article: "3", clause: "1", point: "c", note: "Thử" };
    const period = { level: "Khu vực", from: "2014-10-21", to: "2098-12-31", cite, verified: "memory" };
    const again = {
      kind: "vote-level",
      content: { ...period, from: "2098-12-31", to: undefined },
      reason: "x",
    };
    expect((await problemOf(await ask("/preview", FIRST, again))).detail).toContain("trùng với thời kỳ này");
    const { id } = await publish("vote-level", period);
    const { law } = await book();
    expect(levelAt("Khu vực", day("2098-12-31"), law.voteLevels)).not.toBeNull();
    expect(levelAt("Khu vực", day("2099-01-01"), law.voteLevels)).toBeNull();
    const next = { ...again, content: { ...again.content, from: "2099-06-01" } };
    expect((await ask("/preview", FIRST, next)).status).toBe(200);
    await publish("withdrawal", { of: id });
  });

  test("a book once offered can be had again by its version, or by that of its law", async () => {
    const before = await book();
    const { id } = await publish("law-value", sampleValue(before));
    const now = await book();
    expect(now.version).not.toBe(before.version);
    for (const [asked, wanted] of [
      [before.version, before],
      [before.law.version, before],
      [now.version, now],
      [now.law.version, now],
    ] as const)
      expect(await callJson<Book>(`/api/v1/book?version=${asked}`)).toEqual(wanted);
    // What kc template writes names the shipped book, whether or not it was ever in force here.
    const shipped = buildBook().law.version;
    expect((await callJson<Book>(`/api/v1/book?version=${shipped}`)).law.version).toBe(shipped);
    expect((await problemOf(await call("/api/v1/book?version=000000000000"))).code).toBe("not-found");
    expect((await problemOf(await call("/api/v1/book?version=x"))).code).toBe("shape");
    await expect(testEnv.DB.prepare("DELETE FROM kept_books").run()).rejects.toThrow(/immutable/);
    await publish("withdrawal", { of: id });
  });

  test("everything is in one chain, and neither table lets itself be rewritten", async () => {
    const { chain, items } = await get<PublicationList>("");
    expect(chain.ok).toBe(true);
    const decided = items.filter(({ state }) => state !== "proposed").length;
    expect(chain.events).toBe(items.length + decided);
    const standing = items.filter(({ inForce }) => inForce).map(({ subject }) => subject);
    expect(new Set(standing).size).toBe(standing.length);
    for (const sql of ["UPDATE publication_events SET note = 'x'", "DELETE FROM publications"])
      await expect(testEnv.DB.prepare(sql).run()).rejects.toThrow(/append-only/);
  });
});
