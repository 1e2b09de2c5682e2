/**
 * People as the tables knew them a moment ago, by what their token says of them. No right comes from here: it lets a
 * request begin whose writing statement asks the tables again in the same step (`confirmedByWrite` of a route), and
 * whatever goes wrong on the way is asked of the tables from the beginning.
 */
import type { Viewer } from "./authenticate.ts";
import type { Identity } from "./token.ts";

export const KEPT_MS = 60_000;
const MOST_PEOPLE = 1000;

const people = new Map<string, { readonly viewer: Viewer; readonly untilMs: number }>();

const nameOf = ({ issuer, subject }: Identity): string => `${issuer} ${subject}`;

export function remember(identity: Identity, viewer: Viewer, nowMs: number): void {
  if (people.size >= MOST_PEOPLE) people.clear();
  people.set(nameOf(identity), { viewer, untilMs: nowMs + KEPT_MS });
}

/** Null: nobody looked lately. */
export function remembered(identity: Identity, nowMs: number): Viewer | null {
  const known = people.get(nameOf(identity));
  return known === undefined || nowMs >= known.untilMs ? null : known.viewer;
}

export function forget(identity: Identity): void {
  people.delete(nameOf(identity));
}
