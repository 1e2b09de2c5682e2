/**
 * The signed-in person as shown, shared with the task pane through localStorage "kc.session". What opens doors is the
 * session cookie; the token in here is for the pane of a demonstration machine and empty everywhere else.
 */
import type { Person, SignInAnswer } from "../../../shared/contract/session.ts";
import { parseSession, type Session } from "./session-shape.ts";

export type { Session };

const KEY = "kc.session";
export const SESSION_EVENT = "kc-session";

export function readSession(): Session | null {
  return parseSession(localStorage.getItem(KEY), Date.now());
}

export function saveSession(answer: SignInAnswer): void {
  const session: Session = { token: answer.token, person: answer.person, expiresAt: answer.expiresAt };
  localStorage.setItem(KEY, JSON.stringify(session));
  window.dispatchEvent(new Event(SESSION_EVENT));
}

const COOKIE_HOURS = 8;

/** Signed in at an outside issuer: the cookie is there, the token is none of ours. */
export function savePerson(person: Person): void {
  const expiresAt = new Date(Date.now() + COOKIE_HOURS * 3_600_000).toISOString();
  saveSession({ token: "", person, expiresAt });
}

export function dropSession(): void {
  localStorage.removeItem(KEY);
  window.dispatchEvent(new Event(SESSION_EVENT));
}

/** Another tab signed in or out. */
window.addEventListener("storage", (event) => {
  if (event.key === KEY || event.key === null) window.dispatchEvent(new Event(SESSION_EVENT));
});
