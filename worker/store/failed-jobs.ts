/** Jobs the queue gave up, kept until somebody looks after them. */
import type { FailedJob } from "../../shared/contract/failed-job.ts";
import type { Database } from "./database.ts";

export interface GivenUp {
  readonly id: string;
  readonly kind: string;
  /** JSON. */
  readonly job: string;
  readonly failedAt: string;
}

/** The same message delivered twice is one row. */
export async function keepFailedJob(db: Database, { id, kind, job, failedAt }: GivenUp): Promise<void> {
  await db
    .prepare("INSERT INTO failed_jobs (id, kind, job, failed_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
    .bind(id, kind, job, failedAt)
    .run();
}

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly job: string;
  readonly failedAt: string;
  readonly sentAgainAt: string | null;
  readonly sentAgainBy: string | null;
}

const SELECT = `SELECT f.id, f.kind, f.job, f.failed_at AS failedAt, f.sent_again_at AS sentAgainAt, p.name AS sentAgainBy
  FROM failed_jobs f LEFT JOIN people p ON p.id = f.sent_again_by`;

function aboutOf(job: string): string | null {
  const { uploadId, runId } = JSON.parse(job) as { readonly uploadId?: unknown; readonly runId?: unknown };
  const about = uploadId ?? runId;
  return typeof about === "string" ? about : null;
}

function viewOf({ id, kind, job, failedAt, sentAgainAt, sentAgainBy }: Row): FailedJob {
  const sentAgain = sentAgainAt === null ? null : { name: sentAgainBy ?? "", at: sentAgainAt };
  return { id, kind, about: aboutOf(job), failedAt, sentAgain };
}

/** Those that wait first, the newest of each on top. */
export async function listFailedJobs(db: Database, limit: number): Promise<FailedJob[]> {
  const { results } = await db
    .prepare(`${SELECT} ORDER BY f.sent_again_at IS NOT NULL, f.failed_at DESC, f.id LIMIT ?`)
    .bind(limit)
    .all<Row>();
  return results.map(viewOf);
}

export async function countWaitingJobs(db: Database): Promise<number> {
  const sql = "SELECT count(*) AS n FROM failed_jobs WHERE sent_again_at IS NULL";
  return (await db.prepare(sql).first<number>("n")) ?? 0;
}

/** What was sent to the queue; null when there is no such job. */
export async function findFailedJob(
  db: Database,
  id: string,
): Promise<{ readonly job: string; readonly sentAgainAt: string | null } | null> {
  return db
    .prepare("SELECT job, sent_again_at AS sentAgainAt FROM failed_jobs WHERE id = ?")
    .bind(id)
    .first<{ job: string; sentAgainAt: string | null }>();
}

export async function noteSentAgain(db: Database, id: string, personId: string, at: string): Promise<void> {
  await db
    .prepare(
      "UPDATE failed_jobs SET sent_again_at = ?, sent_again_by = ? WHERE id = ? AND sent_again_at IS NULL",
    )
    .bind(at, personId, id)
    .run();
}
