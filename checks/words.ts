/** Words that do not belong in what is published: unfinished work, one machine's paths, one network's hosts. */
import type { CheckResult, SourceFile } from "./lib/check.ts";

/** Written in two pieces so that this file does not hold them. */
const BANNED: readonly [why: string, pattern: RegExp][] = [
  ["unfinished work", new RegExp(`\\b(${["TO", "FIX"].map((a, i) => a + ["DO", "ME"][i]).join("|")})\\b`)],
  [
    "a path of one machine",
    new RegExp(`(^|[\\s"'\`(=])/(${["work", "home", "Users", "root"].join("|")})/[\\w.]`, "m"),
  ],
  [
    // The public one stands in every lock file.
    "a registry host",
    new RegExp(
      `\\b(?!registry\\.npmjs\\.org\\b)(registry\\.[\\w-]+\\.\\w+|[\\w.-]*(${["artifact", "ory"].join("")}|nexus)\\.[\\w.-]+)`,
      "i",
    ),
  ],
];

const TEXT = /\.(ts|mjs|md|json|toml|xml|html|css|sql|csv|txt)$|^\.ci\/|^LICENSE$/;

export function isReadable(path: string): boolean {
  return TEXT.test(path);
}

export function words(files: readonly SourceFile[]): CheckResult {
  const problems: string[] = [];
  for (const { path, text } of files) {
    for (const [why, pattern] of BANNED) {
      const match = pattern.exec(text);
      if (match === null) continue;
      const line = text.slice(0, match.index + 1).split("\n").length;
      problems.push(`${path}:${line}: ${why}: “${match[0].trim()}”`);
    }
  }
  return { name: "words", unit: "files", examined: files.length, problems };
}
