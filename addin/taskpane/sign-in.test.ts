import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Person, SignInOptions } from "../../shared/contract/session.ts";
import { nestedSignIn, scopesOf, type NestedClient } from "./sign-in-nested.ts";
import { pageSignIn } from "./sign-in-page.ts";
import { chooseSignIn } from "./sign-in.ts";

const person: Person = {
  id: "p1",
  name: "Người soạn",
  role: "drafter",
  roleLabel: "Người soạn",
  organisation: {
    id: "o1",
    name: "Trung tâm",
    kind: "province",
    provinceCode: "22",
    provinceName: "Quảng Ninh",
  },
};
const issuer = {
  name: "Microsoft",
  issuer: "https://login.microsoftonline.com/t/v2.0",
  href: "/api/v1/sign-in?issuer=0",
  clientId: "c1",
  scope: "openid profile api://kc/access",
  nested: true,
};
const remote = (changes: Partial<typeof issuer> = {}): SignInOptions => ({
  local: false,
  issuers: [{ ...issuer, ...changes }],
});

let asked: { path: string; authorization: string | null }[] = [];
beforeEach(() => {
  asked = [];
  const stored = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  });
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
    asked.push({ path, authorization: new Headers(init.headers).get("authorization") });
    return Promise.resolve(
      path.endsWith("/me") ? Response.json(person) : new Response(null, { status: 204 }),
    );
  });
});
afterEach(() => void vi.unstubAllGlobals());

const soon = () => new Date(Date.now() + 60_000);
function client(changes: Partial<NestedClient> = {}): NestedClient & { popups: number } {
  const it = {
    popups: 0,
    acquireTokenSilent: () => Promise.resolve({ accessToken: "t1", expiresOn: soon() }),
    acquireTokenPopup: () => {
      it.popups += 1;
      return Promise.resolve({ accessToken: "t2", expiresOn: soon() });
    },
    ...changes,
  };
  return it;
}
const nested = (it: NestedClient) => nestedSignIn(issuer, () => Promise.resolve(it));

describe("which way", () => {
  test("a demonstration machine, Office that vouches, and the page where it does not", async () => {
    expect((await chooseSignIn({ local: true, issuers: [] }, true)).kind).toBe("local");
    expect((await chooseSignIn(remote(), false)).kind).toBe("page");
    expect((await chooseSignIn(remote({ nested: false }), true)).kind).toBe("page");
    expect((await chooseSignIn({ local: false, issuers: [] }, true)).name).toBeNull();
  });

  test("the library of the issuer is in nobody's way: only the nested one imports it, and only when asked for", () => {
    const source = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");
    expect(source("./sign-in-nested.ts")).toContain("@azure/msal-browser");
    for (const name of [
      "./sign-in.ts",
      "./sign-in-local.ts",
      "./sign-in-page.ts",
      "./api.ts",
      "./parts/account.ts",
    ]) {
      expect(source(name), name).not.toMatch(/from "(@azure\/msal-browser|.*sign-in-nested\.ts)"/);
    }
  });
});

describe("nested in Office", () => {
  test("nobody is asked when Office knows; the token speaks for the person from then on", async () => {
    const it = client();
    const signIn = await nested(it);
    expect(await signIn.token()).toBeNull();
    await signIn.signIn();
    expect(it.popups).toBe(0);
    expect(asked).toEqual([{ path: "/api/v1/me", authorization: "Bearer t1" }]);
    expect(await signIn.token()).toBe("t1");
    await signIn.signOut();
    expect(await signIn.token()).toBeNull();
  });

  test("when Office wants the person, a window asks; when that is closed, nobody is signed in", async () => {
    const wants = () => Promise.reject(new Error("interaction_required"));
    const it = client({ acquireTokenSilent: wants });
    const signIn = await nested(it);
    await signIn.signIn();
    expect(it.popups).toBe(1);
    expect(await signIn.token()).toBeNull();
    const closed = await nested(client({ acquireTokenSilent: wants, acquireTokenPopup: wants }));
    await expect(closed.signIn()).rejects.toThrow("interaction_required");
    expect(await closed.token()).toBeNull();
  });

  test("a renewed token takes the place of the old one", async () => {
    let n = 0;
    const signIn = await nested(
      client({
        acquireTokenSilent: () => Promise.resolve({ accessToken: `t${(n += 1)}`, expiresOn: soon() }),
      }),
    );
    await signIn.signIn();
    expect([await signIn.token(), await signIn.token()]).toEqual(["t2", "t3"]);
    expect(JSON.parse(localStorage.getItem("kc.session") ?? "{}")).toMatchObject({
      token: "t3",
      person: { id: "p1" },
    });
  });

  test("asks for the service's own scopes only", () => {
    expect(scopesOf(issuer.scope)).toEqual(["api://kc/access"]);
  });
});

test("the page is opened with the way back, and has no token to give", async () => {
  const opened: string[] = [];
  const signIn = pageSignIn(issuer, (address) => void opened.push(address));
  await signIn.signIn();
  expect(opened).toEqual(["/api/v1/sign-in?issuer=0&next=%2F%3Fnext%3D%2Fworkbench%2F"]);
  expect(await signIn.token()).toBeNull();
  await signIn.signOut();
  expect(asked.map(({ path }) => path)).toEqual(["/api/v1/session/end"]);
});
