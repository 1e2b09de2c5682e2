/** Steps of waivers; each belongs to the event of its submission with the same version. */
import type { WaiverRecord } from "../../shared/plan/waivers.ts";
import type { Database } from "./database.ts";

export interface NewWaiverRecord extends Omit<WaiverRecord, "personName"> {
  readonly submissionId: string;
  readonly version: number;
}

/** Refused by the table when the version is taken, or when the proposer confirms. */
export function addWaiverRecord(db: Database, r: NewWaiverRecord): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO waiver_records (submission_id, version, waiver, step, rule, reason, person_id, at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .bind(r.submissionId, r.version, r.waiver, r.step, r.rule, r.reason, r.personId, r.at);
}

export async function waiverRecordsOf(db: Database, submissionId: string): Promise<WaiverRecord[]> {
  const { results } = await db
    .prepare(
      `SELECT w.waiver, w.step, w.rule, w.reason, w.person_id AS personId, p.name AS personName, w.at
       FROM waiver_records w JOIN people p ON p.id = w.person_id WHERE w.submission_id = ? ORDER BY w.version`,
    )
    .bind(submissionId)
    .all<WaiverRecord>();
  return results;
}
