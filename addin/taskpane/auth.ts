/** Who is signed in. The session is shared with the review site through localStorage "kc.session". */
import type { Person, SignInAnswer } from "../../shared/contract/session.ts";
import { ROLES } from "../../shared/plan/states.ts";

export interface Session {
  readonly token: string;
  readonly person: Person;
  /** ISO 8601 */
  readonly expiresAt: string;
}

const KEY = "kc.session";
export const SESSION_EVENT = "kc-session";

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isPerson(value: unknown): value is Person {
  if (!isRecord(value) || !isRecord(value["organisation"])) return false;
  const texts = [value["id"], value["name"], value["roleLabel"], value["organisation"]["name"]];
  return texts.every((text) => typeof text === "string") && ROLES.some((role) => role === value["role"]);
}

/** Null when missing, of another shape, or over. */
export function parseSession(text: string | null, nowMs: number): Session | null {
  let value: unknown;
  try {
    value = JSON.parse(text ?? "null");
  } catch {
    return null;
  }
  if (!isRecord(value) || !isPerson(value["person"])) return null;
  const { token, expiresAt, person } = value;
  if (typeof token !== "string" || typeof expiresAt !== "string") return null;
  return Date.parse(expiresAt) > nowMs ? { token, person, expiresAt } : null;
}

export function readSession(): Session | null {
  return parseSession(localStorage.getItem(KEY), Date.now());
}

export function saveSession({ token, person, expiresAt }: SignInAnswer): void {
  localStorage.setItem(KEY, JSON.stringify({ token, person, expiresAt } satisfies Session));
  window.dispatchEvent(new Event(SESSION_EVENT));
}

export function dropSession(): void {
  localStorage.removeItem(KEY);
  window.dispatchEvent(new Event(SESSION_EVENT));
}

/** Another window signed in or out. */
export function watchSessions(): void {
  window.addEventListener("storage", (event) => {
    if (event.key === KEY || event.key === null) window.dispatchEvent(new Event(SESSION_EVENT));
  });
}
