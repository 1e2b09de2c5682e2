/**
 * Sessions of the browser pages: a random secret in a cookie that scripts cannot read, its hash in the database. The
 * cookie counts only for requests of our own pages, so that no other site can act in somebody's name.
 */
import { isLocal, type Env } from "../env.ts";
import { HttpProblem } from "../http/problem.ts";
import { sha256Hex } from "../store/content.ts";
import type { Who } from "../store/people.ts";
import { addSession, bySession, endSession, noteSession } from "../store/sessions.ts";

export const SESSION_HOURS = 8;
/** Left alone this long, a session is over before its time: the machine may be somebody else's by then. */
const IDLE_MS = 60 * 60_000;
/** Its use is noted this often, so that reading costs no writing. */
const NOTED_EVERY_MS = 5 * 60_000;
const SECRET_BYTES = 32;
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

/** Opens a session and gives the Set-Cookie header for it. */
export async function openSession(env: Env, url: URL, personId: string, now: Date): Promise<string> {
  const secret = randomText();
  const expiresAt = new Date(now.getTime() + SESSION_HOURS * 3_600_000).toISOString();
  const session = { secretHash: await sha256Hex(secret), personId, createdAt: now.toISOString(), expiresAt };
  await env.DB.batch(addSession(env.DB, session));
  return setCookie(cookieName("kc", url, env), secret, SESSION_HOURS * 3600);
}

/** Ends the request's session, if it has one, and gives the Set-Cookie header that forgets it. */
export async function closeSession(request: Request, env: Env): Promise<string> {
  const name = cookieName("kc", new URL(request.url), env);
  const secret = cookieOf(request, name);
  if (secret !== null) await endSession(env.DB, await sha256Hex(secret)).run();
  return setCookie(name, "", 0);
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

/** The request's session; null when it has none of ours. Problem: cross-site. */
export function sessionOf(request: Request, env: Env): RequestSession | null {
  const url = new URL(request.url);
  const secret = cookieOf(request, cookieName("kc", url, env));
  if (secret === null || secret === "" || secret.length > 128) return null;
  if (!comesFromOurPages(request, url)) {
    throw new HttpProblem("cross-site", "Yêu cầu này không đến từ trang của dịch vụ nên bị từ chối.");
  }
  const now = Date.now();
  const at = (ms: number) => new Date(ms).toISOString();
  const times = { now: at(now), idleSince: at(now - IDLE_MS), notedBefore: at(now - NOTED_EVERY_MS) };
  const secretHash = sha256Hex(secret);
  return { who: bySession(secretHash, times), note: noteSession(env.DB, secretHash, times) };
}
