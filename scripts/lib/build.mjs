/** The client build, skipped when no source is newer than the last one. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, tool } from "./paths.mjs";

const SOURCES = ["addin", "shared", "worker/console"];
const FILES = ["vite.config.ts", "scripts/functions-metadata.ts", "package-lock.json"];

/**
 * Every source file's path, size and time; not contents, so that a second start is instant.
 * @param {string} folder
 * @returns {string[]}
 */
function listing(folder) {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".test.ts"))
    .map((entry) => stamp(join(entry.parentPath, entry.name)));
}

/** @param {string} path */
function stamp(path) {
  const { size, mtimeMs } = statSync(path);
  return `${path} ${size} ${mtimeMs}`;
}

function fingerprint() {
  const files = FILES.map((name) => join(root, name)).filter((path) => existsSync(path));
  const all = [...SOURCES.flatMap(listing), ...files.map(stamp)].sort();
  return createHash("sha256").update(all.join("\n")).digest("hex");
}

/**
 * Builds dist/client when it has to. Throws when the build fails.
 * @param {{ force?: boolean, say?: (text: string) => void }} [options]
 */
export function buildClient({ force = false, say = () => {} } = {}) {
  const mark = join(root, "dist", ".built");
  const now = fingerprint();
  const fresh = existsSync(mark) && readFileSync(mark, "utf8") === now;
  if (fresh && !force && existsSync(join(root, "dist", "client"))) return;
  say("Đang dựng các trang… / Building the pages…");
  const run = spawnSync(process.execPath, [tool("vite"), "build", "--logLevel", "warn"], {
    cwd: root,
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(`vite build failed:\n${run.stdout}${run.stderr}`);
  mkdirSync(join(root, "dist", "client"), { recursive: true });
  writeFileSync(mark, now);
}
