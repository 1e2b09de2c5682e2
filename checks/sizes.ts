/** Short files and short functions: each thing has one obvious, readable place. Data is not code and may be long. */
import ts from "typescript";
import type { CheckResult, SourceFile } from "./lib/check.ts";
import { isTest } from "./lib/sources.ts";
import { lineOf, parse, visitAll } from "./lib/syntax.ts";

export const MAX_FILE_LINES = 400;
export const MAX_FUNCTION_LINES = 70;

/** Files that hold figures or sentences, not steps. */
const DATA = [
  /\.cases\.ts$/,
  /\/books\//,
  /\/parameters\//,
  /\/texts\//,
  /^shared\/law\/(wards|provinces)\.ts$/,
  /\/press-figures\.ts$/,
  // The template is a table of sheets and columns.
  /^shared\/workbook\/template\.ts$/,
];

function longFunctions(file: SourceFile): { count: number; problems: string[] } {
  const problems: string[] = [];
  let count = 0;
  const source = parse(file);
  visitAll(source, (node) => {
    if (!ts.isFunctionLike(node) || !("body" in node) || node.body === undefined) return;
    count += 1;
    const first = lineOf(node);
    const lines = source.getLineAndCharacterOfPosition(node.end).line + 2 - first;
    if (lines > MAX_FUNCTION_LINES) {
      problems.push(`${file.path}:${first}: function of ${lines} lines, at most ${MAX_FUNCTION_LINES}`);
    }
  });
  return { count, problems };
}

export function sizes(files: readonly SourceFile[]): CheckResult {
  const code = files.filter(({ path }) => !isTest(path) && !DATA.some((pattern) => pattern.test(path)));
  const problems: string[] = [];
  let examined = 0;
  for (const file of code) {
    const lines = file.text.trimEnd().split("\n").length;
    if (lines > MAX_FILE_LINES) problems.push(`${file.path}: ${lines} lines, at most ${MAX_FILE_LINES}`);
    const functions = longFunctions(file);
    examined += functions.count;
    problems.push(...functions.problems);
  }
  return { name: "sizes", unit: "functions", examined, problems };
}
