/** Receiving a workbook: judge it, refuse it with reasons, or keep it with a receipt. */
import { GENESIS, type Seal } from "../../shared/contract/log-chain.ts";
import { canonicalJson } from "../../shared/kernel/canonical.ts";
import { judgedWith } from "../../shared/contract/judged-with.ts";
import type { Receipt, ReceiptStatement, StoredEnvelope } from "../../shared/contract/submission.ts";
import { foldText } from "../../shared/kernel/text.ts";
import { findProvince } from "../../shared/law/province.ts";
import { findTransition } from "../../shared/plan/states.ts";
import { countedWaivers, type CountedWaiver } from "../../shared/plan/waivers.ts";
import type { Verdict } from "../../shared/workbook/judge.ts";
import { INFO_SHEET } from "../../shared/workbook/template.ts";
import type { Viewer } from "../auth/authenticate.ts";
import { receiptKey } from "../auth/keys.ts";
import type { Env } from "../env.ts";
import type { SentJson } from "../http/body.ts";
import { sameTag } from "../http/etag.ts";
import { HttpProblem } from "../http/problem.ts";
import type { Book } from "../../shared/contract/book.ts";
import { answersOf, askOne, askTogether, type Ask } from "../store/ask.ts";
import { readContent, sha256Hex } from "../store/content.ts";
import { askKeptAnswer, type KeptAnswer } from "../store/idempotency.ts";
import { packed } from "../store/packed.ts";
import { byId, type Who } from "../store/people.ts";
import { askLastDecision, type LastDecision } from "../store/publications.ts";
import type { StoredRevision } from "../store/revisions.ts";
import { findSubmission, type StoredSubmission, type SubmissionWrite } from "../store/submissions.ts";
import { addRevisionFile, type RevisionFile } from "../store/uploads.ts";
import { etagOf } from "./act.ts";
import { commitReception, StaleKnowledge, TwinRequest } from "./commit.ts";
import { newId } from "./ids.ts";
import { judgedDataIsKept, keepJudgedData } from "./judged-data.ts";
import { bookSince, rememberedDecision } from "./publications.ts";
import { askHead, chainOf, nameEvent, noteHead, rememberedHead } from "./log.ts";
import { signReceipt } from "./receipt.ts";
import { judgeOrRefuse } from "./verdict.ts";
import { waiversOn } from "./waive.ts";

/** Findings shown with a refusal; the counts are always of all. */
const SHOWN_FINDINGS = 1000;

export interface Received {
  readonly receipt: Receipt;
  /** The answer, or its bytes: the same for every repetition. */
  readonly text: string | Uint8Array;
  readonly repeated: boolean;
}

/** What is sent under a key. */
export interface Sending {
  readonly key: string;
  readonly envelope: StoredEnvelope;
  /** The same as it came over the network, where it did. */
  readonly sent?: SentJson;
  /** The file it came as. */
  readonly file?: RevisionFile;
  /** The ETag of `previousId` that the sender corrected. */
  readonly ifMatch?: string | null;
  /** Answers to `askBeforeReceiving` of this key, when they are known already; null: to be remembered, not asked. */
  readonly found?: readonly unknown[] | null;
}

/** All that has to be known of the database before a workbook is judged. */
export function askBeforeReceiving(who: Who, key: string): Ask<unknown>[] {
  return [askKeptAnswer(who, key), askHead(who), askLastDecision()];
}

interface Known {
  readonly kept: KeptAnswer | null;
  /** The newest link of the province's log that was seen before this reception. */
  readonly head: Seal;
  /** The last one, which says what is in force; "" while nothing was published. */
  readonly decision: string;
}

async function knownBefore(env: Env, viewer: Viewer, { key, found }: Sending): Promise<Known> {
  const asks = askBeforeReceiving(byId(viewer.id), key);
  const answers = found ?? answersOf(await askTogether(env.DB, asks).all());
  const [kept, head, decision] = answers as [KeptAnswer | null, Seal | null, LastDecision | null];
  return { kept, head: head ?? GENESIS, decision: decision?.hash ?? "" };
}

/**
 * The same without asking: the statement that stores asks whether it is still so, and whether the key is new.
 * Throws StaleKnowledge where something has to be asked anyway.
 */
function rememberedBefore(env: Env, viewer: Viewer, { envelope }: Sending): Known {
  const head = rememberedHead(chainOf(viewer.organisation.provinceCode ?? ""));
  const decision = rememberedDecision(env);
  if (head === null || decision === null || envelope.previousId !== undefined) throw new StaleKnowledge();
  return { kept: null, head, decision };
}

/**
 * Problems: idempotency-conflict, province, findings, not-found (previousId), state-conflict, edit-conflict, forbidden (the
 * sender has lost their place meanwhile), unavailable. Nothing is stored unless a receipt is returned.
 */
export async function receiveSubmission(
  env: Env,
  viewer: Viewer,
  sending: Sending,
  now: Date,
): Promise<Received> {
  try {
    return await receiveOnce(env, viewer, sending, now);
  } catch (error) {
    if (!(error instanceof StaleKnowledge)) throw error;
  }
  try {
    return await receiveOnce(env, viewer, { ...sending, found: undefined }, now);
  } catch (error) {
    if (!(error instanceof StaleKnowledge)) throw error;
    throw new HttpProblem("unavailable", "Căn cứ vừa được công bố lại trong lúc nhận sổ; hãy gửi lại.");
  }
}

async function receiveOnce(env: Env, viewer: Viewer, sending: Sending, now: Date): Promise<Received> {
  const { key, envelope, ifMatch = null, file = null } = sending;
  const asked = sending.found !== null;
  const known = asked ? await knownBefore(env, viewer, sending) : rememberedBefore(env, viewer, sending);
  const content = envelopeContent(envelope, sending.sent);
  const before = await repeatedAnswer(env, known.kept, content.requestHash);
  if (before !== null) return before;
  const previous = await previousSubmission(env, viewer, envelope.previousId, ifMatch);
  const book = await bookSince(env, known.decision);
  const waivers = previous === null ? [] : countedWaivers(await waiversOn(env, previous.id));
  const verdict = judge(envelope, viewer, book, waivers);
  const reception = { ...content, ...known, key, envelope, previous, verdict, waivers, book, file };
  try {
    return await store(env, viewer, reception, now);
  } catch (error) {
    if (!(error instanceof TwinRequest)) throw error;
    const kept = await askOne(env.DB, askKeptAnswer(byId(viewer.id), key));
    const twin = await repeatedAnswer(env, kept, content.requestHash);
    if (twin === null) throw error;
    return twin;
  }
}

interface EnvelopeContent {
  /** Canonical JSON in UTF-8. */
  readonly requestBytes: Uint8Array;
  readonly requestHash: string;
  /** Of the workbook alone. */
  readonly contentHash: string;
}

/** The pane sends canonical JSON: then its bytes are there already. */
function canonicalBytes(envelope: StoredEnvelope, sent: SentJson | undefined): Uint8Array {
  const isThere = sent?.isCanonical === true && sent.value === envelope;
  return isThere ? sent.bytes : new TextEncoder().encode(canonicalJson(envelope));
}

/** The workbook's own bytes are the end of the envelope's: canonical JSON orders keys, and it stands last. */
export function envelopeContent(envelope: StoredEnvelope, sent?: SentJson): EnvelopeContent {
  const { workbook: _workbook, ...rest } = envelope;
  const around = canonicalJson({ ...rest, workbook: null });
  if (!around.endsWith('"workbook":null}'))
    throw new Error("workbook is no longer the last key of an envelope");
  const before = new TextEncoder().encode(around.slice(0, -"null}".length));
  const requestBytes = canonicalBytes(envelope, sent);
  return {
    requestBytes,
    requestHash: sha256Hex(requestBytes),
    contentHash: sha256Hex(requestBytes.subarray(before.length, -1)),
  };
}

/** The stored answer of an earlier request with its key; null when the key is new. Problem: idempotency-conflict. */
async function repeatedAnswer(
  env: Env,
  kept: KeptAnswer | null,
  requestHash: string,
): Promise<Received | null> {
  if (kept === null) return null;
  if (kept.requestHash !== requestHash) {
    throw new HttpProblem(
      "idempotency-conflict",
      "Idempotency-Key này đã dùng cho một nội dung khác; hãy tạo mã mới.",
    );
  }
  const text = await readContent(env.DB, kept.receiptHash);
  if (text === null) throw new Error("a kept receipt is missing");
  return { receipt: JSON.parse(text) as Receipt, text, repeated: true };
}

/**
 * What is corrected; null for a new file. `ifMatch`: the version the sender corrected; a correction that waited in a queue must
 * not cover a newer one unseen.
 */
async function previousSubmission(
  env: Env,
  viewer: Viewer,
  id: string | undefined,
  ifMatch: string | null,
): Promise<StoredSubmission | null> {
  if (id === undefined) return null;
  const previous = await findSubmission(env.DB, viewer, id);
  if (previous === null)
    throw new HttpProblem("not-found", "Không có hồ sơ previousId.", { pointer: "/previousId" });
  if (ifMatch !== null && !sameTag(ifMatch, etagOf(previous))) {
    throw new HttpProblem(
      "edit-conflict",
      "Hồ sơ trên máy chủ đã thay đổi sau khi bản sửa này được soạn; hãy xem khác nhau ở đâu rồi quyết định.",
      { pointer: "/previousId" },
    );
  }
  if (findTransition("resubmit", previous.state) === null) {
    throw new HttpProblem("state-conflict", "Chỉ gửi bản sửa khi hồ sơ đã bị trả lại hoặc đã rút.", {
      pointer: "/previousId",
    });
  }
  return previous;
}

/** Problems: shape, province, findings. */
function judge(
  envelope: StoredEnvelope,
  viewer: Viewer,
  book: Book,
  waivers: readonly CountedWaiver[],
): Verdict {
  const verdict = judgeOrRefuse(envelope.workbook, book, waivers);
  const { info } = verdict.plan;
  const found = info.province === null ? null : findProvince(info.province);
  if (found !== null && found.code !== viewer.organisation.provinceCode) {
    const at = { sheet: INFO_SHEET.name, cell: info.addressOf["province"] ?? "B4" };
    const own = viewer.organisation.provinceName ?? "";
    throw new HttpProblem(
      "province",
      `Ô ${at.sheet}!${at.cell} ghi “${info.province}”, nhưng bạn gửi cho ${own}.`,
      {
        pointer: cellPointer(envelope, at.sheet, at.cell),
      },
    );
  }
  if (verdict.counts.error > 0) throw refusal(verdict);
  if (found === null || info.year === null) {
    throw new HttpProblem(
      "province",
      `Không xác định được tỉnh hoặc năm kế hoạch ở trang ${INFO_SHEET.name}.`,
    );
  }
  return verdict;
}

function refusal(verdict: Verdict): HttpProblem {
  const count = verdict.counts.error;
  return new HttpProblem("findings", `Sổ còn ${count} lỗi phải sửa; chưa có gì được lưu.`, {
    findings: verdict.findings.slice(0, SHOWN_FINDINGS).map((finding) => ({ ...finding })),
    counts: verdict.counts,
  });
}

function cellPointer(envelope: StoredEnvelope, sheet: string, cell: string): string {
  const index = envelope.workbook.sheets.findIndex((s) => s.name.toLowerCase() === sheet.toLowerCase());
  return `/workbook/sheets/${index}/cells/${cell}`;
}

interface Reception extends EnvelopeContent, Known {
  readonly key: string;
  readonly envelope: StoredEnvelope;
  readonly book: Book;
  readonly previous: StoredSubmission | null;
  readonly verdict: Verdict;
  /** In force on the submission that is corrected. */
  readonly waivers: readonly CountedWaiver[];
  readonly file: RevisionFile | null;
}

function submissionRow(viewer: Viewer, r: Reception, id: string, at: string): SubmissionWrite {
  const { totals, counts, plan } = r.verdict;
  const { organisation } = viewer;
  const provinceName = organisation.provinceName ?? "";
  const words = [id, provinceName, organisation.name, String(plan.info.year), r.envelope.fileName ?? ""];
  for (const line of plan.deAn) words.push(line.code ?? "", line.name ?? "", line.beneficiary ?? "");
  return {
    id,
    organisationId: r.previous?.organisationId ?? organisation.id,
    provinceCode: organisation.provinceCode ?? "",
    provinceName,
    year: plan.info.year ?? 0,
    state: "submitted",
    ministrySees: 0,
    version: (r.previous?.version ?? 0) + 1,
    revision: (r.previous?.revision ?? 0) + 1,
    fileName: r.envelope.fileName ?? null,
    deAnCount: totals.all.count,
    totalDong: totals.all.totalDong,
    supportDong: totals.all.supportDong,
    supportNationalDong: totals.byFund.QG.supportDong,
    supportLocalDong: totals.byFund.ĐP.supportDong,
    warningCount: counts.warning,
    infoCount: counts.info,
    sentBy: viewer.id,
    search: foldText(words.join(" ")),
    receivedAt: at,
    updatedAt: at,
  };
}

/** Named in the receipt where a finding rests on one: with it the same verdict is made again. */
function waiversThatCounted({ verdict, waivers }: Reception): Pick<ReceiptStatement, "waivers"> {
  const used = new Set(verdict.findings.flatMap(({ waived }) => (waived === undefined ? [] : [waived.id])));
  const counted = waivers.filter(({ id }) => used.has(id));
  return counted.length === 0 ? {} : { waivers: counted };
}

function statementOf(r: Reception, row: SubmissionWrite, log: ReceiptStatement["log"]): ReceiptStatement {
  const { verdict } = r;
  return {
    id: row.id,
    revision: row.revision,
    receivedAt: row.receivedAt,
    provinceCode: row.provinceCode,
    provinceName: row.provinceName,
    year: row.year,
    contentHash: r.contentHash,
    envelopeHash: r.requestHash,
    ...(r.envelope.fileHash === undefined ? {} : { fileHash: r.envelope.fileHash }),
    versions: verdict.versions,
    judgedWith: judgedWith(verdict.versions.template, r.book),
    ...waiversThatCounted(r),
    totals: verdict.totals,
    counts: verdict.counts,
    findings: verdict.findings.map((finding) => ({ ...finding })),
    differences: verdict.differences.map((difference) => ({ ...difference })),
    log,
  };
}

async function store(env: Env, viewer: Viewer, r: Reception, now: Date): Promise<Received> {
  const at = now.toISOString();
  const row = submissionRow(viewer, r, r.previous?.id ?? newId("hs", now), at);
  const chain = chainOf(row.provinceCode);
  const event = nameEvent({
    chain,
    at,
    submissionId: row.id,
    revision: row.revision,
    version: row.version,
    action: r.previous === null ? "submit" : "resubmit",
    from: r.previous?.state ?? null,
    to: row.state,
    personId: viewer.id,
    role: viewer.role,
    organisationId: viewer.organisation.id,
    detailHash: r.contentHash,
  });
  const statement = statementOf(r, row, { chain, event: event.hash, ...r.head });
  noteHead(chain, r.head);
  const receipt = await signReceipt(statement, await receiptKey(env));
  const text = JSON.stringify(receipt);
  // Hashed, kept and answered: turned into bytes once.
  const bytes = new TextEncoder().encode(text);
  const receiptHash = sha256Hex(bytes);
  const reception = {
    key: r.key,
    submission: row,
    revision: revisionRow(r, row, receiptHash),
    event,
    decision: r.decision,
    head: r.head,
    envelope: packed(r.requestBytes),
    receipt: packed(bytes),
  };
  await commitReception(env.DB, reception, [
    ...keepJudgedData(env.DB, r.book, at),
    ...(r.file === null ? [] : [addRevisionFile(env.DB, row.id, row.revision, r.file)]),
  ]);
  judgedDataIsKept(r.book);
  return { receipt, text: bytes, repeated: false };
}

function revisionRow(r: Reception, row: SubmissionWrite, receiptHash: string): StoredRevision {
  const { versions } = r.verdict;
  return {
    submissionId: row.id,
    revision: row.revision,
    contentHash: r.contentHash,
    envelopeHash: r.requestHash,
    receiptHash,
    templateVersion: versions.template,
    lawVersion: versions.law,
    rulesVersion: versions.rules,
    sentBy: row.sentBy,
    receivedAt: row.receivedAt,
  };
}
