/** Tokens are checked against the rules of the one issuer they name; whatever else they claim counts for nothing. */
import { decodeJwt, errors, jwtVerify, type CryptoKey, type JWTPayload, type JWTVerifyGetKey } from "jose";
import { isLocal, type Env } from "../env.ts";
import { HttpProblem } from "../http/problem.ts";
import { checkedLately, keepChecked } from "./checked-tokens.ts";
import { keysOf } from "./discovery.ts";
import { AUDIENCE, LOCAL_ISSUER, LOCAL_TOKEN_TYPE, startEmbeddedIssuer } from "./embedded-issuer.ts";
import { configuredIssuers, type Issuer } from "./issuers.ts";

/** Two clocks are never quite alike. */
const CLOCK_TOLERANCE_SECONDS = 30;

export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
  readonly subjectClaim: "sub" | "oid";
  /** Of the header, when the issuer sets one of its own for tokens of access. */
  readonly type?: string;
  readonly key: CryptoKey | JWTVerifyGetKey;
}

export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** The `nonce` of an id token, else null. */
  readonly nonce: string | null;
  /** Seconds since 1970. */
  readonly expires: number;
}

export function rulesOf(issuer: Issuer, audience = issuer.audience): TokenRules {
  return {
    issuer: issuer.issuer,
    audience,
    algorithms: issuer.algorithms,
    subjectClaim: issuer.subjectClaim,
    key: keysOf(issuer),
  };
}

/** The embedded issuer on a local machine, and the configured ones. Problem: unavailable (there is none). */
export async function tokenRules(env: Env): Promise<TokenRules[]> {
  const rules = configuredIssuers(env).map((issuer) => rulesOf(issuer));
  if (isLocal(env)) {
    const { publicKey } = await startEmbeddedIssuer(env);
    rules.push({
      issuer: LOCAL_ISSUER,
      audience: AUDIENCE,
      algorithms: ["EdDSA"],
      subjectClaim: "sub",
      type: LOCAL_TOKEN_TYPE,
      key: publicKey,
    });
  }
  if (rules.length === 0) {
    throw new HttpProblem("unavailable", "Máy chủ chưa được cấu hình nơi cấp danh tính (OIDC_ISSUERS).");
  }
  return rules;
}

/** False when the keys could not be fetched, which says nothing about the token. */
function isTokenFault(error: unknown): boolean {
  return error instanceof errors.JOSEError && !["ERR_JWKS_TIMEOUT", "ERR_JOSE_GENERIC"].includes(error.code);
}

function issuerNamed(token: string, all: readonly TokenRules[]): TokenRules {
  const named = decodeJwt(token).iss;
  const rules = all.find(({ issuer }) => issuer === named);
  if (rules === undefined) throw new errors.JWTInvalid("unknown issuer");
  return rules;
}

async function payloadOf(token: string, rules: TokenRules): Promise<JWTPayload> {
  const { key } = rules;
  const options = {
    issuer: rules.issuer,
    audience: rules.audience,
    algorithms: [...rules.algorithms],
    requiredClaims: [rules.subjectClaim, "exp", "iat"],
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
    ...(rules.type === undefined ? {} : { typ: rules.type }),
  };
  if (typeof key !== "function") return (await jwtVerify(token, key, options)).payload;
  const { payload, protectedHeader } = await jwtVerify(token, key, options);
  if (typeof protectedHeader.kid !== "string") throw new errors.JWTInvalid("no kid");
  return payload;
}

/** Who the token speaks for. Problems: unauthenticated, unavailable (no keys to check with). */
export async function verifyToken(token: string, all: readonly TokenRules[]): Promise<Identity> {
  try {
    const nowSeconds = Date.now() / 1000 - CLOCK_TOLERANCE_SECONDS;
    for (const rules of all) {
      const known = checkedLately(rules, token, nowSeconds);
      if (known !== null) return known;
    }
    const rules = issuerNamed(token, all);
    const payload = await payloadOf(token, rules);
    const subject = payload[rules.subjectClaim];
    if (typeof subject !== "string" || subject === "") throw new errors.JWTInvalid("no subject");
    const nonce = typeof payload["nonce"] === "string" ? payload["nonce"] : null;
    const identity = { issuer: rules.issuer, subject, nonce, expires: payload.exp ?? 0 };
    keepChecked(rules, token, identity, nowSeconds);
    return identity;
  } catch (error) {
    if (!isTokenFault(error))
      throw new HttpProblem("unavailable", "Không lấy được khóa của nơi cấp danh tính; hãy thử lại.");
    throw new HttpProblem(
      "unauthenticated",
      "Phiên đăng nhập không hợp lệ hoặc đã hết hạn; hãy đăng nhập lại.",
    );
  }
}
