/** A workbook sent as a file: kept as it came, read, judged at once or through the queue. */
import type { Book } from "../../shared/contract/book.ts";
import { FlatWorkbookSchema } from "../../shared/contract/workbook.ts";
import {
  INLINE_LINES,
  UPLOAD_LIMIT_BYTES,
  UPLOAD_MEDIA_TYPES,
  type Upload,
  type UploadCheck,
} from "../../shared/contract/upload.ts";
import { canonicalJson } from "../../shared/kernel/canonical.ts";
import type { StoredEnvelope } from "../../shared/contract/submission.ts";
import type { FlatWorkbook } from "../../shared/kernel/flat.ts";
import { readPlan } from "../../shared/workbook/read.ts";
import { readXlsx } from "../../shared/workbook/xlsx/index.ts";
import type { Viewer } from "../auth/authenticate.ts";
import type { Env } from "../env.ts";
import { parseShape, promisedBytes, readFileBody } from "../http/body.ts";
import { HttpProblem } from "../http/problem.ts";
import { keepContent, readContent, sha256Hex } from "../store/content.ts";
import { WrongLength, keepFile, readFile, streamFile, sweepComing, type ComingFile } from "../store/files.ts";
import {
  addUpload,
  addUploadCheck,
  findUpload,
  findUploadToCheck,
  type StoredUpload,
  type UploadWithCheck,
} from "../store/uploads.ts";
import { newId } from "./ids.ts";
import { bookInForce } from "./publications.ts";
import { requireRoom, roomOf } from "./upload-quota.ts";
import { judgeOrRefuse } from "./verdict.ts";

/** A queue that lost a message is asked again when somebody looks after this long. */
const WAIT_BEFORE_ASKING_AGAIN_MS = 60_000;

/** What may be sent as a file. */
export const FILE = { mediaTypes: UPLOAD_MEDIA_TYPES, limitBytes: UPLOAD_LIMIT_BYTES } as const;

interface ReadFile {
  readonly workbook: FlatWorkbook;
  readonly notes: readonly string[];
}

/** Problems: file (with the sentence of the reader), shape. */
async function readWorkbook(bytes: Uint8Array): Promise<ReadFile> {
  const read = await readXlsx(bytes);
  if (!read.ok) throw new HttpProblem("file", read.error.vi);
  const { notes, ...workbook } = read.value;
  parseShape(FlatWorkbookSchema, workbook);
  return { workbook, notes };
}

function checkOf(workbook: FlatWorkbook, book: Book): UploadCheck {
  const { versions, totals, counts, findings, differences } = judgeOrRefuse(workbook, book);
  return JSON.parse(canonicalJson({ versions, totals, counts, findings, differences })) as UploadCheck;
}

async function checkStatements(env: Env, uploadId: string, workbook: FlatWorkbook, at: string) {
  try {
    const text = canonicalJson(checkOf(workbook, await bookInForce(env)));
    const resultHash = await sha256Hex(text);
    return [
      ...(await keepContent(env.DB, resultHash, text)),
      addUploadCheck(env.DB, uploadId, { resultHash, reason: null }, at),
    ];
  } catch (error) {
    if (!(error instanceof HttpProblem)) throw error;
    return [addUploadCheck(env.DB, uploadId, { resultHash: null, reason: error.detail }, at)];
  }
}

/** The file of a request, streamed where its length is told, else collected. Problems: media-type, too-large, file. */
async function takeFile(bucket: R2Bucket, name: string, request: Request): Promise<ComingFile> {
  const promised = promisedBytes(request, FILE);
  // R2 takes no stream of unknown length.
  if (promised === null || promised === 0 || request.body === null) {
    const bytes = await readFileBody(request, FILE);
    return { bytes, hash: sha256Hex(bytes), forget: () => Promise.resolve() };
  }
  try {
    return await streamFile(bucket, name, request.body, promised);
  } catch (error) {
    if (!(error instanceof WrongLength)) throw error;
    throw new HttpProblem("file", "Tệp tới không đủ, hoặc thừa, so với Content-Length; hãy gửi lại.");
  }
}

/** Problems: media-type, too-large, quota, file, shape. When it answers, the file and its row are stored. */
export async function receiveFile(
  env: Env,
  viewer: Viewer,
  fileName: string,
  request: Request,
  now: Date,
): Promise<UploadWithCheck> {
  const id = newId("tl", now);
  const coming = await takeFile(env.FILES, id, request);
  try {
    return await receiveBytes(env, viewer, { id, fileName, ...coming }, now);
  } finally {
    // Whatever fails here is swept another day.
    await Promise.allSettled([coming.forget(), sweepComing(env.FILES, now)]);
  }
}

interface NamedFile extends Pick<ComingFile, "hash" | "bytes"> {
  readonly id: string;
  readonly fileName: string;
}

async function receiveBytes(
  env: Env,
  viewer: Viewer,
  { id, fileName, hash, bytes }: NamedFile,
  now: Date,
): Promise<UploadWithCheck> {
  await requireRoom(env, viewer, { hash, sizeBytes: bytes.length }, now);
  const { workbook, notes } = await readWorkbook(bytes);
  const plan = readPlan(workbook);
  await keepFile(env.FILES, hash, bytes);
  const at = now.toISOString();
  const upload: StoredUpload = {
    id,
    personId: viewer.id,
    organisationId: viewer.organisation.id,
    fileHash: hash,
    sizeBytes: bytes.length,
    fileName,
    notes: JSON.stringify(notes),
    lineCount: plan.deAn.length + plan.costLines.length,
    createdAt: at,
  };
  const inline = upload.lineCount <= INLINE_LINES;
  const [added] = await env.DB.batch([
    addUpload(env.DB, upload, roomOf(env, now)),
    ...(inline ? await checkStatements(env, upload.id, workbook, at) : []),
  ]);
  if (added?.meta.changes === 0) await refuseFull(env, viewer, upload, now);
  if (!inline) await env.JOBS.send({ kind: "check-upload", uploadId: upload.id });
  return mustFindUpload(env, viewer, upload.id);
}

/** Another file took the room while this one was read; its bytes stay under their hash, and nothing names them. */
async function refuseFull(env: Env, viewer: Viewer, upload: StoredUpload, now: Date): Promise<never> {
  await requireRoom(env, viewer, { hash: upload.fileHash, sizeBytes: upload.sizeBytes }, now);
  throw new HttpProblem("unavailable", "Tệp chưa được giữ; hãy gửi lại.");
}

/** Problem: not-found, also for files of others. */
export async function mustFindUpload(env: Env, viewer: Viewer, id: string): Promise<UploadWithCheck> {
  const upload = await findUpload(env.DB, viewer, id);
  if (upload === null) throw new HttpProblem("not-found", "Không có tệp này.");
  return upload;
}

async function fileOf(env: Env, hash: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await readFile(env.FILES, hash);
  if (bytes === null) throw new Error("a stored file is missing");
  return bytes;
}

export { fileOf as originalFile };

/** The queue's part. Nothing to do when it is judged already. */
export async function checkWaitingUpload(env: Env, uploadId: string, now: Date): Promise<void> {
  const upload = await findUploadToCheck(env.DB, uploadId);
  if (upload === null || upload.checkedAt !== null) return;
  const { workbook } = await readWorkbook(await fileOf(env, upload.fileHash));
  await env.DB.batch(await checkStatements(env, uploadId, workbook, now.toISOString()));
}

/** A message may have been lost between the row and the queue. */
export async function askAgain(env: Env, upload: UploadWithCheck, now: Date): Promise<void> {
  const waitedMs = now.getTime() - Date.parse(upload.createdAt);
  if (upload.checkedAt === null && waitedMs > WAIT_BEFORE_ASKING_AGAIN_MS)
    await env.JOBS.send({ kind: "check-upload", uploadId: upload.id });
}

export async function storedCheck(env: Env, upload: UploadWithCheck): Promise<UploadCheck | null> {
  if (upload.resultHash === null) return null;
  const text = await readContent(env.DB, upload.resultHash);
  if (text === null) throw new Error("the check of an upload is missing");
  return JSON.parse(text) as UploadCheck;
}

export async function uploadView(env: Env, upload: UploadWithCheck): Promise<Upload> {
  const check = await storedCheck(env, upload);
  const base = `/api/v1/uploads/${upload.id}`;
  const notes = JSON.parse(upload.notes) as string[];
  return {
    id: upload.id,
    fileName: upload.fileName,
    fileHash: upload.fileHash,
    sizeBytes: upload.sizeBytes,
    createdAt: upload.createdAt,
    status: upload.checkedAt === null ? "waiting" : check === null ? "refused" : "checked",
    notes: upload.reason === null ? notes : [...notes, upload.reason],
    check,
    links: {
      file: `${base}/file`,
      annotated: check === null ? null : `${base}/annotated`,
      submission: `${base}/submission`,
    },
  };
}

/** What a submission from this upload holds; the same upload gives the same envelope. Problems: file, shape. */
export async function envelopeOf(
  env: Env,
  upload: UploadWithCheck,
  extra: Pick<StoredEnvelope, "previousId" | "warningReasons">,
): Promise<StoredEnvelope> {
  const { workbook } = await readWorkbook(await fileOf(env, upload.fileHash));
  return {
    workbook: workbook as StoredEnvelope["workbook"],
    fileName: upload.fileName,
    fileHash: upload.fileHash,
    ...(extra.previousId === undefined ? {} : { previousId: extra.previousId }),
    ...(extra.warningReasons === undefined ? {} : { warningReasons: extra.warningReasons }),
  };
}
