/** Is a backup whole? Asked of the backup alone, with no service: every hash is computed again. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { ChainWalk, type LinkedEvent } from "../../shared/contract/log-chain.ts";
import { canonicalJson } from "../../shared/kernel/canonical.ts";
import { unpacked } from "../../worker/store/packed.ts";
import { evidenceProblems } from "./evidence.ts";
import { countRows, schemaOf } from "./sql.ts";

export interface Examined {
  /** table → rows */
  readonly rows: Readonly<Record<string, number>>;
  readonly triggers: readonly string[];
  readonly migrations: readonly string[];
  /** chain → its newest link */
  readonly heads: Readonly<Record<string, string | null>>;
  readonly revisions: number;
  readonly files: readonly string[];
  /** Sentences; none when everything is as it was received. */
  readonly problems: readonly string[];
}

const sha256 = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex");

/** The text under a hash, or null when it is missing or is not what its name says. */
export function contentUnder(database: DatabaseSync, hash: string): string | null {
  const parts = database.prepare("SELECT part, data FROM content WHERE hash = ? ORDER BY part").all(hash);
  if (parts.length === 0 || parts.some(({ part }, index) => part !== index)) return null;
  try {
    const text = unpacked(parts.map((part) => String(part["data"])).join(""));
    return sha256(text) === hash ? text : null;
  } catch {
    return null;
  }
}

async function walkChains(
  database: DatabaseSync,
  problems: string[],
): Promise<Record<string, string | null>> {
  const heads: Record<string, string | null> = {};
  const events = database.prepare(
    `SELECT e.chain, e.seq, e.at, e.submission_id AS submissionId, e.revision, e.version, e.action, e.from_state AS "from",
       e.to_state AS "to", e.person_id AS personId, e.role, e.organisation_id AS organisationId,
       e.detail_hash AS detailHash, e.hash, s.hash AS seal
     FROM events e LEFT JOIN seals s ON s.chain = e.chain AND s.seq = e.seq WHERE e.chain = ? ORDER BY e.seq`,
  );
  for (const row of database.prepare("SELECT DISTINCT chain FROM events ORDER BY chain").all()) {
    const chain = String(row["chain"]);
    const walk = new ChainWalk(chain, sha256);
    for (const event of events.iterate(chain)) await walk.add({ ...event } as unknown as LinkedEvent);
    const { ok, head, brokenAt } = walk.result();
    if (!ok) problems.push(`chuỗi ${chain} đứt ở số ${brokenAt}`);
    heads[chain] = head;
  }
  return heads;
}

function checkRevisions(database: DatabaseSync, problems: string[]): number {
  const revisions = database.prepare("SELECT * FROM revisions").all();
  for (const r of revisions) {
    const name = `hồ sơ ${String(r["submission_id"])} bản ${String(r["revision"])}`;
    const envelope = contentUnder(database, String(r["envelope_hash"]));
    const receipt = contentUnder(database, String(r["receipt_hash"]));
    if (envelope === null) problems.push(`${name}: phong bì thiếu hoặc sai băm`);
    else if (sha256(canonicalJson(JSON.parse(envelope).workbook)) !== r["content_hash"])
      problems.push(`${name}: sổ không đúng contentHash`);
    if (receipt === null) problems.push(`${name}: biên nhận thiếu hoặc sai băm`);
    else if (JSON.parse(receipt).contentHash !== r["content_hash"])
      problems.push(`${name}: biên nhận ghi băm khác`);
  }
  return revisions.length;
}

/** Hashes of the original files that rows name. */
export function filesNamed(database: DatabaseSync): string[] {
  return database
    .prepare("SELECT file_hash AS hash FROM uploads UNION SELECT file_hash FROM revision_files ORDER BY 1")
    .all()
    .map((row) => String(row["hash"]));
}

/** @param folder holds each file under its hash */
export async function examine(database: DatabaseSync, folder: string): Promise<Examined> {
  const problems: string[] = [];
  if (database.prepare("PRAGMA foreign_key_check").all().length > 0) problems.push("có khóa ngoại sai");
  const heads = await walkChains(database, problems);
  const revisions = checkRevisions(database, problems);
  problems.push(...evidenceProblems(database, (hash) => contentUnder(database, hash)));
  const files = filesNamed(database);
  for (const hash of files) {
    const path = join(folder, hash);
    if (!existsSync(path)) problems.push(`thiếu tệp ${hash}`);
    else if (sha256(readFileSync(path)) !== hash) problems.push(`tệp ${hash} sai băm`);
  }
  const migrations = database.prepare("SELECT name FROM d1_migrations ORDER BY id").all();
  return {
    rows: countRows(database),
    triggers: schemaOf(database, "trigger").map(({ name }) => name),
    migrations: migrations.map((row) => String(row["name"])),
    heads,
    revisions,
    files,
    problems,
  };
}
