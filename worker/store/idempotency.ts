import type { Database } from "./database.ts";

export interface KeptAnswer {
  readonly requestHash: string;
  readonly receiptHash: string;
  readonly submissionId: string;
}

export function findKeptAnswer(db: Database, personId: string, key: string): D1PreparedStatement {
  return db
    .prepare(
      "SELECT request_hash AS requestHash, receipt_hash AS receiptHash, submission_id AS submissionId FROM idempotency WHERE person_id = ? AND key = ?",
    )
    .bind(personId, key);
}

/** What `findKeptAnswer` found; null when the key is new. */
export function keptAnswer(found: D1Result | undefined): KeptAnswer | null {
  return (found?.results[0] as KeptAnswer | undefined) ?? null;
}

export function keepAnswer(
  db: Database,
  personId: string,
  key: string,
  answer: KeptAnswer,
  at: string,
): D1PreparedStatement {
  return db
    .prepare(
      "INSERT INTO idempotency (person_id, key, request_hash, receipt_hash, submission_id, created_at) VALUES (?, ?, ?, ?, ?, ?)",
    )
    .bind(personId, key, answer.requestHash, answer.receiptHash, answer.submissionId, at);
}
