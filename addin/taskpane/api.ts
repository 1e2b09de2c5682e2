/** The only place of the pane that calls the service. Every failure comes out as an ApiProblem with a sentence. */
import type { ReplicaSourceList } from "../../shared/contract/execution.ts";
import { BOOKMARK_HEADER } from "../../shared/contract/bookmark.ts";
import type { Problem } from "../../shared/contract/problem.ts";
import type { Person, SignInAnswer, SignInOptions } from "../../shared/contract/session.ts";
import type {
  Receipt,
  SubmissionDetail,
  SubmissionEnvelope,
  SubmissionList,
} from "../../shared/contract/submission.ts";
import { canonicalJson } from "../../shared/kernel/canonical.ts";
import { dropSession, readSession } from "./auth.ts";

const BASE = "/api/v1";
const PATIENCE_MS = 20_000;
/** The last one given; the pane asks no copy of the database that is older. */
let bookmark: string | null = null;
/** A whole workbook travels, and the server judges it before it answers. */
const SEND_PATIENCE_MS = 90_000;

/** `local` failures never reached the service, or its answer could not be read. */
export type LocalFailure = "network" | "timeout" | "unreadable";

export class ApiProblem extends Error {
  readonly status: number;
  readonly problem: Problem | null;
  readonly local: LocalFailure | null;
  /** When the service said how long to wait. */
  readonly retryAfterSeconds: number | null;

  constructor(
    status: number,
    problem: Problem | null,
    local: LocalFailure | null,
    retryAfterSeconds: number | null = null,
  ) {
    super(problem?.code ?? local ?? "unreadable");
    this.retryAfterSeconds = retryAfterSeconds;
    this.name = "ApiProblem";
    this.status = status;
    this.problem = problem;
    this.local = local;
  }
}

/** Of a Retry-After header in seconds; the other form, a date, is not used by this service. */
function retryAfter(response: Response): number | null {
  const seconds = Number(response.headers.get("retry-after") ?? "");
  return Number.isFinite(seconds) && seconds > 0 ? seconds : null;
}

interface Options {
  readonly method?: "GET" | "POST";
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly patienceMs?: number;
  /** Another one than the person's own, or null: none. */
  readonly token?: string | null;
}

function asProblem(value: unknown): Problem | null {
  if (typeof value !== "object" || value === null) return null;
  const { title, detail, code } = value as Partial<Problem>;
  return typeof title === "string" && typeof detail === "string" && typeof code === "string"
    ? (value as Problem)
    : null;
}

/** Empty: a cookie of the service's own page speaks for the person. */
let tokenSource: () => Promise<string | null> = () => Promise.resolve(readSession()?.token ?? null);

/** From now on tokens come from here; they may be renewed on the way. */
export function useTokens(source: () => Promise<string | null>): void {
  tokenSource = source;
}

/** A text is JSON already. */
const jsonOf = (body: unknown): string => (typeof body === "string" ? body : JSON.stringify(body));

async function answer(path: string, options: Options): Promise<Response> {
  const headers = new Headers(options.headers);
  const token = options.token === undefined ? await tokenSource() : options.token;
  if (token !== null && token !== "") headers.set("authorization", `Bearer ${token}`);
  if (options.body !== undefined) headers.set("content-type", "application/json");
  if (bookmark !== null) headers.set(BOOKMARK_HEADER, bookmark);
  try {
    const response = await fetch(BASE + path, {
      method: options.method ?? "GET",
      headers,
      cache: "no-store",
      signal: AbortSignal.timeout(options.patienceMs ?? PATIENCE_MS),
      ...(options.body === undefined ? {} : { body: jsonOf(options.body) }),
    });
    bookmark = response.headers.get(BOOKMARK_HEADER) ?? bookmark;
    return response;
  } catch (error) {
    const late = error instanceof DOMException && error.name === "TimeoutError";
    throw new ApiProblem(0, null, late ? "timeout" : "network");
  }
}

async function call<T>(path: string, options: Options = {}): Promise<T> {
  const response = await answer(path, options);
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok && body !== undefined) return body as T;
  if (response.status === 401) dropSession();
  const problem = response.ok ? null : asProblem(body);
  const local = problem === null ? "unreadable" : null;
  throw new ApiProblem(response.status, problem, local, retryAfter(response));
}

/** Seeded people of a demonstration machine; null where local sign-in does not exist. */
export async function listLocalPeople(): Promise<readonly Person[] | null> {
  try {
    return (await call<{ items: readonly Person[] }>("/local/people")).items;
  } catch (error) {
    if (error instanceof ApiProblem && (error.status === 404 || error.status === 403)) return null;
    throw error;
  }
}

export function signInLocally(personId: string): Promise<SignInAnswer> {
  return call("/local/sign-in", { method: "POST", body: { personId } });
}

/** Asked before anybody is signed in. */
export function readSignInOptions(): Promise<SignInOptions> {
  return call("/sign-in/options", { token: null });
}

/** Whom this token speaks for. */
export function readMe(token: string): Promise<Person> {
  return call("/me", { token });
}

/** Ends the session of the service's pages in this browser; without a network there is none to end. */
export async function endSession(): Promise<void> {
  await answer("/session/end", { method: "POST", token: null }).catch(() => null);
}

/**
 * The same key with the same envelope gives the same receipt, however often it is sent. `ifMatch`: the version that is
 * corrected; when the service holds a newer one the answer is the problem edit-conflict.
 */
export function sendSubmission(
  envelope: SubmissionEnvelope,
  key: string,
  ifMatch: string | null,
): Promise<Receipt> {
  return call("/submissions", {
    method: "POST",
    // Canonical, as the server keeps and hashes it: it need not be written a second time.
    body: canonicalJson(envelope),
    headers: { "idempotency-key": key, ...(ifMatch === null ? {} : { "if-match": ifMatch }) },
    patienceMs: SEND_PATIENCE_MS,
  });
}

export function listSubmissions(cursor: string | null = null): Promise<SubmissionList> {
  const query = new URLSearchParams({ limit: "20" });
  if (cursor !== null) query.set("cursor", cursor);
  return call(`/submissions?${query}`);
}

/** Đề án of every province that were settled and held effective. */
export function listReplicaSources(kind: string): Promise<ReplicaSourceList> {
  return call(`/replica-sources${kind === "" ? "" : `?${new URLSearchParams({ kind })}`}`);
}

export function readSubmission(id: string): Promise<SubmissionDetail> {
  return call(`/submissions/${encodeURIComponent(id)}`);
}
