/** Tokens: made by the embedded issuer on a local machine, checked against one issuer with a fixed list of algorithms. */
import { createRemoteJWKSet, errors, jwtVerify, SignJWT, type CryptoKey, type JWTVerifyGetKey } from "jose";
import { isLocal, type Env } from "../env.ts";
import { HttpProblem } from "../http/problem.ts";
import { issuerKey } from "./keys.ts";

export const LOCAL_ISSUER = "urn:khuyencong:local";
export const AUDIENCE = "khuyencong";
const LOCAL_HOURS = 8;

export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
  readonly key: CryptoKey | JWTVerifyGetKey;
}

export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

const remoteSets = new Map<string, JWTVerifyGetKey>();

function remoteKeys(url: string): JWTVerifyGetKey {
  const known = remoteSets.get(url) ?? createRemoteJWKSet(new URL(url));
  remoteSets.set(url, known);
  return known;
}

/** Exactly one issuer counts: the embedded one on a local machine, else the configured one. */
export async function tokenRules(env: Env): Promise<TokenRules> {
  if (isLocal(env)) {
    const { publicKey } = await issuerKey(env);
    return { issuer: LOCAL_ISSUER, audience: AUDIENCE, algorithms: ["EdDSA"], key: publicKey };
  }
  if (!env.OIDC_ISSUER || !env.OIDC_AUDIENCE || !env.OIDC_JWKS_URL) {
    throw new HttpProblem("unavailable", "Máy chủ chưa được cấu hình nơi cấp danh tính (OIDC).");
  }
  return {
    issuer: env.OIDC_ISSUER,
    audience: env.OIDC_AUDIENCE,
    algorithms: ["RS256", "ES256", "EdDSA"],
    key: remoteKeys(env.OIDC_JWKS_URL),
  };
}

/** False when the keys could not be fetched, which says nothing about the token. */
function isTokenFault(error: unknown): boolean {
  return error instanceof errors.JOSEError && !["ERR_JWKS_TIMEOUT", "ERR_JOSE_GENERIC"].includes(error.code);
}

/** Who the token speaks for. Everything else in it is ignored. Problems: unauthenticated, unavailable (no keys to check with). */
export async function verifyToken(token: string, rules: TokenRules): Promise<Identity> {
  const options = {
    issuer: rules.issuer,
    audience: rules.audience,
    algorithms: [...rules.algorithms],
    requiredClaims: ["sub", "exp", "iat"],
    clockTolerance: 30,
  };
  try {
    const { payload } =
      typeof rules.key === "function"
        ? await jwtVerify(token, rules.key, options)
        : await jwtVerify(token, rules.key, options);
    if (typeof payload.sub !== "string" || payload.sub === "") throw new errors.JWTInvalid("no subject");
    return { issuer: rules.issuer, subject: payload.sub };
  } catch (error) {
    if (!isTokenFault(error))
      throw new HttpProblem("unavailable", "Không lấy được khóa của nơi cấp danh tính; hãy thử lại.");
    throw new HttpProblem(
      "unauthenticated",
      "Phiên đăng nhập không hợp lệ hoặc đã hết hạn; hãy đăng nhập lại.",
    );
  }
}

/** Problem: not-found unless local. */
export async function issueLocalToken(
  env: Env,
  subject: string,
  now: Date,
): Promise<{ token: string; expiresAt: string }> {
  if (!isLocal(env)) throw new HttpProblem("not-found", "Không có địa chỉ này.");
  const { kid, privateKey } = await issuerKey(env);
  const issued = Math.floor(now.getTime() / 1000);
  const expires = issued + LOCAL_HOURS * 3600;
  const token = await new SignJWT({})
    .setProtectedHeader({ alg: "EdDSA", kid, typ: "JWT" })
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
