/** Ed25519 keys out of bindings: imported once per isolate, named by `kid`. */
import { calculateJwkThumbprint, importJWK, type CryptoKey, type JWK } from "jose";
import type { Env } from "../env.ts";
import { HttpProblem } from "../http/problem.ts";

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly publicJwk: JWK;
}

type RetiredKey = JWK & { readonly exp?: unknown };

const cache = new Map<string, Promise<SigningKey>>();

async function load(text: string): Promise<SigningKey> {
  const jwk = JSON.parse(text) as JWK;
  if (jwk.kty !== "OKP" || jwk.crv !== "Ed25519" || typeof jwk.d !== "string") {
    throw new Error("the key must be a private Ed25519 JWK");
  }
  const bare: JWK = { kty: jwk.kty, crv: jwk.crv, x: jwk.x };
  const kid = jwk.kid ?? (await calculateJwkThumbprint(bare));
  return {
    kid,
    privateKey: (await importJWK({ ...bare, d: jwk.d }, "EdDSA")) as CryptoKey,
    publicKey: (await importJWK(bare, "EdDSA")) as CryptoKey,
    publicJwk: { ...bare, kid, use: "sig", alg: "EdDSA" },
  };
}

function keyFrom(text: string | undefined, name: string): Promise<SigningKey> {
  if (!text) {
    return Promise.reject(new HttpProblem("unavailable", `Máy chủ chưa được cấu hình khóa ${name}.`));
  }
  const known = cache.get(text);
  if (known) return known;
  const loading = load(text);
  cache.set(text, loading);
  return loading;
}

/** Signs receipts. Problem: unavailable. */
export function receiptKey(env: Env): Promise<SigningKey> {
  return keyFrom(env.SIGNING_JWK, "SIGNING_JWK");
}

/** Signs tokens of the embedded issuer. Problem: unavailable. */
export function issuerKey(env: Env): Promise<SigningKey> {
  return keyFrom(env.AUTH_JWK, "AUTH_JWK");
}

/**
 * Public keys for checking receipts, the present one first; private members never leave. `exp` (seconds since 1970) of a
 * retired key: it signed nothing later.
 */
export async function receiptJwks(env: Env): Promise<{ keys: JWK[] }> {
  const present = await receiptKey(env);
  const retired = env.RETIRED_JWKS ? (JSON.parse(env.RETIRED_JWKS) as { keys: RetiredKey[] }).keys : [];
  const publicOnly = retired.map(({ kty, crv, x, kid, exp }) => {
    const key = { kty, crv, x, kid, use: "sig", alg: "EdDSA" } as JWK;
    return typeof exp === "number" ? ({ ...key, exp } as JWK) : key;
  });
  return { keys: [present.publicJwk, ...publicOnly] };
}
