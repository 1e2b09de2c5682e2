/** Signing in at an outside issuer from the browser pages: authorization code with PKCE, state and nonce (OpenID Connect Core, RFC 7636). */
import { z } from "zod";
import type { Env } from "../env.ts";
import { sameSecret } from "../http/constant-time.ts";
import { HttpProblem } from "../http/problem.ts";
import { personOf, type Viewer } from "./authenticate.ts";
import { discover } from "./discovery.ts";
import { configuredIssuers, type Issuer } from "./issuers.ts";
import { cookieName, cookieOf, randomText, setCookie } from "./session.ts";
import { rulesOf, verifyToken } from "./token.ts";

const WAIT_SECONDS = 600;
const PATIENCE_MS = 8000;
export const CALLBACK_PATH = "/api/v1/sign-in/callback";

const PendingSchema = z.strictObject({
  issuer: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string(),
});
type Pending = z.infer<typeof PendingSchema>;

/** An address of ours and of nobody else; anything doubtful is the first page. */
export function safeNext(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(next) ? next : "/";
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");
}

async function challengeOf(verifier: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier))));
}

function issuerAt(env: Env, index: number): Issuer & { clientId: string } {
  const issuer = configuredIssuers(env)[index];
  if (issuer?.clientId === undefined)
    throw new HttpProblem("not-found", "Không có nơi cấp danh tính này.", { pointer: "?/issuer" });
  return { ...issuer, clientId: issuer.clientId };
}

/** Where to send the browser, and the cookie that ties its return to this moment. Problems: not-found, unavailable. */
export async function beginSignIn(
  env: Env,
  url: URL,
  index: number,
  next: string,
): Promise<{ location: string; cookie: string }> {
  const issuer = issuerAt(env, index);
  const { authorization_endpoint: endpoint } = await discover(issuer.issuer, Date.now());
  const pending: Pending = {
    issuer: issuer.issuer,
    state: randomText(),
    nonce: randomText(),
    verifier: randomText(48),
    next,
  };
  const location = new URL(endpoint);
  const query = {
    response_type: "code",
    client_id: issuer.clientId,
    redirect_uri: url.origin + CALLBACK_PATH,
    scope: /\bopenid\b/.test(issuer.scope) ? issuer.scope : `openid ${issuer.scope}`,
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await challengeOf(pending.verifier),
    code_challenge_method: "S256",
  };
  for (const [name, value] of Object.entries(query)) location.searchParams.set(name, value);
  const value = base64url(new TextEncoder().encode(JSON.stringify(pending)));
  const cookie = setCookie(cookieName("kc-login", url, env), value, WAIT_SECONDS, "Lax");
  return { location: location.href, cookie };
}

function pendingOf(request: Request, env: Env, url: URL): Pending {
  const text = cookieOf(request, cookieName("kc-login", url, env));
  try {
    const bytes = Uint8Array.from(atob((text ?? "").replace(/-/g, "+").replace(/_/g, "/")), (c) =>
      c.charCodeAt(0),
    );
    return PendingSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    throw new HttpProblem("unauthenticated", "Lượt đăng nhập này đã quá hạn; hãy đăng nhập lại từ đầu.");
  }
}

function clientSecret(env: Env, issuer: string): string | null {
  const all = env.OIDC_CLIENT_SECRETS ? (JSON.parse(env.OIDC_CLIENT_SECRETS) as Record<string, string>) : {};
  return Object.hasOwn(all, issuer) ? (all[issuer] ?? null) : null;
}

async function idTokenFor(
  env: Env,
  issuer: Issuer & { clientId: string },
  code: string,
  pending: Pending,
  url: URL,
): Promise<string> {
  const { token_endpoint: endpoint } = await discover(issuer.issuer, Date.now());
  const secret = clientSecret(env, issuer.issuer);
  const form = new URLSearchParams({
    grant_type: "authorization_code",
    code,
    redirect_uri: url.origin + CALLBACK_PATH,
    client_id: issuer.clientId,
    code_verifier: pending.verifier,
    ...(secret === null ? {} : { client_secret: secret }),
  });
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const answer = await fetch(endpoint, { method: "POST", body: form, redirect: "manual", signal }).catch(
    () => null,
  );
  if (answer === null || answer.status >= 500)
    throw new HttpProblem("unavailable", "Không hỏi được nơi cấp danh tính; hãy thử lại.");
  const body = z
    .object({ id_token: z.string().max(16_384) })
    .safeParse(await answer.json().catch(() => null));
  if (!answer.ok || !body.success)
    throw new HttpProblem("unauthenticated", "Nơi cấp danh tính không nhận lượt đăng nhập này.");
  return body.data.id_token;
}

/** The person who came back, and where they wanted to go. Problems: unauthenticated, forbidden, unavailable. */
export async function finishSignIn(
  env: Env,
  request: Request,
  answer: { code: string; state: string },
): Promise<{ viewer: Viewer; next: string; forget: string }> {
  const url = new URL(request.url);
  const pending = pendingOf(request, env, url);
  if (!sameSecret(pending.state, answer.state))
    throw new HttpProblem("unauthenticated", "Lượt đăng nhập này không bắt đầu từ trình duyệt này.");
  const index = configuredIssuers(env).findIndex(({ issuer }) => issuer === pending.issuer);
  const issuer = issuerAt(env, index);
  const token = await idTokenFor(env, issuer, answer.code, pending, url);
  const identity = await verifyToken(token, [rulesOf(issuer, issuer.clientId)]);
  if (identity.nonce === null || !sameSecret(identity.nonce, pending.nonce))
    throw new HttpProblem("unauthenticated", "Lượt đăng nhập này không bắt đầu từ trình duyệt này.");
  return {
    viewer: await personOf(env, identity),
    next: safeNext(pending.next),
    forget: setCookie(cookieName("kc-login", url, env), "", 0, "Lax"),
  };
}
