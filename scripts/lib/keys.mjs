/** Fresh secrets for a local machine or a test run; production keys never come from here. */
import { generateKeyPairSync, randomUUID } from "node:crypto";

/**
 * A private Ed25519 key as JWK text, with its own `kid`.
 * @returns {string}
 */
export function newSecretJwk() {
  const { privateKey } = generateKeyPairSync("ed25519");
  return JSON.stringify({ ...privateKey.export({ format: "jwk" }), kid: randomUUID() });
}
