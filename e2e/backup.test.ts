/**
 * Backup and restore as an operator does them: a service with files sent, ordered and uploaded is stopped, copied,
 * restored into an empty state and started; everything is there, proves itself, and work goes on.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, it } from "vitest";
import { verifyLog } from "../cli/verify-log.ts";
import { checkSignature } from "../cli/receipt-signature.ts";
import { backup } from "../scripts/backup.ts";
import { examine } from "../scripts/backup/examine.ts";
import { DATABASE, FILES } from "../scripts/backup/folder.ts";
import { loadSql, schemaOf } from "../scripts/backup/sql.ts";
import { localPlace, type Place } from "../scripts/backup/place.ts";
import { restore } from "../scripts/restore.ts";
import { startServer, type RunningServer } from "../scripts/lib/server.mjs";
import { call, callJson, tokenOf } from "../scripts/torture/http.ts";
import { orders } from "../scripts/torture/workbooks.ts";
import type { ExportedRevision, Receipt } from "../shared/contract/submission.ts";
import { writeXlsx } from "../shared/workbook/xlsx/write.ts";

const folder = mkdtempSync(join(tmpdir(), "kc-backup-test-"));
const [first, second] = [join(folder, "first"), join(folder, "second")];
const copy = join(folder, "copy");
const places: Place[] = [];
let server: RunningServer | null = null;
let port = 0;

async function start(stateDir: string, withSeed: boolean): Promise<void> {
  server = await startServer({ stateDir, quiet: true, withSeed, vars: { RATE_LIMITS: "off" } });
  port = Number(new URL(server.origin).port);
}

function placeOf(state: string): Place {
  const place = localPlace(state);
  places.push(place);
  return place;
}

/** A step of the review, each from the version the one before it gave. */
async function step(id: string, person: string, version: number, path: string, body: object): Promise<void> {
  const headers = { "if-match": `"v${version}"` };
  const token = await tokenOf(port, person);
  const options = { method: "POST", token, headers, body: JSON.stringify(body) } as const;
  await callJson(port, `/api/v1/submissions/${id}/${path}`, options);
}

interface Before {
  readonly sent: Receipt;
  readonly sentText: string;
  readonly uploaded: Receipt;
  readonly file: Uint8Array;
  readonly envelope: ExportedRevision;
}
let before: Before;

const [order] = orders(1, 7);
if (order === undefined) throw new Error("no workbook to send");
const reviewer = `duyet-${order.provinceCode}`;

async function sendOnce(key: string): Promise<{ status: number; text: string }> {
  const token = await tokenOf(port, order?.personId ?? "");
  const headers = { "idempotency-key": key };
  return call(port, "/api/v1/submissions", { method: "POST", token, headers, body: order?.body ?? "" });
}

async function uploadAndSubmit(file: Uint8Array): Promise<Receipt> {
  const token = await tokenOf(port, order?.personId ?? "");
  const headers = {
    authorization: `Bearer ${token}`,
    "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  };
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/uploads?fileName=so.xlsx`, {
    method: "POST",
    headers,
    body: new Uint8Array(file),
  });
  expect(answer.status).toBe(201);
  const { links } = (await answer.json()) as { links: { submission: string } };
  const options = {
    method: "POST",
    token,
    headers: { "idempotency-key": "backup-upload-1" },
    body: "{}",
  } as const;
  return callJson<Receipt>(port, new URL(links.submission, `http://127.0.0.1:${port}`).pathname, options);
}

beforeAll(async () => {
  await start(first, true);
  const { text: sentText } = await sendOnce("backup-first-1");
  const sent = JSON.parse(sentText) as Receipt;
  await step(sent.id, reviewer, 1, "actions", { action: "forward" });
  await step(sent.id, "tham-dinh-2", 2, "actions", { action: "receive" });
  await step(sent.id, "tham-dinh-1", 3, "actions", { action: "accept", comment: "Đồng ý" });
  await step(sent.id, "tham-dinh-1", 4, "order", { ordererName: "Ủy ban nhân dân tỉnh" });
  const file = await writeXlsx(JSON.parse(order.body).workbook);
  const uploaded = await uploadAndSubmit(file);
  const token = await tokenOf(port, reviewer);
  const envelope = await callJson<ExportedRevision>(port, `/api/v1/submissions/${sent.id}/envelope`, {
    token,
  });
  before = { sent, sentText, uploaded, file, envelope };
  await server?.stop();
}, 300_000);

afterAll(async () => {
  await server?.stop();
  for (const place of places) place.close();
  rmSync(folder, { recursive: true, force: true });
});

it("copies, refuses a spoiled copy, restores into an empty state only, and the service goes on from there", async () => {
  const made = await backup(placeOf(first), copy);
  expect(made.rows).toMatchObject({ revision_files: 1 });
  expect(made.rows["orders"]).toBeGreaterThan(0);
  expect(made.files).toHaveLength(1);
  expect(made.triggers.length).toBeGreaterThan(20);

  const stored = join(copy, "files", made.files[0] ?? "");
  const bytes = readFileSync(stored);
  writeFileSync(stored, "khác");
  await expect(restore(placeOf(second), copy)).rejects.toThrow(/sai băm/);
  writeFileSync(stored, bytes);
  await restore(placeOf(second), copy);
  await expect(restore(placeOf(second), copy)).rejects.toThrow(/đã có bảng/);

  await start(second, false);
  await provesItself();
  await goesOn();
  await server?.stop();
  refusesChange();
}, 300_000);

async function provesItself(): Promise<void> {
  const ministry = await tokenOf(port, "tham-dinh-1");
  const log = await call(port, "/api/v1/log/export", { token: await tokenOf(port, reviewer) });
  expect((await verifyLog(log.text, [before.sent, before.uploaded])).ok).toBe(true);
  const checked = await callJson<{ ok: boolean }>(port, "/api/v1/log/verify", { token: ministry });
  expect(checked.ok).toBe(true);
  const keys = await callJson<{ keys: [] }>(port, "/.well-known/jwks.json");
  for (const receipt of [before.sent, before.uploaded])
    expect(await checkSignature(receipt, keys)).toMatchObject({ ok: true });
  const token = await tokenOf(port, reviewer);
  const envelope = await callJson(port, `/api/v1/submissions/${before.sent.id}/envelope`, { token });
  expect(envelope).toEqual(before.envelope);
  const address = `http://127.0.0.1:${port}/api/v1/submissions/${before.uploaded.id}/file`;
  const file = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
  expect(Buffer.from(await file.arrayBuffer()).equals(Buffer.from(before.file))).toBe(true);
}

async function goesOn(): Promise<void> {
  expect(await sendOnce("backup-first-1")).toEqual({ status: 200, text: before.sentText });
  const more = await sendOnce("backup-second-1");
  expect(more.status).toBe(201);
  const receipt = JSON.parse(more.text) as Receipt;
  expect(receipt.log.seq).toBeGreaterThan(before.uploaded.log.seq);
  const token = await tokenOf(port, reviewer);
  const log = await call(port, "/api/v1/log/export", { token });
  expect((await verifyLog(log.text, [before.sent, before.uploaded, receipt])).ok).toBe(true);
}

function refusesChange(): void {
  const d1 = join(second, "v3", "d1", "miniflare-D1DatabaseObject");
  const [largest = ""] = readdirSync(d1)
    .filter((name) => name.endsWith(".sqlite") && name !== "metadata.sqlite")
    .map((name) => join(d1, name))
    .sort((a, b) => statSync(b).size - statSync(a).size);
  const database = new DatabaseSync(largest);
  for (const sql of ["UPDATE events SET at = ''", "DELETE FROM revisions", "DELETE FROM submissions"])
    expect(() => database.exec(sql), sql).toThrow(/immutable|append-only|never deleted/);
  database.close();
}

/** Columns in which a change is not noticed, and why that is so. */
const NOT_PROVED: Readonly<Record<string, string>> = {
  "submissions.file_name": "is in the envelope; shown in lists only",
  "submissions.ministry_sees": "follows from the steps; decides what is shown",
  "submissions.search": "made of the envelope; finds files",
  "submissions.sent_by": "the revision and its event say who sent",
  "words_waiting.*": "files whose words are not in the index yet; made of the table of files",
  "uploads.*": "a file before it is sent; what was sent is proved by revision and file",
  "upload_checks.*": "a verdict before sending",
  "orders.id": "named by the lines; the event covers it",
  "order_lines.*": "made of the immutable revision",
  "catalogue_facts.*": "published facts have no chain",
  "meetings.*": "the title of a meeting; its entries are a chain",
  "recheck_runs.*": "a computation that can be done again",
  "recheck_results.*": "a computation that can be done again",
  "comparables.*": "made of the revisions",
  "compared_services.*": "made of the revisions",
  "kept_books.version": "a name that workbooks pin; its parts are proved by their hashes",
  "kept_books.kept_at": "when it was first kept",
  "kept_books.cut": "a book can be offered again; receipts name its parts themselves",
  "paper_templates.*": "how papers look",
  "autonomy_estimates.*": "an estimate of the centre itself",
  "organisations.*": "who people are",
  "people.*": "who people are",
  "memberships.*": "who people are",
  "sessions.*": "who is signed in",
  "saved_views.*": "a person's own filters",
  "failed_jobs.*": "work that can be done again",
  "judged_data.kind": "the hash says what it is",
  "judged_data.version": "a receipt names the version",
  "judged_data.kept_at": "when it was first kept",
  "publications.id": "the chain names it",
  "publications.version": "counts editions of a subject",
  "publications.kind": "follows from the content",
  "publications.subject": "follows from the content",
  "publications.from_date": "follows from the content",
  "revision_files.upload_id": "the file's hash is proved",
  "idempotency.key": "chosen by the sender and named nowhere else; that there is one is proved",
  "seals.cut": "the newest seal may be still to come; receipts and the next change name it",
  "execution_records.cut": "the newest record is covered by the next step, or by whoever keeps its hash",
  "meeting_entries.cut": "the newest entry is covered by the next one, or by whoever keeps its hash",
  "publication_events.cut":
    "a decision taken away leaves a proposal; receipts name the data they were judged with",
  "judged_data.cut": "receipts from before it was kept have none either",
};
const isProved = (table: string, column: string) =>
  NOT_PROVED[`${table}.*`] === undefined && NOT_PROVED[`${table}.${column}`] === undefined;

it("notices a change of every column that proves something, made in the file of the database itself", async () => {
  const database = new DatabaseSync(":memory:");
  await loadSql(database, join(copy, DATABASE));
  for (const { name } of schemaOf(database, "trigger")) database.exec(`DROP TRIGGER "${name}"`);
  database.exec("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON");
  const problems = async () => (await examine(database, join(copy, FILES))).problems;
  expect(await problems()).toEqual([]);
  const unnoticed: string[] = [];
  let tried = 0;
  const attempt = async (what: string, ...statements: string[]) => {
    database.exec("BEGIN");
    const changes = statements.map((sql) => Number(database.prepare(sql).run().changes));
    if (changes.some((count) => count > 0)) {
      tried += 1;
      const found = await problems().catch((error: unknown) => [String(error)]);
      if (found.length === 0) unnoticed.push(what);
    }
    database.exec("ROLLBACK");
  };
  const tables = schemaOf(database, "table").map(({ name }) => name);
  for (const table of tables.filter((name) => !/^(d1_|submission_search)/.test(name))) {
    for (const { name, type } of database.prepare(`PRAGMA table_info("${table}")`).all()) {
      if (!isProved(table, String(name))) continue;
      const other =
        type === "INTEGER" ? `coalesce("${String(name)}", 0) + 1` : `'0' || coalesce("${String(name)}", '')`;
      const one = `WHERE rowid = (SELECT max(rowid) FROM "${table}")`;
      await attempt(
        `${table}.${String(name)}`,
        `UPDATE OR IGNORE "${table}" SET "${String(name)}" = ${other} ${one}`,
      );
    }
    if (isProved(table, "cut"))
      await attempt(
        `${table} cut`,
        `DELETE FROM "${table}" WHERE rowid = (SELECT max(rowid) FROM "${table}")`,
      );
  }
  const chain = "chain = (SELECT chain FROM events GROUP BY chain ORDER BY count(*) DESC LIMIT 1)";
  await attempt(
    "two events swapped",
    `UPDATE events SET seq = seq + 1000 WHERE seq IN (1, 2) AND ${chain}`,
    "UPDATE events SET seq = 1003 - seq WHERE seq > 1000",
  );
  const last = `seq = (SELECT max(seq) FROM events WHERE ${chain}) AND ${chain}`;
  await attempt("the tail cut", `DELETE FROM seals WHERE ${last}`, `DELETE FROM events WHERE ${last}`);
  console.info(`tampering: ${tried} changes, ${unnoticed.length} unnoticed`);
  expect(unnoticed).toEqual([]);
  expect(tried).toBeGreaterThan(60);
  database.close();
}, 240_000);
