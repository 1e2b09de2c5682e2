/** SQL of a database, read into SQLite here and written out again so that D1 takes it. */
import { createReadStream, createWriteStream } from "node:fs";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { DatabaseSync } from "node:sqlite";
import { searchStatements } from "./search.ts";

/** D1 refuses a statement above 100 kB (developers.cloudflare.com/d1/platform/limits); this leaves room. */
const MOST_STATEMENT_BYTES = 80_000;
/** Of text; three bytes each and every one an apostrophe still fits. */
const PIECE_LENGTH = 12_000;
const LOAD_AT_ONCE = 8_000_000;

type Value = string | number | bigint | null | Uint8Array;

/** Statements of an export begin at the start of a line; the text of a value never holds a raw line break. */
const BEGINS = /^(CREATE|INSERT|PRAGMA|DELETE|BEGIN|COMMIT|ANALYZE|UPDATE)\b/;

/** Runs an exported file, a few megabytes at a time; triggers last, because D1 exports them before the views they are on. */
export async function loadSql(database: DatabaseSync, file: string): Promise<void> {
  database.exec("PRAGMA foreign_keys = OFF; BEGIN");
  const triggers: string[] = [];
  let waiting: string[] = [];
  let length = 0;
  let inTrigger = false;
  for await (const line of createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Infinity })) {
    if (BEGINS.test(line)) {
      inTrigger = line.startsWith("CREATE TRIGGER");
      if (length > LOAD_AT_ONCE) {
        database.exec(waiting.join("\n"));
        waiting = [];
        length = 0;
      }
    }
    (inTrigger ? triggers : waiting).push(line);
    length += line.length;
  }
  database.exec([...waiting, ...triggers].join("\n"));
  database.exec("COMMIT");
}

export function schemaOf(database: DatabaseSync, type: "table" | "index" | "trigger" | "view") {
  return database
    .prepare(
      `SELECT name, sql FROM sqlite_schema WHERE type = ? AND sql NOT NULL
         AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\' ORDER BY rowid`,
    )
    .all(type) as unknown as readonly { readonly name: string; readonly sql: string }[];
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function literal(value: Value): string {
  if (value === null) return "NULL";
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (typeof value !== "string") return `X'${Buffer.from(value).toString("hex")}'`;
  // The only character that cannot stand between apostrophes.
  if (value.includes("\0")) return `CAST(X'${Buffer.from(value, "utf8").toString("hex")}' AS TEXT)`;
  return `'${value.replaceAll("'", "''")}'`;
}

function pieces(text: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; ) {
    let end = Math.min(at + PIECE_LENGTH, text.length);
    // Never between the halves of one character.
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last <= 0xdbff) end -= 1;
    found.push(text.slice(at, end));
    at = end;
  }
  return found;
}

/** One row as statements D1 takes: a long text is begun with its row and carried on by updates, before any trigger is there. */
export function insertStatements(table: string, row: Readonly<Record<string, Value>>): string[] {
  const columns = Object.keys(row);
  const write = (values: readonly Value[]): string =>
    `INSERT INTO ${quoted(table)} (${columns.map(quoted).join(", ")}) VALUES (${values.map(literal).join(", ")});`;
  const whole = write(Object.values(row));
  if (Buffer.byteLength(whole) <= MOST_STATEMENT_BYTES) return [whole];
  const starts: Value[] = [];
  const rest: string[] = [];
  for (const [column, value] of Object.entries(row)) {
    const [first = "", ...more] =
      typeof value === "string" && value.length > 1000 ? ["", ...pieces(value)] : [];
    starts.push(more.length === 0 ? value : first);
    for (const piece of more)
      rest.push(
        `UPDATE ${quoted(table)} SET ${quoted(column)} = ${quoted(column)} || ${literal(piece)} WHERE rowid = (SELECT max(rowid) FROM ${quoted(table)});`,
      );
  }
  return [write(starts), ...rest];
}

/** The whole database for an empty D1: tables, rows, then indexes and triggers, so that nothing forbids the writing. */
export async function writeSql(database: DatabaseSync, file: string): Promise<void> {
  const out = createWriteStream(file);
  const write = async (line: string): Promise<void> => {
    if (!out.write(`${line}\n`)) await once(out, "drain");
  };
  await write("PRAGMA defer_foreign_keys = true;");
  const tables = schemaOf(database, "table");
  // All of them before any row: a table that a migration made anew stands behind those that refer to it.
  for (const { sql } of tables) await write(`${sql};`);
  for (const { name } of tables) {
    const rows = database.prepare(`SELECT * FROM ${quoted(name)} ORDER BY rowid`);
    rows.setReadBigInts(true);
    for (const row of rows.iterate())
      for (const statement of insertStatements(name, row as Record<string, Value>)) await write(statement);
  }
  for (const sql of searchStatements(schemaOf(database, "trigger").map(({ name }) => name))) await write(sql);
  for (const type of ["index", "view", "trigger"] as const)
    for (const { sql } of schemaOf(database, type)) await write(`${sql};`);
  out.end();
  await once(out, "finish");
}

export function countRows(database: DatabaseSync): Record<string, number> {
  return Object.fromEntries(
    schemaOf(database, "table").map(({ name }) => [
      name,
      Number(database.prepare(`SELECT count(*) AS n FROM ${quoted(name)}`).get()?.["n"]),
    ]),
  );
}
