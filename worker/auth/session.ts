/**
 * Sessions of the browser pages: a random secret in a cookie that scripts cannot read, its hash in the database. The
 * cookie counts only for requests of our own pages, so that no other site can act in somebody's name.
 */
import { isLocal, type Env } from "../env.ts";
import { HttpProblem } from "../http/problem.ts";
import { sha256Hex } from "../store/content.ts";
import type { Who } from "../store/people.ts";
import { addSession, bySession, endSession, noteSession, type SessionTimes } from "../store/sessions.ts";
import { deviceOf } from "./device.ts";

export const SESSION_HOURS = 8;
/** Left alone this long, a session is over before its time: the machine may be somebody else's by then. */
const IDLE_MS = 60 * 60_000;
/** Its use is noted this often, so that reading costs no writing. */
const NOTED_EVERY_MS = 5 * 60_000;
const SECRET_BYTES = 32;
const LONGEST_SECRET = 128;
const SAFE_METHODS = new Set(["GET", "HEAD"]);

/** Plain http exists only on a local machine; there, each port is a server of its own. */
export function cookieName(base: string, url: URL, env: Env): string {
  if (url.protocol === "http:" && isLocal(env)) return `${base}-${url.port || "80"}`;
  return `__Host-${base}`;
}

export function cookieOf(request: Request, name: string): string | null {
  for (const part of (request.headers.get("cookie") ?? "").slice(0, 8192).split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

/** `sameSite` Lax only for what must come back from the issuer's page. Seconds 0 makes the browser forget it. */
export function setCookie(
  name: string,
  value: string,
  seconds: number,
  sameSite: "Strict" | "Lax" = "Strict",
): string {
  const secure = name.startsWith("__Host-") ? "; Secure" : "";
  return `${name}=${value}; Path=/; HttpOnly; SameSite=${sameSite}; Max-Age=${seconds}${secure}`;
}

export function randomText(bytes = SECRET_BYTES): string {
  const random = crypto.getRandomValues(new Uint8Array(bytes));
  return btoa(String.fromCharCode(...random))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");
}

/** The hash of the secret in the request's cookie; null when there is none that could be ours. */
export function secretHashOf(request: Request, env: Env): string | null {
  const secret = cookieOf(request, cookieName("kc", new URL(request.url), env));
  return secret === null || secret === "" || secret.length > LONGEST_SECRET ? null : sha256Hex(secret);
}

/** Opens a session, ends the one this browser had, and gives the Set-Cookie header. */
export async function openSession(env: Env, request: Request, personId: string, now: Date): Promise<string> {
  const secret = randomText();
  const before = secretHashOf(request, env);
  const session = {
    secretHash: sha256Hex(secret),
    personId,
    device: deviceOf(request.headers.get("user-agent")),
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + SESSION_HOURS * 3_600_000).toISOString(),
  };
  await env.DB.batch([
    ...(before === null ? [] : [endSession(env.DB, before)]),
    ...addSession(env.DB, session),
  ]);
  return setCookie(cookieName("kc", new URL(request.url), env), secret, SESSION_HOURS * 3600);
}

/** Ends the request's session, if it has one, and gives the Set-Cookie header that forgets it. */
export async function closeSession(request: Request, env: Env): Promise<string> {
  const secretHash = secretHashOf(request, env);
  if (secretHash !== null) await endSession(env.DB, secretHash).run();
  return setCookie(cookieName("kc", new URL(request.url), env), "", 0);
}

/**
 * True when the browser itself says that a page of ours sent the request. Without its word (programs, old browsers)
 * only reading is let through.
 */
export function comesFromOurPages(request: Request, url: URL): boolean {
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  if (origin !== null && origin !== url.origin) return false;
  const safe = SAFE_METHODS.has(request.method);
  if (site !== null) return site === "same-origin" || (site === "none" && safe);
  return origin === url.origin || safe;
}

export interface RequestSession {
  readonly who: Who;
  /** For the batch that asks who it is: the session was used. */
  readonly note: D1PreparedStatement;
}

export function sessionTimes(now: number): SessionTimes {
  const at = (ms: number) => new Date(ms).toISOString();
  return { now: at(now), idleSince: at(now - IDLE_MS), notedBefore: at(now - NOTED_EVERY_MS) };
}

/** The request's session; null when it has none of ours. Problem: cross-site. */
export function sessionOf(request: Request, env: Env): RequestSession | null {
  const secretHash = secretHashOf(request, env);
  if (secretHash === null) return null;
  if (!comesFromOurPages(request, new URL(request.url))) {
    throw new HttpProblem("cross-site", "Yêu cầu này không đến từ trang của dịch vụ nên bị từ chối.");
  }
  const times = sessionTimes(Date.now());
  return { who: bySession(secretHash, times), note: noteSession(env.DB, secretHash, times) };
}
