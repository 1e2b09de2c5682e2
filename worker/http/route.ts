/**
 * One way to declare a route: its access is a required field, so nothing is open by forgetting. The same declaration
 * checks the request, feeds the OpenAPI document and is printed as the matrix of rights.
 */
import type { OpenAPIHono, RouteConfig } from "@hono/zod-openapi";
import type { Hono } from "hono";
import { z } from "zod";
import {
  PROBLEM_CODES,
  PROBLEM_MEDIA_TYPE,
  ProblemSchema,
  type ProblemCode,
} from "../../shared/contract/problem.ts";
import type { Role } from "../../shared/plan/states.ts";
import { authenticate, rememberedViewer, type Asks, type Viewer } from "../auth/authenticate.ts";
import { isLocal, type Env } from "../env.ts";
import { parseShape, readJson, type SentJson } from "./body.ts";
import { limitAddress, limitViewer } from "./limits.ts";
import { HttpProblem } from "./problem.ts";

/** `problem`: why the request was refused, for the log. */
export type App = Hono<{ Bindings: Env; Variables: { requestId: string; problem?: ProblemCode } }>;

/** "public": anybody. "local": anybody, and only on a machine that says it is local. Roles: signed in with one of them. */
export type Access = "public" | "local" | readonly [Role, ...Role[]];

export interface Answer {
  readonly description: string;
  readonly schema?: z.ZodType;
  /** Default application/json. */
  readonly mediaType?: string;
}

export interface RouteSpec {
  readonly method: "get" | "post";
  /** OpenAPI form: /api/v1/submissions/{id} */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly access: Access;
  /** What {id} names belongs to no province: whoever has the role may see it. */
  readonly shared?: true;
  /** Asked of the database together with who is asking; the answers come as `found`. */
  readonly asks?: Asks;
  /**
   * The statement by which it writes asks the tables whether the sender has their place. Then somebody known from a
   * moment before may begin, with nothing asked (`found` is null); where that fails, all of it is asked and done again.
   */
  readonly confirmedByWrite?: true;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly headers?: z.ZodObject;
  readonly body?: { readonly schema: z.ZodType; readonly limitBytes: number };
  /** A file instead of JSON; the handler reads it with `readFileBody`. */
  readonly file?: { readonly mediaTypes: readonly string[]; readonly limitBytes: number };
  readonly answers: Readonly<Record<number, Answer>>;
  readonly problems?: readonly ProblemCode[];
}

/** About 500 lines of a workbook. */
const SHORT_BODY_BYTES = 256 * 1024;

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined;

export interface Input<S extends RouteSpec> {
  readonly request: Request;
  readonly env: Env;
  readonly url: URL;
  readonly params: Parsed<S["params"]>;
  readonly query: Parsed<S["query"]>;
  readonly body: S["body"] extends { schema: infer B } ? Parsed<B> : undefined;
  /** The body as it came. */
  readonly sent: S["body"] extends object ? SentJson : undefined;
  /** Null exactly when access is "public" or "local". */
  readonly viewer: S["access"] extends string ? null : Viewer;
  /** Answers to `asks`, in their order; null where nothing was asked (`confirmedByWrite`). */
  readonly found: readonly unknown[] | null;
}

export interface Route {
  readonly spec: RouteSpec;
  readonly run: (request: Request, env: Env, params: Record<string, string>) => Promise<Response>;
}

interface Admitted {
  readonly viewer: Viewer | null;
  readonly found: readonly unknown[] | null;
}

const NOBODY: Admitted = { viewer: null, found: [] };

function requireRole({ access }: RouteSpec, viewer: Viewer): void {
  if (!access.includes(viewer.role))
    throw new HttpProblem("forbidden", `Vai trò “${viewer.roleLabel}” không được làm việc này.`);
}

/** By the tables' word. `counted`: the viewer whose request it is by memory, and who is not counted again. */
async function admit(spec: RouteSpec, request: Request, env: Env, counted: Viewer | null): Promise<Admitted> {
  if (spec.access === "public") return NOBODY;
  if (spec.access === "local") {
    if (!isLocal(env)) throw new HttpProblem("not-found", "Không có địa chỉ này.");
    return NOBODY;
  }
  const { viewer, found } = await authenticate(request, env, spec.asks);
  if (viewer.id !== counted?.id) await limitViewer(env, viewer);
  requireRole(spec, viewer);
  return { viewer, found };
}

/** By memory; null where the tables have to be asked. */
async function admitRemembered(spec: RouteSpec, request: Request, env: Env): Promise<Admitted | null> {
  if (spec.confirmedByWrite === undefined || !isShort(request)) return null;
  const viewer = await rememberedViewer(request, env);
  if (viewer === null || !spec.access.includes(viewer.role)) return null;
  await limitViewer(env, viewer);
  return { viewer, found: null };
}

/** What is long takes far more time to judge than the tables to ask, and would be judged twice when refused. */
const isShort = (request: Request): boolean =>
  Number(request.headers.get("content-length") ?? Infinity) <= SHORT_BODY_BYTES;

/** Rights come before shape: a stranger learns nothing about what is expected. */
export function route<const S extends RouteSpec>(
  spec: S,
  handle: (input: Input<S>) => Promise<Response> | Response,
): Route {
  const run = async (request: Request, env: Env, rawParams: Record<string, string>): Promise<Response> => {
    await limitAddress(env, request);
    const read = onlyOnce(() => readInput(spec, request, rawParams));
    const answer = async ({ viewer, found }: Admitted): Promise<Response> =>
      handle({ request, env, viewer, found, ...(await read()) } as Input<S>);
    const remembered = await admitRemembered(spec, request, env);
    if (remembered !== null) {
      try {
        return await answer(remembered);
      } catch {
        // Only the tables' word refuses anybody anything: asked below.
      }
    }
    return answer(await admit(spec, request, env, remembered?.viewer ?? null));
  };
  return { spec, run };
}

/** Problems: not-found, shape, media-type, too-large, bad-json, too-deep. */
async function readInput(spec: RouteSpec, request: Request, rawParams: Record<string, string>) {
  const url = new URL(request.url);
  const params = spec.params ? checkParams(spec.params, rawParams) : undefined;
  const query = spec.query ? parseShape(spec.query, Object.fromEntries(url.searchParams), "?") : undefined;
  const sent = spec.body ? await readJson(request, spec.body.limitBytes) : undefined;
  const body = spec.body ? parseShape(spec.body.schema, sent?.value) : undefined;
  return { url, params, query, body, sent };
}

/** A body can be read once; its second reader gets what the first got, or the same problem. */
function onlyOnce<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | null = null;
  return () => (done ??= work());
}

/** A path that cannot name anything is simply not found. */
function checkParams(schema: z.ZodObject, raw: Record<string, string>): unknown {
  const result = schema.safeParse(raw);
  if (!result.success) throw new HttpProblem("not-found", "Không có hồ sơ hoặc tài liệu này.");
  return result.data;
}

export function mount(app: App, routes: readonly Route[]): void {
  for (const { spec, run } of routes) {
    const path = spec.path.replace(/\{(\w+)\}/g, ":$1");
    app.on(spec.method.toUpperCase(), path, (c) => run(c.req.raw, c.env, c.req.param()));
  }
}

function problemCodes(spec: RouteSpec): ProblemCode[] {
  const codes = new Set<ProblemCode>(spec.problems ?? []);
  codes.add("too-many-requests");
  if (typeof spec.access !== "string")
    for (const code of ["unauthenticated", "forbidden", "cross-site"] as const) codes.add(code);
  if (spec.access === "local" || spec.params) codes.add("not-found");
  if (spec.query || spec.body) codes.add("shape");
  if (spec.body)
    for (const code of ["bad-json", "too-deep", "too-large", "media-type"] as const) codes.add(code);
  if (spec.file) for (const code of ["too-large", "media-type"] as const) codes.add(code);
  return [...codes];
}

function fileContent(mediaTypes: readonly string[]) {
  const schema = { type: "string", format: "binary" } as const;
  return Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema }]));
}

/** GET /api/v1/submissions/{id}/events → get-submissions-id-events: what generated clients call it. */
function operationId({ method, path }: RouteSpec): string {
  const words = path.replace(/^\/api\/v1/, "").match(/[A-Za-z0-9]+/g) ?? [];
  return [method, ...words].join("-");
}

export function registerOpenApi(registry: OpenAPIHono["openAPIRegistry"], { spec }: Route): void {
  const responses: Record<string, { description: string; content?: Record<string, { schema: z.ZodType }> }> =
    {};
  for (const [status, answer] of Object.entries(spec.answers)) {
    const schema = answer.schema ?? z.string();
    const content = { [answer.mediaType ?? "application/json"]: { schema } };
    responses[status] = {
      description: answer.description,
      ...(answer.schema || answer.mediaType ? { content } : {}),
    };
  }
  for (const code of problemCodes(spec)) {
    const { status, title } = PROBLEM_CODES[code];
    const before = responses[status]?.description;
    const content = { [PROBLEM_MEDIA_TYPE]: { schema: ProblemSchema } };
    responses[status] = { description: `${before ? `${before}; ` : ""}${title} (${code})`, content };
  }
  const config: RouteConfig = {
    method: spec.method,
    path: spec.path,
    summary: spec.summary,
    tags: [spec.tag],
    operationId: operationId(spec),
    ...(typeof spec.access === "string"
      ? {}
      : { security: [{ bearer: [] }, { session: [] }], "x-roles": [...spec.access] }),
    request: {
      ...(spec.params ? { params: spec.params } : {}),
      ...(spec.query ? { query: spec.query } : {}),
      ...(spec.headers ? { headers: spec.headers } : {}),
      ...(spec.body
        ? { body: { required: true, content: { "application/json": { schema: spec.body.schema } } } }
        : {}),
      ...(spec.file ? { body: { required: true, content: fileContent(spec.file.mediaTypes) } } : {}),
    },
    responses,
  };
  registry.registerPath(config);
}

export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store", ...headers },
  });
}
