/**
 * `npm run fuzz [-- --runs 10000] [--seed 1]`: requests made from the OpenAPI document against the Worker in workerd;
 * prints how many, on which routes, with which answers. Fails on any 5xx, on any answer the document does not declare,
 * and when there is no route.
 */
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { root, tool } from "./lib/paths.mjs";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "10000" },
    seed: { type: "string", default: String(Date.now() % 2 ** 31) },
  },
});
for (const [name, text] of Object.entries(values)) {
  if (!/^\d{1,10}$/.test(text) || Number(text) === 0) {
    process.stderr.write(`--${name} phải là số nguyên dương. / --${name} is a positive whole number.\n`);
    process.exit(2);
  }
}
const args = [tool("vitest"), "run", "--project", "worker", "worker/fuzz.test.ts"];
const env = { ...process.env, CI: "1", KC_FUZZ_RUNS: values.runs, KC_FUZZ_SEED: values.seed };
process.exitCode = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit", env }).status ?? 1;
