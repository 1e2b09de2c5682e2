import type { Person } from "../../shared/contract/session.ts";
import type { FindingsFilter } from "../../shared/contract/submission.ts";
import type { State } from "../../shared/plan/states.ts";
import type { Database } from "./database.ts";

export interface StoredSubmission {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly provinceCode: string;
  readonly provinceName: string;
  readonly year: number;
  readonly state: State;
  readonly ministrySees: 0 | 1;
  readonly version: number;
  readonly revision: number;
  readonly fileName: string | null;
  readonly deAnCount: number;
  readonly totalDong: number;
  readonly supportDong: number;
  /** Of the two funds, khuyến công quốc gia and khuyến công địa phương. */
  readonly supportNationalDong: number;
  readonly supportLocalDong: number;
  readonly warningCount: number;
  readonly infoCount: number;
  readonly sentBy: string;
  readonly sentByName: string;
  readonly search: string;
  readonly receivedAt: string;
  readonly updatedAt: string;
}

/** What a new submission or revision writes; names of people and organisations are joined when read. */
export type SubmissionWrite = Omit<StoredSubmission, "organisationName" | "sentByName">;

const SELECT = `
  SELECT s.id, s.organisation_id AS organisationId, o.name AS organisationName, s.province_code AS provinceCode,
    s.province_name AS provinceName, s.year, s.state, s.ministry_sees AS ministrySees, s.version, s.revision,
    s.file_name AS fileName, s.de_an_count AS deAnCount, s.total_dong AS totalDong, s.support_dong AS supportDong,
    s.support_national_dong AS supportNationalDong, s.support_local_dong AS supportLocalDong,
    s.warning_count AS warningCount, s.info_count AS infoCount, s.sent_by AS sentBy, p.name AS sentByName, s.search,
    s.received_at AS receivedAt, s.updated_at AS updatedAt
  FROM submissions s JOIN organisations o ON o.id = s.organisation_id JOIN people p ON p.id = s.sent_by`;

interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** The one place that says whose files a person sees; it is part of every query for submissions. */
export function visibleTo(viewer: Person): Condition {
  const province = viewer.organisation.provinceCode;
  if ((viewer.role === "drafter" || viewer.role === "province") && province !== null) {
    return { sql: "s.province_code = ?", values: [province] };
  }
  if (viewer.role === "ministry") return { sql: "s.ministry_sees = 1", values: [] };
  return { sql: "0", values: [] };
}

/** Null when it does not exist or is not for this person to see: the two look the same from outside. */
export async function findSubmission(
  db: Database,
  viewer: Person,
  id: string,
): Promise<StoredSubmission | null> {
  const visible = visibleTo(viewer);
  return db
    .prepare(`${SELECT} WHERE s.id = ? AND ${visible.sql}`)
    .bind(id, ...visible.values)
    .first<StoredSubmission>();
}

export interface SubmissionFilter {
  readonly state?: string | undefined;
  readonly province?: string | undefined;
  readonly year?: number | undefined;
  readonly findings?: FindingsFilter | undefined;
  /** Already folded. */
  readonly search?: string | undefined;
  /** Id of the last one seen. */
  readonly before?: string | undefined;
  readonly limit: number;
}

const FINDINGS_SQL: Readonly<Record<FindingsFilter, string>> = {
  warning: "s.warning_count > 0",
  info: "s.info_count > 0",
  none: "s.warning_count = 0 AND s.info_count = 0",
};

/** Folded text → FTS5: every word must begin a word of the file. Null when there is no letter or digit to look for. */
export function searchExpression(folded: string): string | null {
  const words = folded.match(/[\p{L}\p{N}]+/gu);
  return words === null ? null : words.map((word) => `"${word}"*`).join(" ");
}

function conditionsOf(viewer: Person, filter: SubmissionFilter): Condition[] {
  const conditions: Condition[] = [visibleTo(viewer)];
  const add = (sql: string, ...values: (string | number)[]) => conditions.push({ sql, values });
  if (filter.state !== undefined) add("s.state = ?", filter.state);
  if (filter.province !== undefined) add("s.province_code = ?", filter.province);
  if (filter.year !== undefined) add("s.year = ?", filter.year);
  if (filter.findings !== undefined) add(FINDINGS_SQL[filter.findings]);
  if (filter.search !== undefined) {
    const words = searchExpression(filter.search);
    if (words === null) add("0");
    else add("s.id IN (SELECT id FROM submission_search WHERE submission_search MATCH ?)", words);
  }
  if (filter.before !== undefined) add("s.id < ?", filter.before);
  return conditions;
}

/** The question itself, so that a test can ask the database how it would go about it. */
export function listQuery(
  viewer: Person,
  filter: SubmissionFilter,
): { readonly sql: string; readonly values: readonly (string | number)[] } {
  const conditions = conditionsOf(viewer, filter);
  const where = conditions.map((condition) => `(${condition.sql})`).join(" AND ");
  return {
    sql: `${SELECT} WHERE ${where} ORDER BY s.id DESC LIMIT ?`,
    values: [...conditions.flatMap((condition) => condition.values), filter.limit],
  };
}

/** Newest first; ids begin with their time. */
export async function listSubmissions(
  db: Database,
  viewer: Person,
  filter: SubmissionFilter,
): Promise<StoredSubmission[]> {
  const { sql, values } = listQuery(viewer, filter);
  const { results } = await db
    .prepare(sql)
    .bind(...values)
    .all<StoredSubmission>();
  return results;
}

export interface Move {
  readonly id: string;
  readonly state: State;
  readonly ministrySees: 0 | 1;
  /** The version after the move. */
  readonly version: number;
  readonly at: string;
}

/** The event of the same batch refuses when somebody was faster. */
export function moveSubmission(db: Database, move: Move): D1PreparedStatement {
  return db
    .prepare(
      "UPDATE submissions SET state = ?, ministry_sees = ?, version = ?, updated_at = ? WHERE id = ? AND version = ?",
    )
    .bind(move.state, move.ministrySees, move.version, move.at, move.id, move.version - 1);
}

/** Years with a file this person may see, newest first. */
export async function submissionYears(
  db: Database,
  viewer: Person,
  province: string | undefined,
): Promise<number[]> {
  const conditions = conditionsOf(viewer, { province, limit: 0 });
  const where = conditions.map((condition) => `(${condition.sql})`).join(" AND ");
  const { results } = await db
    .prepare(`SELECT DISTINCT s.year FROM submissions s WHERE ${where} ORDER BY s.year DESC`)
    .bind(...conditions.flatMap((condition) => condition.values))
    .all<{ year: number }>();
  return results.map(({ year }) => year);
}

export async function countSubmissions(db: Database): Promise<number> {
  return (await db.prepare("SELECT count(*) AS n FROM submissions").first<number>("n")) ?? 0;
}
