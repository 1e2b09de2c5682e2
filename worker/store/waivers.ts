/** Steps of waivers; each belongs to the event of its submission with the same version. */
import type { WaiverRecord, WaiverStep } from "../../shared/plan/waivers.ts";
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

export interface RegisteredRecord extends WaiverRecord {
  readonly submissionId: string;
  readonly provinceCode: string;
  readonly provinceName: string;
  readonly year: number;
}

/** Steps of the newest waivers of all submissions, oldest step first. */
export async function newestWaiverRecords(db: Database, limit: number): Promise<RegisteredRecord[]> {
  const { results } = await db
    .prepare(
      `SELECT w.waiver, w.step, w.rule, w.reason, w.person_id AS personId, p.name AS personName, w.at,
         s.id AS submissionId, s.province_code AS provinceCode, s.province_name AS provinceName, s.year
       FROM waiver_records w JOIN people p ON p.id = w.person_id JOIN submissions s ON s.id = w.submission_id
       WHERE w.waiver IN (
         SELECT waiver FROM waiver_records WHERE step IN ('grant', 'propose') ORDER BY waiver DESC LIMIT ?)
       ORDER BY w.waiver, w.version`,
    )
    .bind(limit)
    .all<RegisteredRecord>();
  return results;
}

/** How many waivers of each rule stand at which step. */
export async function countWaiverSteps(
  db: Database,
): Promise<{ rule: string; step: WaiverStep; waivers: number }[]> {
  const { results } = await db
    .prepare(
      `SELECT rule, step, count(*) AS waivers FROM waiver_records w
       WHERE version = (SELECT max(version) FROM waiver_records x WHERE x.waiver = w.waiver)
       GROUP BY rule, step ORDER BY rule, step`,
    )
    .all<{ rule: string; step: WaiverStep; waivers: number }>();
  return results;
}
