/** The project's files, as every check reads them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/lib/paths.mjs";
import type { SourceFile } from "./check.ts";

/** Folders that are installed, built or made by running; never ours to judge. */
const NOT_OURS = new Set([
  "node_modules",
  "dist",
  ".git",
  ".wrangler",
  ".kc-local",
  "test-output",
  "coverage",
]);

/** Every file of the project, relative, with forward slashes, sorted. */
export function projectPaths(folder = ""): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries
    .filter((entry) => !NOT_OURS.has(entry.name) && entry.name !== ".dev.vars")
    .flatMap((entry) => {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? projectPaths(path) : [path];
    })
    .sort();
}

export function readSource(path: string): SourceFile {
  return { path, text: readFileSync(join(root, path), "utf8") };
}

export function isCode(path: string): boolean {
  return /\.(ts|mjs)$/.test(path) && !path.endsWith(".d.ts") && !path.includes("/generated/");
}

export function isTest(path: string): boolean {
  return path.endsWith(".test.ts") || /\/test-(setup|kit)\.ts$/.test(path) || path.startsWith("e2e/");
}

export function codeFiles(): SourceFile[] {
  return projectPaths().filter(isCode).map(readSource);
}
