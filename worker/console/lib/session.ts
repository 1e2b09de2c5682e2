/** The signed-in person, shared with the task pane through localStorage "kc.session". */
import type { SignInAnswer } from "../../../shared/contract/session.ts";
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

export function dropSession(): void {
  localStorage.removeItem(KEY);
  window.dispatchEvent(new Event(SESSION_EVENT));
}

/** Another tab signed in or out. */
window.addEventListener("storage", (event) => {
  if (event.key === KEY || event.key === null) window.dispatchEvent(new Event(SESSION_EVENT));
});
