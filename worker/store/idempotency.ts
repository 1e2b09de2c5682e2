import { askRow, type Ask } from "./ask.ts";
import type { Who } from "./people.ts";

export interface KeptAnswer {
  readonly requestHash: string;
  readonly receiptHash: string;
  readonly submissionId: string;
}

/** No row when the key is new. */
export function askKeptAnswer(who: Who, key: string): Ask<KeptAnswer> {
  return askRow(
    ["requestHash", "receiptHash", "submissionId"],
    `SELECT i.request_hash AS requestHash, i.receipt_hash AS receiptHash, i.submission_id AS submissionId
     FROM people p JOIN idempotency i ON i.person_id = p.id WHERE ${who.sql} AND i.key = ?`,
    [...who.values, key],
  );
}
