import type { WorkRecord } from "../../shared/plan/execution.ts";
import type { State } from "../../shared/plan/states.ts";
import type { Database } from "./database.ts";

export interface StoredRecord extends WorkRecord {
  readonly submissionId: string;
  readonly seq: number;
  readonly personId: string;
  readonly recordedAt: string;
  /** sha256 over the record and the hash before it. */
  readonly hash: string;
}

export type RecordWithName = StoredRecord & { readonly personName: string };

/**
 * Refused by the table when its place is taken: somebody else wrote first. Writes nothing when the file has moved to
 * another state in the meantime.
 */
export function addRecord(db: Database, r: StoredRecord, state: State): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO execution_records (id, submission_id, seq, de_an_code, kind, on_date, percent, amount_dong, detail, document,
        note, person_id, recorded_at, hash)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14
       WHERE EXISTS (SELECT 1 FROM submissions WHERE id = ?2 AND state = ?15)`,
    )
    .bind(
      r.id,
      r.submissionId,
      r.seq,
      r.deAnCode,
      r.kind,
      r.on,
      r.percent,
      r.amountDong,
      JSON.stringify(r.detail),
      r.document,
      r.note,
      r.personId,
      r.recordedAt,
      r.hash,
      state,
    );
}

/** Of these submissions, in the order they were written. */
export async function recordsOf(
  db: Database,
  submissionIds: readonly string[],
): Promise<Map<string, RecordWithName[]>> {
  const { results } = await db
    .prepare(
      `SELECT r.id, r.submission_id AS submissionId, r.seq, r.de_an_code AS deAnCode, r.kind, r.on_date AS "on", r.percent,
        r.amount_dong AS amountDong, r.detail, r.document, r.note, r.person_id AS personId, p.name AS personName,
        r.recorded_at AS recordedAt, r.hash
       FROM execution_records r JOIN people p ON p.id = r.person_id
       WHERE r.submission_id IN (SELECT value FROM json_each(?)) ORDER BY r.submission_id, r.seq`,
    )
    .bind(JSON.stringify(submissionIds))
    .all<Omit<RecordWithName, "detail"> & { detail: string }>();
  const found = new Map<string, RecordWithName[]>(submissionIds.map((id) => [id, []]));
  for (const row of results)
    found.get(row.submissionId)?.push({ ...row, detail: JSON.parse(row.detail) as RecordWithName["detail"] });
  return found;
}
