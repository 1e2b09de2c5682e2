/** Does every row of a backup say what its log, its receipts and its chains say? Nothing is taken on trust but the hashes. */
import { createHash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { canonicalJson } from "../../shared/kernel/canonical.ts";
import type { Receipt } from "../../shared/contract/submission.ts";
import { EVIDENCE_QUESTIONS } from "../../worker/store/evidence-questions.ts";

type Row = Readonly<Record<string, string | number | null>>;
export type ReadContent = (hash: string) => string | null;

const GENESIS = "0".repeat(64);
const hashOf = (value: unknown): string => createHash("sha256").update(canonicalJson(value)).digest("hex");

function rowsOf(database: DatabaseSync, sql: string, ...values: (string | number | null)[]): Row[] {
  return database.prepare(sql).all(...values) as unknown as Row[];
}

function tablesFitTheLog(database: DatabaseSync): string[] {
  return EVIDENCE_QUESTIONS.flatMap(({ name, sql }) =>
    rowsOf(database, sql, null).map(({ place }) => `${name}: ${String(place)} không khớp nhật ký`),
  );
}

/** What the event of a step may cover besides its comments: nothing, the order, a waiver, or the records as they stood. */
function possibleDetails(
  database: DatabaseSync,
  submissionId: string,
  action: string,
  version: number,
): unknown[] {
  if (action.startsWith("waiver-"))
    return rowsOf(
      database,
      "SELECT waiver, step, rule, reason, person_id AS personId, at FROM waiver_records WHERE submission_id = ? AND version = ?",
      submissionId,
      version,
    ).map((waiver) => ({ waiver }));
  if (action === "order")
    return rowsOf(
      database,
      `SELECT id, submission_id AS submissionId, revision, scope, orderer_name AS ordererName, line_count AS lineCount,
         support_dong AS supportDong, ordered_by AS orderedBy, ordered_at AS orderedAt FROM orders WHERE submission_id = ?`,
      submissionId,
    );
  const heads = rowsOf(
    database,
    "SELECT seq, hash FROM execution_records WHERE submission_id = ? ORDER BY seq",
    submissionId,
  );
  return [null, ...[{ seq: 0, hash: GENESIS }, ...heads].map((records) => ({ records }))];
}

function stepsFitTheirEvents(database: DatabaseSync): string[] {
  const events = rowsOf(
    database,
    "SELECT submission_id AS id, version, action, detail_hash AS hash FROM events WHERE action NOT IN ('submit', 'resubmit')",
  );
  return events.flatMap(({ id, version, action, hash }) => {
    const comments = rowsOf(
      database,
      'SELECT sheet, cell, row_number AS "row", text FROM comments WHERE submission_id = ? AND version = ? ORDER BY position',
      id ?? "",
      version ?? 0,
    );
    const fits = possibleDetails(database, String(id), String(action), Number(version)).some(
      (detail) => hashOf({ comments, detail }) === hash,
    );
    return fits ? [] : [`hồ sơ ${String(id)} bước ${String(version)}: ý kiến hoặc đặt hàng không khớp băm`];
  });
}

/** A receipt is signed: what the columns say must be what it says. */
function receiptMisfits(database: DatabaseSync, r: Row, receipt: Receipt): string[] {
  const { log, versions } = receipt;
  const event = rowsOf(
    database,
    "SELECT hash FROM events WHERE submission_id = ? AND revision = ? AND action IN ('submit', 'resubmit')",
    r["submission_id"] ?? "",
    r["revision"] ?? 0,
  )[0];
  const sealed = rowsOf(
    database,
    "SELECT hash FROM seals WHERE chain = ? AND seq = ?",
    log.chain,
    log.seq,
  )[0];
  const file = rowsOf(
    database,
    "SELECT file_hash AS hash FROM revision_files WHERE submission_id = ? AND revision = ?",
    r["submission_id"] ?? "",
    r["revision"] ?? 0,
  )[0];
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ["tệp gốc", receipt.fileHash, file?.["hash"]],
    ["mã", receipt.id, r["submission_id"]],
    ["số bản", receipt.revision, r["revision"]],
    ["lúc nhận", receipt.receivedAt, r["received_at"]],
    ["contentHash", receipt.contentHash, r["content_hash"]],
    ["envelopeHash", receipt.envelopeHash, r["envelope_hash"]],
    ["phiên bản mẫu", versions.template, r["template_version"]],
    ["phiên bản căn cứ", versions.law, r["law_version"]],
    ["phiên bản quy tắc", versions.rules, r["rules_version"]],
    ["sự kiện", log.event, event?.["hash"]],
    ["niêm phong", log.hash, log.seq === 0 ? GENESIS : sealed?.["hash"]],
  ];
  return pairs.filter(([, said, is]) => said !== is).map(([what]) => what);
}

function submissionMisfits(s: Row, receipt: Receipt): string[] {
  const { totals, counts } = receipt;
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ["tỉnh", receipt.provinceCode, s["province_code"]],
    ["tên tỉnh", receipt.provinceName, s["province_name"]],
    ["năm", receipt.year, s["year"]],
    ["số đề án", totals.all.count, s["de_an_count"]],
    ["tổng kinh phí", totals.all.totalDong, s["total_dong"]],
    ["kinh phí khuyến công", totals.all.supportDong, s["support_dong"]],
    ["nguồn quốc gia", totals.byFund.QG.supportDong, s["support_national_dong"]],
    ["nguồn địa phương", totals.byFund.ĐP.supportDong, s["support_local_dong"]],
    ["số cảnh báo", counts.warning, s["warning_count"]],
    ["số lưu ý", counts.info, s["info_count"]],
    ["lúc nhận", receipt.receivedAt, s["received_at"]],
  ];
  return pairs.filter(([, said, is]) => said !== is).map(([what]) => what);
}

function rowsFitTheirReceipts(database: DatabaseSync, contentUnder: ReadContent): string[] {
  return rowsOf(database, "SELECT * FROM revisions").flatMap((r) => {
    const text = contentUnder(String(r["receipt_hash"]));
    // Said already, where contents are checked.
    if (text === null) return [];
    const receipt = JSON.parse(text) as Receipt;
    const s = rowsOf(
      database,
      "SELECT * FROM submissions WHERE id = ? AND revision = ?",
      r["submission_id"] ?? "",
      r["revision"] ?? 0,
    )[0];
    const wrong = [
      ...receiptMisfits(database, r, receipt),
      ...(s === undefined ? [] : submissionMisfits(s, receipt)),
    ];
    const name = `hồ sơ ${String(r["submission_id"])} bản ${String(r["revision"])}`;
    return wrong.length === 0 ? [] : [`${name}: khác với biên nhận ở ${wrong.join(", ")}`];
  });
}

interface OtherChain {
  readonly what: string;
  /** Rows in their order, each with `chain` (which one it belongs to), `hash`, and what the hash covers. */
  readonly sql: string;
}

const OTHER_CHAINS: readonly OtherChain[] = [
  {
    what: "bản ghi thực hiện",
    sql: `SELECT submission_id AS chain, id, submission_id AS submissionId, seq, de_an_code AS deAnCode, kind, on_date AS "on",
        percent, amount_dong AS amountDong, detail, document, note, person_id AS personId, recorded_at AS recordedAt, hash
      FROM execution_records ORDER BY submission_id, seq`,
  },
  {
    what: "phiên họp",
    sql: `SELECT meeting_id AS chain, meeting_id AS meetingId, seq, at, person_id AS personId, kind, note,
        input_hash AS inputHash, result, hash FROM meeting_entries ORDER BY meeting_id, seq`,
  },
  {
    what: "công bố",
    sql: `SELECT 'all' AS chain, seq, publication_id AS publicationId, action, person_id AS personId, at, note,
        content_hash AS contentHash, hash FROM publication_events ORDER BY seq`,
  },
];

function otherChainsHold(database: DatabaseSync): string[] {
  return OTHER_CHAINS.flatMap(({ what, sql }) => {
    const heads = new Map<unknown, { seq: number; hash: string }>();
    const problems: string[] = [];
    for (const { chain, hash, ...row } of rowsOf(database, sql)) {
      const before = heads.get(chain) ?? { seq: 0, hash: GENESIS };
      const covered =
        typeof row["detail"] === "string" ? { ...row, detail: JSON.parse(row["detail"]) as unknown } : row;
      if (row["seq"] !== before.seq + 1 || hashOf({ ...covered, previous: before.hash }) !== hash)
        problems.push(`${what} ${String(chain)}: đứt ở số ${String(row["seq"])}`);
      heads.set(chain, { seq: Number(row["seq"]), hash: String(hash) });
    }
    return problems;
  });
}

/** Proposals say what the first event about them says. */
function publicationsFitTheirChain(database: DatabaseSync): string[] {
  return rowsOf(
    database,
    `SELECT p.id FROM publications p LEFT JOIN publication_events e ON e.publication_id = p.id AND e.action = 'proposed'
     WHERE e.seq IS NULL OR e.content_hash <> p.content_hash OR e.person_id <> p.proposed_by OR e.at <> p.proposed_at
       OR e.note <> p.reason`,
  ).map(({ id }) => `công bố ${String(id)}: khác với chuỗi công bố`);
}

/** Every text in `content` is what its name says. */
function contentsFitTheirNames(database: DatabaseSync, contentUnder: ReadContent): string[] {
  return rowsOf(database, "SELECT DISTINCT hash FROM content")
    .filter(({ hash }) => contentUnder(String(hash)) === null)
    .map(({ hash }) => `nội dung ${String(hash)} sai băm`);
}

/** Sentences; none when every row is as it was written. */
export function evidenceProblems(database: DatabaseSync, contentUnder: ReadContent): string[] {
  return [
    ...tablesFitTheLog(database),
    ...stepsFitTheirEvents(database),
    ...contentsFitTheirNames(database, contentUnder),
    ...rowsFitTheirReceipts(database, contentUnder),
    ...otherChainsHold(database),
    ...publicationsFitTheirChain(database),
  ];
}
