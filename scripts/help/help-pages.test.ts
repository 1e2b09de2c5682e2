import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { FUNCTIONS } from "../../addin/functions/index.ts";
import { builtinLawBook } from "../../shared/law/book.ts";
import { RULES } from "../../shared/rules/index.ts";
import { generatedFiles } from "../generated.ts";
import { runExample } from "./examples.ts";
import { helpPages } from "./help-pages.ts";

let pages: Map<string, string>;
let declared: { id: string; helpUrl: string }[];

beforeAll(async () => {
  const [vi, en] = (await generatedFiles()).map(({ text }) => text);
  declared = (JSON.parse(vi ?? "") as { functions: typeof declared }).functions;
  pages = new Map(
    (await helpPages({ vi: vi ?? "", en: en ?? "" })).map(({ fileName, source }) => [fileName, source]),
  );
});

function pageOf(id: string): string {
  const helpUrl = declared.find((one) => one.id === id)?.helpUrl ?? "";
  return pages.get(`${new URL(helpUrl).pathname.slice(1)}.html`) ?? "";
}

describe("help pages", () => {
  it("has a page at every function's help address, and lists it", () => {
    expect(declared.map(({ id }) => id).sort()).toEqual(Object.keys(FUNCTIONS).sort());
    for (const { id } of declared) {
      expect(pageOf(id), id).toContain(`<h1>KC.${id}</h1>`);
      expect(pages.get("huong-dan/ham/index.html")).toContain(`href="/huong-dan/ham/${id.toLowerCase()}"`);
    }
  });

  it.each(Object.keys(FUNCTIONS))("shows what each example of %s answered", async (id) => {
    const examples = FUNCTIONS[id]?.examples ?? [];
    const page = pageOf(id);
    expect(page.split('<div class="example">')).toHaveLength(examples.length + 1);
    expect(page).toContain('lang="en"');
    for (const example of examples) {
      const { formula, result } = await runExample(id, example);
      expect(page).toContain(formula.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`));
      if (result.kind === "error") expect(result.message).toMatch(/[À-ỹ]/);
      else expect(example.error).toBeUndefined();
    }
  });

  it("does not build when a function answers something else than its example says", async () => {
    await expect(runExample("THANHTIEN", { args: [2, 3], value: 7 })).rejects.toThrow(
      /KC\.THANHTIEN.*gave.*6/,
    );
    await expect(runExample("THANHTIEN", { args: [2, 0.5], value: 1 })).rejects.toThrow(/#VALUE!/);
  });

  it("says where an amount rests on made-up prices, and only there", () => {
    expect(pageOf("GIA")).toContain("giá minh hoạ");
    expect(pageOf("THAMSO")).not.toContain("giá minh hoạ");
  });

  it("shows every dated value of the law with its mark", () => {
    const page = pages.get("huong-dan/tham-so.html") ?? "";
    const { parameters, localLevels = [] } = builtinLawBook();
    for (const { id } of parameters) expect(page).toContain(`<h2 id="${id}">`);
    const values = [...parameters.flatMap((parameter) => parameter.values), ...localLevels];
    for (const verified of ["text", "secondary", "memory"]) {
      const marks = page.split(`class="mark ${verified}"`).length - 1;
      expect(marks).toBe(values.filter((value) => value.verified === verified).length + 1);
    }
  });

  it("shows every rule at its anchor, in both languages, with a ground and its relatives", () => {
    for (const language of ["vi", "en"] as const) {
      const page =
        pages.get(language === "vi" ? "huong-dan/quy-tac.html" : "huong-dan/en/quy-tac.html") ?? "";
      expect(page).toContain(`<html lang="${language}">`);
      expect(page.split('<article class="rule"')).toHaveLength(RULES.length + 1);
      expect(page.split("<details><summary>")).toHaveLength(RULES.length + 1);
      for (const { id, title } of RULES) {
        expect(page, id).toContain(`id="${id.toLowerCase()}"`);
        expect(page, id).toContain(title[language].replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`));
      }
      for (const [, anchor = ""] of page.matchAll(/href="#(kc-[^"]+)"/g))
        expect(page).toContain(`id="${anchor}"`);
    }
    expect(pages.get("huong-dan/tim-quy-tac.js")).toContain("hashchange");
  });

  it("links to pages that exist, and needs neither script nor inline style", () => {
    const known = new Set([
      "/",
      "/huong-dan/",
      "/huong-dan/ham/",
      ...[...pages.keys()].map((name) => `/${name.replace(/\.html$/, "")}`),
    ]);
    for (const [name, source] of pages) {
      if (!name.endsWith(".html")) continue;
      expect(source).not.toMatch(/<script(?! src="\/)|<style|\sstyle=/);
      for (const [, href = ""] of source.matchAll(/<a [^>]*href="(\/[^"#]*)"/g))
        expect(known, `${name} → ${href}`).toContain(href);
    }
  });

  it("is served at those addresses", () => {
    const assets = readFileSync(new URL("../../worker/routes/assets.ts", import.meta.url), "utf8");
    const pattern = /const HELP_PAGE = \/(.+)\/;/.exec(assets)?.[1] ?? "";
    for (const { helpUrl } of declared) expect(new URL(helpUrl).pathname).toMatch(new RegExp(pattern));
  });
});
