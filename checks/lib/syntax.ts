/** TypeScript's own parser, wrapped in the few questions that the checks ask. */
import ts from "typescript";
import type { SourceFile } from "./check.ts";

export function parse(file: SourceFile): ts.SourceFile {
  return ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ES2023, true);
}

/** Calls `visit` for the node and everything below it. */
export function visitAll(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => visitAll(child, visit));
}

export function lineOf(node: ts.Node): number {
  const source = node.getSourceFile();
  return source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
}

export interface Import {
  readonly specifier: string;
  readonly line: number;
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return node.arguments[0];
  if (ts.isExternalModuleReference(node)) return node.expression;
  return undefined;
}

/** Every import and re-export with a literal name, types and dynamic ones included. */
export function importsOf(source: ts.SourceFile): Import[] {
  const found: Import[] = [];
  visitAll(source, (node) => {
    const specifier = specifierOf(node);
    if (specifier && ts.isStringLiteralLike(specifier)) {
      found.push({ specifier: specifier.text, line: lineOf(node) });
    }
  });
  return found;
}

type Declaration = ts.Node & { readonly name?: ts.Node };

/** Every identifier that a file declares: variables, functions, parameters, properties, types, imports. */
export function declaredNames(source: ts.SourceFile): { name: string; line: number }[] {
  const found: { name: string; line: number }[] = [];
  visitAll(source, (node) => {
    const { name } = node as Declaration;
    const declares = name !== undefined && ts.isIdentifier(name) && !ts.isPropertyAccessExpression(node);
    if (declares) found.push({ name: name.text, line: lineOf(name) });
  });
  return found;
}
