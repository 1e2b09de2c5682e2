/**
 * Tokens whose signature was found right a moment ago: a pane sends the same one with every request for an hour. Known
 * by their whole text and by the rules they were checked with; what they say of their own end is asked every time, and
 * after a few minutes the signature again, so that a key taken back by its issuer does not live on here.
 */
import type { Identity, TokenRules } from "./token.ts";

export const KEPT_SECONDS = 300;
const MOST_TOKENS = 1000;

interface Checked {
  readonly identity: Identity;
  readonly untilSeconds: number;
}

const byKey = new WeakMap<object, Map<string, Checked>>();

function nameOf({ issuer, audience, subjectClaim, type }: TokenRules, token: string): string {
  return [issuer, audience, subjectClaim, type ?? "", token].join(" ");
}

/** Null: to be checked. `nowSeconds` already allows for clocks that differ. */
export function checkedLately(rules: TokenRules, token: string, nowSeconds: number): Identity | null {
  const checked = byKey.get(rules.key)?.get(nameOf(rules, token));
  if (checked === undefined || nowSeconds >= checked.untilSeconds) return null;
  return checked.identity;
}

export function keepChecked(rules: TokenRules, token: string, identity: Identity, nowSeconds: number): void {
  const tokens = byKey.get(rules.key) ?? new Map<string, Checked>();
  byKey.set(rules.key, tokens);
  if (tokens.size >= MOST_TOKENS) tokens.clear();
  const untilSeconds = Math.min(identity.expires, nowSeconds + KEPT_SECONDS);
  tokens.set(nameOf(rules, token), { identity, untilSeconds });
}
