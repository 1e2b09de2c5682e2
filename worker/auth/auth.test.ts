/** Who may come in: tokens, sessions of the browser pages, signing in at an outside issuer, limits. */
import { SignJWT, UnsecuredJWT, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from "jose";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Person } from "../../shared/contract/session.ts";
import { sameSecret } from "../http/constant-time.ts";
import { ProcessLimit } from "../http/limits.ts";
import {
  ORIGIN,
  PERSON_OF,
  call,
  callJson,
  newKey,
  problemOf,
  seedAll,
  testEnv,
  tokenOf,
} from "../test-kit.ts";
import { sha256Hex } from "../store/content.ts";
import { KEPT_SECONDS } from "./checked-tokens.ts";
import { safeNext } from "./code-flow.ts";
import { AUDIENCE, LOCAL_ISSUER, LOCAL_TOKEN_TYPE, startEmbeddedIssuer } from "./embedded-issuer.ts";

beforeAll(seedAll);

const now = () => Math.floor(Date.now() / 1000);
const privateKeyOf = async (text = "") => (await importJWK(JSON.parse(text) as JWK, "EdDSA")) as CryptoKey;

interface Claims {
  [name: string]: unknown;
}
const good = (): Claims => ({
  iss: LOCAL_ISSUER,
  aud: AUDIENCE,
  sub: "soan-22",
  iat: now(),
  exp: now() + 600,
});

async function signed(
  claims: Claims,
  header: Record<string, unknown> = {},
  key?: CryptoKey,
): Promise<string> {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: "EdDSA", typ: LOCAL_TOKEN_TYPE, ...header })
    .sign(key ?? (await privateKeyOf(testEnv.AUTH_JWK)), { crit: { "x-kc": true } });
}

/** Signed by a key of the sender's own, in every header that ever named a key. */
async function withOwnKey(
  claims: Claims,
  alg = "EdDSA",
  header: Record<string, unknown> = {},
): Promise<string> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: "k1", alg, use: "sig" };
  const named = { jwk, jku: "https://evil.example/keys", x5u: "https://evil.example/cert", x5c: ["AAAA"] };
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg, typ: LOCAL_TOKEN_TYPE, ...named, ...header })
    .sign(privateKey);
}

const meWith = (token: string, env = {}) => call("/api/v1/me", { token, env });

describe("tokens of the embedded issuer", () => {
  test("a token says who; the tables say what they may do", async () => {
    const me = await callJson<Person>("/api/v1/me", { token: await signed(good()) });
    expect(me).toMatchObject({ id: "soan-22", role: "drafter", organisation: { provinceCode: "22" } });
  });

  test("role and province claims in a token count for nothing", async () => {
    const claims = { ...good(), role: "ministry", roles: ["ministry"], provinceCode: "66" };
    expect(await callJson("/api/v1/me", { token: await signed(claims) })).toMatchObject({
      role: "drafter",
      organisation: { provinceCode: "22" },
    });
  });

  const bad: [string, () => Promise<string> | string][] = [
    ["nothing like a token", () => "abc"],
    ["three parts of nothing", () => "e30.e30.e30"],
    [
      "alg none",
      () =>
        new UnsecuredJWT({})
          .setIssuer(LOCAL_ISSUER)
          .setAudience(AUDIENCE)
          .setSubject("soan-22")
          .setIssuedAt()
          .setExpirationTime("1h")
          .encode(),
    ],
    [
      "HS256 with the public key as secret",
      async () => {
        const { x } = JSON.parse(testEnv.AUTH_JWK ?? "") as { x: string };
        const secret = new TextEncoder().encode(x.padEnd(32, "0"));
        return new SignJWT(good()).setProtectedHeader({ alg: "HS256", typ: LOCAL_TOKEN_TYPE }).sign(secret);
      },
    ],
    [
      "another Ed25519 key",
      async () => signed(good(), {}, (await generateKeyPair("EdDSA", { crv: "Ed25519" })).privateKey),
    ],
    ["the key that signs receipts", async () => signed(good(), {}, await privateKeyOf(testEnv.SIGNING_JWK))],
    ["wrong use: signed by the right key as something else", () => signed(good(), { typ: "JWT" })],
    ["wrong use: no type at all", () => signed(good(), { typ: undefined })],
    ["a key of its own in the header", () => withOwnKey(good())],
    ["a critical extension nobody knows", () => signed(good(), { crit: ["x-kc"], "x-kc": 1 })],
    ["expired", () => signed({ ...good(), iat: now() - 7200, exp: now() - 3600 })],
    ["not yet valid", () => signed({ ...good(), nbf: now() + 3600 })],
    ["no expiry", () => signed({ ...good(), exp: undefined })],
    ["no time of issue", () => signed({ ...good(), iat: undefined })],
    ["no subject", () => signed({ ...good(), sub: undefined })],
    ["a subject that is no text", () => signed({ ...good(), sub: 7 })],
    ["no issuer", () => signed({ ...good(), iss: undefined })],
    ["another issuer", () => signed({ ...good(), iss: "https://elsewhere.example" })],
    ["another audience", () => signed({ ...good(), aud: "another-service" })],
    [
      "payload changed after signing",
      async () => {
        const [head, , tail] = (await signed(good())).split(".");
        const payload = btoa(JSON.stringify({ ...good(), sub: "tham-dinh-1" })).replace(/=+$/, "");
        return `${head}.${payload}.${tail}`;
      },
    ],
  ];
  test.each(bad)("refused with 401: %s", async (_name, make) => {
    const answer = await meWith(await make());
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toContain("Bearer");
    expect((await problemOf(answer)).code).toBe("unauthenticated");
  });

  test("a token checked a moment ago is known again until it ends, and after five minutes checked again", async () => {
    const verify = vi.spyOn(crypto.subtle, "verify");
    vi.useFakeTimers({ toFake: ["Date"] });
    try {
      const token = await signed({ ...good(), exp: now() + 400 });
      const seen = async (afterSeconds: number) => {
        vi.setSystemTime(Date.now() + afterSeconds * 1000);
        verify.mockClear();
        const { status } = await meWith(token);
        return { status, checked: verify.mock.calls.length };
      };
      expect(await seen(0)).toEqual({ status: 200, checked: 1 });
      expect(await seen(KEPT_SECONDS - 1)).toEqual({ status: 200, checked: 0 });
      expect(await seen(1)).toEqual({ status: 200, checked: 1 });
      // 400 s, and the 30 s two clocks may differ: the last second it counts, and the first it does not.
      expect((await seen(129)).status).toBe(200);
      expect((await seen(1)).status).toBe(401);
    } finally {
      vi.useRealTimers();
      verify.mockRestore();
    }
  });

  test("a token that was right with one key is not right with another", async () => {
    const token = await signed(good());
    expect((await meWith(token)).status).toBe(200);
    const { privateKey } = await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true });
    const env = { AUTH_JWK: JSON.stringify(await exportJWK(privateKey)) };
    expect((await meWith(token, env)).status).toBe(401);
  });

  test("no token, and a scheme that is not Bearer, are refused with 401", async () => {
    expect((await call("/api/v1/me")).status).toBe(401);
    expect((await call("/api/v1/me", { headers: { authorization: "Basic c29hbjpz" } })).status).toBe(401);
  });

  test("a token in the address counts for nothing", async () => {
    const token = await signed(good());
    for (const query of [`access_token=${token}`, `token=${token}`, `authorization=Bearer%20${token}`])
      expect((await call(`/api/v1/me?${query}`)).status).toBe(401);
  });

  test("a valid token of somebody without a membership is refused with 403 and told what to report", async () => {
    const problem = await problemOf(await meWith(await signed({ ...good(), sub: "nguoi-la" })));
    expect(problem.code).toBe("forbidden");
    expect(problem.detail).toContain("nguoi-la");
  });
});

describe("the embedded issuer", () => {
  test("starts where ENVIRONMENT says local", async () => {
    const issuer = await startEmbeddedIssuer(testEnv);
    expect((await issuer.issue("soan-22", new Date())).token.split(".")).toHaveLength(3);
  });

  test.each(["production", "LOCAL", "local ", "", undefined])(
    "refuses to start where it says %s, though the key is there",
    async (ENVIRONMENT) => {
      const env = { ...testEnv, ENVIRONMENT: ENVIRONMENT as string };
      expect(env.AUTH_JWK).toBeTruthy();
      await expect(startEmbeddedIssuer(env)).rejects.toMatchObject({ code: "not-found" });
      for (const [path, method] of [
        ["people", "GET"],
        ["sign-in", "POST"],
        ["seed", "POST"],
      ] as const) {
        const body = method === "POST" ? { personId: "soan-22" } : undefined;
        const answer = await call(`/api/v1/local/${path}`, { method, body, env: { ENVIRONMENT } as object });
        expect((await problemOf(answer)).code, path).toBe("not-found");
      }
      expect((await meWith(await tokenOf("soan-22"), { ENVIRONMENT })).status).toBe(503);
    },
  );
});

/** An outside issuer: its key set and discovery document, served in place of the network. */
const IDP = "https://idp.example/tenant/v2.0";
const ENTRY = {
  issuer: IDP,
  audience: "api-1",
  name: "Thử",
  clientId: "client-1",
  scope: "openid api/access",
};

interface Idp {
  readonly env: { ENVIRONMENT: string; OIDC_ISSUERS: string };
  readonly key: CryptoKey;
  readonly publicJwk: JWK;
  keys: JWK[];
  discovery: Record<string, unknown>;
  tokenAnswer: (form: URLSearchParams) => Response;
  asked: string[];
}

let made = 0;
async function idp(entry: Record<string, unknown> = {}): Promise<Idp> {
  const { publicKey, privateKey } = await generateKeyPair("ES256", { extractable: true });
  // A name of its own, so that what one test cached is nothing to the next.
  const issuer = `${IDP}/${(made += 1)}`;
  const publicJwk = { ...(await exportJWK(publicKey)), kid: "k1", alg: "ES256", use: "sig" };
  const it: Idp = {
    env: { ENVIRONMENT: "production", OIDC_ISSUERS: JSON.stringify([{ ...ENTRY, issuer, ...entry }]) },
    key: privateKey,
    publicJwk,
    keys: [publicJwk],
    discovery: {
      issuer,
      jwks_uri: `${issuer}/keys`,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
    },
    tokenAnswer: () => new Response("", { status: 500 }),
    asked: [],
  };
  vi.stubGlobal("fetch", async (input: RequestInfo | URL, init?: RequestInit) => {
    const url = input instanceof Request ? input.url : String(input);
    it.asked.push(url.replace(issuer, ""));
    if (url === `${issuer}/.well-known/openid-configuration`) return Response.json(it.discovery);
    if (url === `${issuer}/keys`) return Response.json({ keys: it.keys });
    if (url === `${issuer}/token`) return it.tokenAnswer(init?.body as URLSearchParams);
    throw new TypeError("network");
  });
  return it;
}

const issuerOf = (it: Idp) => String(it.discovery["issuer"]);
function outside(it: Idp, claims: Claims = {}, header: Record<string, unknown> = {}): Promise<string> {
  const all = {
    iss: issuerOf(it),
    aud: "api-1",
    sub: "u1",
    oid: "o1",
    iat: now(),
    exp: now() + 300,
    ...claims,
  };
  return new SignJWT(all).setProtectedHeader({ alg: "ES256", kid: "k1", ...header }).sign(it.key);
}

async function member(it: Idp, subject: string, id: string): Promise<void> {
  await testEnv.DB.batch([
    testEnv.DB.prepare("INSERT INTO people (id, issuer, subject, name) VALUES (?, ?, ?, 'Người thử')").bind(
      id,
      issuerOf(it),
      subject,
    ),
    testEnv.DB.prepare(
      "INSERT INTO memberships SELECT ?, organisation_id, role FROM memberships WHERE person_id = 'soan-22'",
    ).bind(id),
  ]);
}

describe("outside issuers", () => {
  afterEach(() => void vi.unstubAllGlobals());

  test("keys are found by discovery, once; a member comes in, anybody else not", async () => {
    const it = await idp();
    await member(it, "u1", "ngoai-1");
    expect((await callJson<Person>("/api/v1/me", { token: await outside(it), env: it.env })).id).toBe(
      "ngoai-1",
    );
    await call("/api/v1/me", { token: await outside(it), env: it.env });
    expect(it.asked).toEqual(["/.well-known/openid-configuration", "/keys"]);
    const stranger = await meWith(await outside(it, { sub: "u2" }), it.env);
    expect((await problemOf(stranger)).code).toBe("forbidden");
    expect((await meWith(await tokenOf("soan-22"), it.env)).status).toBe(401);
  });

  test("Entra's oid may be the subject", async () => {
    const it = await idp({ subjectClaim: "oid" });
    await member(it, "o1", "ngoai-2");
    expect((await callJson<Person>("/api/v1/me", { token: await outside(it), env: it.env })).id).toBe(
      "ngoai-2",
    );
    expect((await meWith(await outside(it, { oid: undefined }), it.env)).status).toBe(401);
  });

  test("of several issuers, each is judged by its own keys", async () => {
    const one = await idp();
    const two = await idp();
    const list = [one, two].flatMap(({ env }) => JSON.parse(env.OIDC_ISSUERS) as object[]);
    const env = { ...two.env, OIDC_ISSUERS: JSON.stringify(list) };
    await member(two, "u1", "ngoai-3");
    expect((await meWith(await outside(two), env)).status).toBe(200);
    const mixed = await new SignJWT({
      aud: "api-1",
      sub: "u1",
      iat: now(),
      exp: now() + 300,
      iss: issuerOf(two),
    })
      .setProtectedHeader({ alg: "ES256", kid: "k1" })
      .sign(one.key);
    expect((await meWith(mixed, env)).status).toBe(401);
  });

  const bad: [string, (it: Idp) => Promise<string>][] = [
    [
      "a key of its own in the header",
      async (it) => {
        const claims = { iss: issuerOf(it), aud: "api-1", sub: "u1", iat: now(), exp: now() + 300 };
        return withOwnKey(claims, "ES256", { kid: "k1", typ: undefined });
      },
    ],
    ["the issuer with a slash more", (it) => outside(it, { iss: `${issuerOf(it)}/` })],
    ["no audience", (it) => outside(it, { aud: undefined })],
    ["an audience of others only", (it) => outside(it, { aud: ["a", "b"] })],
    ["an unknown kid", (it) => outside(it, {}, { kid: "k9" })],
    ["no kid", (it) => outside(it, {}, { kid: undefined })],
    ["another audience", (it) => outside(it, { aud: "client-1" })],
    ["expired", (it) => outside(it, { exp: now() - 60 })],
    ["not yet valid", (it) => outside(it, { nbf: now() + 600 })],
    [
      "a key for encryption (wrong use)",
      (it) => {
        it.keys = [{ ...it.publicJwk, use: "enc" }];
        return outside(it);
      },
    ],
    [
      "an algorithm that is not in the list",
      async (it) => {
        const { publicKey, privateKey } = await generateKeyPair("ES384", { extractable: true });
        it.keys = [{ ...(await exportJWK(publicKey)), kid: "k1", alg: "ES384", use: "sig" }];
        return new SignJWT({ iss: issuerOf(it), aud: "api-1", sub: "u1", iat: now(), exp: now() + 300 })
          .setProtectedHeader({ alg: "ES384", kid: "k1" })
          .sign(privateKey);
      },
    ],
    [
      "HS256 with the published key as secret",
      (it) =>
        new SignJWT({ iss: issuerOf(it), aud: "api-1", sub: "u1", iat: now(), exp: now() + 300 })
          .setProtectedHeader({ alg: "HS256", kid: "k1" })
          .sign(new TextEncoder().encode(JSON.stringify(it.publicJwk))),
    ],
    [
      "alg none",
      async (it) =>
        new UnsecuredJWT({ sub: "u1" })
          .setIssuer(issuerOf(it))
          .setAudience("api-1")
          .setIssuedAt()
          .setExpirationTime("5m")
          .encode(),
    ],
  ];
  test.each(bad)("refused with 401: %s", async (_name, make) => {
    const it = await idp();
    const token = await make(it);
    expect((await problemOf(await meWith(token, it.env))).code).toBe("unauthenticated");
    // Nothing a token says makes the service ask anywhere but at the issuer.
    for (const asked of it.asked) expect(asked).toMatch(/^\/(?:\.well-known\/openid-configuration|keys)$/);
  });

  test("discovery that names another issuer, or no network, is 503 and not a word about the token", async () => {
    const it = await idp();
    const token = await outside(it);
    it.discovery = { ...it.discovery, issuer: "https://evil.example" };
    const claimed = { ...it.env };
    expect((await problemOf(await meWith(token, claimed))).code).toBe("unavailable");
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("network")));
    expect((await problemOf(await meWith(token, it.env))).code).toBe("unavailable");
  });

  test.each([
    "{",
    '{"a":1}',
    '[{"issuer":"http://idp.example","audience":"a","name":"x"}]',
    '[{"issuer":"https://a.example","audience":"a","name":"x","algorithms":["HS256"]}]',
  ])("a setting that cannot be right lets nobody in: %s", async (OIDC_ISSUERS) => {
    const answer = await meWith("a.b.c", { ENVIRONMENT: "production", OIDC_ISSUERS });
    expect((await problemOf(answer)).code).toBe("unavailable");
  });
});

const cookieFrom = (answer: Response, name: string) =>
  answer.headers.getSetCookie().find((each) => each.startsWith(`${name}=`));
const pair = (cookie = "") => cookie.split(";")[0] ?? "";

async function browserSession(personId: string): Promise<string> {
  const answer = await call("/api/v1/local/sign-in", { body: { personId } });
  return pair(cookieFrom(answer, "kc-80"));
}

describe("sessions of the browser pages", () => {
  const ours = { "sec-fetch-site": "same-origin", origin: ORIGIN };

  test("the cookie is out of reach of scripts and of other sites; only its hash is stored", async () => {
    const answer = await call("/api/v1/local/sign-in", { body: { personId: "soan-22" } });
    const cookie = cookieFrom(answer, "kc-80") ?? "";
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Strict; Max-Age=28800$/);
    const secret = pair(cookie).slice("kc-80=".length);
    expect(secret).toMatch(/^[\w-]{43}$/);
    const { results } = await testEnv.DB.prepare("SELECT * FROM sessions").all();
    expect(results.length).toBeGreaterThan(0);
    expect(JSON.stringify(results)).not.toContain(secret);
  });

  test("it reads and, from our own pages, acts", async () => {
    const cookie = await browserSession("soan-22");
    const me = await callJson<Person>("/api/v1/me", { headers: { cookie, ...ours } });
    expect(me.id).toBe("soan-22");
    const headers = { cookie, ...ours, "idempotency-key": newKey() };
    const sent = await call("/api/v1/submissions", { headers, body: {} });
    expect((await problemOf(sent)).code).toBe("shape");
  });

  const foreign: [string, string, Record<string, string>][] = [
    ["another site posts", "POST", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }],
    ["another site posts without saying so", "POST", { origin: "https://evil.example" }],
    [
      "a neighbour below the same domain posts",
      "POST",
      { "sec-fetch-site": "same-site", origin: "http://x.kc.test" },
    ],
    ["a document without origin posts", "POST", { origin: "null" }],
    ["nobody says where it comes from", "POST", {}],
    ["a typed address posts", "POST", { "sec-fetch-site": "none" }],
    ["another site reads", "GET", { "sec-fetch-site": "cross-site" }],
    ["another site embeds", "GET", { "sec-fetch-site": "cross-site", "sec-fetch-dest": "image" }],
  ];
  test.each(foreign)("refused though the cookie is right: %s", async (_name, method, headers) => {
    const cookie = await browserSession("soan-22");
    const body = method === "POST" ? {} : undefined;
    const answer = await call("/api/v1/submissions", { method, headers: { cookie, ...headers }, body });
    expect((await problemOf(answer)).code).toBe("cross-site");
  });

  test("signing out ends it at once, on the server; another site cannot do it", async () => {
    const cookie = await browserSession("duyet-22");
    const evil = await call("/api/v1/session/end", {
      method: "POST",
      headers: { cookie, origin: "https://evil.example" },
    });
    expect(evil.status).toBe(403);
    const out = await call("/api/v1/session/end", { method: "POST", headers: { cookie, ...ours } });
    expect([out.status, cookieFrom(out, "kc-80")]).toEqual([
      204,
      "kc-80=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0",
    ]);
    expect((await call("/api/v1/me", { headers: { cookie, ...ours } })).status).toBe(401);
  });

  test("left alone for an hour it ends; used now and then it lasts its eight hours and no longer", async () => {
    const cookie = await browserSession("soan-22");
    const status = async () => (await call("/api/v1/me", { headers: { cookie, ...ours } })).status;
    const secretHash = sha256Hex(cookie.slice("kc-80=".length));
    const set = (column: "seen_at" | "expires_at", minutes: number) =>
      testEnv.DB.prepare(`UPDATE sessions SET ${column} = ? WHERE secret_hash = ?`)
        .bind(new Date(Date.now() + minutes * 60_000).toISOString(), secretHash)
        .run();
    const seen = () =>
      testEnv.DB.prepare("SELECT seen_at FROM sessions WHERE secret_hash = ?")
        .bind(secretHash)
        .first<string>("seen_at");
    expect(await status()).toBe(200);
    expect(await seen()).toBeNull();
    await set("seen_at", -59);
    expect(await status()).toBe(200);
    expect(Date.now() - Date.parse((await seen()) ?? "")).toBeLessThan(60_000);
    await set("expires_at", -1);
    expect(await status()).toBe(401);
    await set("expires_at", 60);
    expect(await status()).toBe(200);
    await set("seen_at", -61);
    expect(await status()).toBe(401);
    // Asking does not wake it again.
    expect(await status()).toBe(401);
  });

  test("a session that is over, a guessed one and a very long one are nobody", async () => {
    const cookie = await browserSession("soan-22");
    await testEnv.DB.prepare("UPDATE sessions SET expires_at = '2020-01-01T00:00:00.000Z'").run();
    for (const each of [cookie, "kc-80=abc", `kc-80=${"x".repeat(7000)}`, "kc-80=", "kc-80"]) {
      expect((await call("/api/v1/me", { headers: { cookie: each, ...ours } })).status).toBe(401);
    }
    await browserSession("soan-22");
    expect(await testEnv.DB.prepare("SELECT count(*) AS n FROM sessions").first("n")).toBe(1);
  });
});

describe("signing in at an outside issuer from the pages", () => {
  const HOST = "https://kc.example";
  const at = (it: Idp, path: string, headers: Record<string, string> = {}) =>
    call(path, { env: it.env, headers, origin: HOST });
  afterEach(() => void vi.unstubAllGlobals());

  async function begun(it: Idp, query = "?next=/console/") {
    const answer = await at(it, `/api/v1/sign-in${query}`);
    const there = new URL(answer.headers.get("location") ?? "");
    const cookie = cookieFrom(answer, "__Host-kc-login") ?? "";
    return { answer, there, cookie };
  }

  test("options name the issuers and no local sign-in", async () => {
    const it = await idp({ nested: true });
    expect(await (await at(it, "/api/v1/sign-in/options")).json()).toEqual({
      local: false,
      issuers: [
        {
          name: "Thử",
          issuer: issuerOf(it),
          clientId: "client-1",
          scope: "openid api/access",
          nested: true,
          href: "/api/v1/sign-in?issuer=0",
        },
      ],
    });
  });

  test("the pane may ask the nested issuer for tokens, other pages and other issuers not", async () => {
    const it = await idp({ nested: true });
    const policyOf = async (path: string, env: object) =>
      (await call(path, { env, origin: HOST })).headers.get("content-security-policy") ?? "";
    expect(await policyOf("/taskpane.html", it.env)).toMatch(/connect-src [^;]*https:\/\/idp\.example/);
    expect(await policyOf("/console/", it.env)).not.toContain("idp.example");
    expect(await policyOf("/taskpane.html", (await idp()).env)).not.toContain("idp.example");
  });

  test("there and back: PKCE, state, nonce; then a session of our own", async () => {
    const it = await idp();
    await member(it, "u1", "ngoai-9");
    const { answer, there, cookie } = await begun(it);
    expect(answer.status).toBe(303);
    expect(cookie).toMatch(/; HttpOnly; SameSite=Lax; Max-Age=600; Secure$/);
    const asked = Object.fromEntries(there.searchParams);
    expect(asked).toMatchObject({
      response_type: "code",
      client_id: "client-1",
      code_challenge_method: "S256",
      redirect_uri: `${HOST}/api/v1/sign-in/callback`,
    });
    const forms: URLSearchParams[] = [];
    const idToken = await outside(it, { aud: "client-1", nonce: asked["nonce"] });
    it.tokenAnswer = (form) => (forms.push(form), Response.json({ id_token: idToken }));
    const back = await at(it, `/api/v1/sign-in/callback?code=c1&state=${asked["state"]}`, {
      cookie: pair(cookie),
    });
    expect([back.status, back.headers.get("location")]).toEqual([303, "/console/"]);
    const verifier = forms[0]?.get("code_verifier") ?? "";
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
    const challenge = btoa(String.fromCharCode(...new Uint8Array(digest)))
      .replace(/\+/g, "-")
      .replace(/\//g, "_")
      .replace(/=/g, "");
    expect(challenge).toBe(asked["code_challenge"]);
    const session = cookieFrom(back, "__Host-kc") ?? "";
    expect(session).toMatch(/; Path=\/; HttpOnly; SameSite=Strict; Max-Age=28800; Secure$/);
    const me = await at(it, "/api/v1/me", { cookie: pair(session), "sec-fetch-site": "same-origin" });
    expect(((await me.json()) as Person).id).toBe("ngoai-9");
  });

  test("without the cookie, with another state, another nonce or a token for the API: refused", async () => {
    const it = await idp();
    const { there, cookie } = await begun(it);
    const state = there.searchParams.get("state") ?? "";
    const nonce = there.searchParams.get("nonce") ?? "";
    const path = `/api/v1/sign-in/callback?code=c1&state=${state}`;
    const refused = async (answer: Response) =>
      expect((await problemOf(answer)).code).toBe("unauthenticated");
    await refused(await at(it, path));
    await refused(await at(it, path.replace(state, "khac"), { cookie: pair(cookie) }));
    for (const claims of [{ aud: "client-1" }, { aud: "client-1", nonce: "khac" }, { aud: "api-1", nonce }]) {
      const idToken = await outside(it, claims);
      it.tokenAnswer = () => Response.json({ id_token: idToken });
      await refused(await at(it, path, { cookie: pair(cookie) }));
    }
    it.tokenAnswer = () => Response.json({ error: "invalid_grant" }, { status: 400 });
    await refused(await at(it, path, { cookie: pair(cookie) }));
  });

  test("nobody is sent to another site afterwards", () => {
    expect(safeNext("/console/#/ho-so/hs_1")).toBe("/console/#/ho-so/hs_1");
    for (const bad of [
      undefined,
      "",
      "//evil.example",
      "/\\evil.example",
      "https://evil.example",
      "console/",
      "/a b",
      "/a\r\nset-cookie:x=1",
    ])
      expect(safeNext(bad), bad).toBe("/");
  });

  test("an issuer that is not in the list does not exist; one who gave up is back at the start", async () => {
    const it = await idp();
    expect((await at(it, "/api/v1/sign-in?issuer=3")).status).toBe(404);
    const cancelled = await at(it, "/api/v1/sign-in/callback?error=access_denied");
    expect([cancelled.status, cancelled.headers.get("location")]).toEqual([303, "/"]);
  });
});

test("two secrets are the same only when all of them is", () => {
  const secret = "ỷ".repeat(40);
  expect(sameSecret(secret, `${secret}`)).toBe(true);
  for (const other of [`${secret}a`, secret.slice(1), `a${secret.slice(1)}`, `${secret.slice(0, -1)}a`, ""])
    expect(sameSecret(secret, other)).toBe(false);
});

describe("limits", () => {
  const limitOf = (most: number) => {
    const counter = new ProcessLimit(most);
    return { limit: (options: { key: string }) => counter.limit(options, 1000) } as RateLimit;
  };
  const statuses = async (personIds: string[], env: object) => {
    const found: number[] = [];
    for (const id of personIds)
      found.push((await call("/api/v1/me", { token: await tokenOf(id), env })).status);
    return found;
  };
  const on = () => ({
    RATE_LIMITS: "on",
    PERSON_LIMIT: limitOf(3),
    ORGANISATION_LIMIT: limitOf(100),
    ADDRESS_LIMIT: limitOf(100),
  });

  test("a person: the third request is taken, the fourth is 429 with Retry-After; a colleague is not affected", async () => {
    const env = on();
    expect(await statuses(["soan-22", "soan-22", "soan-22"], env)).toEqual([200, 200, 200]);
    const fourth = await call("/api/v1/me", { token: await tokenOf("soan-22"), env });
    expect(fourth.headers.get("retry-after")).toBe("60");
    expect(await problemOf(fourth)).toMatchObject({ code: "too-many-requests", status: 429 });
    expect(await statuses(["duyet-22"], env)).toEqual([200]);
  });

  test("an organisation: whoever of it asks; another one is not affected", async () => {
    const env = { ...on(), PERSON_LIMIT: limitOf(100), ORGANISATION_LIMIT: limitOf(2) };
    const colleagues = ["tham-dinh-1", "tham-dinh-2", "tham-dinh-1", "tham-dinh-2", "soan-66"];
    expect(await statuses(colleagues, env)).toEqual([200, 200, 429, 429, 200]);
  });

  test("an address that guesses tokens", async () => {
    const env = { ...on(), ADDRESS_LIMIT: limitOf(2) };
    const headers = { "cf-connecting-ip": "192.0.2.7" };
    const guess = async () => (await call("/api/v1/me", { token: "a.b.c", headers, env })).status;
    expect([await guess(), await guess(), await guess()]).toEqual([401, 401, 429]);
  });

  test("the real binding counts; without one a counter of the process does; “off” is for local machines only", async () => {
    const bound = testEnv.PERSON_LIMIT;
    expect(bound).toBeDefined();
    const key = crypto.randomUUID();
    const outcomes = [];
    for (let i = 0; i < 601; i += 1) outcomes.push((await bound?.limit({ key }))?.success);
    expect(outcomes.filter(Boolean)).toHaveLength(600);
    expect(outcomes.at(-1)).toBe(false);
    const bare = {
      RATE_LIMITS: "on",
      PERSON_LIMIT: undefined,
      ORGANISATION_LIMIT: undefined,
      ADDRESS_LIMIT: limitOf(2),
    };
    expect(await statuses(["soan-22", "soan-22", "soan-22"], bare)).toEqual([200, 200, 429]);
    const production = { ENVIRONMENT: "production", RATE_LIMITS: "off", ADDRESS_LIMIT: limitOf(0) };
    expect((await call("/healthz", { env: production })).status).toBe(429);
  });

  test("a window ends, and memory has an end", async () => {
    const counter = new ProcessLimit(1);
    const ask = async (key: string, ms: number) => (await counter.limit({ key }, ms)).success;
    expect([await ask("a", 0), await ask("a", 59_999), await ask("a", 60_000)]).toEqual([true, false, true]);
    for (let i = 0; i < 10_000; i += 1) await ask(`k${i}`, 60_001);
    expect(await ask("a", 60_002)).toBe(true);
  });
});

describe("what is logged", () => {
  const lines: string[] = [];
  beforeEach(() => void lines.splice(0));

  test("signing in, being refused and failing leave no name, no token, no cookie and no address behind", async () => {
    const spies = (["log", "error", "warn", "info", "debug"] as const).map((level) =>
      vi.spyOn(console, level).mockImplementation((...args: unknown[]) => void lines.push(args.join(" "))),
    );
    const cookie = await browserSession(PERSON_OF.drafter);
    const token = await tokenOf(PERSON_OF.province);
    const headers = { "cf-connecting-ip": "192.0.2.7", cookie, "user-agent": "Trình duyệt thử" };
    await call("/api/v1/me", { headers: { ...headers, "sec-fetch-site": "same-origin" } });
    await call("/api/v1/submissions?q=Nguyễn Văn A", { headers, token });
    await call("/api/v1/me", { headers: { authorization: "Bearer bi.mat.lo" } });
    const broken = {
      prepare: () => JSON.parse('Nguyễn Văn B, "Nguyễn Văn C"'),
    } as unknown as D1Database;
    expect((await call("/api/v1/me", { token, headers, env: { DB: broken } })).status).toBe(500);
    for (const spy of spies) spy.mockRestore();
    expect(lines.length).toBeGreaterThan(4);
    const text = lines.join("\n");
    expect(text).toContain("SyntaxError");
    const secrets = [
      cookie.split("=")[1] ?? "",
      token,
      "bi.mat.lo",
      "192.0.2.7",
      "Nguyễn",
      encodeURIComponent("Nguyễn"),
      "Trình duyệt",
      PERSON_OF.drafter,
      PERSON_OF.province,
    ];
    for (const secret of secrets) expect(text, secret).not.toContain(secret);
  });
});
