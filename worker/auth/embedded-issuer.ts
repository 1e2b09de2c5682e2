/** The issuer of a demonstration machine: signs anybody in by name, so it exists only where ENVIRONMENT says "local". */
import { SignJWT, type CryptoKey } from "jose";
import { isLocal, type Env } from "../env.ts";
import { HttpProblem } from "../http/problem.ts";
import { issuerKey, type SigningKey } from "./keys.ts";

export const LOCAL_ISSUER = "urn:khuyencong:local";
export const AUDIENCE = "khuyencong";
/** Nothing else signed with this key can pass for a token of access. */
export const LOCAL_TOKEN_TYPE = "at+jwt";
export const LOCAL_HOURS = 8;

export interface EmbeddedIssuer {
  readonly publicKey: CryptoKey;
  /** A token for `subject` and when it ends (ISO 8601, UTC). */
  issue(subject: string, now: Date): Promise<{ token: string; expiresAt: string }>;
}

async function issue({ kid, privateKey }: SigningKey, subject: string, now: Date) {
  const issued = Math.floor(now.getTime() / 1000);
  const expires = issued + LOCAL_HOURS * 3600;
  const token = await new SignJWT({})
    .setProtectedHeader({ alg: "EdDSA", kid, typ: LOCAL_TOKEN_TYPE })
    .setIssuer(LOCAL_ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(subject)
    .setIssuedAt(issued)
    .setNotBefore(issued)
    .setExpirationTime(expires)
    .setJti(crypto.randomUUID())
    .sign(privateKey);
  return { token, expiresAt: new Date(expires * 1000).toISOString() };
}

/** Refuses to start anywhere but on a local machine, whatever keys are there. Problems: not-found, unavailable (no key). */
export async function startEmbeddedIssuer(env: Env): Promise<EmbeddedIssuer> {
  if (!isLocal(env)) throw new HttpProblem("not-found", "Không có địa chỉ này.");
  const key = await issuerKey(env);
  return { publicKey: key.publicKey, issue: (subject, now) => issue(key, subject, now) };
}
