import type { RecheckResult, RecheckRun } from "../../shared/contract/recheck.ts";
import type { Person } from "../../shared/contract/session.ts";
import type { Database } from "./database.ts";
import { visibleTo } from "./submissions.ts";

export interface NewRun {
  readonly id: string;
  readonly reason: string;
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly lawVersion: string;
  readonly rulesVersion: string;
}

/** A run over every submission there is now. */
export function addRun(db: Database, run: NewRun): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO recheck_runs (id, reason, requested_by, requested_at, law_version, rules_version, up_to, total)
       SELECT ?, ?, ?, ?, ?, ?, coalesce(max(id), ''), count(*) FROM submissions`,
    )
    .bind(run.id, run.reason, run.requestedBy, run.requestedAt, run.lawVersion, run.rulesVersion);
}

const RUN = `SELECT r.id, r.reason, p.name AS requestedBy, r.requested_at AS requestedAt, r.law_version AS lawVersion,
    r.rules_version AS rulesVersion, r.total,
    (SELECT count(*) FROM recheck_results x WHERE x.run_id = r.id) AS done,
    (SELECT count(*) FROM recheck_results x WHERE x.run_id = r.id AND x.outcome = 'differs') AS differing,
    (SELECT count(*) FROM recheck_results x WHERE x.run_id = r.id AND x.outcome = 'failed') AS failed
  FROM recheck_runs r JOIN people p ON p.id = r.requested_by`;

export async function findRun(db: Database, id: string): Promise<RecheckRun | null> {
  return db.prepare(`${RUN} WHERE r.id = ?`).bind(id).first<RecheckRun>();
}

/** The twenty newest, newest first. */
export async function listRuns(db: Database): Promise<RecheckRun[]> {
  return (await db.prepare(`${RUN} ORDER BY r.id DESC LIMIT 20`).all<RecheckRun>()).results;
}

export interface RecheckTask {
  readonly submissionId: string;
  readonly revision: number;
  readonly envelopeHash: string;
  readonly receiptHash: string;
  /** 1 when this run has its result already. */
  readonly done: 0 | 1;
}

/** The next submissions of a run after `after`, by id. Empty when the run is over. */
export async function nextTasks(
  db: Database,
  runId: string,
  after: string,
  limit: number,
): Promise<RecheckTask[]> {
  const { results } = await db
    .prepare(
      `SELECT s.id AS submissionId, s.revision, v.envelope_hash AS envelopeHash, v.receipt_hash AS receiptHash,
        EXISTS (SELECT 1 FROM recheck_results x WHERE x.run_id = r.id AND x.submission_id = s.id) AS done
       FROM recheck_runs r JOIN submissions s ON s.id > ?2 AND s.id <= r.up_to
       JOIN revisions v ON v.submission_id = s.id AND v.revision = s.revision
       WHERE r.id = ?1 ORDER BY s.id LIMIT ?3`,
    )
    .bind(runId, after, limit)
    .all<RecheckTask>();
  return results;
}

/** A second result of the same submission (a message delivered twice) changes nothing. */
export function addResult(db: Database, runId: string, result: RecheckResult): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO recheck_results (run_id, submission_id, revision, outcome, changes, versions, checked_at)
       VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    )
    .bind(
      runId,
      result.submissionId,
      result.revision,
      result.outcome,
      JSON.stringify(result.changes),
      JSON.stringify(result.versions),
      result.checkedAt,
    );
}

interface ResultRow extends Omit<RecheckResult, "changes" | "versions"> {
  readonly changes: string;
  readonly versions: string;
}

/** Results that are not "same", of submissions this person may see, by id after `after`. */
export async function listResults(
  db: Database,
  viewer: Person,
  runId: string,
  after: string,
  limit: number,
): Promise<RecheckResult[]> {
  const visible = visibleTo(viewer);
  const { results } = await db
    .prepare(
      `SELECT x.submission_id AS submissionId, x.revision, x.outcome, x.changes, x.versions, x.checked_at AS checkedAt
       FROM recheck_results x JOIN submissions s ON s.id = x.submission_id
       WHERE x.run_id = ? AND x.outcome <> 'same' AND x.submission_id > ? AND (${visible.sql})
       ORDER BY x.submission_id LIMIT ?`,
    )
    .bind(runId, after, ...visible.values, limit)
    .all<ResultRow>();
  return results.map((row) => ({
    ...row,
    changes: JSON.parse(row.changes) as RecheckResult["changes"],
    versions: JSON.parse(row.versions) as RecheckResult["versions"],
  }));
}
