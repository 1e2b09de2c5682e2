/** `.dev.vars`: secrets of this machine only, made once, git-ignored, never shared. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { newSecretJwk } from "./keys.mjs";

const NEEDED = {
  ENVIRONMENT: () => "local",
  SIGNING_JWK: newSecretJwk,
  AUTH_JWK: newSecretJwk,
};

/**
 * Adds what is missing; what is there stays, so receipts signed earlier can still be verified.
 * @param {string} path
 * @returns {boolean} whether the file was written
 */
export function ensureDevVars(path) {
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  const present = new Set([...text.matchAll(/^([A-Z_]+)\s*=/gm)].map((match) => match[1]));
  const missing = Object.entries(NEEDED).filter(([name]) => !present.has(name));
  if (missing.length === 0) return false;
  const lines = missing.map(([name, make]) => `${name}='${make()}'\n`).join("");
  const joint = text === "" || text.endsWith("\n") ? "" : "\n";
  writeFileSync(path, text + joint + lines, { mode: 0o600 });
  return true;
}
