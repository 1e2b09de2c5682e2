/** Where things are: the project folder and the tools in its node_modules. */
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/**
 * The JavaScript file behind a command of a package, to be run with this Node and without a shell in between
 * (a shell would stand between a signal and the tool).
 * @param {string} name package name, also the name of its command
 * @param {string} [command]
 */
export function tool(name, command = name) {
  const file = join(root, "node_modules", name, "package.json");
  const { bin } = JSON.parse(readFileSync(file, "utf8"));
  return resolve(dirname(file), typeof bin === "string" ? bin : bin[command]);
}
