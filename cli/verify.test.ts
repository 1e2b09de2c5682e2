/** Evidence checked from a terminal, with nothing but files: receipts, logs and verdicts, right ones and forged ones. */
import { createHash, createHmac } from "node:crypto";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CompactSign, exportJWK, generateKeyPair } from "jose";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { canonicalJson } from "../shared/kernel/canonical.ts";
import { judgedParts, judgedWith } from "../shared/contract/judged-with.ts";
import { GENESIS, linkOf, type LinkedEvent } from "../shared/contract/log-chain.ts";
import type { ExportedRevision, Receipt, ReceiptStatement } from "../shared/contract/submission.ts";
import { builtinLawBook } from "../shared/law/book.ts";
import { builtinNormBooks } from "../shared/norms/builtin.ts";
import { buildFlatWorkbook } from "../shared/workbook/build.ts";
import { quangNinh2018 } from "../shared/workbook/demo.ts";
import { judgeWorkbook } from "../shared/workbook/judge.ts";
import { RECEIPT_TYPE } from "./receipt-signature.ts";

// Each case starts a program of its own, or several.
vi.setConfig({ testTimeout: 60_000 });

const KC = fileURLToPath(new URL("./kc.ts", import.meta.url));
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const folder = mkdtempSync(join(tmpdir(), "kc-verify-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function kc(...args: string[]): Promise<{ code: number | null; out: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["--no-warnings", KC, ...args]);
    let out = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => (out += text));
    child.on("close", (code) => resolve({ code, out }));
  });
}

function file(name: string, value: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof value === "string" ? value : JSON.stringify(value));
  return path;
}

async function newKey(kid: string) {
  const { privateKey, publicKey } = await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true });
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: "EdDSA", use: "sig" } };
}
type Key = Awaited<ReturnType<typeof newKey>>;

async function sign(statement: ReceiptStatement, key: Key, typ = RECEIPT_TYPE): Promise<Receipt> {
  const signature = await new CompactSign(new TextEncoder().encode(canonicalJson(statement)))
    .setProtectedHeader({ alg: "EdDSA", kid: key.kid, typ })
    .sign(key.privateKey);
  return { ...statement, signature };
}

let current: Key;
let retired: Key;
let statement: ReceiptStatement;
let exported: ExportedRevision;
let events: LinkedEvent[];

async function makeLog(detailHash: string): Promise<LinkedEvent[]> {
  const log: LinkedEvent[] = [];
  let seal = GENESIS;
  for (let seq = 1; seq <= 3; seq += 1) {
    const content = {
      chain: "tinh-22",
      at: `2026-01-0${seq}T00:00:00.000Z`,
      submissionId: `hs_${"0".repeat(24)}${seq}`,
      revision: 1,
      version: 1,
      action: "submit" as const,
      from: null,
      to: "submitted" as const,
      personId: "soan-22",
      role: "drafter" as const,
      organisationId: "tt-22",
      detailHash,
    };
    const hash = sha256(canonicalJson(content));
    seal = { seq, hash: await linkOf(sha256, seal, hash) };
    log.push({ ...content, seq, hash, seal: seal.hash });
  }
  return log;
}

beforeAll(async () => {
  [current, retired] = [await newKey("khoa-2"), await newKey("khoa-1")];
  const workbook = buildFlatWorkbook(quangNinh2018(), builtinLawBook());
  const { versions, totals, counts, findings, differences } = judgeWorkbook(
    workbook,
    builtinLawBook(),
    builtinNormBooks(),
  );
  const envelope = JSON.parse(
    canonicalJson({ workbook, fileName: "so.xlsx" }),
  ) as ExportedRevision["envelope"];
  events = await makeLog(sha256(canonicalJson(workbook)));
  statement = JSON.parse(
    canonicalJson({
      id: events[2]?.submissionId,
      revision: 1,
      receivedAt: "2026-01-03T00:00:00.000Z",
      provinceCode: "22",
      provinceName: "Quảng Ninh",
      year: 2018,
      contentHash: sha256(canonicalJson(workbook)),
      envelopeHash: sha256(canonicalJson(envelope)),
      versions,
      judgedWith: judgedWith(versions.template, {
        law: builtinLawBook(),
        norms: builtinNormBooks(),
        prices: [],
      }),
      totals,
      counts,
      findings,
      differences,
      log: { chain: "tinh-22", event: events[2]?.hash, seq: 2, hash: events[1]?.seal },
    }),
  ) as ReceiptStatement;
  exported = { id: statement.id, revision: 1, envelope, receipt: await sign(statement, current) };
  file("jwks.json", { keys: [current.jwk, retired.jwk] });
});

describe("kc verify-receipt", () => {
  it("says what a right receipt proves, with the keys lying beside it", async () => {
    const { code, out } = await kc("verify-receipt", file("bien-nhan.json", exported.receipt));
    expect(code).toBe(0);
    expect(out).toContain("ĐÚNG: chữ ký hợp lệ (khóa khoa-2)");
    expect(out).toContain(statement.contentHash);
    expect(out).toMatch(/định mức: .*\d/);
  });

  it("verifies receipts of a key that no longer signs", async () => {
    const old = file("cu.json", await sign(statement, retired));
    expect((await kc("verify-receipt", old)).code).toBe(0);
    const only = file("chi-moi.json", { keys: [current.jwk] });
    const { code, out } = await kc("verify-receipt", old, "--jwks", only);
    expect(code).toBe(1);
    expect(out).toContain("không có khóa “khoa-1”");
  });

  it("takes nothing a retired key signed after its end, and everything before", async () => {
    const receipt = file("nghi.json", await sign(statement, retired));
    const keys = (exp: string) =>
      file(`den-${exp.slice(0, 10)}.json`, {
        keys: [current.jwk, { ...retired.jwk, exp: Date.parse(exp) / 1000 }],
      });
    expect((await kc("verify-receipt", receipt, "--jwks", keys("2026-01-03T00:00:00Z"))).code).toBe(0);
    const late = await kc("verify-receipt", receipt, "--jwks", keys("2026-01-02T23:59:59Z"));
    expect(late).toMatchObject({ code: 1, out: expect.stringContaining("đã nghỉ từ") as string });
  });

  it("refuses a signature without an algorithm, with a public key as a secret, and with what it cannot know", async () => {
    const b64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const payload = Buffer.from(canonicalJson(statement)).toString("base64url");
    const secret = Buffer.from(String((current.jwk as { x?: string }).x), "base64url");
    const head = b64({ alg: "HS256", kid: "khoa-2", typ: RECEIPT_TYPE });
    const mac = createHmac("sha256", secret).update(`${head}.${payload}`).digest("base64url");
    const forged = {
      none: `${b64({ alg: "none", kid: "khoa-2", typ: RECEIPT_TYPE })}.${payload}.`,
      hmac: `${head}.${payload}.${mac}`,
      crit: `${b64({ alg: "EdDSA", kid: "khoa-2", typ: RECEIPT_TYPE, crit: ["x"], x: 1 })}.${payload}.AAAA`,
    };
    for (const [name, signature] of Object.entries(forged)) {
      const { code, out } = await kc("verify-receipt", file(`${name}.json`, { ...statement, signature }));
      expect([code, out.startsWith("SAI")], name).toEqual([1, true]);
    }
  });

  it("refuses a changed figure, a signature made for something else, and another key of the same name", async () => {
    const forged = {
      ...exported.receipt,
      totals: { ...statement.totals, all: { ...statement.totals.all, supportDong: 1 } },
    };
    const changed = await kc("verify-receipt", file("sua.json", forged));
    expect(changed).toMatchObject({ code: 1, out: expect.stringContaining("đã bị sửa") as string });
    const token = file("token.json", await sign(statement, current, "JWT"));
    expect(await kc("verify-receipt", token)).toMatchObject({ code: 1 });
    const impostor = file("gia.json", await sign(statement, await newKey("khoa-2")));
    const fake = await kc("verify-receipt", impostor, "--json");
    expect(fake.code).toBe(1);
    expect(JSON.parse(fake.out)).toMatchObject({ ok: false });
  });

  it("says what is missing when it cannot read", async () => {
    expect(await kc("verify-receipt", join(folder, "khong-co.json"))).toMatchObject({ code: 2 });
    expect(await kc("verify-receipt")).toMatchObject({ code: 2 });
    expect(await kc("verify-receipt", file("la.json", { a: 1 }))).toMatchObject({
      code: 2,
      out: expect.stringContaining("không phải biên nhận") as string,
    });
    expect(await kc("verify-receipt", file("bien-nhan.json", exported.receipt), "--la")).toMatchObject({
      code: 2,
    });
  });
});

describe("kc recheck", () => {
  it("gets the same verdict from the stored envelope", async () => {
    const { code, out } = await kc(
      "recheck",
      file("phong-bi.json", exported),
      "--jwks",
      join(folder, "jwks.json"),
    );
    expect(out).toContain("GIỐNG");
    expect(code).toBe(0);
  });

  it("names each difference, and the data that changed since", async () => {
    const older = {
      ...exported.receipt,
      versions: { ...statement.versions, law: "cu" },
      counts: { ...statement.counts, warning: 99 },
      findings: statement.findings.slice(1),
    };
    const { code, out } = await kc("recheck", file("khac.json", { ...exported, receipt: older }), "--json");
    expect(code).toBe(1);
    const answer = JSON.parse(out) as { changes: { path: string; was: string | null; is: string | null }[] };
    expect(answer).toMatchObject({
      ok: false,
      same: false,
      versions: [{ path: "versions.law", was: '"cu"' }],
    });
    expect(answer.changes).toContainEqual({
      path: "counts.warning",
      was: "99",
      is: String(statement.counts.warning),
    });
    expect(
      answer.changes.filter(({ path, was }) => path.startsWith("findings[") && was === null),
    ).toHaveLength(1);
    expect((await kc("recheck", file("khac.json", { ...exported, receipt: older }))).out).toContain(
      "KHÁC ở 2 chỗ",
    );
  });

  it("notices an envelope that is not the one received", async () => {
    const other = { ...exported, envelope: { ...exported.envelope, fileName: "khac.xlsx" } };
    const { code, out } = await kc("recheck", file("tao.json", other));
    expect(code).toBe(1);
    expect(out).toContain("không khớp envelopeHash");
    expect(out).not.toContain("không khớp contentHash");
  });

  it("judges with the law of that day, not with its own, when the receipt names another", async () => {
    const own = builtinLawBook();
    const parameters = own.parameters.map((parameter) =>
      parameter.id === "MAY-MOC.TRAN"
        ? { ...parameter, values: parameter.values.map((each) => ({ ...each, value: 1 })) }
        : parameter,
    );
    const then = { law: { ...own, version: "ngay-ay", parameters }, norms: builtinNormBooks(), prices: [] };
    const { workbook } = exported.envelope;
    const verdict = judgeWorkbook(workbook, then.law, then.norms);
    const { versions, totals, counts, findings, differences } = verdict;
    const judged = { versions, totals, counts, findings, differences };
    const other = JSON.parse(
      canonicalJson({ ...statement, ...judged, judgedWith: judgedWith(versions.template, then) }),
    ) as ReceiptStatement;
    expect(other.findings).not.toEqual(statement.findings);
    const place = file("ngay-ay.json", { ...exported, receipt: await sign(other, current) });
    const alone = await kc("recheck", place);
    expect(alone).toMatchObject({ code: 2, out: expect.stringContaining("Thêm --data") as string });
    const [law] = judgedParts(then);
    file(`${law?.hash}.json`, law?.text ?? "");
    const { code, out } = await kc("recheck", place, "--data", folder);
    expect(out).toContain("GIỐNG");
    expect(code).toBe(0);
    file(`${law?.hash}.json`, `${law?.text} `);
    const forged = await kc("recheck", place, "--data", folder);
    expect(forged).toMatchObject({ code: 2, out: expect.stringContaining("không có băm") as string });
  });

  it("asks for a server when given an id alone", async () => {
    expect(await kc("recheck", statement.id)).toMatchObject({
      code: 2,
      out: expect.stringContaining("--server") as string,
    });
  });
});

describe("kc verify-log", () => {
  const lines = (log: readonly unknown[]) => log.map((event) => JSON.stringify(event)).join("\n");

  it("finds the log whole, with the receipt in its place", async () => {
    const receipt = file("bien-nhan.json", exported.receipt);
    const { code, out } = await kc("verify-log", file("log.ndjson", lines(events)), "--receipt", receipt);
    expect(out).toContain("ĐÚNG tinh-22: 3 sự kiện");
    expect(out).toContain("có trong nhật ký");
    expect(code).toBe(0);
  });

  it("checks the chain where the content of an event is not shown", async () => {
    const [first, ...rest] = events as [LinkedEvent, ...LinkedEvent[]];
    const { chain, seq, hash, seal } = first;
    const hidden = file("an.ndjson", lines([{ chain, seq, hash, seal }, ...rest]));
    expect(await kc("verify-log", hidden)).toMatchObject({
      code: 0,
      out: expect.stringContaining("1 sự kiện chỉ có băm") as string,
    });
  });

  it.each([
    [
      "a changed field",
      (log: LinkedEvent[]) => log.map((e) => (e.seq === 2 ? { ...e, personId: "x" } : e)),
      2,
    ],
    ["an event taken out", (log: LinkedEvent[]) => log.filter((e) => e.seq !== 2), 3],
    ["a seal replaced", (log: LinkedEvent[]) => log.map((e) => (e.seq === 3 ? { ...e, seal: "0" } : e)), 3],
  ])("names the place of %s", async (_name, change, brokenAt) => {
    const { code, out } = await kc("verify-log", file("hong.ndjson", lines(change(events))), "--json");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ ok: false, chains: [{ ok: false, brokenAt }] });
  });

  it("a log cut short keeps its links but no longer holds the receipt", async () => {
    const cut = file("cut.ndjson", lines(events.slice(0, 2)));
    expect((await kc("verify-log", cut)).code).toBe(0);
    const { code, out } = await kc("verify-log", cut, "--receipt", file("bien-nhan.json", exported.receipt));
    expect(code).toBe(1);
    expect(out).toContain("không có sự kiện nhận hồ sơ này");
  });

  it("an empty or strange file is not a log", async () => {
    expect((await kc("verify-log", file("trong.ndjson", ""))).code).toBe(2);
    expect((await kc("verify-log", file("la.ndjson", "{}"))).code).toBe(2);
  });
});
