/**
 * The index of words is derived from `submissions` and D1 exports no virtual table: a backup leaves it out, a restore
 * makes it anew with the statements of the migration that brought it.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "../lib/paths.mjs";

const INDEX = "submission_search";

/** The index, and the tables SQLite keeps behind it. */
export function isSearchTable(name: string): boolean {
  return name === INDEX || name.startsWith(`${INDEX}_`);
}

/** Made and filled; empty for a schema from before the index. @param triggers names of those in the schema */
export function searchStatements(triggers: readonly string[]): string[] {
  if (!triggers.some((name) => /^submissions_(search|words)_insert$/.test(name))) return [];
  const folder = join(root, "worker/migrations");
  const lines = readdirSync(folder)
    .toSorted()
    .flatMap((file) => readFileSync(join(folder, file), "utf8").split("\n"));
  const latest = (start: string) => lines.findLast((line) => line.startsWith(start));
  const made = [latest(`CREATE VIRTUAL TABLE ${INDEX} `), latest(`INSERT INTO ${INDEX} `)];
  if (made.some((line) => line === undefined)) throw new Error(`no migration makes ${INDEX}`);
  return made.filter((line) => line !== undefined);
}
