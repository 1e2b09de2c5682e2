import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ensureDevVars } from "./dev-vars.mjs";

const folder = mkdtempSync(join(tmpdir(), "kc-vars-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe(".dev.vars", () => {
  it("is made once with two different private keys and then left alone", () => {
    const path = join(folder, "new");
    expect(ensureDevVars(path)).toBe(true);
    const text = readFileSync(path, "utf8");
    const keys = [...text.matchAll(/_JWK='(.*)'/g)].map((match) => JSON.parse(match[1] ?? ""));
    expect(keys).toHaveLength(2);
    expect(keys[0]).toMatchObject({ kty: "OKP", crv: "Ed25519" });
    expect(keys[0].d).not.toBe(keys[1].d);
    expect(ensureDevVars(path)).toBe(false);
    expect(readFileSync(path, "utf8")).toBe(text);
  });

  it("adds only what is missing", () => {
    const path = join(folder, "old");
    writeFileSync(path, "SIGNING_JWK='kept'\nOTHER=1");
    expect(ensureDevVars(path)).toBe(true);
    const text = readFileSync(path, "utf8");
    expect(text).toMatch(/^SIGNING_JWK='kept'\nOTHER=1\nENVIRONMENT='local'\nAUTH_JWK='\{/);
    expect(text.match(/SIGNING_JWK/g)).toHaveLength(1);
  });
});
