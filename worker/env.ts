/** Bindings and settings of the Worker. Keys are secrets: JWK texts (OKP / Ed25519, private). */
export interface Env {
  readonly DB: D1Database;
  readonly ASSETS: Fetcher;
  /** "local" switches on the embedded sign-in and the seed; anything else switches them off. */
  readonly ENVIRONMENT: string;
  /** Signs sign-in tokens of the embedded issuer; used only when ENVIRONMENT is "local". */
  readonly AUTH_JWK?: string;
  /** Signs receipts. */
  readonly SIGNING_JWK?: string;
  /** {"keys": […]} — public halves of keys that signed earlier receipts. */
  readonly RETIRED_JWKS?: string;
  /** Other origins that may call the API, separated by commas. */
  readonly ADDIN_ORIGINS?: string;
  /** Outside "local": the OpenID Connect issuer whose tokens count. */
  readonly OIDC_ISSUER?: string;
  readonly OIDC_AUDIENCE?: string;
  readonly OIDC_JWKS_URL?: string;
}

export function isLocal(env: Env): boolean {
  return env.ENVIRONMENT === "local";
}
