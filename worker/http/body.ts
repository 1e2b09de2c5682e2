/** Reading request bodies from strangers: size by counting, depth before parsing, shape by zod. */
import type { z } from "zod";
import { isPlainEnvelope } from "../../shared/contract/plain-envelope.ts";
import { namesOf } from "../../shared/kernel/canonical.ts";
import { BODY_DEPTH_LIMIT, SubmissionEnvelopeSchema } from "../../shared/contract/submission.ts";
import { measureJson } from "./json-bytes.ts";
import { hasHalf } from "./one-reading.ts";
import { HttpProblem } from "./problem.ts";

const MAX_ISSUES = 50;

function tooLarge(limit: number): HttpProblem {
  const megabytes = (limit / 1024 / 1024).toLocaleString("vi-VN");
  return new HttpProblem("too-large", `Nội dung gửi lên vượt quá ${megabytes} MB.`);
}

/** Content-Length; null when the sender does not say, or not so that it can be believed. Problem: too-large. */
function lengthSaid(request: Request, limit: number): number | null {
  const length = request.headers.get("content-length") ?? "";
  if (Number(length) > limit) throw tooLarge(limit);
  return /^\d{1,12}$/.test(length) ? Number(length) : null;
}

/** Of one reading of the network: where the sender does not say how much will come, and at the most; a claim is no room. */
const [PIECE_BYTES, MOST_PIECE_BYTES] = [65_536, 1_048_576];

interface Pieces {
  readonly next: () => Promise<ReadableStreamReadResult<Uint8Array>>;
  readonly stop: () => Promise<void>;
}

/** What comes over the network is read in pieces of `room` bytes; a stream that somebody made, as they cut it. */
function piecesOf(body: ReadableStream<Uint8Array>, room: number): Pieces {
  try {
    const reader = body.getReader({ mode: "byob" });
    return { next: () => reader.readAtLeast(room, new Uint8Array(room)), stop: () => reader.cancel() };
  } catch {
    const reader = body.getReader();
    return { next: () => reader.read(), stop: () => reader.cancel() };
  }
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  if (pieces.length === 1 && pieces[0] !== undefined) return pieces[0];
  const all = new Uint8Array(size);
  let offset = 0;
  for (const piece of pieces) {
    all.set(piece, offset);
    offset += piece.byteLength;
  }
  return all;
}

/** Collects the body, counting bytes as they come; Content-Length is only a chance to refuse sooner and to read faster. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const promised = lengthSaid(request, limit);
  if (request.body === null) return new Uint8Array();
  const pieces: Uint8Array[] = [];
  let size = 0;
  const room = promised === null || promised === 0 ? PIECE_BYTES : Math.min(promised, MOST_PIECE_BYTES);
  const { next, stop } = piecesOf(request.body, room);
  for (;;) {
    const { done, value } = await next();
    if (value !== undefined && value.byteLength > 0) pieces.push(value);
    size += value?.byteLength ?? 0;
    if (size > limit) {
      await stop().catch(() => undefined);
      throw tooLarge(limit);
    }
    if (done) return joined(pieces, size);
  }
}

export interface FileLimits {
  readonly mediaTypes: readonly string[];
  readonly limitBytes: number;
}

/** How many bytes the sender says will come; null when it does not say. Problems: media-type, too-large. */
export function promisedBytes(request: Request, { mediaTypes, limitBytes }: FileLimits): number | null {
  requireType(request, mediaTypes);
  return lengthSaid(request, limitBytes);
}

/** A file as it was sent. Problems: media-type, too-large. */
export async function readFileBody(
  request: Request,
  { mediaTypes, limitBytes }: FileLimits,
): Promise<Uint8Array> {
  requireType(request, mediaTypes);
  return readBytes(request, limitBytes);
}

function requireType(request: Request, mediaTypes: readonly string[]): void {
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (!mediaTypes.includes(type))
    throw new HttpProblem("media-type", `Hãy gửi tệp với Content-Type: ${mediaTypes[0]}.`);
}

/** JSON as it came; a mark of its encoding at the beginning is in the bytes only. */
export interface SentJson {
  readonly bytes: Uint8Array;
  readonly value: unknown;
  /** The bytes are the canonical JSON of the value (RFC 8785). False says nothing: they may be so all the same. */
  readonly isCanonical: boolean;
}

/** Problems: media-type, too-large, bad-json, too-deep. */
export async function readJson(request: Request, limit: number): Promise<SentJson> {
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") {
    throw new HttpProblem("media-type", "Hãy gửi thân yêu cầu với Content-Type: application/json.");
  }
  const bytes = await readBytes(request, limit);
  const { depth, members, isPlain } = measureJson(bytes, BODY_DEPTH_LIMIT);
  if (depth > BODY_DEPTH_LIMIT) {
    throw new HttpProblem("too-deep", `JSON chỉ được lồng tối đa ${BODY_DEPTH_LIMIT} tầng.`);
  }
  const { text, value } = parsed(bytes);
  const { count, inOrder } = namesOf(value);
  // What is parsed has fewer names when one came twice.
  if (count === members && (isPlain || !hasHalf(text, value)))
    return { bytes, value, isCanonical: isPlain && inOrder };
  throw new HttpProblem(
    "bad-json",
    "JSON có tên trường lặp lại trong một đối tượng, hoặc có nửa ký tự (\\ud800–\\udfff đứng lẻ).",
  );
}

/** Keeps nothing from one text to the next, and takes as long to make as to use. */
const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });

/** Problem: bad-json. */
function parsed(bytes: Uint8Array): { text: string; value: unknown } {
  try {
    const text = UTF8.decode(bytes);
    return { text, value: JSON.parse(text) as unknown };
  } catch {
    throw new HttpProblem("bad-json", "Thân yêu cầu không đọc được như JSON mã UTF-8.");
  }
}

function pointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** Checks a value against a contract. Problem: shape, with one pointer for each of the first 50 issues. */
export function parseShape<S extends z.ZodType>(schema: S, value: unknown, prefix = ""): z.output<S> {
  // Thousands of cells, nearly always right: the schema itself is asked only when something is not plainly so.
  if ((schema as z.ZodType) === SubmissionEnvelopeSchema && isPlainEnvelope(value))
    return value as z.output<S>;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = result.error.issues
    .slice(0, MAX_ISSUES)
    .map((issue) => ({ pointer: prefix + pointer(issue.path), detail: issue.message }));
  const count = result.error.issues.length;
  throw new HttpProblem("shape", `Có ${count} chỗ không đúng cấu trúc; xem errors.`, {
    errors,
    ...(errors[0] === undefined ? {} : { pointer: errors[0].pointer }),
  });
}
