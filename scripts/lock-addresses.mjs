/**
 * `npm run lock`, after any change of dependencies: writes into package-lock.json where each package lies. With the
 * addresses npm need not ask the registry about every package first, which halves the work of a first start. They are
 * the public registry's; npm itself puts the registry it is set to in their place.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./lib/paths.mjs";

const file = join(root, "package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8"));
let count = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  if (path === "" || entry.link) continue;
  const name = entry.name ?? path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
  const { name: alias, version, resolved: _old, ...rest } = entry;
  const resolved = `https://registry.npmjs.org/${name}/-/${name.split("/").pop()}-${version}.tgz`;
  lock.packages[path] = { ...(alias === undefined ? {} : { name: alias }), version, resolved, ...rest };
  count += 1;
}
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`package-lock.json: ${count} địa chỉ / addresses\n`);
