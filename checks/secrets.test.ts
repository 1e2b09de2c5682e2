import { describe, expect, it } from "vitest";
import { projectPaths, readSource } from "./lib/sources.ts";
import { isReadable } from "./words.ts";

const SECRETS: readonly [string, RegExp][] = [
  ["a private key in PEM", /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/],
  ["the private half of a JWK", /"d"\s*:\s*"[\w-]{40,}"/],
];
const BINDINGS = ["SIGNING_JWK", "AUTH_JWK", "OIDC_CLIENT_SECRETS"];

describe("secrets", () => {
  it("stand in no file of the project", () => {
    const files = projectPaths().filter(isReadable).map(readSource);
    expect(files.length).toBeGreaterThan(500);
    const found = files.flatMap(({ path, text }) =>
      SECRETS.filter(([, pattern]) => pattern.test(text)).map(([what]) => `${path}: ${what}`),
    );
    expect(found).toEqual([]);
  });

  it("come from bindings: the settings of the Worker give none a value", () => {
    const { text } = readSource("wrangler.toml");
    for (const name of BINDINGS) expect(text).not.toMatch(new RegExp(`^\\s*${name}\\s*=`, "m"));
  });

  it("of a local machine are kept out of the repository", () => {
    expect(readSource(".gitignore").text.split("\n")).toContain(".dev.vars");
  });
});
