/** Files and folders: kebab-case ASCII, so that a path is typed the same on every keyboard and system. */
import type { CheckResult } from "./lib/check.ts";

/** Names that tools or custom fix. */
const FIXED = new Set([
  "README.md",
  "ARCHITECTURE.md",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "LICENSE",
  "NOTICE",
]);
const PART = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const MIGRATION = /^\d{4}_[a-z0-9]+(_[a-z0-9]+)*\.sql$/;

function isGood(part: string): boolean {
  return FIXED.has(part) || PART.test(part) || MIGRATION.test(part);
}

export function fileNames(paths: readonly string[]): CheckResult {
  const problems = paths
    .filter((path) => !path.split("/").every(isGood))
    .map((path) => `${path}: not kebab-case ASCII`);
  return { name: "file names", unit: "paths", examined: paths.length, problems };
}
