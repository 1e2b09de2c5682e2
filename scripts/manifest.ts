/** `npm run manifest -- --origin https://host [--out FILE]`: manifest.xml for the host that serves the Worker. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { root } from "./lib/paths.mjs";

const DEFAULT_ORIGIN = "https://localhost:8787";
const USAGE = "Cách dùng / usage: npm run manifest -- --origin https://ten-may-chu [--out manifest.xml]\n";

/** The sentence to show when Excel would not accept this origin, or null. */
export function originProblem(text: string): string | null {
  const url = URL.parse(text);
  if (url === null) return `“${text}” không phải là một địa chỉ. / not an address.`;
  if (url.protocol !== "https:") {
    return `Excel chỉ nhận địa chỉ https, không nhận “${text}”. / Excel only accepts https addresses.`;
  }
  if (url.username !== "" || url.password !== "")
    return "Địa chỉ không được chứa tài khoản. / No credentials.";
  const bare = url.pathname === "/" && url.search === "" && url.hash === "";
  if (!bare) return `Chỉ ghi gốc, ví dụ ${url.origin}. / Give only the origin, for example ${url.origin}.`;
  return null;
}

/** The manifest with every address moved to another origin (already checked by `originProblem`). */
export function manifestFor(manifest: string, origin: string): string {
  return manifest.replaceAll(DEFAULT_ORIGIN, new URL(origin).origin);
}

function main(args: readonly string[]): number {
  let values: { origin?: string; out?: string };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: { origin: { type: "string" }, out: { type: "string" } },
    }));
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${USAGE}`);
    return 2;
  }
  if (values.origin === undefined) {
    process.stderr.write(USAGE);
    return 2;
  }
  const problem = originProblem(values.origin);
  if (problem !== null) {
    process.stderr.write(`${problem}\n`);
    return 1;
  }
  const text = manifestFor(readFileSync(join(root, "manifest.xml"), "utf8"), values.origin);
  if (values.out === undefined) process.stdout.write(text);
  else writeFileSync(values.out, text);
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  process.exitCode = main(process.argv.slice(2));
