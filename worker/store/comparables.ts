/** The figures laid side by side: one row a figure, replaced as a whole with every revision the Ministry comes to see. */
import { quantityToString } from "../../shared/kernel/quantity.ts";
import type { Comparable, Topic } from "../../shared/plan/comparables.ts";
import type { Database } from "./database.ts";

/** Rows written by one statement: its parameter stays far below the 2 MB a value may have. */
const ROWS_AT_ONCE = 2000;
const MOST_TEXT = 200;

export function replaceComparables(
  db: Database,
  submissionId: string,
  comparables: readonly Comparable[],
): D1PreparedStatement[] {
  const rows = comparables.map((c, position) => [
    position,
    c.topic,
    c.key,
    c.label.slice(0, MOST_TEXT),
    c.unit.slice(0, MOST_TEXT),
    quantityToString(c.value),
    c.sheet,
    c.cell,
  ]);
  const insert = db.prepare(
    `INSERT INTO comparables (submission_id, position, topic, key, label, unit, value, sheet, cell)
     SELECT ?1, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7
     FROM json_each(?2)`,
  );
  const parts = Math.ceil(rows.length / ROWS_AT_ONCE);
  return [
    db.prepare("DELETE FROM comparables WHERE submission_id = ?").bind(submissionId),
    ...Array.from({ length: parts }, (_, part) =>
      insert.bind(submissionId, JSON.stringify(rows.slice(part * ROWS_AT_ONCE, (part + 1) * ROWS_AT_ONCE))),
    ),
  ];
}

/** Only what the Ministry sees now and nobody has taken back or refused. */
const SEEN = `FROM comparables c JOIN submissions s ON s.id = c.submission_id
  WHERE s.ministry_sees = 1 AND s.state NOT IN ('withdrawn', 'rejected')`;

export interface ComparedKey {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly figures: number;
  readonly provinces: number;
}

/** What can be compared, the widest spread first; `search` is folded already. */
export async function listKeys(
  db: Database,
  topic: Topic,
  search: string,
  limit: number,
): Promise<ComparedKey[]> {
  const { results } = await db
    .prepare(
      `SELECT c.key, min(c.label) AS label, min(c.unit) AS unit, count(*) AS figures,
         count(DISTINCT s.province_code) AS provinces
       ${SEEN} AND c.topic = ? AND instr(c.key, ?) > 0
       GROUP BY c.key ORDER BY provinces DESC, figures DESC, c.key LIMIT ?`,
    )
    .bind(topic, search, limit)
    .all<ComparedKey>();
  return results;
}

export interface ComparedFigure {
  readonly submissionId: string;
  readonly provinceCode: string;
  readonly provinceName: string;
  readonly year: number;
  readonly label: string;
  readonly unit: string;
  readonly value: string;
  readonly sheet: string;
  readonly cell: string;
}

export async function figuresOf(
  db: Database,
  topic: Topic,
  key: string,
  limit: number,
): Promise<ComparedFigure[]> {
  const { results } = await db
    .prepare(
      `SELECT c.submission_id AS submissionId, s.province_code AS provinceCode, s.province_name AS provinceName,
         s.year, c.label, c.unit, c.value, c.sheet, c.cell
       ${SEEN} AND c.topic = ? AND c.key = ?
       ORDER BY s.province_name, s.year, c.submission_id, c.position LIMIT ?`,
    )
    .bind(topic, key, limit)
    .all<ComparedFigure>();
  return results;
}

export interface PeerRow {
  readonly topic: Topic;
  readonly key: string;
  readonly provinceCode: string;
  readonly value: string;
  readonly submissionId: string;
  readonly sheet: string;
  readonly cell: string;
}

/** What other provinces sent under the given topics and keys. */
export async function figuresOfOthers(
  db: Database,
  provinceCode: string,
  asked: readonly { readonly topic: Topic; readonly key: string }[],
  limit: number,
): Promise<PeerRow[]> {
  const pairs = JSON.stringify(asked.map(({ topic, key }) => [topic, key]));
  const { results } = await db
    .prepare(
      `SELECT c.topic, c.key, s.province_code AS provinceCode, c.value, c.submission_id AS submissionId, c.sheet, c.cell
       ${SEEN} AND s.province_code <> ?1
         AND (c.topic, c.key) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?2))
       ORDER BY c.submission_id, c.position LIMIT ?3`,
    )
    .bind(provinceCode, pairs, limit)
    .all<PeerRow>();
  return results;
}
