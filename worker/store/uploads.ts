import type { Person } from "../../shared/contract/session.ts";
import type { Database } from "./database.ts";

export interface StoredUpload {
  readonly id: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly fileHash: string;
  readonly sizeBytes: number;
  readonly fileName: string;
  /** JSON list of sentences. */
  readonly notes: string;
  readonly lineCount: number;
  readonly createdAt: string;
}

/** One of `resultHash` (key into `content`) and `reason` is null; `checkedAt` null: not judged yet. */
export interface UploadWithCheck extends StoredUpload {
  readonly resultHash: string | null;
  readonly reason: string | null;
  readonly checkedAt: string | null;
}

const SELECT = `SELECT u.id, u.person_id AS personId, u.organisation_id AS organisationId, u.file_hash AS fileHash,
    u.size_bytes AS sizeBytes, u.file_name AS fileName, u.notes, u.line_count AS lineCount, u.created_at AS createdAt,
    c.result_hash AS resultHash, c.reason, c.checked_at AS checkedAt
  FROM uploads u LEFT JOIN upload_checks c ON c.upload_id = u.id`;

/** How many bytes of files may be kept since a moment. */
export interface Room {
  readonly since: string;
  readonly personBytes: number;
  readonly organisationBytes: number;
}

/** Bytes of different files kept since ?3, the file ?4 not counted: of the person ?1, and of the organisation ?2. */
const sumOf = (where: string): string =>
  `(SELECT coalesce(sum(size_bytes), 0) FROM
     (SELECT DISTINCT file_hash, size_bytes FROM uploads WHERE ${where} AND created_at >= ?3 AND file_hash <> ?4))`;
const PERSON_BYTES = sumOf("person_id = ?1");
const ORGANISATION_BYTES = sumOf(
  "person_id IN (SELECT person_id FROM memberships WHERE organisation_id = ?2) AND organisation_id = ?2",
);

/** Adds no row (`meta.changes` is 0) where there is no room, so that files sent at one moment see one another. */
export function addUpload(db: Database, u: StoredUpload, room: Room): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO uploads (person_id, organisation_id, file_hash, id, size_bytes, file_name, notes, line_count, created_at)
       SELECT ?1, ?2, ?4, ?5, ?6, ?7, ?8, ?9, ?10
       WHERE ${PERSON_BYTES} + ?6 <= ?11 AND ${ORGANISATION_BYTES} + ?6 <= ?12`,
    )
    .bind(
      u.personId,
      u.organisationId,
      room.since,
      u.fileHash,
      u.id,
      u.sizeBytes,
      u.fileName,
      u.notes,
      u.lineCount,
      u.createdAt,
      room.personBytes,
      room.organisationBytes,
    );
}

export interface KeptBytes {
  readonly person: number;
  readonly organisation: number;
}

/** Bytes of different files kept since then, the file `besides` not counted: a person's own, and their organisation's. */
export async function keptBytes(
  db: Database,
  viewer: Person,
  { besides, since }: { readonly besides: string; readonly since: string },
): Promise<KeptBytes> {
  const row = await db
    .prepare(`SELECT ${PERSON_BYTES} AS person, ${ORGANISATION_BYTES} AS organisation`)
    .bind(viewer.id, viewer.organisation.id, since, besides)
    .first<KeptBytes>();
  return row ?? { person: 0, organisation: 0 };
}

/** A second check of the same upload (a message delivered twice) changes nothing, nor one of an upload that had no room. */
export function addUploadCheck(
  db: Database,
  uploadId: string,
  result: { readonly resultHash: string | null; readonly reason: string | null },
  at: string,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO upload_checks (upload_id, result_hash, reason, checked_at)
       SELECT id, ?2, ?3, ?4 FROM uploads WHERE id = ?1 ON CONFLICT DO NOTHING`,
    )
    .bind(uploadId, result.resultHash, result.reason, at);
}

/** Null also when it is somebody else's: only who sent a file sees it before it is submitted. */
export async function findUpload(db: Database, viewer: Person, id: string): Promise<UploadWithCheck | null> {
  return db
    .prepare(`${SELECT} WHERE u.id = ? AND u.person_id = ?`)
    .bind(id, viewer.id)
    .first<UploadWithCheck>();
}

/** For the queue, which acts for nobody in particular. */
export async function findUploadToCheck(db: Database, id: string): Promise<UploadWithCheck | null> {
  return db.prepare(`${SELECT} WHERE u.id = ?`).bind(id).first<UploadWithCheck>();
}

export interface RevisionFile {
  readonly uploadId: string;
  readonly fileHash: string;
  readonly fileName: string;
}

export function addRevisionFile(
  db: Database,
  submissionId: string,
  revision: number,
  file: RevisionFile,
): D1PreparedStatement {
  return db
    .prepare(
      "INSERT INTO revision_files (submission_id, revision, upload_id, file_hash, file_name) VALUES (?, ?, ?, ?, ?)",
    )
    .bind(submissionId, revision, file.uploadId, file.fileHash, file.fileName);
}

/** The original file of a revision; null when it did not come as a file. */
export async function findRevisionFile(
  db: Database,
  submissionId: string,
  revision: number,
): Promise<RevisionFile | null> {
  return db
    .prepare(
      `SELECT upload_id AS uploadId, file_hash AS fileHash, file_name AS fileName
       FROM revision_files WHERE submission_id = ? AND revision = ?`,
    )
    .bind(submissionId, revision)
    .first<RevisionFile>();
}
