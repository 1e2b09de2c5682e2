/** What must hold afterwards, asked of the service and of the database file itself. */
import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { ChainWalk, type LinkedEvent } from "../../shared/contract/log-chain.ts";
import type { ExportedRevision, SubmissionList } from "../../shared/contract/submission.ts";
import { canonicalJson } from "../../shared/kernel/canonical.ts";
import { call, callJson, tokenOf } from "./http.ts";
import { evidenceProblems } from "../backup/evidence.ts";
import { contentUnder } from "../backup/examine.ts";
import type { Acknowledged } from "./send.ts";
import type { Order } from "./workbooks.ts";

export interface Check {
  readonly name: string;
  readonly found: number;
  readonly wanted: number;
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const MINISTRY = "tham-dinh-1";

/** Ids of everything a province's drafter sees. */
export async function storedIds(port: number, tokens: ReadonlyMap<string, string>): Promise<Set<string>> {
  const ids = new Set<string>();
  for (const token of tokens.values()) {
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page: SubmissionList = await callJson(
        port,
        `/api/v1/submissions?limit=100${cursor === "" ? "" : `&cursor=${cursor}`}`,
        { token },
      );
      for (const { id } of page.items) ids.add(id);
      cursor = page.nextCursor;
    }
  }
  return ids;
}

/** Every key once more: the same bytes as the first time, and nothing new. */
async function replayed(
  port: number,
  acknowledged: readonly Acknowledged[],
  tokens: ReadonlyMap<string, string>,
): Promise<number> {
  let same = 0;
  const waiting = [...acknowledged];
  const worker = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { order, text } = next;
      const reply = await call(port, "/api/v1/submissions", {
        method: "POST",
        token: tokens.get(order.personId) ?? "",
        headers: { "idempotency-key": order.key },
        body: order.body,
      });
      if (reply.status === 200 && reply.text === text) same += 1;
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  return same;
}

/** What is stored under each receipt is what this program sent, byte for byte of the canonical form. */
async function holdsWhatWasSent(
  port: number,
  acknowledged: readonly Acknowledged[],
  tokens: ReadonlyMap<string, string>,
): Promise<number> {
  let right = 0;
  for (const { order, receipt } of acknowledged) {
    const stored = await callJson<ExportedRevision>(port, `/api/v1/submissions/${receipt.id}/envelope`, {
      token: tokens.get(order.personId) ?? "",
    });
    const hash = sha256(canonicalJson(stored.envelope.workbook));
    if (hash === order.contentHash && receipt.contentHash === hash) right += 1;
  }
  return right;
}

/** Walks every chain here, from the exported lines. */
async function loggedEvents(
  port: number,
  provinces: readonly string[],
): Promise<{ sound: number; hashes: Set<string> }> {
  const hashes = new Set<string>();
  let sound = 0;
  for (const province of provinces) {
    const token = await tokenOf(port, `duyet-${province}`);
    const { text } = await call(port, "/api/v1/log/export", { token });
    const walks = new Map<string, ChainWalk>();
    for (const line of text.split("\n").filter((part) => part !== "")) {
      const event = JSON.parse(line) as LinkedEvent;
      const walk = walks.get(event.chain) ?? new ChainWalk(event.chain, sha256);
      walks.set(event.chain, walk);
      await walk.add(event);
      hashes.add(event.hash);
    }
    if (walks.size > 0 && [...walks.values()].every((walk) => walk.result().ok)) sound += 1;
  }
  return { sound, hashes };
}

export async function checksOnline(
  port: number,
  orders: readonly Order[],
  acknowledged: readonly Acknowledged[],
  tokens: ReadonlyMap<string, string>,
  before: ReadonlySet<string>,
): Promise<Check[]> {
  const same = await replayed(port, acknowledged, tokens);
  const after = [...(await storedIds(port, tokens))].filter((id) => !before.has(id));
  const ids = new Set(acknowledged.map(({ receipt }) => receipt.id));
  const provinces = [...new Set(orders.map((order) => order.provinceCode))];
  const log = await loggedEvents(port, provinces);
  const inLog = acknowledged.filter(({ receipt }) => log.hashes.has(receipt.log.event)).length;
  const wanted = orders.length;
  const { ok, chains } = await callJson<{ ok: boolean; chains: { ok: boolean }[] }>(
    port,
    "/api/v1/log/verify",
    {
      token: await tokenOf(port, MINISTRY),
    },
  );
  return [
    { name: "có biên nhận / acknowledged", found: acknowledged.length, wanted },
    { name: "số hồ sơ khác nhau trên biên nhận / distinct ids", found: ids.size, wanted },
    { name: "đã lưu / stored", found: after.length, wanted },
    { name: "vừa lưu vừa có biên nhận / both", found: after.filter((id) => ids.has(id)).length, wanted },
    {
      name: "nội dung lưu đúng bằng nội dung gửi / content as sent",
      found: await holdsWhatWasSent(port, acknowledged, tokens),
      wanted,
    },
    { name: "gửi lại cùng mã: cùng biên nhận từng byte / same receipt again", found: same, wanted },
    { name: "sự kiện của biên nhận có trong nhật ký / event in the log", found: inLog, wanted },
    {
      name: "chuỗi nhật ký kiểm tại đây / chains sound, checked here",
      found: log.sound,
      wanted: provinces.length,
    },
    {
      name: "chuỗi nhật ký máy chủ tự kiểm / chains sound, by the service",
      found: ok ? chains.length : -1,
      wanted: chains.length,
    },
  ];
}

function databaseFile(state: string): string {
  const folder = join(state, "v3", "d1", "miniflare-D1DatabaseObject");
  const files = readdirSync(folder).filter((name) => name.endsWith(".sqlite") && name !== "metadata.sqlite");
  const [largest] = files
    .map((name) => join(folder, name))
    .sort((a, b) => statSync(b).size - statSync(a).size);
  if (largest === undefined) throw new Error(`no database in ${folder}`);
  return largest;
}

/** Of these orders, those whose workbook lies in the database file as it was sent, under the key it was sent with. */
function heldInTheFile(database: DatabaseSync, orders: readonly Order[]): number {
  const envelopes = database.prepare(
    `SELECT r.envelope_hash AS hash FROM idempotency i
     JOIN revisions r ON r.submission_id = i.submission_id AND r.receipt_hash = i.receipt_hash
     WHERE i.person_id = ? AND i.key = ?`,
  );
  return orders.filter(({ personId, key, contentHash }) => {
    const found = envelopes.all(personId, key);
    const text = found.length === 1 ? contentUnder(database, String(found[0]?.["hash"])) : null;
    if (text === null) return false;
    const { workbook } = JSON.parse(text) as { workbook: unknown };
    return sha256(canonicalJson(workbook)) === contentHash;
  }).length;
}

/** With the server stopped: the file is whole, and holds every key and every revision once, as they were sent. */
export function checksOffline(state: string, keyPrefix: string, orders: readonly Order[]): Check[] {
  const wanted = orders.length;
  const database = new DatabaseSync(databaseFile(state), { readOnly: true });
  const count = (sql: string): number => Number(Object.values(database.prepare(sql).get() ?? {})[0]);
  const like = `key LIKE '${keyPrefix}%'`;
  const mine = `submission_id IN (SELECT submission_id FROM idempotency WHERE ${like})`;
  const sound = Object.values(database.prepare("PRAGMA integrity_check").get() ?? {})[0] === "ok";
  const foreign = database.prepare("PRAGMA foreign_key_check").all().length;
  const checks = [
    { name: "tệp SQLite nguyên vẹn / integrity_check", found: sound ? 1 : 0, wanted: 1 },
    { name: "khóa ngoại sai / broken foreign keys", found: foreign, wanted: 0 },
    {
      name: "mã gửi trong cơ sở dữ liệu / keys in the database",
      found: count(`SELECT count(*) FROM idempotency WHERE ${like}`),
      wanted,
    },
    {
      name: "bản lưu theo mã gửi / revisions by key",
      found: count(`SELECT count(*) FROM revisions WHERE ${mine}`),
      wanted,
    },
    {
      name: "sự kiện theo mã gửi / events by key",
      found: count(`SELECT count(*) FROM events WHERE ${mine}`),
      wanted,
    },
    {
      name: "sổ trong tệp cơ sở dữ liệu đúng như đã gửi / workbooks in the file as sent",
      found: heldInTheFile(database, orders),
      wanted,
    },
    {
      name: "dòng không khớp nhật ký, biên nhận, băm / rows at odds with log, receipt or hash",
      found: evidenceProblems(database, (hash) => contentUnder(database, hash)).length,
      wanted: 0,
    },
  ];
  database.close();
  return checks;
}
