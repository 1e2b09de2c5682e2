/**
 * package-lock.json must hold every optional package that another one names, for every platform: when one is absent,
 * `npm ci` refuses the whole file, and a fresh clone cannot start.
 */
import type { CheckResult } from "./lib/check.ts";

interface Lock {
  readonly packages: Readonly<Record<string, { optionalDependencies?: Readonly<Record<string, string>> }>>;
}

/** npm looks beside the package first, then in each folder above it. */
function isThere(lock: Lock, from: string, name: string): boolean {
  const parts = from === "" ? [] : from.split("/node_modules/");
  const folders = parts.map((_part, index) => `${parts.slice(0, index + 1).join("/node_modules/")}/`);
  return ["", ...folders].some((folder) => `${folder}node_modules/${name}` in lock.packages);
}

export function lockFile(text: string): CheckResult {
  const lock = JSON.parse(text) as Lock;
  const names = Object.entries(lock.packages).flatMap(([from, item]) =>
    Object.keys(item.optionalDependencies ?? {}).map((name) => ({ from, name })),
  );
  const problems = names
    .filter(({ from, name }) => !isThere(lock, from, name))
    .map(({ from, name }) => `package-lock.json: ${from} names ${name}, which is not in the file`);
  return { name: "lock file", unit: "optional packages", examined: names.length, problems };
}
