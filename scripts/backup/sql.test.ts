import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { insertStatements, loadSql, writeSql } from "./sql.ts";

const folder = mkdtempSync(join(tmpdir(), "kc-sql-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A child made before its parent, as a migration that makes a table anew leaves it; text of every kind; a trigger. */
function example(): DatabaseSync {
  const database = new DatabaseSync(":memory:");
  database.exec(`
    CREATE TABLE lines (id TEXT PRIMARY KEY, parent TEXT NOT NULL REFERENCES papers (id)) STRICT;
    CREATE TABLE papers (id TEXT PRIMARY KEY, text TEXT, amount INTEGER) STRICT;
    CREATE INDEX lines_by_parent ON lines (parent);
    CREATE TRIGGER papers_no_update BEFORE UPDATE ON papers BEGIN SELECT RAISE(ABORT, 'immutable'); END;`);
  const add = database.prepare("INSERT INTO papers (id, text, amount) VALUES (?, ?, ?)");
  add.run("a", "dấu ' nháy; xuống\r\ndòng, \0 và 😀", 9_007_199_254_740_993n);
  add.run("b", "😀'đ".repeat(60_000), -1);
  add.run("c", null, null);
  database.exec("INSERT INTO lines VALUES ('1', 'b')");
  return database;
}

const contents = (database: DatabaseSync): unknown =>
  ["papers", "lines"].map((table) => {
    const rows = database.prepare(`SELECT * FROM ${table} ORDER BY id`);
    rows.setReadBigInts(true);
    return rows.all();
  });

test("a database written out and read again is the same, in statements that D1 takes", async () => {
  const database = example();
  const file = join(folder, "a.sql");
  await writeSql(database, file);
  const sql = readFileSync(file, "utf8");
  // Statements end with ";" at the end of a line here; the longest text of the example has no line break.
  for (const line of sql.split("\n")) expect(Buffer.byteLength(line)).toBeLessThan(100_000);
  const strict = new DatabaseSync(":memory:");
  strict.exec(`PRAGMA foreign_keys = ON; BEGIN; ${sql} COMMIT`);
  expect(contents(strict)).toEqual(contents(database));
  expect(() => strict.exec("UPDATE papers SET amount = 0")).toThrow(/immutable/);
});

test("an export is read in pieces", async () => {
  const file = join(folder, "b.sql");
  const database = example();
  database.exec("DELETE FROM lines; DELETE FROM papers");
  await writeSql(database, file);
  const again = new DatabaseSync(":memory:");
  await loadSql(again, file);
  expect(again.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE type = 'trigger'").get()).toEqual({
    n: 1,
  });
});

test("an export that has a trigger before its view is read all the same", async () => {
  const file = join(folder, "c.sql");
  writeFileSync(
    file,
    `CREATE TABLE papers (id TEXT PRIMARY KEY);
CREATE TRIGGER taken INSTEAD OF INSERT ON arriving BEGIN
  INSERT INTO papers VALUES (NEW.id);
  INSERT INTO papers VALUES (NEW.id || '-again');
END;
CREATE VIEW arriving AS SELECT NULL AS id
WHERE 0;
INSERT INTO papers VALUES ('first');`,
  );
  const database = new DatabaseSync(":memory:");
  await loadSql(database, file);
  database.exec("INSERT INTO arriving (id) VALUES ('b')");
  expect(database.prepare("SELECT id FROM papers ORDER BY id").all()).toEqual([
    { id: "b" },
    { id: "b-again" },
    { id: "first" },
  ]);
});

test("any text survives its statements", () => {
  const database = new DatabaseSync(":memory:");
  database.exec("CREATE TABLE t (id TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 40_000 }), (seed, times) => {
      const text = seed.repeat(Math.ceil(times / (seed.length + 1)));
      database.exec("DELETE FROM t");
      for (const statement of insertStatements("t", { id: "x", text })) database.exec(statement);
      expect(database.prepare("SELECT text FROM t").get()).toEqual({ text });
    }),
    { numRuns: 60 },
  );
});
