/** The doors: who may come in, what is refused before anything is read, and what every answer carries. */
import { beforeAll, describe, expect, test, vi } from "vitest";
import { measureJson } from "./http/json-bytes.ts";
import { ROUTES, app } from "./index.ts";
import {
  ORIGIN,
  PERSON_OF,
  call,
  callJson,
  goodWorkbook,
  newKey,
  problemOf,
  seedAll,
  send,
  sendGood,
  testEnv,
  tokenOf,
} from "./test-kit.ts";

beforeAll(seedAll);

describe("bodies from strangers", () => {
  const key = () => ({ "idempotency-key": newKey() });
  const post = async (body: unknown, headers: Record<string, string> = {}) =>
    call("/api/v1/submissions", { token: await tokenOf("soan-22"), body, headers: { ...key(), ...headers } });

  test("10 MB is refused with 413 before it is read as JSON", async () => {
    const answer = await post("x".repeat(10 * 1024 * 1024));
    expect((await problemOf(answer)).code).toBe("too-large");
  });

  test("10 MB that claims to be small is counted and refused", async () => {
    let sent = 0;
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent >= 160) return controller.close();
        sent += 1;
        controller.enqueue(new Uint8Array(64 * 1024).fill(0x20));
      },
    });
    const answer = await post(stream, { "content-length": "12" });
    expect((await problemOf(answer)).code).toBe("too-large");
    expect(sent).toBeLessThan(160);
  });

  test("JSON nested too deep is refused before parsing", async () => {
    const deep = `{"workbook":${"[".repeat(200_000)}${"]".repeat(200_000)}}`;
    expect((await problemOf(await post(deep))).code).toBe("too-deep");
  });

  test("depth counts brackets outside strings only", () => {
    const depth = (text: string) => measureJson(new TextEncoder().encode(text), 99).depth;
    expect(depth('{"a":"[[[[\\"[["}')).toBe(1);
    expect(depth('[{"a":[1,{"b":[]}]}]')).toBe(5);
    expect(depth('"\\\\"')).toBe(0);
  });

  test.each([
    ["not JSON", "{", "bad-json"],
    ["empty", "", "bad-json"],
    ["invalid UTF-8", new Uint8Array([0x22, 0xff, 0xfe, 0x22]), "bad-json"],
    ["a name twice", '{"workbook":{"sheets":[]},"workbook":{"sheets":[]}}', "bad-json"],
    ["a name twice, once escaped", '{"workbook":{"sheets":[]},"w\\u006frkbook":{"sheets":[]}}', "bad-json"],
    [
      "a name twice, deep inside",
      '{"workbook":{"sheets":[{"name":"A:","cells":{"A1":1,"A1":2}}]}}',
      "bad-json",
    ],
    ["half a character", '{"workbook":{"sheets":[]},"fileName":"\\ud800"}', "bad-json"],
    ["half a character in a name", '{"\\uDFFF":1}', "bad-json"],
    ["null", "null", "shape"],
    ["an array", "[]", "shape"],
    ["no workbook", "{}", "shape"],
    ["sheets is text", { workbook: { sheets: "KC_DeAn" } }, "shape"],
    ["no sheet", { workbook: { sheets: [] } }, "shape"],
    [
      "41 sheets",
      { workbook: { sheets: Array.from({ length: 41 }, (_, i) => ({ name: `S${i}`, cells: {} })) } },
      "shape",
    ],
    [
      "two sheets of one name",
      {
        workbook: {
          sheets: [
            { name: "KC_DeAn", cells: {} },
            { name: "kc_dean", cells: {} },
          ],
        },
      },
      "shape",
    ],
    [
      "an address that is none",
      { workbook: { sheets: [{ name: "A", cells: { "1A": { value: 1 } } }] } },
      "shape",
    ],
    [
      "an object as a value",
      { workbook: { sheets: [{ name: "A", cells: { A1: { value: { x: 1 } } } }] } },
      "shape",
    ],
    [
      "a number too large for a double",
      '{"workbook":{"sheets":[{"name":"A","cells":{"A1":{"value":1e999}}}]}}',
      "shape",
    ],
    [
      "a text longer than a cell holds",
      { workbook: { sheets: [{ name: "A", cells: { A1: { value: "x".repeat(32_768) } } }] } },
      "shape",
    ],
    ["an unknown field", { workbook: { sheets: [{ name: "A", cells: {} }] }, provinceCode: "66" }, "shape"],
  ])("refused, with what is wrong and where: %s", async (_name, body, code) => {
    const problem = await problemOf(await post(body));
    expect(problem.code).toBe(code);
    if (code === "shape") expect(problem.errors?.length).toBeGreaterThan(0);
    expect(JSON.stringify(problem)).not.toMatch(/\bat .*\.(ts|js):\d/);
  });

  test("__proto__ as an address reaches no prototype", async () => {
    const problem = await problemOf(
      await post('{"workbook":{"sheets":[{"name":"A","cells":{"__proto__":{"value":1}}}]}}'),
    );
    expect(problem.status).toBe(422);
    expect({}).not.toHaveProperty("value");
  });

  test("more than 200,000 cells are refused", async () => {
    const cells: Record<string, { value: number }> = {};
    for (let i = 1; i <= 200_001; i += 1) cells[`A${i}`] = { value: 1 };
    const problem = await problemOf(await post({ workbook: { sheets: [{ name: "A", cells }] } }));
    expect(problem).toMatchObject({ code: "shape", errors: [{ pointer: "/workbook/sheets" }] });
  });

  test("another content type is refused with 415", async () => {
    expect((await problemOf(await post("a=b", { "content-type": "text/plain" }))).status).toBe(415);
  });

  test.each([undefined, "short", "x".repeat(129), "có dấu cách và dấu"])(
    "Idempotency-Key %s is refused",
    async (value) => {
      const headers: Record<string, string> =
        value === undefined ? {} : { "idempotency-key": encodeURIComponent(value) };
      const answer = await call("/api/v1/submissions", {
        token: await tokenOf("soan-22"),
        body: { workbook: goodWorkbook() },
        headers,
      });
      expect((await problemOf(answer)).code).toBe("idempotency-key");
    },
  );

  test("an unknown workbook gets findings, not a crash", async () => {
    const problem = await problemOf(
      await post({ workbook: { sheets: [{ name: "Sheet1", cells: { A1: { value: "xin chào" } } }] } }),
    );
    expect(problem.code).toBe("findings");
    expect(problem.counts?.error).toBeGreaterThan(0);
  });

  test("nothing of all this was stored", async () => {
    const before = await count();
    await post("{");
    await post({ workbook: { sheets: [{ name: "Sheet1", cells: {} }] } });
    expect(await count()).toBe(before);
  });

  async function count(): Promise<number> {
    const tables = ["submissions", "revisions", "events", "content", "idempotency"];
    const sql = tables.map((table) => `(SELECT count(*) FROM ${table})`).join(" + ");
    return (await testEnv.DB.prepare(`SELECT ${sql} AS n`).first<number>("n")) ?? -1;
  }
});

describe("queries", () => {
  test.each(["state=unknown", "year=abc", "limit=0", "limit=1000", "cursor=abc", "cursor=' OR 1=1 --"])(
    "%s is refused",
    async (query) => {
      const answer = await call(`/api/v1/submissions?${query}`, { token: await tokenOf("soan-22") });
      expect((await problemOf(answer)).code).toBe("shape");
    },
  );

  test("a parameter given twice is one, and judged", async () => {
    const token = await tokenOf("soan-22");
    const twice = await call("/api/v1/submissions?limit=5&limit=1000", { token });
    expect((await problemOf(twice)).code).toBe("shape");
    const { items } = await callJson<{ items: { provinceCode: string }[] }>(
      "/api/v1/submissions?province=22&province=66",
      { token },
    );
    for (const { provinceCode } of items) expect(provinceCode).toBe("22");
  });

  test.each(["khong-phai-ma", "hs_1", "..%2f..", "%00", "'%20OR%201=1"])(
    "/submissions/%s is not found",
    async (id) => {
      const answer = await call(`/api/v1/submissions/${id}`, { token: await tokenOf("soan-22") });
      expect((await problemOf(answer)).status).toBe(404);
    },
  );
});

describe("every answer", () => {
  test("API answers: strict policy, no sniffing, not cached, a request id", async () => {
    const { headers } = await call("/api/v1/me");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("strict-transport-security")).toContain("max-age");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get("server-timing")).toMatch(/^total;dur=\d+$/);
  });

  const PAGES = [
    "/",
    "/console/",
    "/upload/",
    "/workbench/",
    "/workbench/taskpane.html",
    "/taskpane.html",
    "/huong-dan/",
    "/huong-dan/ham/dongia",
    "/khong-co",
    "/api/docs",
    "/api/v1/me",
    "/openapi.json",
    "/healthz",
  ];

  test("nothing inline on any page, no script from elsewhere but Excel's on the pane, which only Office hosts may frame", async () => {
    for (const path of PAGES) {
      const policy = (await call(path)).headers.get("content-security-policy") ?? "";
      const of = (name: string) => new RegExp(`(?:^|; )${name} ([^;]*)`).exec(policy)?.[1];
      const pane = path === "/taskpane.html";
      expect(policy, path).not.toMatch(/unsafe-inline|unsafe-eval|unsafe-hashes|script-src-/);
      expect(of("script-src"), path).toBe(pane ? "'self' https://appsforoffice.microsoft.com" : "'self'");
      const styles = of("style-src") ?? "";
      if (path === "/workbench/") expect(styles).toMatch(/^'self'( 'sha256-[\w+/]{43}=')+$/);
      else expect(styles, path).toBe("'self'");
      expect([of("default-src"), of("base-uri"), of("object-src")], path).toEqual(Array(3).fill("'none'"));
      const frames = of("frame-ancestors")?.split(" ") ?? [];
      expect(frames[0], path).toBe("'self'");
      for (const host of frames.slice(1))
        expect(host).toMatch(
          /^https:\/\/(\*\.)?(office|officeapps\.live|onedrive\.live|office365|microsoft|microsoft365|sharepoint)\.com$|^https:\/\/\*\.cloud\.microsoft$/,
        );
      expect(frames.length > 1, path).toBe(pane);
    }
  });

  test("every answer: no sniffing, HTTPS from then on, nothing told to other sites, no sensors", async () => {
    for (const path of [...PAGES, "/console"]) {
      const { headers, status } = await call(path);
      expect(headers.get("x-content-type-options"), path).toBe("nosniff");
      if (status < 300 || status >= 400)
        expect(headers.get("content-type"), path).toMatch(/; charset=utf-8$|^application\/(problem\+)?json$/);
      expect(headers.get("strict-transport-security"), path).toBe("max-age=31536000; includeSubDomains");
      expect(headers.get("referrer-policy"), path).toBe("no-referrer");
      expect(headers.get("permissions-policy"), path).toContain("camera=()");
    }
    for (const host of ["http://localhost:8787", "http://127.0.0.1:8787"])
      expect((await call("/healthz", { origin: host })).headers.get("strict-transport-security")).toBeNull();
  });

  test("other origins get no CORS headers, a configured one does", async () => {
    const origin = "https://addin.example";
    const closed = await call("/api/v1/me", { headers: { origin } });
    expect(closed.headers.get("access-control-allow-origin")).toBeNull();
    expect((await call("/api/v1/me", { method: "OPTIONS", headers: { origin } })).status).toBe(403);
    const env = { ADDIN_ORIGINS: `https://other.example, ${origin}` };
    const open = await call("/api/v1/me", { headers: { origin }, env });
    expect(open.headers.get("access-control-allow-origin")).toBe(origin);
    expect(open.headers.get("access-control-allow-credentials")).toBeNull();
    const near = await call("/api/v1/me", { headers: { origin: `${origin}.evil.example` }, env });
    expect(near.headers.get("access-control-allow-origin")).toBeNull();
    const preflight = await call("/api/v1/submissions", { method: "OPTIONS", headers: { origin }, env });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-headers")).toContain("idempotency-key");
  });

  test("an unexpected error is a problem without a trace; the log has it without what was sent", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const token = await tokenOf("soan-22");
    const broken = {
      prepare: () => {
        throw new Error("disk on fire");
      },
    } as unknown as D1Database;
    const answer = await call("/api/v1/me", { token, env: { DB: broken } });
    const problem = await problemOf(answer);
    expect(problem).toMatchObject({
      status: 500,
      code: "internal",
      instance: answer.headers.get("x-request-id"),
    });
    expect(JSON.stringify(problem)).not.toContain("disk");
    expect(logged.mock.calls.flat().join()).toContain("disk on fire");
    expect(logged.mock.calls.flat().join()).not.toContain(token);
    logged.mockRestore();
  });

  test("log lines are JSON and name nobody", async () => {
    const logged = vi.spyOn(console, "log").mockImplementation(() => undefined);
    const { id } = await sendGood();
    await call(`/api/v1/submissions/${id}`, { token: await tokenOf("soan-22") });
    const lines = logged.mock.calls.map((args) => String(args[0]));
    logged.mockRestore();
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ method: "GET", route: "/api/v1/submissions/:id", status: 200 }),
    );
    for (const line of lines) {
      expect(JSON.parse(line)).toMatchObject({ level: "info", ms: expect.any(Number) });
      for (const secret of [id, "soan-22", "Quảng Ninh", "gốm"]) expect(line).not.toContain(secret);
    }
  });

  test.each([
    ["local", "off", 0],
    ["local", "on", 1],
    ["production", "off", 1],
  ])("ENVIRONMENT %s, REQUEST_LOG %s: %i line", async (ENVIRONMENT, REQUEST_LOG, lines) => {
    const logged = vi.spyOn(console, "log").mockImplementation(() => undefined);
    await app.request("/api/v1/me", {}, { ...testEnv, ENVIRONMENT, REQUEST_LOG });
    expect(logged.mock.calls).toHaveLength(lines);
    logged.mockRestore();
  });

  test("a refusal says in the log why: not signed in, not allowed, not one's own, from another site", async () => {
    const logged = vi.spyOn(console, "log").mockImplementation(() => undefined);
    const { id } = await sendGood();
    await call("/api/v1/me");
    await call("/api/v1/rechecks", { token: await tokenOf("soan-22"), body: { reason: "Thử quyền" } });
    await call(`/api/v1/submissions/${id}`, { token: await tokenOf("soan-66") });
    await call("/api/v1/session/end", { method: "POST", headers: { origin: "https://evil.example" } });
    const lines = logged.mock.calls.map((args) => JSON.parse(String(args[0])) as Record<string, unknown>);
    logged.mockRestore();
    const said = lines.filter(({ problem }) => problem !== undefined);
    expect(said.map(({ status, problem }) => [status, problem])).toEqual([
      [401, "unauthenticated"],
      [403, "forbidden"],
      [404, "not-found"],
      [403, "cross-site"],
    ]);
  });
});

describe("files", () => {
  const PAGE = "<!doctype html><p>page</p>";
  /** Stands for the built files: answers with the path it was asked for. */
  const ASSETS = {
    fetch: async (request: Request) => {
      const { pathname } = new URL(request.url);
      if (pathname === "/missing.js") return new Response("", { status: 404 });
      return new Response(`${PAGE}${pathname}`, { headers: { "content-type": "text/html" } });
    },
  } as unknown as Fetcher;
  const text = async (path: string) => (await call(path, { env: { ASSETS } })).text();

  test.each([
    ["/", "/index.html"],
    ["/console/", "/console/index.html"],
    ["/workbench/", "/workbench/index.html"],
    ["/upload/", "/upload/index.html"],
    ["/taskpane.html", "/taskpane.html"],
    ["/manifest.xml", "/manifest.xml"],
    ["/workbench/taskpane.html", "/workbench/taskpane.html"],
  ])("%s is %s", async (path, file) => {
    expect(await text(path)).toMatch(new RegExp(`${file}$`));
  });

  test("directories without their slash are redirected, unknown files and other methods are not found", async () => {
    const moved = await call("/console?state=returned", { env: { ASSETS } });
    expect([moved.status, moved.headers.get("location")]).toEqual([308, `${ORIGIN}/console/?state=returned`]);
    expect((await call("/missing.js", { env: { ASSETS } })).status).toBe(404);
    expect((await call("/taskpane.html", { env: { ASSETS }, method: "DELETE" })).status).toBe(404);
  });
});

describe("documents", () => {
  test("OpenAPI 3.1 has every route, its rights, and resolvable references", async () => {
    const document = await callJson<Record<string, unknown>>("/openapi.json");
    expect(document["openapi"]).toBe("3.1.0");
    const paths = document["paths"] as Record<string, Record<string, { "x-roles"?: string[] }>>;
    for (const { spec } of ROUTES) {
      const operation = paths[spec.path]?.[spec.method];
      expect(operation, spec.path).toBeDefined();
      expect(operation?.["x-roles"], spec.path).toEqual(
        typeof spec.access === "string" ? undefined : [...spec.access],
      );
    }
    const text = JSON.stringify(document);
    const references = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1] ?? "");
    const schemas = (document["components"] as { schemas: object }).schemas;
    expect(references.length).toBeGreaterThan(20);
    for (const name of references) expect(schemas, name).toHaveProperty(name);
  });

  test("the page for people lists every route and every problem, and loads nothing from elsewhere", async () => {
    const page = await (await call("/api/docs")).text();
    for (const { spec } of ROUTES) expect(page).toContain(`<code>${spec.path}</code>`);
    for (const code of ["findings", "idempotency-conflict", "too-large"])
      expect(page).toContain(`id="${code}"`);
    expect(page).not.toMatch(/(src|href)="https?:/);
    expect(page).not.toContain("<script");
  });

  test("healthy, ready, and unready when a key or the tables are missing", async () => {
    expect((await call("/healthz")).status).toBe(200);
    expect((await call("/readyz")).status).toBe(200);
    expect((await problemOf(await call("/readyz", { env: { SIGNING_JWK: "" } }))).status).toBe(503);
  });

  test("the book has an ETag and answers 304 to it", async () => {
    const first = await call("/api/v1/book");
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^".+"$/);
    expect((await call("/api/v1/book", { headers: { "if-none-match": etag } })).status).toBe(304);
  });

  test("an unknown API address is a problem, an unknown page a page", async () => {
    expect((await problemOf(await call("/api/v1/nothing"))).code).toBe("not-found");
    const page = await call("/khong-co-trang-nay");
    expect(page.status).toBe(404);
    expect(page.headers.get("content-type")).toContain("text/html");
  });

  test("the public key set has no private part, also of retired keys", async () => {
    const retired = JSON.stringify({ keys: [JSON.parse(testEnv.AUTH_JWK ?? "{}")] });
    const { keys } = await callJson<{ keys: Record<string, unknown>[] }>("/.well-known/jwks.json", {
      env: { RETIRED_JWKS: retired },
    });
    expect(keys).toHaveLength(2);
    for (const key of keys) expect(key).not.toHaveProperty("d");
  });
});

describe("seed", () => {
  test("a second time changes nothing, and nothing was refused", async () => {
    const first = await callJson<{ refused: unknown[] }>("/api/v1/local/seed", { method: "POST" });
    const second = await callJson("/api/v1/local/seed", { method: "POST" });
    expect(second).toEqual(first);
    expect(first.refused).toEqual([]);
  });

  test("people are listed with role and organisation, and unknown ones cannot sign in", async () => {
    const { items } = await callJson<{ items: { id: string }[] }>("/api/v1/local/people");
    for (const id of Object.values(PERSON_OF)) expect(items.map((p) => p.id)).toContain(id);
    const answer = await call("/api/v1/local/sign-in", { body: { personId: "khong-co" } });
    expect((await problemOf(answer)).status).toBe(404);
    expect((await send("abc", {})).status).toBe(401);
  });
});
