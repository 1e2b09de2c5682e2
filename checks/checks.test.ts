/** Each check is shown code that it must refuse and code that it must let pass. */
import { describe, expect, it } from "vitest";
import { arrows } from "./arrows.ts";
import { fileNames } from "./file-names.ts";
import { glossary } from "./glossary.ts";
import { builtinLawBook } from "../shared/law/book.ts";
import { law } from "./law.ts";
import { lockFile } from "./lock-file.ts";
import { purity } from "./purity.ts";
import { sentences } from "./sentences.ts";
import { MAX_FILE_LINES, MAX_FUNCTION_LINES, sizes } from "./sizes.ts";
import { staleness } from "./staleness.ts";
import { words } from "./words.ts";

const file = (path: string, text: string) => [{ path, text }];

describe("import arrows", () => {
  const judge = (path: string, text: string) => arrows(file(path, text)).problems;

  it.each([
    ["a layer to the right", "shared/kernel/a.ts", 'import { x } from "../law/b.ts";'],
    ["a type to the right", "shared/rules/a.ts", 'import type { X } from "../workbook/b.ts";'],
    ["an inline type", "shared/plan/a.ts", 'type X = import("../contract/b.ts").X;'],
    ["a re-export", "shared/plan/a.ts", 'export * from "../contract/b.ts";'],
    ["a dynamic import", "shared/plan/a.ts", 'await import("../rules/b.ts");'],
    ["a package in shared", "shared/plan/a.ts", 'import { Hono } from "hono";'],
    ["Node in shared", "shared/plan/a.ts", 'import fs from "node:fs";'],
    ["the codec outside its folder", "shared/plan/a.ts", 'import { read } from "hucre";'],
    ["worker in addin", "addin/excel/a.ts", 'import type { Env } from "../../worker/env.ts";'],
    ["addin in worker", "worker/routes/a.ts", 'import { x } from "../../addin/excel/b.ts";'],
    ["the Worker in its pages", "worker/console/a.ts", 'import type { Env } from "../env.ts";'],
    ["the pages in the Worker", "worker/routes/a.ts", 'import { x } from "../console/lib/b.ts";'],
    ["the pane in cli", "cli/a.ts", 'import { x } from "../addin/excel/b.ts";'],
    ["the Worker in cli", "cli/a.ts", 'import { x } from "../worker/papers/b.ts";'],
    ["scripts in shared", "shared/law/a.test.ts", 'import { x } from "../../scripts/b.ts";'],
    ["shipped law", "worker/routes/a.ts", 'import { builtinLawBook } from "../../shared/law/book.ts";'],
    ["shipped book", "worker/submissions/a.ts", 'import { b } from "../../shared/contract/built-book.ts";'],
    ["no layer", "shared/helpers/a.ts", 'import { x } from "../kernel/b.ts";'],
  ])("refuses %s", (_what, path, text) => {
    expect(judge(path, text)).toHaveLength(1);
  });

  it.each([
    ["shared/workbook/a.ts", 'import { x } from "../kernel/b.ts"; import { z } from "zod";'],
    ["shared/workbook/xlsx/a.ts", 'import { read } from "hucre/xlsx";'],
    ["shared/kernel/a.test.ts", 'import fc from "fast-check"; import fs from "node:fs";'],
    ["cli/a.ts", 'import { x } from "../addin/functions/b.ts"; import fs from "node:fs";'],
    ["worker/routes/a.ts", 'import { x } from "../../shared/contract/b.ts"; import { Hono } from "hono";'],
    ["worker/law.ts", 'import { buildBook } from "../shared/contract/built-book.ts";'],
    ["worker/a.test.ts", 'import { builtinLawBook } from "../shared/law/book.ts";'],
  ])("lets %s pass and counts", (path, text) => {
    expect(arrows(file(path, text))).toMatchObject({ problems: [] });
    expect(arrows(file(path, text)).examined).toBeGreaterThan(0);
  });
});

describe("purity", () => {
  const judge = (text: string, path = "shared/kernel/a.ts") => purity(file(path, text)).problems;

  it.each([
    "const d = new Date();",
    "const d = new Date(0);",
    "const t = Date.now();",
    "const r = Math.random();",
    "console.log(1);",
    "const a = await fetch(u);",
    "const e = process.env;",
    "const g = globalThis;",
    "setTimeout(f, 1);",
    "const f = { go: fetch };",
  ])("refuses %s", (text) => {
    expect(judge(text)).toHaveLength(1);
  });

  it.each([
    "const d = Date.UTC(2018, 0, 1);",
    "const norm = { process: [1] }; norm.process.length;",
    "function fetch() {} fetch();",
    "interface A { readonly console: string }",
    "// console.log(new Date())",
  ])("lets %s pass", (text) => {
    expect(judge(text)).toEqual([]);
  });

  it("looks only at shared/ and not at its tests", () => {
    expect(purity(file("cli/a.ts", "console.log(1);")).examined).toBe(0);
    expect(judge("console.log(1);", "shared/kernel/a.test.ts")).toEqual([]);
  });
});

describe("file names", () => {
  it.each(["shared/lawBook.ts", "docs/hướng-dẫn.md", "addin/Task Pane/a.ts", "cli/a_b.ts"])(
    "refuses %s",
    (path) => {
      expect(fileNames([path]).problems).toHaveLength(1);
    },
  );

  it("lets the usual ones pass", () => {
    const usual = [
      "README.md",
      ".ci/run",
      "worker/migrations/0001_submissions.sql",
      "shared/rules/kc-da-001.cases.ts",
    ];
    expect(fileNames(usual)).toMatchObject({ problems: [], examined: usual.length });
  });
});

describe("sizes", () => {
  it("refuses a long file and a long function", () => {
    const long = "const a = 1;\n".repeat(MAX_FILE_LINES + 1);
    expect(sizes(file("cli/a.ts", long)).problems).toEqual([expect.stringContaining("401 lines")]);
    const body = "  go();\n".repeat(MAX_FUNCTION_LINES - 1);
    const text = `export function f() {\n${body}}\n`;
    expect(sizes(file("cli/a.ts", text)).problems).toEqual([
      expect.stringContaining("a.ts:1: function of 71"),
    ]);
    expect(sizes(file("cli/a.ts", text.replace("  go();\n", ""))).problems).toEqual([]);
  });

  it("counts functions of every form and leaves data alone", () => {
    const text = "const a = () => 1; function b() {} class C { d() {} }";
    expect(sizes(file("cli/a.ts", text)).examined).toBe(3);
    expect(sizes(file("shared/norms/books/a.ts", "1;\n".repeat(2000))).problems).toEqual([]);
  });
});

describe("sentences in views", () => {
  const judge = (text: string, path = "addin/taskpane/views/a.ts") => sentences(file(path, text)).problems;

  it("refuses Vietnamese in a string or a template, composed or not", () => {
    expect(judge('const a = "Gửi kế hoạch";')).toHaveLength(1);
    expect(judge(`const a = "${"Gửi".normalize("NFD")}";`)).toHaveLength(1);
    expect(judge("const a = html`<p>${x} đề án</p>`;")).toHaveLength(1);
    expect(judge('const a = "Từ chối";', "worker/console/queue/a.ts")).toHaveLength(1);
  });

  it("lets texts, comments and the sign of the currency pass", () => {
    expect(judge('const a = "Gửi";', "addin/taskpane/texts/vi.ts")).toEqual([]);
    expect(judge("// đề án\nconst a = `${x} đ`;")).toEqual([]);
  });
});

describe("generated files", () => {
  it("refuses one that differs and one that is missing", () => {
    const expected = [{ path: "a.json", text: "1" }];
    expect(staleness(expected, () => "1").problems).toEqual([]);
    expect(staleness(expected, () => "2").problems).toHaveLength(1);
    expect(staleness(expected, () => null).problems).toHaveLength(1);
  });
});

describe("words", () => {
  const judge = (text: string) => words(file("a.ts", text)).problems;

  it("refuses unfinished work, machine paths and registry hosts", () => {
    expect(judge(`// ${"TO"}${"DO"} later`)).toHaveLength(1);
    expect(judge(`// ${"FIX"}${"ME"}`)).toHaveLength(1);
    expect(judge(`read("${"/wo"}rk/data.csv")`)).toHaveLength(1);
    expect(judge(`open ${"/ho"}me/an/a.csv`)).toHaveLength(1);
    expect(judge(`https://${"regis"}try.example.org/x`)).toHaveLength(1);
  });

  it("lets addresses of the product pass", () => {
    expect(judge('fetch("/workbench/"); "/api/v1/work/1"; homework')).toEqual([]);
  });
});

describe("identifiers", () => {
  const judge = (text: string) =>
    glossary(file("shared/a.ts", text), ["deAn", "kinhPhi", "khuyenCong"]).problems;

  it.each([
    "const luong = 1;",
    "interface A { hopDong: string }",
    "function duyet() {}",
    "type NghiemThu = 1;",
  ])("refuses %s", (text) => {
    expect(judge(text)).toHaveLength(1);
  });

  it.each([
    "const kinhPhiDong = 1;",
    "const listDeAn = 1;",
    "const total = 1;",
    "const thing = (item: 1) => item;",
  ])("lets %s pass", (text) => {
    expect(judge(text)).toEqual([]);
  });
});

describe("lock file", () => {
  const at = { resolved: "https://registry.npmjs.org/a.tgz" };
  const lock = (packages: Readonly<Record<string, object>>) => {
    const placed = Object.entries(packages).map(([path, entry]) => [path, { ...at, ...entry }]);
    return lockFile(JSON.stringify({ packages: Object.fromEntries(placed) }));
  };
  const names = { optionalDependencies: { "@a/linux": "1.0.0" } };

  it("refuses an optional package that is not in the file", () => {
    expect(lock({ "node_modules/a": names }).problems).toHaveLength(1);
    expect(
      lock({ "node_modules/a": names, "node_modules/b/node_modules/@a/linux": {} }).problems,
    ).toHaveLength(1);
  });

  it("refuses a package without a public address", () => {
    expect(lock({ "": {}, "node_modules/a": {} }).problems).toEqual([]);
    expect(lock({ "node_modules/a": { resolved: undefined } }).problems).toHaveLength(1);
    expect(lock({ "node_modules/a": { resolved: "https://npm.example.vn/a.tgz" } }).problems).toHaveLength(1);
  });

  it("finds it at the top, beside the package and above it", () => {
    expect(lock({ "node_modules/a": names, "node_modules/@a/linux": {} })).toMatchObject({
      problems: [],
      examined: 1,
    });
    expect(lock({ "node_modules/a": names, "node_modules/a/node_modules/@a/linux": {} }).problems).toEqual(
      [],
    );
    const deep = { "node_modules/b/node_modules/a": names, "node_modules/b/node_modules/@a/linux": {} };
    expect(lock(deep).problems).toEqual([]);
  });
});

describe("law", () => {
  const book = builtinLawBook();

  it("counts the values by how each was checked", () => {
    const result = law(book);
    expect(result.problems).toEqual([]);
    expect(result.examined).toBeGreaterThan(100);
    expect(result.unit).toMatch(/\d+ text, \d+ secondary, \d+ memory; \d+ unknown/);
  });

  it("refuses figures whose document is not registered", () => {
    const documents = book.documents.filter(({ id }) => id !== "ttlt-26-2014");
    expect(law({ ...book, documents }).problems).toContainEqual(expect.stringContaining("citation-unknown"));
  });
});
