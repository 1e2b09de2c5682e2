/** The index of words behind the queue's search: files wait for it (migration 0024) until somebody looks for words. */
import type { Database } from "./database.ts";

/** Files of one batch: its statements stay far below what D1 allows one to take. */
const AT_ONCE = 1000;

const WAITING = `SELECT DISTINCT id FROM words_waiting ORDER BY id LIMIT ${AT_ONCE}`;

/** What a file said before goes first: a word it no longer has must not find it. */
const STATEMENTS = [
  `DELETE FROM submission_search WHERE rowid IN (
     SELECT f.rowid FROM (${WAITING}) w
     JOIN submission_search f ON f.submission_search MATCH 'id : "' || w.id || '"' AND f.id = w.id)`,
  `INSERT INTO submission_search (id, words)
     SELECT s.id, s.search || ' ' || lower(substr(s.id, -8)) FROM (${WAITING}) w JOIN submissions s ON s.id = w.id`,
  `DELETE FROM words_waiting WHERE id IN (${WAITING})`,
];

/** Afterwards the index holds every file that was there before. */
export async function indexWaitingWords(db: Database): Promise<void> {
  for (;;) {
    const waiting = await db.prepare("SELECT 1 AS n FROM words_waiting LIMIT 1").first<number>("n");
    if (waiting === null) return;
    await db.batch(STATEMENTS.map((sql) => db.prepare(sql)));
  }
}
