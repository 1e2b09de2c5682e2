/** Helpers of the Worker's tests: requests through the real app, on the migrated database of the test file. */
import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { Receipt, SubmissionDetail } from "../shared/contract/submission.ts";
import type { Problem } from "../shared/contract/problem.ts";
import type { Publication, PublicationKind } from "../shared/contract/publications.ts";
import { XLSX_MEDIA_TYPE, type Upload } from "../shared/contract/upload.ts";
import { day } from "../shared/kernel/date.ts";
import type { FlatWorkbook } from "../shared/kernel/flat.ts";
import { dong } from "../shared/kernel/money.ts";
import { quantity } from "../shared/kernel/quantity.ts";
import { EXECUTION_ACTIONS, type Role, type State } from "../shared/plan/states.ts";
import { buildFlatWorkbook } from "../shared/workbook/build.ts";
import { writeXlsx } from "../shared/workbook/xlsx/index.ts";
import { misfit, specFor } from "./declared-answers.ts";
import type { Env } from "./env.ts";
import { app } from "./index.ts";
import { builtinLawBook } from "../shared/law/book.ts";

export const testEnv = env as unknown as Env;
export const ORIGIN = "http://kc.test";

export interface CallOptions {
  readonly method?: string;
  readonly token?: string;
  /** An object is sent as JSON; text and bytes as they are. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly env?: Partial<Env>;
  /** Where the service is asked; ORIGIN unless said. */
  readonly origin?: string;
}

export async function call(path: string, options: CallOptions = {}): Promise<Response> {
  const headers = new Headers(options.headers);
  if (options.token !== undefined) headers.set("authorization", `Bearer ${options.token}`);
  const init: RequestInit = {
    method: options.method ?? (options.body === undefined ? "GET" : "POST"),
    headers,
  };
  if (options.body !== undefined) {
    const raw =
      typeof options.body === "string" ||
      options.body instanceof Uint8Array ||
      options.body instanceof ReadableStream;
    const body = raw ? (options.body as BodyInit) : JSON.stringify(options.body);
    init.body = body;
    // As every client says of a text it sends.
    if (typeof body === "string" && !headers.has("content-length"))
      headers.set("content-length", String(new TextEncoder().encode(body).length));
    if (!headers.has("content-type")) headers.set("content-type", "application/json");
  }
  const request = new Request((options.origin ?? ORIGIN) + path, init);
  const { method, url } = request;
  const answer = await app.fetch(request, { ...testEnv, ...options.env }, createExecutionContext());
  await expectDeclared(method, url, answer);
  return answer;
}

/** Whatever a test is about, its answers keep what the document says of them. */
async function expectDeclared(method: string, url: string, answer: Response): Promise<void> {
  const spec = specFor(method, new URL(url).pathname);
  const type = answer.headers.get("content-type") ?? "";
  if (spec === null || method === "HEAD" || (!type.includes("json") && answer.status < 400)) return;
  const wrong = misfit(spec, answer, type.includes("json") ? await answer.clone().text() : "");
  if (wrong !== null) throw new Error(`${method} ${spec.path} ${answer.status}: ${wrong}`);
}

export async function callJson<T>(path: string, options: CallOptions = {}): Promise<T> {
  const answer = await call(path, options);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** The problem of an answer that must be one: right media type, and status as in its body. */
export async function problemOf(answer: Response): Promise<Problem> {
  const text = await answer.text();
  if (answer.headers.get("content-type") !== "application/problem+json") {
    throw new Error(`not a problem: ${answer.status} ${text.slice(0, 500)}`);
  }
  const problem = JSON.parse(text) as Problem;
  if (problem.status !== answer.status) throw new Error("status differs from the body");
  return problem;
}

export async function seedAll(): Promise<void> {
  await callJson("/api/v1/local/seed", { method: "POST" });
}

const tokens = new Map<string, string>();

export async function tokenOf(personId: string): Promise<string> {
  const known = tokens.get(personId);
  if (known !== undefined) return known;
  const { token } = await callJson<{ token: string }>("/api/v1/local/sign-in", { body: { personId } });
  tokens.set(personId, token);
  return token;
}

/** One person for each role; drafter and province are of Quảng Ninh. */
export const PERSON_OF: Readonly<Record<Role, string>> = {
  drafter: "soan-22",
  province: "duyet-22",
  ministry: "tham-dinh-1",
  steward: "quan-tri",
};

/** A small workbook without errors. */
export function goodWorkbook(
  province = "Quảng Ninh",
  name = "Ứng dụng máy móc trong sản xuất gốm sứ",
  supportDong = 200_000_000,
): FlatWorkbook {
  return buildFlatWorkbook(
    {
      info: {
        province,
        organisation: `Trung tâm Khuyến công (${province})`,
        year: 2019,
        asOf: day("2019-01-15"),
        localBudgetDong: dong(2_000_000_000),
        drafter: "Người soạn",
      },
      deAn: [
        {
          code: "DA01",
          name,
          content: 3,
          kind: "MAY-MOC",
          fund: "ĐP",
          count: quantity(1),
          place: province,
          beneficiary: "Cơ sở thử nghiệm",
          trade: "Gốm sứ",
          start: day("2019-03-01"),
          end: day("2019-10-31"),
          result: "Tăng sản lượng",
          source: "Báo giá",
        },
      ],
      costLines: [
        {
          deAnCode: "DA01",
          item: "Máy ép",
          unit: "máy",
          quantity: quantity(1),
          unitPriceDong: dong(400_000_000),
          supportDong: dong(supportDong),
          note: "Báo giá",
        },
      ],
    },
    builtinLawBook(),
  );
}

export function newKey(): string {
  return `test-${crypto.randomUUID()}`;
}

export async function send(token: string, body: unknown, key = newKey()): Promise<Response> {
  return call("/api/v1/submissions", { token, body, headers: { "idempotency-key": key } });
}

export async function sendGood(personId = "soan-22", extra: Record<string, unknown> = {}): Promise<Receipt> {
  const province = personId.endsWith("-22") ? "Quảng Ninh" : "Đắk Lắk";
  const answer = await send(await tokenOf(personId), { workbook: goodWorkbook(province), ...extra });
  if (answer.status !== 201) throw new Error(`not taken: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Receipt;
}

/** A file of a workbook, sent as Excel would have saved it. */
export async function uploadFile(
  personId: string,
  bytes: Uint8Array | ReadableStream,
  fileName = "so.xlsx",
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return call(`/api/v1/uploads?fileName=${encodeURIComponent(fileName)}`, {
    token: await tokenOf(personId),
    body: bytes,
    headers: { "content-type": XLSX_MEDIA_TYPE, ...headers },
  });
}

export async function uploadGood(personId = "soan-22"): Promise<Upload> {
  const province = personId.endsWith("-22") ? "Quảng Ninh" : "Đắk Lắk";
  const answer = await uploadFile(personId, await writeXlsx(goodWorkbook(province)));
  if (answer.status !== 201) throw new Error(`not taken: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Upload;
}

export async function detail(id: string, personId: string): Promise<SubmissionDetail> {
  return callJson(`/api/v1/submissions/${id}`, { token: await tokenOf(personId) });
}

export async function act(
  id: string,
  personId: string,
  action: string,
  etag: string,
  comment = "Lý do thử",
): Promise<Response> {
  const token = await tokenOf(personId);
  return call(`/api/v1/submissions/${id}/actions`, {
    token,
    headers: { "if-match": etag },
    body: { action, comment },
  });
}

export async function order(
  id: string,
  personId: string,
  etag: string,
  body: unknown = {},
): Promise<Response> {
  const token = await tokenOf(personId);
  return call(`/api/v1/submissions/${id}/order`, { token, headers: { "if-match": etag }, body });
}

/** One record of the work on the only đề án of a good workbook. */
export async function record(
  id: string,
  personId: string,
  kind: string,
  after: number,
  extra: Record<string, unknown> = {},
): Promise<Response> {
  const token = await tokenOf(personId);
  const body = {
    deAnCode: "DA01",
    kind,
    on: "2019-09-01",
    document: "Văn bản thử",
    note: "Lý do thử",
    after,
  };
  return call(`/api/v1/submissions/${id}/execution/records`, { token, body: { ...body, ...extra } });
}

export async function executionStep(
  id: string,
  personId: string,
  action: string,
  etag: string,
  comment = "Lý do thử",
): Promise<Response> {
  const token = await tokenOf(personId);
  const headers = { "if-match": etag };
  return call(`/api/v1/submissions/${id}/execution/steps`, { token, headers, body: { action, comment } });
}

/** What must be on record before a step may be taken. */
const NEEDED: Readonly<Record<string, readonly [string, number]>> = {
  confirm: ["acceptance", 0],
  settle: ["settlement", 1],
};

async function takeExecutionStep(
  id: string,
  personId: string,
  action: string,
  etag: string,
): Promise<Response> {
  const needed = NEEDED[action];
  if (needed !== undefined) {
    const written = await record(id, PERSON_OF.province, needed[0], needed[1], { amountDong: 150_000_000 });
    if (!written.ok) return written;
  }
  return executionStep(id, personId, action, etag);
}

const TO_ORDERED = [
  ["province", "forward"],
  ["ministry", "receive"],
  ["ministry", "accept"],
  ["ministry", "order"],
] as const;

/** Takes files into review; whoever accepts them must be somebody else. */
const RECEIVER = "tham-dinh-2";

/** The way to each state from a new submission. */
const PATHS: Readonly<Record<State, readonly (readonly [Role, string])[]>> = {
  submitted: [],
  province_approved: [["province", "forward"]],
  ministry_review: [
    ["province", "forward"],
    ["ministry", "receive"],
  ],
  returned: [
    ["province", "forward"],
    ["ministry", "receive"],
    ["ministry", "return"],
  ],
  accepted: [
    ["province", "forward"],
    ["ministry", "receive"],
    ["ministry", "accept"],
  ],
  ordered: TO_ORDERED,
  in_progress: [...TO_ORDERED, ["drafter", "start"]],
  accepted_work: [...TO_ORDERED, ["drafter", "start"], ["province", "confirm"]],
  settled: [...TO_ORDERED, ["drafter", "start"], ["province", "confirm"], ["province", "settle"]],
  withdrawn: [["drafter", "withdraw"]],
  rejected: [["province", "reject"]],
};

/** A new submission of Quảng Ninh in the given state. */
export async function submissionIn(state: State): Promise<{ id: string; etag: string }> {
  const { id } = await sendGood();
  let version = 1;
  for (const [role, action] of PATHS[state]) {
    const personId = action === "receive" ? RECEIVER : PERSON_OF[role];
    const etag = `"v${version}"`;
    const answer =
      action === "order"
        ? await order(id, personId, etag)
        : EXECUTION_ACTIONS.some((step) => step === action)
          ? await takeExecutionStep(id, personId, action, etag)
          : await act(id, personId, action, etag);
    if (!answer.ok) throw new Error(`${action}: ${answer.status} ${await answer.text()}`);
    version += 1;
  }
  return { id, etag: `"v${version}"` };
}

/** A proposal that waits for another steward. */
export async function proposeAs(
  personId: string,
  kind: PublicationKind,
  content: unknown,
): Promise<Publication> {
  const body = { kind, content, reason: "Thử công bố" };
  const answer = await call("/api/v1/publications", { token: await tokenOf(personId), body });
  if (answer.status !== 201) throw new Error(await answer.text());
  return (await answer.json()) as Publication;
}

/** Proposed by one steward and confirmed by the other: in force at once. */
export async function publish(kind: PublicationKind, content: unknown): Promise<Publication> {
  const { id, contentHash } = await proposeAs("quan-tri", kind, content);
  const body = { id, contentHash, decision: "confirmed" };
  const answer = await call("/api/v1/publications/decisions", { token: await tokenOf("quan-tri-2"), body });
  if (answer.status !== 200) throw new Error(await answer.text());
  return (await answer.json()) as Publication;
}
