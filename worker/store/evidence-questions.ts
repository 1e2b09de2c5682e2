/**
 * Do the tables say what the log says? Each question names the rows that do not; on a database nobody has tampered with
 * none has an answer. The chain itself is walked elsewhere (submissions/log.ts); hashes of content by the backup.
 */
export interface EvidenceQuestion {
  readonly name: string;
  /** Gives `place`. `?1`: code of the province asked about, null for all. */
  readonly sql: string;
}

const OF_PROVINCE = "(?1 IS NULL OR s.province_code = ?1)";
const SENDINGS = "e.action IN ('submit', 'resubmit')";

export const EVIDENCE_QUESTIONS: readonly EvidenceQuestion[] = [
  {
    name: "state",
    sql: `SELECT s.id AS place FROM submissions s
      LEFT JOIN events e ON e.submission_id = s.id AND e.version = s.version
      WHERE ${OF_PROVINCE} AND (e.hash IS NULL OR e.to_state <> s.state OR e.revision <> s.revision OR e.at <> s.updated_at
        OR s.version <> (SELECT count(*) FROM events n WHERE n.submission_id = s.id))`,
  },
  {
    name: "chain",
    sql: `SELECT e.submission_id AS place FROM events e JOIN submissions s ON s.id = e.submission_id
      WHERE ${OF_PROVINCE} AND e.chain <> 'tinh-' || s.province_code`,
  },
  {
    name: "seals",
    sql: `SELECT l.chain || ' ' || l.seq AS place FROM seals l
      WHERE (?1 IS NULL OR l.chain = 'tinh-' || ?1)
        AND NOT EXISTS (SELECT 1 FROM events e WHERE e.chain = l.chain AND e.seq = l.seq)`,
  },
  {
    name: "revisions",
    sql: `SELECT r.submission_id || ' ' || r.revision AS place FROM revisions r
      LEFT JOIN submissions s ON s.id = r.submission_id
      LEFT JOIN events e ON e.submission_id = r.submission_id AND e.revision = r.revision AND ${SENDINGS}
      WHERE ${OF_PROVINCE} AND (e.hash IS NULL OR e.detail_hash <> r.content_hash OR e.at <> r.received_at
        OR e.person_id <> r.sent_by)`,
  },
  {
    name: "sendings",
    sql: `SELECT e.submission_id || ' ' || e.revision AS place FROM events e
      LEFT JOIN submissions s ON s.id = e.submission_id
      LEFT JOIN revisions r ON r.submission_id = e.submission_id AND r.revision = e.revision
      WHERE ${OF_PROVINCE} AND ${SENDINGS} AND r.content_hash IS NULL`,
  },
  {
    name: "content",
    sql: `SELECT r.submission_id || ' ' || r.revision AS place FROM revisions r
      JOIN submissions s ON s.id = r.submission_id
      WHERE ${OF_PROVINCE} AND NOT (EXISTS (SELECT 1 FROM content c WHERE c.hash = r.envelope_hash)
        AND EXISTS (SELECT 1 FROM content c WHERE c.hash = r.receipt_hash))`,
  },
  {
    name: "keys",
    sql: `SELECT i.person_id || ' ' || i.key AS place FROM idempotency i
      LEFT JOIN submissions s ON s.id = i.submission_id
      LEFT JOIN revisions r ON r.submission_id = i.submission_id AND r.receipt_hash = i.receipt_hash
        AND r.envelope_hash = i.request_hash AND r.received_at = i.created_at AND r.sent_by = i.person_id
      WHERE ${OF_PROVINCE} AND r.content_hash IS NULL`,
  },
  {
    // Without its key a sending could be repeated as a second one.
    name: "keyless",
    sql: `SELECT r.submission_id || ' ' || r.revision AS place FROM revisions r
      JOIN submissions s ON s.id = r.submission_id
      LEFT JOIN idempotency i ON i.receipt_hash = r.receipt_hash AND i.submission_id = r.submission_id
        AND i.person_id = r.sent_by
      WHERE ${OF_PROVINCE} AND i.key IS NULL`,
  },
  {
    name: "comments",
    sql: `SELECT c.submission_id || ' ' || c.version AS place FROM comments c
      LEFT JOIN submissions s ON s.id = c.submission_id
      LEFT JOIN events e ON e.submission_id = c.submission_id AND e.version = c.version
      WHERE ${OF_PROVINCE} AND (e.hash IS NULL OR e.person_id <> c.person_id OR e.at <> c.at OR e.role <> c.role
        OR e.revision <> c.revision OR c.position <> (SELECT count(*) FROM comments n
          WHERE n.submission_id = c.submission_id AND n.version = c.version AND n.position < c.position))`,
  },
  {
    name: "orders",
    sql: `SELECT o.submission_id AS place FROM orders o
      LEFT JOIN submissions s ON s.id = o.submission_id
      LEFT JOIN events e ON e.submission_id = o.submission_id AND e.action = 'order'
      WHERE ${OF_PROVINCE} AND (e.hash IS NULL OR e.at <> o.ordered_at OR e.person_id <> o.ordered_by
        OR e.revision <> o.revision)`,
  },
  {
    // Both ways: no waiver without its event, no event without its waiver.
    name: "waivers",
    sql: `SELECT w.submission_id || ' ' || w.version AS place FROM waiver_records w
      LEFT JOIN submissions s ON s.id = w.submission_id
      LEFT JOIN events e ON e.submission_id = w.submission_id AND e.version = w.version
      WHERE ${OF_PROVINCE} AND (e.hash IS NULL OR e.action <> 'waiver-' || w.step OR e.person_id <> w.person_id OR e.at <> w.at)
      UNION ALL SELECT e.submission_id || ' ' || e.version FROM events e JOIN submissions s ON s.id = e.submission_id
      LEFT JOIN waiver_records w ON w.submission_id = e.submission_id AND w.version = e.version
      WHERE ${OF_PROVINCE} AND e.action LIKE 'waiver-%' AND w.rule IS NULL`,
  },
  {
    name: "files",
    sql: `SELECT f.submission_id || ' ' || f.revision AS place FROM revision_files f
      LEFT JOIN submissions s ON s.id = f.submission_id
      LEFT JOIN uploads u ON u.id = f.upload_id
      WHERE ${OF_PROVINCE} AND (u.id IS NULL OR u.file_hash <> f.file_hash OR u.file_name <> f.file_name
        OR u.organisation_id <> s.organisation_id)`,
  },
  {
    name: "judged data",
    sql: `SELECT d.hash AS place FROM judged_data d
      WHERE NOT EXISTS (SELECT 1 FROM content c WHERE c.hash = d.hash AND c.part = 0 AND ?1 IS ?1)`,
  },
  {
    name: "books",
    sql: `SELECT b.version AS place FROM kept_books b
      WHERE ?1 IS ?1 AND CASE WHEN json_valid(b.parts) THEN b.law_version <> json_extract(b.parts, '$.law.version')
        OR EXISTS (SELECT 1 FROM json_tree(b.parts) t WHERE t.key = 'hash'
          AND NOT EXISTS (SELECT 1 FROM judged_data d WHERE d.hash = t.value)) ELSE 1 END`,
  },
];
