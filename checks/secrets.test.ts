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

  it("are made by the generator for secrets alone: no other chance is used on the server", () => {
    const server = projectPaths().filter(
      (path) => /^worker\/.*\.ts$/.test(path) && !/^worker\/console\/|\.test\.ts$/.test(path),
    );
    expect(server.length).toBeGreaterThan(80);
    const sources = server.map(readSource);
    expect(sources.filter(({ text }) => /Math\.random/.test(text)).map(({ path }) => path)).toEqual([]);
    const makers = sources.filter(({ text }) => /crypto\.(?:getRandomValues|randomUUID)/.test(text));
    expect(makers.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["worker/auth/session.ts", "worker/submissions/ids.ts"]),
    );
  });

  it("of a local machine are kept out of the repository", () => {
    expect(readSource(".gitignore").text.split("\n")).toContain(".dev.vars");
  });
});
