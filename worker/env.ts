import type { Job } from "./jobs.ts";

/** Bindings and settings of the Worker. Keys are secrets: JWK texts (OKP / Ed25519, private). */
export interface Env {
  readonly DB: D1Database;
  readonly ASSETS: Fetcher;
  /** Original files, by the hash of their bytes: store/files.ts. */
  readonly FILES: R2Bucket;
  /** Heavy work: jobs.ts. */
  readonly JOBS: Queue<Job>;
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
  /** JSON list of the OpenID Connect issuers whose tokens count: see auth/issuers.ts. */
  readonly OIDC_ISSUERS?: string;
  /** Secret. JSON: issuer → client secret, for issuers that ask one of the console's client. */
  readonly OIDC_CLIENT_SECRETS?: string;
  /** Requests of one person, of one organisation, and of one address that has not signed in. */
  readonly PERSON_LIMIT?: RateLimit;
  readonly ORGANISATION_LIMIT?: RateLimit;
  readonly ADDRESS_LIMIT?: RateLimit;
  /** Whole megabytes of files kept in a year: submissions/upload-quota.ts has the defaults. */
  readonly UPLOAD_MB_PER_PERSON?: string;
  readonly UPLOAD_MB_PER_ORGANISATION?: string;
  /** "off" switches the limits off for measurements, on a local machine only. */
  readonly RATE_LIMITS?: string;
  /** "off": no line per request; counts only where ENVIRONMENT is "local". */
  readonly REQUEST_LOG?: string;
}

export function isLocal(env: Env): boolean {
  return env.ENVIRONMENT === "local";
}
