/** The client build, skipped when no source is newer than the last one. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, tool } from "./paths.mjs";
import { runToEnd } from "./processes.mjs";

const SOURCES = ["addin", "shared", "worker/console", "scripts/help", "docs/huong-dan"];
const FILES = ["vite.config.ts", "scripts/functions-generated.ts", "package-lock.json"];

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
 * Builds dist/client when it has to. Rejects when the build fails.
 * @param {{ force?: boolean, say?: (text: string) => void }} [options]
 */
export async function buildClient({ force = false, say = () => {} } = {}) {
  const mark = join(root, "dist", ".built");
  const now = fingerprint();
  const fresh = existsSync(mark) && readFileSync(mark, "utf8") === now;
  if (fresh && !force && existsSync(join(root, "dist", "client"))) return;
  say("Đang dựng các trang… / Building the pages…");
  const args = [tool("vite"), "build", "--logLevel", "warn"];
  const { ok, output } = await runToEnd(process.execPath, args, { cwd: root, env: process.env });
  if (!ok) throw new Error(`vite build failed:\n${output}`);
  mkdirSync(join(root, "dist", "client"), { recursive: true });
  writeFileSync(mark, now);
}
