/** SECURITY.md promises nothing by itself: every line of its tables names a test that exists, or says “còn mở” and why. */
import ts from "typescript";
import type { CheckResult } from "./lib/check.ts";
import { parse, visitAll } from "./lib/syntax.ts";

/** An open line gives its reason after the colon. */
const OPEN = /^còn mở: \S/;
const CODE = /`([^`]+)`/g;
const HEAD = "Bằng chứng";

interface Names {
  /** First argument of test(…), it(…), describe(…) and of what .each(…) or .skipIf(…) gives. */
  readonly titles: readonly string[];
  /** Every text of the file: rows of tables stand for the %s of a title. */
  readonly texts: ReadonlySet<string>;
}

/** "test" of test(…), test.each(…)(…), it.skipIf(…)(…); "" for anything else. */
function calledName(node: ts.Expression): string {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isCallExpression(node) || ts.isPropertyAccessExpression(node)) return calledName(node.expression);
  return "";
}

/** A template keeps its text; what it puts in stands as %s. */
function titleOf(node: ts.Node | undefined): string | null {
  if (node === undefined) return null;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => `%s${literal.text}`).join("");
}

export function testNames(path: string, text: string): Names {
  const titles: string[] = [];
  const texts = new Set<string>();
  visitAll(parse({ path, text }), (node) => {
    if (ts.isStringLiteralLike(node)) texts.add(node.text);
    if (!ts.isCallExpression(node) || !["test", "it", "describe"].includes(calledName(node.expression)))
      return;
    const title = titleOf(node.arguments[0]);
    if (title !== null) titles.push(title);
  });
  return { titles, texts };
}

function isNamed(name: string, { titles, texts }: Names): boolean {
  return titles.some((title) => {
    if (title === name) return true;
    const parts = title.split(/%[sij]/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    const found = parts.length === 2 ? new RegExp(`^${parts.join("(.+)")}$`).exec(name) : null;
    return found !== null && texts.has(found[1] ?? "");
  });
}

/** Of a cell: `path/of.test.ts` followed by the names of its tests, each in backticks. */
function evidenceProblems(cell: string, read: (path: string) => string | null): string[] {
  const problems: string[] = [];
  let names: Names | null = null;
  let path = "";
  let proven = 0;
  for (const [, code = ""] of cell.matchAll(CODE)) {
    if (/^[\w./-]+\.test\.ts$/.test(code)) {
      const text = read(code);
      if (text === null) problems.push(`${code} does not exist`);
      path = code;
      names = text === null ? null : testNames(code, text);
    } else if (path === "") problems.push(`“${code}” before any file of tests`);
    else if (names !== null) {
      if (isNamed(code, names)) proven += 1;
      else problems.push(`${path} has no test “${code}”`);
    }
  }
  if (proven === 0 && problems.length === 0) problems.push("neither a named test nor “còn mở: …”");
  return problems;
}

function cellsOf(line: string): string[] {
  return line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** `read` answers for paths relative to the project, null for what is missing. Tables are those whose last column is headed “Bằng chứng”. */
export function securityTable(text: string, read: (path: string) => string | null): CheckResult {
  const problems: string[] = [];
  let examined = 0;
  let inTable = false;
  for (const [index, line] of text.split("\n").entries()) {
    if (!line.startsWith("|")) {
      inTable = false;
      continue;
    }
    const last = cellsOf(line).at(-1) ?? "";
    if (last === HEAD) inTable = true;
    else if (inTable && !/^:?-+:?$/.test(last)) {
      examined += 1;
      if (OPEN.test(last)) continue;
      problems.push(...evidenceProblems(last, read).map((each) => `SECURITY.md:${index + 1}: ${each}`));
    }
  }
  return { name: "SECURITY.md", unit: "lines", examined, problems };
}
