/** Loads every shared/rules/*.cases.ts: they stand in no list, so that one cannot be forgotten. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./paths.mjs";
import type { RuleCases } from "../../shared/rules/cases.ts";

const FOLDER = join(root, "shared/rules");

export async function ruleCases(): Promise<RuleCases[]> {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(".cases.ts"));
  return Promise.all(
    names.map(
      async (name) =>
        ((await import(pathToFileURL(join(FOLDER, name)).href)) as { default: RuleCases }).default,
    ),
  );
}
