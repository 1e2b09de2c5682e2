import type { Database } from "./database.ts";

export interface StoredOrder {
  readonly id: string;
  readonly submissionId: string;
  readonly revision: number;
  readonly scope: "all" | "QG" | "ĐP";
  readonly ordererName: string;
  readonly lineCount: number;
  readonly supportDong: number;
  readonly orderedBy: string;
  readonly orderedAt: string;
}

/** Refused by the table when the submission has an order. */
export function addOrder(db: Database, o: StoredOrder): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO orders (id, submission_id, revision, scope, orderer_name, line_count, support_dong, ordered_by, ordered_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .bind(
      o.id,
      o.submissionId,
      o.revision,
      o.scope,
      o.ordererName,
      o.lineCount,
      o.supportDong,
      o.orderedBy,
      o.orderedAt,
    );
}

export async function findOrder(db: Database, submissionId: string): Promise<StoredOrder | null> {
  return db
    .prepare(
      `SELECT id, submission_id AS submissionId, revision, scope, orderer_name AS ordererName, line_count AS lineCount,
        support_dong AS supportDong, ordered_by AS orderedBy, ordered_at AS orderedAt FROM orders WHERE submission_id = ?`,
    )
    .bind(submissionId)
    .first<StoredOrder>();
}
