/** Every command in the guide for operators exists: scripts in package.json, wrangler's commands and flags in the pinned wrangler. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as wrangler from "wrangler";
import { root } from "../scripts/lib/paths.mjs";

interface Args {
  readonly [name: string]: { readonly alias?: string | readonly string[] };
}
interface Node {
  readonly subtree: ReadonlyMap<string, Node>;
  readonly definition?: { readonly type: string; readonly args?: Args };
}

const text = readFileSync(join(root, "docs/van-hanh.md"), "utf8");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};
// Not among the types of the package, but what its own documentation is made with.
const { registry, globalFlags } = (
  wrangler as unknown as { experimental_getWranglerCommands: () => { registry: Node; globalFlags: Args } }
).experimental_getWranglerCommands();

/** From "npx wrangler" to the end of its line or of its code span. */
const commands = [...text.matchAll(/npx wrangler ([^`\n]+)/g)].map(([, words = ""]) => words.trim());
const npmScripts = [...text.matchAll(/npm (?:run )?(backup|restore|[a-z:]+)/g)].map(([, name = ""]) => name);

function namesOf(args: Args): string[] {
  return Object.entries(args).flatMap(([name, { alias }]) => [
    name,
    ...(typeof alias === "string" ? [alias] : (alias ?? [])),
  ]);
}

/** Walks the words down wrangler's tree as far as they name commands. */
function commandOf(words: readonly string[]): Node {
  let node = registry;
  for (const word of words) {
    const next = node.subtree.get(word);
    if (next === undefined) break;
    node = next;
  }
  return node;
}

describe("docs/van-hanh.md", () => {
  test("has commands to look at", () => {
    expect(commands.length).toBeGreaterThan(20);
    expect(new Set(npmScripts)).toContain("backup");
  });

  test.each([...new Set(npmScripts)])("npm run %s", (name) => {
    expect(Object.keys(scripts)).toContain(name);
  });

  test.each([...new Set(commands)])("wrangler %s", (line) => {
    const words = line.split(/\s+/);
    const { definition } = commandOf(words);
    expect(definition?.type).toBe("command");
    const known = new Set([...namesOf(definition?.args ?? {}), ...namesOf(globalFlags)]);
    for (const word of words.filter((one) => one.startsWith("--")))
      expect(known, word).toContain(word.slice(2));
  });
});
