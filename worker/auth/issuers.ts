/**
 * Which outside issuers count: the list in the binding OIDC_ISSUERS (JSON), Microsoft Entra and any other OpenID
 * Connect issuer alike. What is not in the list does not exist.
 */
import { z } from "zod";
import type { Env } from "../env.ts";
import { HttpProblem } from "../http/problem.ts";

/** Asymmetric only: with a symmetric one, the public key would do as the secret. */
export const ALGORITHMS = ["RS256", "PS256", "ES256", "EdDSA"] as const;

const SecureUrl = z.url({ protocol: /^https$/ }).max(500);

export const IssuerSchema = z.strictObject({
  /** Exactly as in the tokens' `iss`. */
  issuer: SecureUrl,
  /** What the tokens' `aud` must hold. */
  audience: z.string().min(1).max(200),
  /** Shown on the button. */
  name: z.string().min(1).max(80),
  /** Of the public client that signs people in at the console and in Excel. */
  clientId: z.string().min(1).max(200).optional(),
  /** What the client asks for, so that the token is for this service. */
  scope: z.string().min(1).max(400).default("openid profile"),
  /** Default: found by discovery. */
  jwksUrl: SecureUrl.optional(),
  algorithms: z.array(z.enum(ALGORITHMS)).min(1).default(["RS256", "ES256"]),
  /** `oid` for Entra, whose `sub` differs with each client. */
  subjectClaim: z.enum(["sub", "oid"]).default("sub"),
  /** True: Office signs people in by itself (nested app authentication). */
  nested: z.boolean().default(false),
});
export type Issuer = z.infer<typeof IssuerSchema>;

const read = new Map<string, readonly Issuer[]>();

/** The configured issuers, none when nothing is configured. Problem: unavailable (the setting cannot be read). */
export function configuredIssuers(env: Env): readonly Issuer[] {
  const text = env.OIDC_ISSUERS?.trim() ?? "";
  if (text === "") return [];
  const known = read.get(text);
  if (known !== undefined) return known;
  const issuers = parseIssuers(text);
  read.set(text, issuers);
  return issuers;
}

function parseIssuers(text: string): readonly Issuer[] {
  try {
    const issuers = z.array(IssuerSchema).max(8).parse(JSON.parse(text));
    if (new Set(issuers.map(({ issuer }) => issuer)).size === issuers.length) return issuers;
  } catch {
    // Said below: the setting is a secret of whoever runs the service, not of who asks.
  }
  throw new HttpProblem("unavailable", "Thiết lập OIDC_ISSUERS của máy chủ không đọc được.");
}
