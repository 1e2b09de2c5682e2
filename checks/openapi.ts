/** The OpenAPI document as other programs read it: complete, unambiguous, every reference and pattern good. */
import type { CheckResult } from "./lib/check.ts";

type Json = Readonly<Record<string, unknown>>;

const METHODS = new Set(["get", "post", "put", "patch", "delete", "head", "options", "trace"]);
const TYPES = new Set(["string", "integer", "number", "boolean", "object", "array", "null"]);

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function lookUp(document: Json, reference: string): unknown {
  const parts = reference.replace(/^#\//, "").split("/");
  return parts.reduce<unknown>((at, part) => (isObject(at) ? at[part] : undefined), document);
}

/** Walks everything below `value`; `visit` sees each object with its path. */
function walk(value: unknown, path: string, visit: (node: Json, path: string) => void): void {
  if (Array.isArray(value)) value.forEach((each, index) => walk(each, `${path}/${index}`, visit));
  if (!isObject(value)) return;
  visit(value, path);
  for (const [key, each] of Object.entries(value)) walk(each, `${path}/${key}`, visit);
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, "u").source !== "";
  } catch {
    return false;
  }
}

function schemaProblems(node: Json, path: string): string[] {
  const problems: string[] = [];
  const { type, pattern, required, properties } = node;
  const types = [type].flat().filter((each): each is string => typeof each === "string");
  for (const each of types) if (!TYPES.has(each)) problems.push(`${path}: unknown type ${each}`);
  if (Array.isArray(node["enum"]) && node["enum"].length === 0) problems.push(`${path}: empty enum`);
  if (types.includes("array") && !("items" in node) && !("prefixItems" in node))
    problems.push(`${path}: array without items`);
  if (typeof pattern === "string") {
    if (!isPattern(pattern)) problems.push(`${path}: pattern that is none: ${pattern}`);
  }
  if (Array.isArray(required) && isObject(properties))
    for (const name of required)
      if (!(String(name) in properties))
        problems.push(`${path}: requires ${String(name)}, which is not there`);
  if ("nullable" in node) problems.push(`${path}: nullable is not of 3.1`);
  return problems;
}

function parameterProblems(operation: Json, path: string, template: string): string[] {
  const problems: string[] = [];
  const parameters = ((operation["parameters"] ?? []) as Json[]).filter(isObject);
  const seen = new Set<string>();
  for (const { name, in: where, required, schema } of parameters) {
    const key = `${String(where)} ${String(name)}`;
    if (seen.has(key)) problems.push(`${path}: ${key} twice`);
    seen.add(key);
    if (where === "path" && required !== true) problems.push(`${path}: ${key} must be required`);
    if (!isObject(schema)) problems.push(`${path}: ${key} without schema`);
  }
  const named = [...template.matchAll(/\{(\w+)\}/g)].map((match) => `path ${match[1]}`);
  for (const each of named) if (!seen.has(each)) problems.push(`${path}: ${each} is not declared`);
  for (const each of seen)
    if (each.startsWith("path ") && !named.includes(each))
      problems.push(`${path}: ${each} is not in the address`);
  return problems;
}

function answerProblems(operation: Json, path: string): string[] {
  const problems: string[] = [];
  const responses = (operation["responses"] ?? {}) as Record<string, Json>;
  const statuses = Object.keys(responses);
  if (!statuses.some((status) => /^[23]/.test(status))) problems.push(`${path}: no answer of success`);
  for (const [status, response] of Object.entries(responses)) {
    const { description, content } = response;
    if (typeof description !== "string" || description.trim() === "")
      problems.push(`${path}: ${status} undescribed`);
    const problem = isObject(content) && "application/problem+json" in content;
    if (/^[45]/.test(status) && !problem) problems.push(`${path}: ${status} is no problem+json`);
  }
  return problems;
}

function operationProblems(document: Json, operation: Json, path: string, template: string): string[] {
  const problems: string[] = [];
  for (const field of ["summary", "operationId"])
    if (typeof operation[field] !== "string" || operation[field] === "")
      problems.push(`${path}: no ${field}`);
  const tags = (operation["tags"] ?? []) as unknown[];
  const known = ((document["tags"] ?? []) as Json[]).map(({ name }) => name);
  if (tags.length === 0) problems.push(`${path}: no tag`);
  for (const tag of tags)
    if (!known.includes(tag)) problems.push(`${path}: tag ${String(tag)} is not listed`);
  const schemes = lookUp(document, "#/components/securitySchemes");
  for (const each of (operation["security"] ?? []) as Json[])
    for (const name of Object.keys(each))
      if (!isObject(schemes) || !(name in schemes)) problems.push(`${path}: unknown security ${name}`);
  return [...problems, ...parameterProblems(operation, path, template), ...answerProblems(operation, path)];
}

export function openApiLint(document: Json): CheckResult {
  const problems: string[] = [];
  if (!/^3\.1\.\d+$/.test(String(document["openapi"]))) problems.push("not OpenAPI 3.1");
  const info = (document["info"] ?? {}) as Json;
  for (const field of ["title", "version", "description", "license"])
    if (info[field] === undefined) problems.push(`info: no ${field}`);
  const ids = new Set<unknown>();
  let examined = 0;
  for (const [template, item] of Object.entries((document["paths"] ?? {}) as Record<string, Json>)) {
    for (const [method, operation] of Object.entries(item)) {
      const path = `${method.toUpperCase()} ${template}`;
      if (!METHODS.has(method) || !isObject(operation)) problems.push(`${path}: no operation`);
      else {
        examined += 1;
        problems.push(...operationProblems(document, operation, path, template));
        if (ids.has(operation["operationId"])) problems.push(`${path}: operationId is used twice`);
        ids.add(operation["operationId"]);
      }
    }
  }
  const used = new Set<string>();
  walk(document, "#", (node, path) => {
    const reference = node["$ref"];
    if (typeof reference === "string") {
      used.add(reference);
      if (lookUp(document, reference) === undefined) problems.push(`${path}: ${reference} leads nowhere`);
    }
    if (/\/(schema|schemas\/\w+|items|properties\/[^/]+)$/.test(path))
      problems.push(...schemaProblems(node, path));
  });
  const schemas = lookUp(document, "#/components/schemas");
  for (const name of Object.keys(isObject(schemas) ? schemas : {})) {
    examined += 1;
    if (!used.has(`#/components/schemas/${name}`)) problems.push(`schema ${name} is used nowhere`);
  }
  return { name: "openapi", unit: "operations and schemas", examined, problems };
}
