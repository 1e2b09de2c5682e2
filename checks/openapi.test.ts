import { expect, test } from "vitest";
import { openApiLint } from "./openapi.ts";

const good = () => ({
  openapi: "3.1.0",
  info: { title: "t", version: "1", description: "d", license: { name: "x" } },
  tags: [{ name: "A" }],
  paths: {
    "/a/{id}": {
      get: {
        summary: "s",
        operationId: "get-a",
        tags: ["A"],
        security: [{ bearer: [] }],
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string", pattern: "^a$" } }],
        responses: {
          200: {
            description: "ok",
            content: { "application/json": { schema: { $ref: "#/components/schemas/A" } } },
          },
          404: { description: "no", content: { "application/problem+json": { schema: { type: "object" } } } },
        },
      } as Record<string, unknown>,
    },
  },
  components: {
    securitySchemes: { bearer: { type: "http", scheme: "bearer" } },
    schemas: {
      A: { type: "object", properties: { b: { type: "string" } }, required: ["b"] } as Record<
        string,
        unknown
      >,
    },
  },
});
type Document = ReturnType<typeof good>;

test("a good document has no problem, and its parts are counted", () => {
  expect(openApiLint(good())).toMatchObject({ examined: 2, problems: [] });
});

const bad: [string, RegExp, (document: Document) => unknown][] = [
  ["another version", /3\.1/, (d) => (d.openapi = "3.0.3")],
  ["no operationId", /operationId/, (d) => delete d.paths["/a/{id}"].get["operationId"]],
  ["a tag that is not listed", /tag A/, (d) => (d.tags = [])],
  ["a path parameter that is not declared", /path id/, (d) => (d.paths["/a/{id}"].get["parameters"] = [])],
  ["unknown security", /security/, (d) => (d.paths["/a/{id}"].get["security"] = [{ cookie: [] }])],
  ["only refusals", /success/, (d) => (d.paths["/a/{id}"].get["responses"] = {})],
  [
    "a refusal that is no problem",
    /problem\+json/,
    (d) => (d.paths["/a/{id}"].get["responses"] = { 200: { description: "x" }, 400: { description: "x" } }),
  ],
  ["a reference that leads nowhere", /leads nowhere/, (d) => (d.components.schemas = {} as never)],
  [
    "a schema nobody uses",
    /used nowhere/,
    (d) => Object.assign(d.components.schemas, { B: { type: "string" } }),
  ],
  [
    "a required property that is not there",
    /requires c/,
    (d) => (d.components.schemas.A["required"] = ["c"]),
  ],
  [
    "a pattern that is none",
    /pattern/,
    (d) => (d.components.schemas.A["properties"] = { b: { type: "string", pattern: "(" } }),
  ],
  [
    "an array of nothing",
    /without items/,
    (d) => (d.components.schemas.A["properties"] = { b: { type: "array" } }),
  ],
];
test.each(bad)("%s is noticed", (_name, words, spoil) => {
  const document = good();
  spoil(document);
  expect(openApiLint(document).problems.join("\n")).toMatch(words);
});
