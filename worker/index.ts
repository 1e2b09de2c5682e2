/** Puts the routes together; the one place where errors become answers and where every answer gets its headers. */
import { Hono } from "hono";
import { routePath } from "hono/route";
import { z } from "zod";
import { vi } from "zod/locales";
import { isLocal, type Env } from "./env.ts";
import { describeError } from "./http/describe-error.ts";
import { allowedOrigin, preflight, setCorsHeaders, setSecurityHeaders } from "./http/headers.ts";
import { HttpProblem, problemResponse } from "./http/problem.ts";
import { mount, type App, type Route } from "./http/route.ts";
import { runJobs, type Job } from "./jobs.ts";
import { allocationRoutes } from "./routes/allocation.ts";
import { serveAsset } from "./routes/assets.ts";
import { bookRoutes } from "./routes/book.ts";
import { catalogueRoutes } from "./routes/catalogue.ts";
import { comparisonRoutes } from "./routes/comparisons.ts";
import { executionRoutes } from "./routes/execution.ts";
import { failedJobRoutes } from "./routes/failed-jobs.ts";
import { healthRoutes } from "./routes/health.ts";
import { logRoutes } from "./routes/log.ts";
import { openApiRoutes } from "./routes/openapi.ts";
import { ownSessionRoutes } from "./routes/own-sessions.ts";
import { orderRoutes } from "./routes/orders.ts";
import { paperTemplateRoutes } from "./routes/paper-templates.ts";
import { normProposalRoutes } from "./routes/norm-proposals.ts";
import { publicationRoutes } from "./routes/publications.ts";
import { recheckRoutes } from "./routes/rechecks.ts";
import { savedViewRoutes } from "./routes/saved-views.ts";
import { ruleRoutes } from "./routes/rules.ts";
import { seedRoutes } from "./routes/seed.ts";
import { sessionRoutes } from "./routes/session.ts";
import { submissionRoutes } from "./routes/submissions.ts";
import { waiverRoutes } from "./routes/waivers.ts";
import { uploadRoutes } from "./routes/uploads.ts";
import { yearRoutes } from "./routes/year.ts";

z.config(vi());

const API_ROUTES: readonly Route[] = [
  ...sessionRoutes,
  ...ownSessionRoutes,
  ...submissionRoutes,
  ...waiverRoutes,
  ...savedViewRoutes,
  ...uploadRoutes,
  ...catalogueRoutes,
  ...paperTemplateRoutes,
  ...orderRoutes,
  ...executionRoutes,
  ...yearRoutes,
  ...allocationRoutes,
  ...comparisonRoutes,
  ...bookRoutes,
  ...ruleRoutes,
  ...normProposalRoutes,
  ...publicationRoutes,
  ...logRoutes,
  ...recheckRoutes,
  ...failedJobRoutes,
  ...healthRoutes,
  ...seedRoutes,
];

/** Every route the Worker answers besides files; each has declared who may use it. */
export const ROUTES: readonly Route[] = [...API_ROUTES, ...openApiRoutes(API_ROUTES)];

/** Off only on a local machine, for measuring: there every line takes a way round through the debugger of wrangler. */
function logsRequests(env: Env): boolean {
  return !(isLocal(env) && env.REQUEST_LOG === "off");
}

function log(level: "info" | "error", fields: Record<string, unknown>): void {
  const line = JSON.stringify({ at: new Date().toISOString(), level, ...fields });
  if (level === "error") console.error(line);
  else console.log(line);
}

export const app: App = new Hono();

app.use(async (c, next) => {
  const started = Date.now();
  const requestId = crypto.randomUUID();
  c.set("requestId", requestId);
  const url = new URL(c.req.url);
  const path = url.pathname;
  const isApi = path.startsWith("/api/");
  const origin = isApi ? allowedOrigin(c.req.raw, c.env) : null;
  if (isApi && c.req.method === "OPTIONS") c.res = preflight(origin);
  else await next();
  // What the API's own handlers answer can be written on; what came from files or elsewhere cannot.
  const answer = isApi ? c.res : new Response(c.res.body, c.res);
  setSecurityHeaders(answer.headers, url, c.env);
  if (origin !== null && c.req.method !== "OPTIONS") setCorsHeaders(answer.headers, origin);
  answer.headers.set("x-request-id", requestId);
  // The platform's clock moves only with what is waited for: database, files, other services.
  const ms = Date.now() - started;
  if (isApi) answer.headers.set("server-timing", `total;dur=${ms}`);
  if (answer !== c.res) {
    c.res = undefined;
    c.res = answer;
  }
  // The pattern, never the address: an id in a log would tell who asked about what.
  const route = routePath(c);
  const problem = c.get("problem");
  const refused = problem === undefined ? {} : { problem };
  if (isApi && logsRequests(c.env))
    log("info", { requestId, method: c.req.method, route, status: answer.status, ms, ...refused });
});

mount(app, ROUTES);

app.all("/api/*", () => problemResponse("not-found", "Không có địa chỉ này."));
app.all("*", (c) => serveAsset(c.req.raw, c.env));

app.onError((error, c) => {
  if (error instanceof HttpProblem) {
    c.set("problem", error.code);
    return problemResponse(error.code, error.detail, { ...error.extra, instance: c.get("requestId") });
  }
  log("error", { requestId: c.get("requestId"), method: c.req.method, ...describeError(error) });
  const detail = "Máy chủ gặp lỗi ngoài dự kiến; hãy thử lại, và báo mã instance nếu còn gặp.";
  return problemResponse("internal", detail, { instance: c.get("requestId") });
});

export default { fetch: app.fetch, queue: runJobs } satisfies ExportedHandler<Env, Job>;
