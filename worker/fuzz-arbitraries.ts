/** Requests made up from the OpenAPI document: what it allows, what is nearly that, and what has nothing to do with it. */
import fc from "fast-check";

export type Json = Readonly<Record<string, unknown>>;

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required?: boolean;
  readonly schema?: Json;
}

export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Media type → schema. */
  readonly body: Readonly<Record<string, Json>>;
  /** Who may ask; none named: anybody. */
  readonly roles: readonly string[];
  /** Statuses it may answer. */
  readonly statuses: ReadonlySet<number>;
}

interface RawOperation {
  readonly "x-roles"?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Json }>> };
  readonly responses: Readonly<Record<string, unknown>>;
}

export function operationsOf(document: Json): Operation[] {
  const paths = document["paths"] as Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, raw]) => ({
      method: method.toUpperCase(),
      path,
      roles: raw["x-roles"] ?? [],
      parameters: raw.parameters ?? [],
      body: Object.fromEntries(
        Object.entries(raw.requestBody?.content ?? {}).map(([type, { schema }]) => [type, schema]),
      ),
      statuses: new Set(Object.keys(raw.responses).map(Number)),
    })),
  );
}

/** What breaks programs: edges of numbers, of text, of spreadsheets, of prototypes, of queries, of markup. */
export const nasty: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  "",
  " ",
  "\u0000",
  "\ud800",
  "\uffff",
  "Đ\u031b",
  "１２３",
  "#REF!",
  "=1+1",
  "1.234.567,5",
  "30/02/2018",
  "31/12/9999",
  "-0",
  "NaN",
  "__proto__",
  "constructor",
  "' OR 1=1 --",
  "<script>alert(1)</script>",
  "../../etc/passwd",
  "%00",
  "x".repeat(5000),
  -1,
  0,
  -0,
  0.1,
  1e-7,
  1e15,
  1e308,
  Number.MAX_SAFE_INTEGER + 1,
  2958466,
  true,
  false,
  null,
  [],
  {},
  [[]],
  { toString: 1 },
);

const anyText = fc.oneof(fc.string({ maxLength: 30 }), fc.string({ unit: "binary", maxLength: 12 }));
const anyJson: fc.Arbitrary<unknown> = fc.oneof(nasty, fc.jsonValue({ maxDepth: 3 }));

function text(schema: Json): fc.Arbitrary<string> {
  const least = Number(schema["minLength"] ?? 0);
  const most = Math.min(Number(schema["maxLength"] ?? 40), least + 40);
  const { pattern } = schema;
  if (typeof pattern === "string") {
    try {
      return fc.oneof({ weight: 4, arbitrary: fc.stringMatching(new RegExp(pattern)) }, anyText);
    } catch {
      // A pattern the generator cannot follow (look-behind): any text will do.
    }
  }
  return fc.oneof(fc.string({ minLength: least, maxLength: most }), anyText);
}

function whole(schema: Json): fc.Arbitrary<unknown> {
  const limit = (name: string, other: number) => Math.max(-1e9, Math.min(1e9, Number(schema[name] ?? other)));
  const min = limit("minimum", -10);
  return fc.integer({ min, max: Math.max(min, limit("maximum", 1000)) });
}

function object(schema: Json, all: Json, depth: number): fc.Arbitrary<unknown> {
  const properties = (schema["properties"] ?? {}) as Readonly<Record<string, Json>>;
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, valueOf(value, all, depth + 1)]),
  );
  const requiredKeys = ((schema["required"] ?? []) as string[]).filter((name) => name in fields);
  const known = fc.record(fields, { requiredKeys });
  const rest = schema["additionalProperties"];
  if (typeof rest !== "object" || rest === null) return known;
  const names = (schema["propertyNames"] ?? { type: "string" }) as Json;
  const more = fc.dictionary(text(names), valueOf(rest as Json, all, depth + 1), { maxKeys: 5 });
  return fc.tuple(known, more).map(([a, b]) => ({ ...b, ...a }));
}

function byType(schema: Json, all: Json, depth: number): fc.Arbitrary<unknown> {
  switch (schema["type"]) {
    case "string":
      return text(schema);
    case "integer":
      return whole(schema);
    case "number":
      return fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer());
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array":
      return fc.array(valueOf((schema["items"] ?? {}) as Json, all, depth + 1), { maxLength: 3 });
    case "object":
      return object(schema, all, depth);
    default:
      return anyJson;
  }
}

/** Values of a schema, one in twelve of them something else entirely. `all` are the named schemas. */
export function valueOf(schema: Json, all: Json, depth = 0): fc.Arbitrary<unknown> {
  if (depth > 8) return fc.constant(null);
  const reference = schema["$ref"];
  if (typeof reference === "string") {
    return valueOf((all[reference.split("/").at(-1) ?? ""] ?? {}) as Json, all, depth + 1);
  }
  const good = (): fc.Arbitrary<unknown> => {
    if ("const" in schema) return fc.constant(schema["const"]);
    if (Array.isArray(schema["enum"])) return fc.constantFrom(...(schema["enum"] as unknown[]));
    const variants = schema["anyOf"] ?? schema["oneOf"] ?? schema["allOf"];
    if (Array.isArray(variants))
      return fc.oneof(...variants.map((each) => valueOf(each as Json, all, depth + 1)));
    return byType(schema, all, depth);
  };
  return fc.oneof({ weight: 11, arbitrary: good() }, { weight: 1, arbitrary: anyJson });
}
