import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { guidePage, guidePages, guidePictures } from "./guide-pages.ts";

const FOLDER = fileURLToPath(new URL("../../docs/huong-dan", import.meta.url));
const pages = guidePages(FOLDER);
const all = pages.map(({ source }) => source).join("\n");

/** Pages that other files of scripts/help make. */
const OTHERS = new Set(["/huong-dan/ham/", "/huong-dan/tham-so", "/huong-dan/quy-tac"]);

describe("the user guide", () => {
  it("opens with an index and a first lesson", () => {
    const names = pages.map(({ fileName }) => fileName);
    expect(names).toContain("huong-dan/index.html");
    expect(names).toContain("huong-dan/bai-dau-tien.html");
    expect(names.length).toBeGreaterThan(10);
  });

  it("links only to pages that exist", () => {
    const links = [...all.matchAll(/href="(\/huong-dan\/[^"#]*)"/g)].map(([, href = ""]) => href);
    const known = new Set([...pages, ...guidePictures(FOLDER)].map(({ fileName }) => `/${fileName}`));
    const missing = links.filter(
      (href) => !OTHERS.has(href) && !known.has(`${href}.html`) && !known.has(href) && href !== "/huong-dan/",
    );
    expect(links.length).toBeGreaterThan(20);
    expect([...new Set(missing)].filter((href) => !href.endsWith(".css"))).toEqual([]);
  });

  it("is reached from its index, every page of it", () => {
    const index = pages.find(({ fileName }) => fileName === "huong-dan/index.html")?.source ?? "";
    const others = pages.map(({ fileName }) => fileName).filter((name) => name !== "huong-dan/index.html");
    expect(others.filter((name) => !index.includes(`href="/${name.replace(".html", "")}"`))).toEqual([]);
  });

  it("shows every picture that is kept, and keeps every picture that is shown", () => {
    const shown = [...all.matchAll(/src="\/huong-dan\/hinh\/([^"]+)"/g)].map(([, name = ""]) => name);
    expect(shown.length).toBeGreaterThan(5);
    for (const name of shown) expect(existsSync(join(FOLDER, "hinh", name)), name).toBe(true);
    expect(readdirSync(join(FOLDER, "hinh")).filter((name) => !shown.includes(name))).toEqual([]);
  });

  it("names each function it mentions as the add-in does", () => {
    const metadata = JSON.parse(
      readFileSync(join(FOLDER, "../../addin/functions/generated/functions.json"), "utf8"),
    ) as { functions: { name: string }[] };
    const names = new Set(metadata.functions.map(({ name }) => name));
    const mentioned = [...all.matchAll(/\bKC\.([A-Z]+)\(/g)].map(([, name = ""]) => name);
    expect(mentioned.length).toBeGreaterThan(5);
    expect(mentioned.filter((name) => !names.has(name))).toEqual([]);
  });

  it("never lets text become markup, and refuses pictures from elsewhere", () => {
    expect(guidePage("a", "# A\n\n<script>x</script>\n").source).not.toContain("<script>");
    expect(() => guidePage("a", "# A\n\n![x](https://example.vn/x.png)\n")).toThrow("not a picture");
    expect(() => guidePage("a", "No title\n")).toThrow("no title");
  });
});
