/** What an issuer says about itself, and its keys: fetched when first needed, kept for an hour. */
import { createRemoteJWKSet, type JWTVerifyGetKey } from "jose";
import { z } from "zod";
import { HttpProblem } from "../http/problem.ts";
import type { Issuer } from "./issuers.ts";

const KEPT_MS = 60 * 60 * 1000;
const PATIENCE_MS = 5000;
const LIMIT_BYTES = 64 * 1024;

const HttpsUrl = z.url({ protocol: /^https$/ });
const MetadataSchema = z.object({
  issuer: z.string(),
  jwks_uri: HttpsUrl,
  authorization_endpoint: HttpsUrl,
  token_endpoint: HttpsUrl,
});
export type Metadata = z.infer<typeof MetadataSchema>;

const kept = new Map<string, { readonly metadata: Metadata; readonly untilMs: number }>();
const keySets = new Map<string, JWTVerifyGetKey>();

async function fetchMetadata(issuer: string): Promise<Metadata> {
  const url = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const answer = await fetch(url, {
    headers: { accept: "application/json" },
    redirect: "manual",
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (!answer.ok) throw new Error(`discovery answered ${answer.status}`);
  const text = await answer.text();
  if (text.length > LIMIT_BYTES) throw new Error("discovery document too large");
  const metadata = MetadataSchema.parse(JSON.parse(text));
  // Otherwise one issuer could speak with another's keys.
  if (metadata.issuer !== issuer) throw new Error("discovery document of another issuer");
  return metadata;
}

/** Only finished answers are kept: a Worker may not wait for what another request began. Problem: unavailable. */
export async function discover(issuer: string, nowMs: number): Promise<Metadata> {
  const known = kept.get(issuer);
  if (known !== undefined && known.untilMs > nowMs) return known.metadata;
  try {
    const metadata = await fetchMetadata(issuer);
    kept.set(issuer, { metadata, untilMs: nowMs + KEPT_MS });
    return metadata;
  } catch {
    throw new HttpProblem("unavailable", "Không hỏi được nơi cấp danh tính; hãy thử lại.");
  }
}

/** One way to an issuer's keys for all its tokens: what was checked with it is known by it. */
const waysToKeys = new WeakMap<Issuer, JWTVerifyGetKey>();

/** Keys by `kid`; an unknown one makes the set be fetched again, at most every half minute. */
export function keysOf(issuer: Issuer): JWTVerifyGetKey {
  const way = waysToKeys.get(issuer) ?? wayToKeys(issuer);
  waysToKeys.set(issuer, way);
  return way;
}

function wayToKeys(issuer: Issuer): JWTVerifyGetKey {
  return async (header, token) => {
    const url = issuer.jwksUrl ?? (await discover(issuer.issuer, Date.now())).jwks_uri;
    const set = keySets.get(url) ?? createRemoteJWKSet(new URL(url), { timeoutDuration: PATIENCE_MS });
    keySets.set(url, set);
    return set(header, token);
  };
}
