/**
 * `npm test [-- check unit worker e2e]`: every stage in turn (or only those named), whatever fails before it. The last
 * line is `N passed, N failed`; the check counts as one.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "./lib/chromium.mjs";
import { root, tool } from "./lib/paths.mjs";
import { add, countReport, NOTHING } from "./lib/test-counts.mjs";

const STAGES = ["check", "unit", "worker", "e2e"];
const reports = mkdtempSync(join(tmpdir(), "kc-test-"));

/** @param {string[]} args */
function node(args) {
  const env = { ...process.env, CI: "1", NO_COLOR: "1", WRANGLER_SEND_METRICS: "false" };
  return spawnSync(process.execPath, args, { cwd: root, stdio: "inherit", env }).status === 0;
}

/**
 * @param {string} project
 * @returns {import("./lib/test-counts.mjs").Counts}
 */
function vitest(project) {
  const file = join(reports, `${project}.json`);
  const args = ["run", "--project", project, "--reporter=default", "--reporter=json"];
  const ok = node([tool("vitest"), ...args, `--outputFile.json=${file}`]);
  return countReport(readReport(file), ok);
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** @param {string} stage */
function runStage(stage) {
  process.stdout.write(`\n== ${stage}\n`);
  if (stage === "check")
    return node(["scripts/check.mjs"]) ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 };
  if (stage === "e2e" && findChromium() === null) {
    return {
      ...NOTHING,
      skipped: 1,
      notes: ["e2e: bỏ qua cả phần này vì không có Chromium / skipped, no Chromium"],
    };
  }
  return vitest(stage);
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !STAGES.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`Không có phần kiểm thử “${unknown.join(", ")}”; chỉ có ${STAGES.join(", ")}.\n`);
  process.exit(2);
}

let total = NOTHING;
const lines = [];
for (const stage of STAGES.filter((name) => asked.length === 0 || asked.includes(name))) {
  const counts = runStage(stage);
  lines.push(`${stage}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  total = add(total, counts);
}
rmSync(reports, { recursive: true });
const summary = [...lines, ...total.notes].join("\n");
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
if (total.passed + total.failed === 0) total = { ...total, failed: 1 };
process.stdout.write(`\n${summary}\n${total.passed} passed, ${total.failed} failed${skipped}\n`);
process.exitCode = total.failed === 0 ? 0 : 1;
