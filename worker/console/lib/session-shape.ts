/** What localStorage may hold about the signed-in person; read with care, since anything may have written it. */
import type { Person } from "../../../shared/contract/session.ts";
import { ROLES } from "../../../shared/plan/states.ts";

export interface Session {
  readonly token: string;
  readonly person: Person;
  /** ISO 8601 */
  readonly expiresAt: string;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isPerson(value: unknown): value is Person {
  if (!isRecord(value) || !isRecord(value["organisation"])) return false;
  const texts = [value["id"], value["name"], value["roleLabel"], value["organisation"]["name"]];
  return texts.every((text) => typeof text === "string") && ROLES.some((role) => role === value["role"]);
}

/** Stored text → session; null when it is missing, of another shape, or over. `now` in milliseconds. */
export function parseSession(text: string | null, now: number): Session | null {
  if (text === null) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(value) || typeof value["token"] !== "string" || typeof value["expiresAt"] !== "string")
    return null;
  const end = Date.parse(value["expiresAt"]);
  if (!isPerson(value["person"]) || !(end > now)) return null;
  return { token: value["token"], person: value["person"], expiresAt: value["expiresAt"] };
}
