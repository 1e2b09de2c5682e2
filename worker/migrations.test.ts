/** Every released state of the schema, filled with data, is brought to today's: nothing is lost and all of it works. */
import { applyD1Migrations, type D1Migration } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { runJob } from "./jobs.ts";
import { verifyChain } from "./submissions/log.ts";
import { act, call, callJson, newKey, sendGood, testEnv, tokenOf, uploadGood } from "./test-kit.ts";

const bindings = env as unknown as Record<string, D1Database> & { TEST_MIGRATIONS: D1Migration[] };
const MIGRATIONS = bindings.TEST_MIGRATIONS;

/** What the walk before the tests does not write. */
const MAY_BE_EMPTY = new Set([
  "paper_templates",
  "sessions",
  "meetings",
  "meeting_entries",
  "saved_views",
  "failed_jobs",
  "publications",
  "publication_events",
  "kept_books",
]);

async function tablesOf(db: D1Database): Promise<string[]> {
  const { results } = await db
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'd1_%' AND name NOT LIKE '_cf_%' AND name NOT LIKE 'submission_search%' ORDER BY name",
    )
    .all<{ name: string }>();
  return results.map((row) => row.name);
}

async function columnsOf(db: D1Database, table: string): Promise<string[]> {
  const { results } = await db.prepare(`PRAGMA table_info(${table})`).all<{ name: string }>();
  return results.map((row) => row.name);
}

/** Tables of today, each after those it refers to: a table that a later migration brings is filled without being named here. */
async function tablesInOrder(): Promise<string[]> {
  const waiting = new Map<string, readonly string[]>();
  for (const table of await tablesOf(testEnv.DB)) {
    const { results } = await testEnv.DB.prepare(`PRAGMA foreign_key_list(${table})`).all<{
      table: string;
    }>();
    waiting.set(
      table,
      results.map((row) => row.table).filter((parent) => parent !== table),
    );
  }
  const order: string[] = [];
  while (waiting.size > 0) {
    const free = [...waiting].filter(([, parents]) => parents.every((parent) => !waiting.has(parent)));
    if (free.length === 0) throw new Error(`tables refer to one another: ${[...waiting.keys()].join(", ")}`);
    for (const [table] of free) {
      waiting.delete(table);
      order.push(table);
    }
  }
  return order;
}

/** Every row of a table, columns in the given order, as text. */
async function dump(db: D1Database, table: string, columns: readonly string[]): Promise<string[]> {
  const { results } = await db.prepare(`SELECT ${columns.join(", ")} FROM ${table}`).all();
  return results.map((row) => JSON.stringify(row)).sort();
}

/** A file in a state that the older schema did not know yet stood at its order then. */
async function olderStates(
  db: D1Database,
  rows: readonly Record<string, unknown>[],
): Promise<Record<string, unknown>[]> {
  const sql = await db
    .prepare("SELECT sql FROM sqlite_schema WHERE name = 'submissions'")
    .first<string>("sql");
  return rows.map((row) =>
    sql?.includes(`'${String(row["state"])}'`) === true ? row : { ...row, state: "ordered" },
  );
}

/** What was published of kinds that the older schema did not know was not published then. */
async function olderPublications(
  db: D1Database,
  table: string,
  rows: readonly Record<string, unknown>[],
): Promise<readonly Record<string, unknown>[]> {
  const schema = "SELECT sql FROM sqlite_schema WHERE name = 'publications'";
  const sql = (await db.prepare(schema).first<string>("sql")) ?? "";
  if (table === "publications") return rows.filter((row) => sql.includes(`'${String(row["kind"])}'`));
  const { results } = await db.prepare("SELECT id FROM publications").all<{ id: string }>();
  return rows.filter((row) => results.some((known) => known.id === row["publication_id"]));
}

/** Rows as the older schema could have had them. */
async function olderRows(
  db: D1Database,
  table: string,
  rows: readonly Record<string, unknown>[],
): Promise<readonly Record<string, unknown>[]> {
  if (table === "submissions") return olderStates(db, rows);
  return table.startsWith("publication") ? olderPublications(db, table, rows) : rows;
}

/** Copies the data of the test's own database, as far as the older schema has room for it. */
async function fill(db: D1Database): Promise<Map<string, { columns: string[]; rows: string[] }>> {
  // Who waits for the index of words is written by the table of files itself.
  const present = (await tablesOf(db)).filter((name) => name !== "words_waiting");
  const copied = new Map<string, { columns: string[]; rows: string[] }>();
  for (const table of (await tablesInOrder()).filter((name) => present.includes(name))) {
    const columns = await columnsOf(db, table);
    const found = await testEnv.DB.prepare(`SELECT ${columns.join(", ")} FROM ${table}`).all();
    const results = await olderRows(db, table, found.results);
    const marks = columns.map(() => "?").join(", ");
    const insert = db.prepare(`INSERT INTO ${table} (${columns.join(", ")}) VALUES (${marks})`);
    const rows = results.map((row) => insert.bind(...columns.map((column) => row[column] ?? null)));
    for (let at = 0; at < rows.length; at += 50) await db.batch(rows.slice(at, at + 50));
    copied.set(table, { columns, rows: await dump(db, table, columns) });
  }
  return copied;
}

let id = "";

beforeAll(async () => {
  await callJson("/api/v1/local/seed", { method: "POST" });
  ({ id } = await sendGood());
  await act(id, "duyet-22", "forward", '"v1"');
  const upload = await uploadGood();
  await callJson(upload.links.submission, {
    token: await tokenOf("soan-22"),
    body: {},
    headers: { "idempotency-key": newKey() },
  });
  const body = { reason: "Dữ liệu thử" };
  const run = await callJson<{ id: string }>("/api/v1/rechecks", { token: await tokenOf("quan-tri"), body });
  await runJob(testEnv, { kind: "recheck", runId: run.id, after: "" }, new Date());
});

test("there are migrations to test, numbered without doubles", () => {
  const numbers = MIGRATIONS.map(({ name }) => name.slice(0, 4));
  expect(numbers.length).toBeGreaterThanOrEqual(4);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers).toEqual(numbers.toSorted());
});

describe.each(MIGRATIONS.map(({ name }, index) => [name, index] as const))("from %s", (name, index) => {
  const db = bindings[`DB_FROM_${name.slice(0, 4)}`] as D1Database;

  test("data of that state is there afterwards, unchanged, and the service works on it", async () => {
    await applyD1Migrations(db, MIGRATIONS.slice(0, index + 1));
    const before = await fill(db);
    expect(before.get("events")?.rows.length).toBeGreaterThan(3);
    for (const [table, { rows }] of before)
      if (!MAY_BE_EMPTY.has(table)) expect(rows.length, table).toBeGreaterThan(0);
    for (let next = index + 2; next <= MIGRATIONS.length; next += 1)
      await applyD1Migrations(db, MIGRATIONS.slice(0, next));
    for (const [table, { columns, rows }] of before)
      expect(await dump(db, table, columns), table).toEqual(rows);
    expect((await db.prepare("PRAGMA foreign_key_check").all()).results).toEqual([]);
    expect(await tablesOf(db)).toEqual(await tablesOf(testEnv.DB));
    expect(await verifyChain(db, "tinh-22")).toMatchObject({ ok: true, unsealed: 0 });
    const token = await tokenOf("duyet-22");
    const shown = await call(`/api/v1/submissions/${id}`, { token, env: { DB: db } });
    expect(shown.status).toBe(200);
    expect(await shown.json()).toMatchObject({ submission: { id, state: "province_approved" } });
  });

  test("what was immutable still is", async () => {
    for (const sql of ["UPDATE events SET at = ''", "DELETE FROM revisions", "DELETE FROM idempotency"])
      await expect(db.prepare(sql).run(), sql).rejects.toThrow(/immutable|append-only/);
  });
});

test("every table is STRICT, and every table of evidence refuses change", async () => {
  const { results } = await testEnv.DB.prepare(
    "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'd1_%' AND name NOT LIKE '_cf_%' AND name NOT LIKE 'submission_search%'",
  ).all<{ name: string; sql: string }>();
  expect(results.length).toBeGreaterThan(14);
  for (const { name, sql } of results) expect(sql.trim().endsWith("STRICT"), name).toBe(true);
  const triggers = await testEnv.DB.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all<{
    name: string;
  }>();
  const names = new Set(triggers.results.map((row) => row.name));
  // Who people are, where a file stands, who is signed in, what is derived: these change. A new table is evidence.
  const changing = new Set([
    "organisations",
    "people",
    "memberships",
    "submissions",
    "sessions",
    "comparables",
    "compared_services",
    "saved_views",
    "failed_jobs",
    "words_waiting",
  ]);
  const evidence = results.map((row) => row.name).filter((name) => !changing.has(name));
  expect(evidence.length).toBeGreaterThan(10);
  for (const table of evidence)
    for (const kind of ["update", "delete", "replace"]) expect(names, table).toContain(`${table}_no_${kind}`);
});
