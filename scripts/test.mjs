/**
 * `npm test [-- check unit worker e2e]`: every stage in turn (or only those named), whatever fails before it. The last
 * line is `N passed, N failed`; the check counts as one.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { buildClient } from "./lib/build.mjs";
import { findChromium } from "./lib/chromium.mjs";
import { ensureDevVars } from "./lib/dev-vars.mjs";
import { root, tool } from "./lib/paths.mjs";
import { add, countReport, NOTHING } from "./lib/test-counts.mjs";

const STAGES = ["check", "unit", "worker", "e2e"];
const reports = mkdtempSync(join(tmpdir(), "kc-test-"));

const env = { ...process.env, CI: "1", NO_COLOR: "1", WRANGLER_SEND_METRICS: "false" };

/** @param {string[]} args */
function node(args) {
  return spawnSync(process.execPath, args, { cwd: root, stdio: "inherit", env }).status === 0;
}

/**
 * @param {string} project
 * @returns {import("./lib/test-counts.mjs").Counts}
 */
function vitest(project) {
  const file = join(reports, `${project}.json`);
  const ok = node(vitestArgs(project, file));
  return countReport(readReport(file), ok);
}

/**
 * @param {string} project
 * @param {string} file where its report goes
 */
function vitestArgs(project, file) {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  return [tool("vitest"), "run", "--project", project, ...reporters];
}

/**
 * A part of the end-to-end tests beside another part, each with a server and a database of its own: they wait far more
 * than they compute. What the first says is seen at once, what the others say when they have ended.
 * @param {number} part
 * @param {number} parts
 * @returns {Promise<import("./lib/test-counts.mjs").Counts>}
 */
async function endToEndPart(part, parts) {
  const file = join(reports, `e2e-${part}.json`);
  const args = [...vitestArgs("e2e", file), `--shard=${part}/${parts}`];
  /** @type {import("node:child_process").StdioOptions} */
  const stdio = part === 1 ? "inherit" : ["ignore", "pipe", "pipe"];
  /** @type {import("node:child_process").ChildProcess} */
  const run = spawn(process.execPath, args, { cwd: root, stdio, env });
  /** @type {Buffer[]} */
  const said = [];
  for (const stream of [run.stdout, run.stderr]) stream?.on("data", (piece) => said.push(piece));
  const ok = await new Promise((done) => run.once("close", (code) => done(code === 0)));
  process.stdout.write(Buffer.concat(said));
  return countReport(readReport(file), ok);
}

async function endToEnd() {
  // Once for all parts, before they start.
  await buildClient();
  ensureDevVars(join(root, ".dev.vars"));
  const parts = availableParallelism() > 1 ? 2 : 1;
  const numbers = Array.from({ length: parts }, (_, index) => index + 1);
  const counts = await Promise.all(numbers.map((part) => endToEndPart(part, parts)));
  return counts.reduce(add, NOTHING);
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
async function runStage(stage) {
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
  return stage === "e2e" ? endToEnd() : vitest(stage);
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
  const counts = await runStage(stage);
  lines.push(`${stage}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  total = add(total, counts);
}
rmSync(reports, { recursive: true });
const summary = [...lines, ...total.notes].join("\n");
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
if (total.passed + total.failed === 0) total = { ...total, failed: 1 };
process.stdout.write(`\n${summary}\n${total.passed} passed, ${total.failed} failed${skipped}\n`);
process.exitCode = total.failed === 0 ? 0 : 1;
