/** What is evidence stays as it was written, whichever statement is tried: also those that no trigger of DELETE sees. */
import { beforeAll, expect, test } from "vitest";
import { PERSON_OF, callJson, newKey, seedAll, testEnv, tokenOf, uploadGood } from "../test-kit.ts";

/** These change with the work; where a file stands has its own rule below. */
const CHANGING = new Set([
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
const db = testEnv.DB;

interface Column {
  readonly name: string;
  readonly type: string;
  readonly pk: number;
}

async function columnsOf(table: string): Promise<Column[]> {
  return (await db.prepare(`PRAGMA table_info(${table})`).all<Column>()).results;
}

async function evidenceTables(): Promise<string[]> {
  const { results } = await db
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'd1_%' AND name NOT LIKE '_cf_%' AND name NOT LIKE 'submission_search%' ORDER BY name",
    )
    .all<{ name: string }>();
  return results.map(({ name }) => name).filter((name) => !CHANGING.has(name));
}

async function dump(table: string): Promise<string> {
  const { results } = await db.prepare(`SELECT rowid AS "row", * FROM ${table} ORDER BY rowid`).all();
  return JSON.stringify(results);
}

/** Something else of the same type: a text or a number that the table takes where it may. */
const other = ({ name, type }: Column) => (type === "INTEGER" ? `"${name}" + 1` : `"${name}" || 'x'`);

/** The first row once more with one column changed, for each column; with its own row number, or with a new one. */
function replacements(table: string, columns: readonly Column[]): string[] {
  const names = columns.map(({ name }) => `"${name}"`).join(", ");
  return ["INSERT OR REPLACE", "REPLACE"].flatMap((verb) =>
    columns.flatMap((changed) => {
      const values = columns
        .map((column) => (column === changed ? other(column) : `"${column.name}"`))
        .join(", ");
      const from = `FROM ${table} ORDER BY rowid LIMIT 1`;
      // A changed key without a row number is simply another row.
      const plain = changed.pk === 0 ? [`${verb} INTO ${table} (${names}) SELECT ${values} ${from}`] : [];
      return [...plain, `${verb} INTO ${table} (rowid, ${names}) SELECT rowid, ${values} ${from}`];
    }),
  );
}

beforeAll(async () => {
  await seedAll();
  const upload = await uploadGood();
  const sent = { token: await tokenOf("soan-22"), headers: { "idempotency-key": newKey() }, body: {} };
  await callJson(upload.links.submission, sent);
  const input = { budgetDong: 1_000_000, projects: [{ id: "a", name: "A", costDong: 1_000, value: 1 }] };
  const province = await tokenOf(PERSON_OF.province);
  await callJson("/api/v1/allocation/meetings", {
    token: province,
    body: { title: "Thử", input, result: null },
  });
  await callJson("/api/v1/paper-templates/reset", { token: province, body: { kind: "quyet-dinh" } });
  const steward = await tokenOf(PERSON_OF.steward);
  await callJson("/api/v1/rechecks", { token: steward, body: { reason: "Thử bất biến" } });
});

test("no row of evidence is changed, taken away or replaced, by key or by row number", async () => {
  let rows = 0;
  let tried = 0;
  const empty: string[] = [];
  for (const table of await evidenceTables()) {
    const before = await dump(table);
    if (before === "[]") empty.push(table);
    rows += before === "[]" ? 0 : 1;
    const columns = await columnsOf(table);
    const [first] = columns;
    if (first === undefined) throw new Error(`${table} has no columns`);
    const statements = [
      `UPDATE ${table} SET "${first.name}" = "${first.name}"`,
      `UPDATE OR REPLACE ${table} SET "${first.name}" = "${first.name}"`,
      `DELETE FROM ${table}`,
      ...replacements(table, columns),
    ];
    for (const sql of statements) {
      // Refused or without effect: what counts is what stands there afterwards.
      await db
        .prepare(sql)
        .run()
        .catch(() => null);
      expect(await dump(table), sql).toBe(before);
      tried += 1;
    }
  }
  console.info(`evidence: ${rows} tables with rows, ${tried} statements, nothing changed`);
  // Results of a run come through the queue, which has its own tests.
  expect(empty.filter((table) => table !== "recheck_results")).toEqual([]);
  expect(rows).toBeGreaterThan(19);
});

test.each([
  "UPDATE submissions SET state = 'accepted'",
  "UPDATE submissions SET version = version + 2",
  "UPDATE submissions SET province_code = '66', version = version + 1",
  "UPDATE submissions SET revision = revision + 2, version = version + 1",
  "INSERT OR REPLACE INTO submissions SELECT * FROM submissions",
])("where a file stands changes by its next version only: %s", async (sql) => {
  const before = await dump("submissions");
  await expect(db.prepare(sql).run()).rejects.toThrow(/never/);
  expect(await dump("submissions")).toBe(before);
});
