/** Committed files that a script makes must be what the script makes today. */
import type { CheckResult } from "./lib/check.ts";

export interface Expected {
  readonly path: string;
  readonly text: string;
}

/** `read` gives what is on disk, or null when the file is missing. */
export function staleness(expected: readonly Expected[], read: (path: string) => string | null): CheckResult {
  const problems = expected
    .filter(({ path, text }) => read(path) !== text)
    .map(({ path }) => `${path}: not what its sources give; run npm run generate`);
  return { name: "generated files", unit: "files", examined: expected.length, problems };
}
