/** Every address of the manifest answers on the real server, with what Excel expects behind it. */
import { readFileSync } from "node:fs";
import { expect, inject, it } from "vitest";
import { unanswered, validateManifest } from "../checks/manifest.ts";

const manifest = readFileSync(new URL("../manifest.xml", import.meta.url), "utf8");
const { urls } = validateManifest(manifest, { icon: () => null, actions: new Set() });

it("answers 200 to every address", async () => {
  expect(urls.length).toBeGreaterThan(15);
  expect(await unanswered(urls, inject("origin"))).toEqual([]);
});

it("serves the same functions in both languages, and a script that associates each", async () => {
  const get = async (path: string) => (await fetch(new URL(path, inject("origin")))).text();
  const vi = JSON.parse(await get("/functions.json")).functions as { id: string; description: string }[];
  const en = JSON.parse(await get("/functions.en.json")).functions as { id: string; description: string }[];
  expect(vi.length).toBeGreaterThan(0);
  expect(en.map(({ id }) => id)).toEqual(vi.map(({ id }) => id));
  expect(en.map(({ description }) => description)).not.toEqual(vi.map(({ description }) => description));
  const script = await get("/functions.js");
  for (const { id } of vi)
    expect(script).toMatch(new RegExp(`CustomFunctions\\.associate\\(["'\`]${id}["'\`]`));
});

it("serves icons as PNG", async () => {
  for (const url of urls.filter((address) => address.endsWith(".png"))) {
    const answer = await fetch(new URL(new URL(url).pathname, inject("origin")));
    expect(answer.headers.get("content-type")).toBe("image/png");
    expect([...new Uint8Array(await answer.arrayBuffer()).slice(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
  }
});
