/** Files instead of JSON, work behind the queue, evidence over time: keys that change, logs that leave the house. */
import { createExecutionContext, createMessageBatch, getQueueResult } from "cloudflare:test";
import { compactVerify, createLocalJWKSet, exportJWK, generateKeyPair, type JSONWebKeySet } from "jose";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { BOOKMARK_HEADER } from "../shared/contract/bookmark.ts";
import { canonicalJson } from "../shared/kernel/canonical.ts";
import { ChainWalk, type ExportedEvent } from "../shared/contract/log-chain.ts";
import { wrongHashes, type RecheckRun } from "../shared/contract/recheck.ts";
import type { ExportedRevision, Receipt } from "../shared/contract/submission.ts";
import { INLINE_LINES, UPLOAD_LIMIT_BYTES, UploadSchema, type Upload } from "../shared/contract/upload.ts";
import type { FlatWorkbook } from "../shared/kernel/flat.ts";
import { builtinNormBooks } from "../shared/norms/builtin.ts";
import { judgeWorkbook } from "../shared/workbook/judge.ts";
import { readXlsx, writeXlsx } from "../shared/workbook/xlsx/index.ts";
import type { Book } from "../shared/contract/book.ts";
import type { Job } from "./jobs.ts";
import { runJob } from "./jobs.ts";
import worker from "./index.ts";
import { keepContent, sha256Hex } from "./store/content.ts";
import { sha256OfBytes } from "./store/files.ts";
import {
  act,
  call,
  callJson,
  detail,
  goodWorkbook,
  newKey,
  problemOf,
  seedAll,
  send,
  sendGood,
  testEnv,
  tokenOf,
  uploadFile,
  uploadGood,
} from "./test-kit.ts";

beforeAll(seedAll);

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

const badWorkbook = () => withCell(goodWorkbook(), "KC_DeAn", "D5", "KHONG-CO");

async function bytesAt(path: string, personId = "soan-22"): Promise<Uint8Array> {
  const answer = await call(path, { token: await tokenOf(personId) });
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return new Uint8Array(await answer.arrayBuffer());
}

async function submitUpload(
  id: string,
  body: unknown = {},
  key = newKey(),
  personId = "soan-22",
): Promise<Response> {
  const headers = { "idempotency-key": key };
  return call(`/api/v1/uploads/${id}/submission`, { token: await tokenOf(personId), body, headers });
}

async function storedFiles(): Promise<number> {
  return (await testEnv.FILES.list()).objects.length;
}

async function rowsIn(...tables: string[]): Promise<number> {
  const sql = tables.map((table) => `(SELECT count(*) FROM ${table})`).join(" + ");
  return (await testEnv.DB.prepare(`SELECT ${sql} AS n`).first<number>("n")) ?? -1;
}

/** Asks until the answer is as wished; the queue delivers in its own time. */
async function until<T>(ask: () => Promise<T>, done: (value: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    const value = await ask();
    if (done(value) || tries > 120) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe("an uploaded file", () => {
  test("is kept byte for byte under its hash, once, and judged as everywhere else", async () => {
    const bytes = await writeXlsx(badWorkbook());
    const first = await uploadFile("soan-22", bytes, "Kế hoạch (bản 1).xlsx");
    expect(first.status).toBe(201);
    const upload = (await first.json()) as Upload;
    expect(UploadSchema.safeParse(upload).error).toBeUndefined();
    expect(upload).toMatchObject({
      fileName: "Kế hoạch (bản 1).xlsx",
      fileHash: await sha256OfBytes(bytes),
      sizeBytes: bytes.length,
      status: "checked",
    });
    const read = await readXlsx(bytes);
    if (!read.ok) throw new Error(read.error.en);
    const { notes: _notes, ...workbook } = read.value;
    const { law, norms } = await callJson<Book>("/api/v1/book");
    const { totals, counts, findings, differences, versions } = judgeWorkbook(workbook, law, norms);
    expect(counts.error).toBeGreaterThan(0);
    expect(canonicalJson(upload.check)).toBe(
      canonicalJson({ totals, counts, findings, differences, versions }),
    );
    const files = await storedFiles();
    const again = (await (await uploadFile("soan-22", bytes)).json()) as Upload;
    expect(again.id).not.toBe(upload.id);
    expect(await storedFiles()).toBe(files);
    expect(await bytesAt(upload.links.file)).toEqual(bytes);
    expect(await callJson(`/api/v1/uploads/${upload.id}`, { token: await tokenOf("soan-22") })).toEqual(
      upload,
    );
  });

  test("comes back with its findings inside, the original untouched", async () => {
    const bytes = await writeXlsx(badWorkbook());
    const upload = (await (await uploadFile("soan-22", bytes, "sổ “lạ”.xlsx")).json()) as Upload;
    const answer = await call(upload.links.annotated ?? "", { token: await tokenOf("soan-22") });
    expect(answer.headers.get("content-disposition")).toContain(
      "filename*=UTF-8''s%E1%BB%95%20%E2%80%9Cl%E1%BA%A1%E2%80%9D-da-kiem-tra.xlsx",
    );
    const copy = await readXlsx(new Uint8Array(await answer.arrayBuffer()));
    if (!copy.ok) throw new Error(copy.error.en);
    const list = copy.value.sheets.find((sheet) => sheet.name === "KC_KetQua")?.cells ?? {};
    const first = upload.check?.findings[0];
    expect([list["A5"]?.value, list["B5"]?.value, list["D5"]?.value]).toEqual([
      "Lỗi",
      first?.rule,
      first?.message,
    ]);
    expect(await bytesAt(upload.links.file)).toEqual(bytes);
  });

  test("can be submitted: the receipt names the file, and the ministry's readers get it back", async () => {
    const upload = await uploadGood();
    const answer = await submitUpload(upload.id, { warningReasons: [] });
    expect(answer.status).toBe(201);
    const receipt = (await answer.json()) as Receipt;
    expect(receipt.fileHash).toBe(upload.fileHash);
    expect(receipt.judgedWith?.norms.map((book) => book.version)).toEqual(
      builtinNormBooks().map((book) => book.version),
    );
    expect(receipt.judgedWith?.law.hash).toMatch(/^[0-9a-f]{64}$/);
    const base = `/api/v1/submissions/${receipt.id}`;
    expect(await sha256OfBytes(await bytesAt(`${base}/file`, "duyet-22"))).toBe(upload.fileHash);
    expect((await bytesAt(`${base}/annotated`, "duyet-22")).length).toBeGreaterThan(1000);
    const exported = await callJson<ExportedRevision>(`${base}/envelope`, {
      token: await tokenOf("duyet-22"),
    });
    expect(wrongHashes(exported)).toEqual([]);
    expect(exported.envelope.fileHash).toBe(upload.fileHash);
  });

  test("same key: same receipt byte for byte, also twelve at once; another file under it: 409", async () => {
    const [upload, other] = [await uploadGood(), await uploadGood()];
    const changed = await uploadFile("soan-22", await writeXlsx(goodWorkbook("Quảng Ninh", "Tên khác")));
    const key = newKey();
    const before = await rowsIn("submissions");
    const answers = await Promise.all(Array.from({ length: 12 }, () => submitUpload(upload.id, {}, key)));
    const texts = new Set(await Promise.all(answers.map((answer) => answer.text())));
    expect(texts.size).toBe(1);
    expect(await rowsIn("submissions")).toBe(before + 1);
    // The same file uploaded twice is the same content.
    expect((await submitUpload(other.id, {}, key)).status).toBe(200);
    const conflict = await submitUpload(((await changed.json()) as Upload).id, {}, key);
    expect((await problemOf(conflict)).code).toBe("idempotency-conflict");
  });

  test("with errors is kept for its sender but not submitted", async () => {
    const upload = (await (await uploadFile("soan-22", await writeXlsx(badWorkbook()))).json()) as Upload;
    const before = await rowsIn("submissions", "revisions", "events", "revision_files");
    expect((await problemOf(await submitUpload(upload.id))).code).toBe("findings");
    expect(await rowsIn("submissions", "revisions", "events", "revision_files")).toBe(before);
  });

  test("a corrected file becomes the next revision; files of both stay", async () => {
    const first = (await (await submitUpload((await uploadGood()).id)).json()) as Receipt;
    await act(first.id, "duyet-22", "return", '"v1"');
    const fixed = await uploadFile(
      "soan-22",
      await writeXlsx(goodWorkbook("Quảng Ninh", "Đã sửa")),
      "b.xlsx",
    );
    const { id } = (await fixed.json()) as Upload;
    const stale = await call(`/api/v1/uploads/${id}/submission`, {
      token: await tokenOf("soan-22"),
      body: { previousId: first.id },
      headers: { "idempotency-key": newKey(), "if-match": '"v1"' },
    });
    expect((await problemOf(stale)).code).toBe("edit-conflict");
    const second = (await (await submitUpload(id, { previousId: first.id })).json()) as Receipt;
    expect(second).toMatchObject({ id: first.id, revision: 2 });
    expect(await rowsIn(`revision_files WHERE submission_id = '${first.id}'`)).toBe(2);
    const old = await callJson<ExportedRevision>(`/api/v1/submissions/${first.id}/envelope?revision=1`, {
      token: await tokenOf("soan-22"),
    });
    expect(old.receipt).toEqual(first);
    expect(
      (await call(`/api/v1/submissions/${first.id}/envelope?revision=3`, { token: await tokenOf("soan-22") }))
        .status,
    ).toBe(404);
  });

  test.each([
    ["another type", "text/csv", new Uint8Array([1]), "media-type", /Content-Type/],
    ["nothing", undefined, new Uint8Array(), "file", /Tệp rỗng/],
    ["text", undefined, new TextEncoder().encode("a;b;c\n1;2;3"), "file", /văn bản hoặc CSV/],
    ["a PDF", undefined, new TextEncoder().encode("%PDF-1.7"), "file", /PDF/],
    [
      "an old .xls",
      undefined,
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      "file",
      /\.xls/,
    ],
    ["a broken archive", undefined, new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9, 9]), "file", /hỏng/],
    ["more than the limit", undefined, new Uint8Array(UPLOAD_LIMIT_BYTES + 1), "too-large", /10 MB/],
  ])("%s is refused with a sentence, and nothing is kept", async (_name, type, bytes, code, words) => {
    const before = [await storedFiles(), await rowsIn("uploads", "upload_checks", "content")];
    const answer = await uploadFile(
      "soan-22",
      bytes,
      "a.xlsx",
      type === undefined ? {} : { "content-type": type },
    );
    const problem = await problemOf(answer);
    expect(problem.code).toBe(code);
    expect(problem.detail).toMatch(words);
    expect([await storedFiles(), await rowsIn("uploads", "upload_checks", "content")]).toEqual(before);
  });

  test("an endless body is cut off while it comes; a name with a path is refused", async () => {
    let sent = 0;
    const endless = () =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          if (sent >= 400) return controller.close();
          sent += 1;
          controller.enqueue(new Uint8Array(64 * 1024));
        },
      });
    expect((await problemOf(await uploadFile("soan-22", endless()))).code).toBe("too-large");
    expect(sent).toBeLessThan(200);
    sent = 0;
    const lying = await uploadFile("soan-22", endless(), "a.xlsx", { "content-length": "12" });
    expect((await problemOf(lying)).code).toBe("file");
    expect(sent).toBeLessThan(20);
    expect((await problemOf(await uploadFile("soan-22", new Uint8Array(), "../a.xlsx"))).code).toBe("shape");
  });

  test("nobody else sees it, not even a colleague, until it is submitted", async () => {
    const { id, links } = await uploadGood();
    for (const path of [`/api/v1/uploads/${id}`, links.file, links.annotated ?? ""])
      expect((await call(path, { token: await tokenOf("soan-66") })).status).toBe(404);
    expect((await submitUpload(id, {}, newKey(), "soan-66")).status).toBe(404);
  });

  test("a submission without a file says so", async () => {
    const { id } = await sendGood();
    const answer = await call(`/api/v1/submissions/${id}/file`, { token: await tokenOf("soan-22") });
    expect((await problemOf(answer)).detail).toContain("không gửi bằng tệp");
  });
});

describe("when a machine dies in between", () => {
  beforeAll(() => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
    return () => logged.mockRestore();
  });

  /** Who asks is still found; the session that would write is dead. */
  const broken = (writing = false): D1Database =>
    new Proxy(testEnv.DB, {
      get(target, name) {
        if (name === "withSession") return () => broken(true);
        if (name === "getBookmark") return () => null;
        if (name === "batch" && writing) return () => Promise.reject(new Error("power cut"));
        const value = Reflect.get(target, name) as unknown;
        return typeof value === "function" ? (value.bind(target) as unknown) : value;
      },
    });

  test("after the file and before the row: nothing is acknowledged, the file harms nobody, sending again works", async () => {
    const bytes = await writeXlsx(goodWorkbook("Quảng Ninh", `Mất điện ${crypto.randomUUID()}`));
    const before = await rowsIn("uploads");
    const files = await storedFiles();
    const token = await tokenOf("soan-22");
    const lost = await call("/api/v1/uploads?fileName=a.xlsx", {
      token,
      body: bytes,
      headers: { "content-type": "application/octet-stream" },
      env: { DB: broken() },
    });
    expect(lost.status).toBe(500);
    expect(await rowsIn("uploads")).toBe(before);
    expect(await storedFiles()).toBe(files + 1);
    expect((await uploadFile("soan-22", bytes)).status).toBe(201);
    expect(await storedFiles()).toBe(files + 1);
  });

  test("before the file: no row names what is not there", async () => {
    const before = await rowsIn("uploads");
    const FILES = {
      head: () => Promise.resolve(null),
      put: () => Promise.reject(new Error("no bucket")),
    } as unknown as R2Bucket;
    const answer = await call("/api/v1/uploads?fileName=a.xlsx", {
      token: await tokenOf("soan-22"),
      body: await writeXlsx(goodWorkbook()),
      headers: { "content-type": "application/octet-stream" },
      env: { FILES },
    });
    expect(answer.status).toBe(500);
    expect(await rowsIn("uploads")).toBe(before);
  });

  test("the seal is missing after the batch: the next change writes it", async () => {
    const { id } = await sendGood();
    await testEnv.DB.prepare("DROP TRIGGER seals_no_delete").run();
    await testEnv.DB.prepare(
      "DELETE FROM seals WHERE chain = 'tinh-22' AND seq = (SELECT max(seq) FROM seals WHERE chain = 'tinh-22')",
    ).run();
    await testEnv.DB.prepare(
      "CREATE TRIGGER seals_no_delete BEFORE DELETE ON seals BEGIN SELECT RAISE(ABORT, 'seals are append-only'); END",
    ).run();
    const check = async () =>
      callJson<{ ok: boolean; chains: { unsealed: number }[] }>("/api/v1/log/verify", {
        token: await tokenOf("duyet-22"),
      });
    expect(await check()).toMatchObject({ ok: true, chains: [{ unsealed: 1 }] });
    await act(id, "duyet-22", "forward", '"v1"');
    expect(await check()).toMatchObject({ ok: true, chains: [{ unsealed: 0 }] });
  });
});

describe("the queue", () => {
  function largeWorkbook(): FlatWorkbook {
    const base = goodWorkbook();
    const rows = INLINE_LINES + 1;
    return {
      sheets: base.sheets.map((sheet) => {
        if (sheet.name !== "KC_DuToan") return sheet;
        const cells: Record<string, (typeof sheet.cells)[string]> = { ...sheet.cells };
        for (let row = 6; row < 5 + rows; row += 1)
          for (const column of "ABCDEFGHIJ") {
            const cell = sheet.cells[`${column}5`];
            if (cell !== undefined) cells[`${column}${row}`] = { value: cell.value };
          }
        return { ...sheet, cells };
      }),
    };
  }

  test("judges a large workbook behind the sender's back, and tells it when asked", async () => {
    const answer = await uploadFile("soan-22", await writeXlsx(largeWorkbook()));
    expect(answer.status).toBe(202);
    const waiting = (await answer.json()) as Upload;
    expect(waiting).toMatchObject({ status: "waiting", check: null });
    const early = await call(`/api/v1/uploads/${waiting.id}/annotated`, { token: await tokenOf("soan-22") });
    expect([200, 409]).toContain(early.status);
    const token = await tokenOf("soan-22");
    const done = await until(
      () => callJson<Upload>(`/api/v1/uploads/${waiting.id}`, { token }),
      (upload) => upload.status !== "waiting",
    );
    expect(done.status).toBe("checked");
    expect(done.check?.totals.all.count).toBe(1);
    const checks = await rowsIn("upload_checks");
    await runJob(testEnv, { kind: "check-upload", uploadId: waiting.id }, new Date());
    expect(await rowsIn("upload_checks")).toBe(checks);
  });

  async function startRun(): Promise<RecheckRun> {
    const body = { reason: "Căn cứ mới" };
    const answer = await call("/api/v1/rechecks", { token: await tokenOf("quan-tri"), body });
    expect(answer.status).toBe(202);
    return (await answer.json()) as RecheckRun;
  }

  async function finished(id: string): Promise<RecheckRun> {
    const token = await tokenOf("quan-tri");
    const { run } = await until(
      () => callJson<{ run: RecheckRun }>(`/api/v1/rechecks/${id}`, { token }),
      (answer) => answer.run.done === answer.run.total,
    );
    return run;
  }

  test("judges every submission again: all the same as their receipts, none twice", async () => {
    for (let i = 0; i < 11; i += 1) await sendGood("soan-66");
    const run = await finished((await startRun()).id);
    expect(run.total).toBeGreaterThan(11);
    expect(run).toMatchObject({ done: run.total, differing: 0, failed: 0 });
    const results = await rowsIn("recheck_results");
    await runJob(testEnv, { kind: "recheck", runId: run.id, after: "" }, new Date());
    expect(await rowsIn("recheck_results")).toBe(results);
  });

  test("names what differs, to those who may see the submission", async () => {
    const receipt = await sendGood();
    const { signature: _signature, ...statement } = receipt;
    const old = JSON.stringify({ ...statement, counts: { ...statement.counts, warning: 77 }, signature: "" });
    const hash = await sha256Hex(old);
    const db = testEnv.DB;
    await db.batch([
      ...(await keepContent(db, hash, old)),
      db.prepare("DROP TRIGGER revisions_no_update"),
      db.prepare("UPDATE revisions SET receipt_hash = ? WHERE submission_id = ?").bind(hash, receipt.id),
      db.prepare(
        "CREATE TRIGGER revisions_no_update BEFORE UPDATE ON revisions BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END",
      ),
    ]);
    const { id } = await startRun();
    expect(await finished(id)).toMatchObject({ differing: 1 });
    const seenBy = async (personId: string) =>
      (
        await callJson<{ results: { submissionId: string; changes: { path: string }[] }[] }>(
          `/api/v1/rechecks/${id}`,
          { token: await tokenOf(personId) },
        )
      ).results;
    expect(await seenBy("duyet-22")).toMatchObject([
      { submissionId: receipt.id, outcome: "differs", changes: [{ path: "counts.warning", was: "77" }] },
    ]);
    for (const other of ["duyet-66", "tham-dinh-1", "quan-tri"]) expect(await seenBy(other)).toEqual([]);
  });

  test("a job that fails is tried again; one that succeeds is done with", async () => {
    const { id } = await uploadGood();
    const batch = createMessageBatch<Job>("khuyencong-jobs", [
      { id: "a", timestamp: new Date(), attempts: 1, body: { kind: "check-upload", uploadId: id } },
      { id: "b", timestamp: new Date(), attempts: 2, body: { kind: "la" } as unknown as Job },
    ]);
    const ctx = createExecutionContext();
    const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
    await worker.queue(batch, {
      ...testEnv,
      JOBS: { send: () => Promise.reject(new Error("queue down")) } as unknown as Queue<Job>,
    });
    const result = await getQueueResult(batch, ctx);
    expect(result.explicitAcks).toEqual(["a"]);
    expect(result.retryMessages.map((message) => message.msgId)).toEqual(["b"]);
    expect(logged.mock.calls.flat().join()).toContain("no such job");
    logged.mockRestore();
  });
});

describe("reading near, writing far", () => {
  test("a write answers a bookmark, and reading with it sees the write", async () => {
    const sent = await send(await tokenOf("soan-22"), { workbook: goodWorkbook() });
    const bookmark = sent.headers.get(BOOKMARK_HEADER) ?? "";
    expect(bookmark).toMatch(/^[0-9a-f-]{59}$/);
    const { id } = (await sent.json()) as Receipt;
    const token = await tokenOf("soan-22");
    const seen = await call(`/api/v1/submissions/${id}`, { token, headers: { [BOOKMARK_HEADER]: bookmark } });
    expect(seen.status).toBe(200);
    expect(seen.headers.get(BOOKMARK_HEADER)).toMatch(/^[0-9a-f-]{59}$/);
  });

  test.each(["x", "first-primary", "' OR 1=1", "0".repeat(5000)])(
    "a strange bookmark is not passed on: %s",
    async (mark) => {
      const answer = await call("/api/v1/submissions", {
        token: await tokenOf("soan-22"),
        headers: { [BOOKMARK_HEADER]: mark },
      });
      expect(answer.status).toBe(200);
    },
  );

  test("304 while nothing changed, for the same tag only", async () => {
    const { id } = await sendGood();
    const token = await tokenOf("soan-22");
    const ask = (tag: string) =>
      call(`/api/v1/submissions/${id}`, { token, headers: { "if-none-match": tag } });
    const same = await ask('W/"v1"');
    expect([same.status, await same.text(), same.headers.get("etag")]).toEqual([304, "", '"v1"']);
    await act(id, "duyet-22", "forward", '"v1"');
    const changed = await ask('"v1"');
    expect([changed.status, changed.headers.get("etag")]).toEqual([200, '"v2"']);
    expect(
      (
        await call(`/api/v1/submissions/${id}`, {
          token: await tokenOf("soan-66"),
          headers: { "if-none-match": '"v2"' },
        })
      ).status,
    ).toBe(404);
  });
});

describe("keys that change", () => {
  test("the new one signs, the old one still verifies, and a repeated sending answers the old bytes", async () => {
    const token = await tokenOf("soan-22");
    const key = newKey();
    const body = { workbook: goodWorkbook() };
    const before = await (await send(token, body, key)).text();
    const old = JSON.parse(testEnv.SIGNING_JWK ?? "{}") as { kid: string };
    const pair = await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true });
    const next = { ...(await exportJWK(pair.privateKey)), kid: "khoa-moi" };
    const env = { SIGNING_JWK: JSON.stringify(next), RETIRED_JWKS: JSON.stringify({ keys: [old] }) };
    const rotated = (path: string, extra: Record<string, string> = {}) =>
      call(path, { token, body, headers: { "idempotency-key": newKey(), ...extra }, env });
    const after = (await (await rotated("/api/v1/submissions")).json()) as Receipt;
    expect(await (await rotated("/api/v1/submissions", { "idempotency-key": key })).text()).toBe(before);
    const keys = await callJson<JSONWebKeySet>("/.well-known/jwks.json", { env });
    expect(keys.keys.map((each) => each.kid)).toEqual(["khoa-moi", old.kid]);
    for (const [receipt, kid] of [
      [JSON.parse(before) as Receipt, old.kid],
      [after, "khoa-moi"],
    ] as const) {
      const { signature, ...statement } = receipt;
      const { payload, protectedHeader } = await compactVerify(signature, createLocalJWKSet(keys));
      expect(protectedHeader.kid).toBe(kid);
      expect(new TextDecoder().decode(payload)).toBe(canonicalJson(statement));
    }
  });
});

describe("the log taken away", () => {
  async function exportedLines(personId: string): Promise<ExportedEvent[]> {
    const text = new TextDecoder().decode(await bytesAt("/api/v1/log/export", personId));
    return text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as ExportedEvent);
  }

  async function walked(events: readonly ExportedEvent[], chain: string): Promise<ChainWalk> {
    const walk = new ChainWalk(chain, sha256Hex);
    for (const event of events) if (event.chain === chain) await walk.add(event);
    return walk;
  }

  test("is whole for the province, and of others' files shows only hashes", async () => {
    const { id } = await sendGood();
    const own = await exportedLines("duyet-22");
    expect(own.every((event) => event.chain === "tinh-22" && "submissionId" in event)).toBe(true);
    expect(own.some((event) => "submissionId" in event && event.submissionId === id)).toBe(true);
    const chain = await walked(own, "tinh-22");
    expect(chain.result()).toMatchObject({ ok: true, events: own.length, unsealed: 0 });
    const ministry = await exportedLines("tham-dinh-1");
    expect(JSON.stringify(ministry)).not.toContain(id);
    const seen = await walked(ministry, "tinh-22");
    expect(seen.result()).toEqual(chain.result());
    expect(seen.hidden).toBeGreaterThan(0);
  });

  test("in slices of many events, as the database has them", async () => {
    const shown = await detail((await sendGood("soan-66")).id, "soan-66");
    const events = await exportedLines("duyet-66");
    expect(events.at(-1)?.hash).toBe(shown.events[0]?.hash);
  });
});
