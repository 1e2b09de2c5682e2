import type { Database } from "./database.ts";

export interface StoredRevision {
  readonly submissionId: string;
  readonly revision: number;
  /** sha256 of the canonical workbook. */
  readonly contentHash: string;
  /** Keys into `content`. */
  readonly envelopeHash: string;
  readonly receiptHash: string;
  readonly templateVersion: string;
  readonly lawVersion: string;
  readonly rulesVersion: string;
  readonly sentBy: string;
  readonly receivedAt: string;
}

export interface RevisionWithName extends StoredRevision {
  readonly sentByName: string;
}

/** Newest last. */
export async function revisionsOf(db: Database, submissionId: string): Promise<RevisionWithName[]> {
  const { results } = await db
    .prepare(
      `SELECT r.submission_id AS submissionId, r.revision, r.content_hash AS contentHash, r.envelope_hash AS envelopeHash,
        r.receipt_hash AS receiptHash, r.template_version AS templateVersion, r.law_version AS lawVersion,
        r.rules_version AS rulesVersion, r.sent_by AS sentBy, r.received_at AS receivedAt, p.name AS sentByName
       FROM revisions r JOIN people p ON p.id = r.sent_by WHERE r.submission_id = ? ORDER BY r.revision`,
    )
    .bind(submissionId)
    .all<RevisionWithName>();
  return results;
}
