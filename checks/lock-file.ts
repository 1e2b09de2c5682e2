/**
 * package-lock.json must hold every optional package that another one names, for every platform: when one is absent,
 * `npm ci` refuses the whole file, and a fresh clone cannot start. And every package must carry its public address:
 * without it npm asks the registry about each one, and a first start takes half a minute more of work.
 */
import type { CheckResult } from "./lib/check.ts";

const PUBLIC = "https://registry.npmjs.org/";

interface LockEntry {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly resolved?: string;
}

interface Lock {
  readonly packages: Readonly<Record<string, LockEntry>>;
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
  const absent = names
    .filter(({ from, name }) => !isThere(lock, from, name))
    .map(({ from, name }) => `package-lock.json: ${from} names ${name}, which is not in the file`);
  const nowhere = Object.entries(lock.packages)
    .filter(([path, entry]) => path !== "" && !entry.resolved?.startsWith(PUBLIC))
    .map(([path]) => `package-lock.json: ${path} has no public address; run npm run lock`);
  return {
    name: "lock file",
    unit: "optional packages",
    examined: names.length,
    problems: [...absent, ...nowhere],
  };
}
