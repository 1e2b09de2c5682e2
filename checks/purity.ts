/** shared/ knows no clock, chance, network, console or process: the same input gives the same figure everywhere. */
import ts from "typescript";
import type { CheckResult, SourceFile } from "./lib/check.ts";
import { isTest } from "./lib/sources.ts";
import { declaredNames, lineOf, parse, visitAll } from "./lib/syntax.ts";

const BANNED = new Set([
  "fetch",
  "console",
  "process",
  "globalThis",
  "window",
  "document",
  "localStorage",
  "performance",
  "setTimeout",
  "setInterval",
  "queueMicrotask",
  "Buffer",
  "require",
  "Date",
]);
const BANNED_MEMBERS = new Set([
  "Math.random",
  "Number.EPSILON",
  "crypto.randomUUID",
  "crypto.getRandomValues",
]);

/** What comes after a dot, a key, or a type's name is not the global of that name. */
function isGlobalUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  return !ts.isTypeReferenceNode(parent) && !ts.isQualifiedName(parent);
}

function impurity(node: ts.Node, declared: ReadonlySet<string>): string | null {
  if (ts.isPropertyAccessExpression(node)) {
    const text = node.getText();
    return BANNED_MEMBERS.has(text) ? text : null;
  }
  if (!ts.isIdentifier(node) || !BANNED.has(node.text) || declared.has(node.text)) return null;
  if (!isGlobalUse(node)) return null;
  return isDateUtc(node) ? null : node.text;
}

/** Calendar arithmetic without a clock. */
function isDateUtc(node: ts.Identifier): boolean {
  return ts.isPropertyAccessExpression(node.parent) && node.parent.getText() === "Date.UTC";
}

export function purity(files: readonly SourceFile[]): CheckResult {
  const pure = files.filter(({ path }) => path.startsWith("shared/") && !isTest(path));
  const problems = pure.flatMap((file) => {
    const source = parse(file);
    const declared = new Set(declaredNames(source).map(({ name }) => name));
    const found: string[] = [];
    visitAll(source, (node) => {
      const name = impurity(node, declared);
      if (name !== null) found.push(`${file.path}:${lineOf(node)}: shared/ may not use ${name}`);
    });
    return found;
  });
  return { name: "purity of shared/", unit: "files", examined: pure.length, problems };
}
