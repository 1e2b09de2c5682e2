import type { Comment } from "../../shared/contract/submission.ts";
import type { Database } from "./database.ts";

export interface NewComment {
  readonly submissionId: string;
  readonly version: number;
  readonly revision: number;
  readonly personId: string;
  readonly role: string;
  readonly at: string;
}

export interface CommentText {
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly row: number | null;
  readonly text: string;
}

export function addComments(
  db: Database,
  head: NewComment,
  texts: readonly CommentText[],
): D1PreparedStatement[] {
  const statement = db.prepare(
    `INSERT INTO comments (submission_id, version, position, revision, person_id, role, at, sheet, cell, row_number, text)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return texts.map((c, position) =>
    statement.bind(
      head.submissionId,
      head.version,
      position,
      head.revision,
      head.personId,
      head.role,
      head.at,
      c.sheet,
      c.cell,
      c.row,
      c.text,
    ),
  );
}

export interface StoredComment extends Comment {
  /** Version of the submission this comment came with. */
  readonly version: number;
}

export async function commentsOf(db: Database, submissionId: string): Promise<StoredComment[]> {
  const { results } = await db
    .prepare(
      `SELECT c.version, c.revision, c.at, p.name AS personName, c.role, c.sheet, c.cell, c.row_number AS "row", c.text
       FROM comments c JOIN people p ON p.id = c.person_id WHERE c.submission_id = ? ORDER BY c.version, c.position`,
    )
    .bind(submissionId)
    .all<StoredComment>();
  return results;
}
