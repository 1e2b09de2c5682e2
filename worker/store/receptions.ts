/** A workbook that was taken: its answer, contents, file, revision, event and seal in one statement (migration 0022). */
import type { Seal } from "../../shared/contract/log-chain.ts";
import { keepPacked, ROW_LENGTH } from "./content.ts";
import type { Database } from "./database.ts";
import type { NewEvent } from "./events.ts";
import type { StoredRevision } from "./revisions.ts";
import type { Link } from "./seals.ts";
import type { SubmissionWrite } from "./submissions.ts";

export interface ReceptionWrite {
  /** Idempotency-Key. */
  readonly key: string;
  /** Version 1, or the next one of a file that is there. */
  readonly submission: SubmissionWrite;
  readonly revision: StoredRevision;
  readonly event: NewEvent;
  /** What the verdict and the receipt went by; refused as stale when it is no longer so. */
  readonly decision: string;
  readonly head: Seal;
  /** As `packed` makes them of what the revision's two hashes name. */
  readonly envelope: string;
  readonly receipt: string;
}

type Value = string | number | null;

function columnsOf(r: ReceptionWrite, whole: boolean, link: Link | null): Readonly<Record<string, Value>> {
  const { submission: s, revision, event } = r;
  return {
    key: r.key,
    id: s.id,
    organisation_id: s.organisationId,
    province_code: s.provinceCode,
    year: s.year,
    state: s.state,
    ministry_sees: s.ministrySees,
    version: s.version,
    revision: s.revision,
    file_name: s.fileName,
    de_an_count: s.deAnCount,
    total_dong: s.totalDong,
    support_dong: s.supportDong,
    support_national_dong: s.supportNationalDong,
    support_local_dong: s.supportLocalDong,
    warning_count: s.warningCount,
    info_count: s.infoCount,
    sent_by: s.sentBy,
    search: s.search,
    at: s.receivedAt,
    content_hash: revision.contentHash,
    envelope_hash: revision.envelopeHash,
    envelope_data: whole ? r.envelope : null,
    receipt_hash: revision.receiptHash,
    receipt_data: whole ? r.receipt : null,
    template_version: revision.templateVersion,
    law_version: revision.lawVersion,
    rules_version: revision.rulesVersion,
    chain: event.chain,
    action: event.action,
    from_state: event.from,
    role: event.role,
    sender_organisation_id: event.organisationId,
    event_hash: event.hash,
    decision: r.decision,
    head_seq: r.head.seq,
    head_seal: r.head.hash,
    previous_seq: link?.previous.seq ?? null,
    previous_seal: link?.previous.hash ?? null,
    link: link?.hash ?? null,
  };
}

/** In the words of a refusal: the sender has lost their place; or something else is no longer so, and to be asked again. */
export const STALE = { sender: "stale: sender", knowledge: "stale: " } as const;

/** The row `addReception` gives. */
export interface ReceptionAnswer {
  readonly sealed: 0 | 1;
}

let insert: string | null = null;

/** Written once: the columns are always the same. */
function insertOf(names: readonly string[]): string {
  return (insert ??= `INSERT INTO receptions (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})
    RETURNING EXISTS (SELECT 1 FROM seals s WHERE s.chain = receptions.chain
      AND s.seq = receptions.previous_seq + 1 AND s.hash = receptions.link) AS sealed`);
}

/**
 * The first statement's row says whether the link was written. Refused as the tables refuse: by the idempotency key, by the
 * revision or by the version's event, where somebody was faster; by STALE words where it went by what is no longer so.
 */
export function addReception(db: Database, r: ReceptionWrite, link: Link | null): D1PreparedStatement[] {
  const { envelopeHash, receiptHash } = r.revision;
  const whole = r.envelope.length + r.receipt.length <= ROW_LENGTH;
  const columns = columnsOf(r, whole, link);
  const statement = db.prepare(insertOf(Object.keys(columns))).bind(...Object.values(columns));
  if (whole) return [statement];
  return [statement, ...keepPacked(db, envelopeHash, r.envelope), ...keepPacked(db, receiptHash, r.receipt)];
}
