/** The figures laid side by side: one row a figure, replaced as a whole with every revision the Ministry comes to see. */
import type { ComparedTopic } from "../../shared/contract/comparison.ts";
import type { Dong } from "../../shared/kernel/money.ts";
import { quantityToString } from "../../shared/kernel/quantity.ts";
import { foldKey } from "../../shared/kernel/text.ts";
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

/** Replaced together with the figures: a service whose price cannot be computed is listed without one. */
export function replaceComparedServices(
  db: Database,
  submissionId: string,
  services: readonly ComparedService[],
): D1PreparedStatement[] {
  const rows = services.map(({ key, name, unit, content, priceDong, sheet, cell }, position) => [
    position,
    key.slice(0, MOST_TEXT),
    name.slice(0, MOST_TEXT),
    unit.slice(0, MOST_TEXT),
    content,
    priceDong === null ? null : String(priceDong),
    sheet,
    cell,
  ]);
  return [
    db.prepare("DELETE FROM compared_services WHERE submission_id = ?").bind(submissionId),
    db
      .prepare(
        `INSERT INTO compared_services (submission_id, position, key, name, unit, content, value, sheet, cell)
         SELECT ?1, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7
         FROM json_each(?2)`,
      )
      .bind(submissionId, JSON.stringify(rows)),
  ];
}

export interface ComparedService {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly content: number | null;
  /** By its own norm and prices on its own day; null when it cannot be computed. */
  readonly priceDong: Dong | null;
  readonly sheet: string;
  readonly cell: string;
}

/** Only what the Ministry sees now and nobody has taken back or refused. */
const SEEN = "s.ministry_sees = 1 AND s.state NOT IN ('withdrawn', 'rejected')";

/** Unit prices of services stand beside the other figures. */
const FIGURES = `(
  SELECT submission_id, position, topic, key, label, unit, value, sheet, cell FROM comparables
  UNION ALL
  SELECT submission_id, position, 'service', key, name, 'đồng/' || unit, value, sheet, cell
  FROM compared_services WHERE value IS NOT NULL
) c JOIN submissions s ON s.id = c.submission_id`;

export interface ComparedKey {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly figures: number;
  readonly provinces: number;
}

/** More different things than this are not looked through. */
const MOST_SEARCHED = 5000;

/** What can be compared, the widest spread first; `search` is folded already and found in the key or in the name. */
export async function listKeys(
  db: Database,
  topic: ComparedTopic,
  search: string,
  limit: number,
): Promise<ComparedKey[]> {
  const { results } = await db
    .prepare(
      `SELECT c.key, min(c.label) AS label, min(c.unit) AS unit, count(*) AS figures,
         count(DISTINCT s.province_code) AS provinces
       FROM ${FIGURES} WHERE ${SEEN} AND c.topic = ?
       GROUP BY c.key ORDER BY provinces DESC, figures DESC, c.key LIMIT ?`,
    )
    .bind(topic, search === "" ? limit : MOST_SEARCHED)
    .all<ComparedKey>();
  if (search === "") return results;
  const isMeant = ({ key, label }: ComparedKey) => key.includes(search) || foldKey(label).includes(search);
  return results.filter(isMeant).slice(0, limit);
}

/** Services that submissions of at least one province have norms for, the widest spread first. */
export async function listServices(db: Database, limit: number): Promise<SentServiceRow[]> {
  const { results } = await db
    .prepare(
      `SELECT c.key, min(c.name) AS name, min(c.unit) AS unit, min(c.content) AS content,
         count(DISTINCT c.submission_id) AS submissions, count(DISTINCT s.province_code) AS provinces
       FROM compared_services c JOIN submissions s ON s.id = c.submission_id WHERE ${SEEN}
       GROUP BY c.key ORDER BY provinces DESC, submissions DESC, c.key LIMIT ?`,
    )
    .bind(limit)
    .all<SentServiceRow>();
  return results;
}

export interface SentServiceRow {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly content: number | null;
  readonly submissions: number;
  readonly provinces: number;
}

export interface SenderRow {
  readonly submissionId: string;
  readonly provinceCode: string;
  readonly provinceName: string;
  readonly year: number;
  /** Of the newest revision. */
  readonly envelopeHash: string;
}

/** The submissions that have a norm for one of the services; the newest year of a province first. */
export async function sendersOf(db: Database, keys: readonly string[], limit: number): Promise<SenderRow[]> {
  const { results } = await db
    .prepare(
      `SELECT s.id AS submissionId, s.province_code AS provinceCode, s.province_name AS provinceName, s.year,
         r.envelope_hash AS envelopeHash
       FROM submissions s JOIN revisions r ON r.submission_id = s.id AND r.revision = s.revision
       WHERE ${SEEN} AND s.id IN (
         SELECT submission_id FROM compared_services WHERE key IN (SELECT value FROM json_each(?)))
       ORDER BY s.province_code, s.year DESC, s.id DESC LIMIT ?`,
    )
    .bind(JSON.stringify(keys), limit)
    .all<SenderRow>();
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
  topic: ComparedTopic,
  key: string,
  limit: number,
): Promise<ComparedFigure[]> {
  const { results } = await db
    .prepare(
      `SELECT c.submission_id AS submissionId, s.province_code AS provinceCode, s.province_name AS provinceName,
         s.year, c.label, c.unit, c.value, c.sheet, c.cell
       FROM ${FIGURES} WHERE ${SEEN} AND c.topic = ? AND c.key = ?
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
       FROM comparables c JOIN submissions s ON s.id = c.submission_id
       WHERE ${SEEN} AND s.province_code <> ?1
         AND (c.topic, c.key) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?2))
       ORDER BY c.submission_id, c.position LIMIT ?3`,
    )
    .bind(provinceCode, pairs, limit)
    .all<PeerRow>();
  return results;
}
