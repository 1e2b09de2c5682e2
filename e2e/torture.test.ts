/** A small run of `npm run torture`: cut connections, one SIGKILL, and everything acknowledged is stored once. */
import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { root } from "../scripts/lib/paths.mjs";

it("loses and doubles nothing when workerd is killed in the middle of forty sendings", () => {
  const args = ["--disable-warning=ExperimentalWarning", "scripts/torture.ts"];
  args.push("--submissions", "40", "--clients", "10", "--kills", "1");
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  expect(stdout + stderr).toContain("torture: ok");
  expect(stdout).toMatch(/kills: 1 \([12] workerd\)/);
  expect(stdout).not.toMatch(/^SAI/m);
  expect(status).toBe(0);
});
