/** Runs every check of this folder. One line each: what it counted; then what is wrong. A check that saw nothing fails. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { GLOSSARY } from "../shared/kernel/glossary.ts";
import { builtinLawBook } from "../shared/law/book.ts";
import { generatedFiles, openApiText } from "../scripts/generated.ts";
import { root } from "../scripts/lib/paths.mjs";
import { ruleCases } from "../scripts/lib/rule-cases.ts";
import { arrows } from "./arrows.ts";
import { fileNames } from "./file-names.ts";
import { glossary } from "./glossary.ts";
import { law } from "./law.ts";
import type { CheckResult } from "./lib/check.ts";
import { codeFiles, projectPaths, readSource } from "./lib/sources.ts";
import { lockFile } from "./lock-file.ts";
import { openApiLint } from "./openapi.ts";
import { validateManifest } from "./manifest.ts";
import { RULES } from "../shared/rules/index.ts";
import { purity } from "./purity.ts";
import { rules } from "./rules.ts";
import { securityTable } from "./security-table.ts";
import { sentences } from "./sentences.ts";
import { sizes } from "./sizes.ts";
import { staleness } from "./staleness.ts";
import { isReadable, words } from "./words.ts";

function fileOrNull(path: string): Buffer | null {
  const full = join(root, path);
  return existsSync(full) ? readFileSync(full) : null;
}

function manifest(code: readonly { path: string; text: string }[]): CheckResult {
  const pane = code.filter(({ path }) => path.startsWith("addin/taskpane/")).map(({ text }) => text);
  const names = pane.flatMap((text) =>
    [...text.matchAll(/"(kcShow[A-Za-z]+)"/g)].map((match) => match[1] ?? ""),
  );
  const report = validateManifest(readSource("manifest.xml").text, {
    icon: (url) => fileOrNull(`addin/assets/${new URL(url).pathname.split("/").at(-1)}`),
    actions: new Set(names),
  });
  const problems = report.problems.map(
    ({ rule, line, message }) => `manifest.xml:${line}: ${rule}: ${message}`,
  );
  return { name: "manifest", unit: "elements", examined: report.examined, problems };
}

async function generated(): Promise<CheckResult> {
  try {
    return staleness(await generatedFiles(), (path) => fileOrNull(path)?.toString("utf8") ?? null);
  } catch (error) {
    return { name: "generated files", unit: "files", examined: 0, problems: [(error as Error).message] };
  }
}

const code = codeFiles();
const paths = projectPaths();
const results: CheckResult[] = [
  arrows(code),
  purity(code),
  fileNames(paths),
  sizes(code),
  sentences(code),
  words(paths.filter(isReadable).map(readSource)),
  glossary(code, Object.keys(GLOSSARY)),
  manifest(code),
  law(builtinLawBook()),
  rules({
    rules: RULES,
    cases: await ruleCases(),
    law: builtinLawBook(),
    sources: code.filter(({ path }) => /^shared\/rules\/kc-[a-z]{2}-\d{3}\.ts$/.test(path)),
  }),
  lockFile(readSource("package-lock.json").text),
  await generated(),
  securityTable(readSource("SECURITY.md").text, (path) => fileOrNull(path)?.toString("utf8") ?? null),
  openApiLint(JSON.parse(await openApiText()) as Record<string, unknown>),
];

let failures = 0;
for (const { name, unit, examined, problems } of results) {
  const wrong = examined === 0 ? [...problems, "looked at nothing"] : problems;
  failures += wrong.length;
  process.stdout.write(`${wrong.length === 0 ? "ok  " : "FAIL"} ${name}: ${examined} ${unit}\n`);
  for (const problem of wrong) process.stdout.write(`     ${problem}\n`);
}
process.exitCode = failures === 0 ? 0 : 1;
