/** One's own sessions: seen and ended by their owner only, at once, on the server. */
import { beforeAll, expect, test } from "vitest";
import type { OwnSessions } from "../../shared/contract/own-session.ts";
import { call, callJson, problemOf, seedAll, testEnv, tokenOf } from "../test-kit.ts";
import { deviceOf } from "./device.ts";

const ours = { "sec-fetch-site": "same-origin" };
const CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36";

async function browser(personId: string, agent = CHROME, cookieBefore = ""): Promise<string> {
  const headers = { "user-agent": agent, ...(cookieBefore === "" ? {} : { cookie: cookieBefore }) };
  const answer = await call("/api/v1/local/sign-in", { body: { personId }, headers });
  return (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}

const as = (cookie: string) => ({ headers: { cookie, ...ours } });
const list = async (cookie: string) => (await callJson<OwnSessions>("/api/v1/sessions", as(cookie))).items;
const alive = async (cookie: string) => (await call("/api/v1/me", as(cookie))).status === 200;
const end = (cookie: string, id: string) => call("/api/v1/sessions/end", { ...as(cookie), body: { id } });

beforeAll(seedAll);

test("a person sees their own, which one this is and on what machine, and nobody else's", async () => {
  const office = await browser("soan-22");
  const home = await browser("soan-22", "Mozilla/5.0 (Macintosh; Intel Mac OS X 15_0) Gecko Firefox/140.0");
  await browser("duyet-22");
  const seen = await list(office);
  expect(seen.map(({ device, current }) => [device, current])).toEqual([
    ["Chrome · Windows", true],
    ["Firefox · macOS", false],
  ]);
  expect(JSON.stringify(seen)).not.toContain("Mozilla");
  // The id is no whole hash and no secret.
  for (const { id } of seen) expect(home + office).not.toContain(id);
  expect(
    await testEnv.DB.prepare("SELECT count(*) AS n FROM sessions WHERE device LIKE '%/%'").first("n"),
  ).toBe(0);
});

test("they end one, or all others, at once; ending what is none of theirs is as ending nothing", async () => {
  const [here, there, far] = [await browser("soan-66"), await browser("soan-66"), await browser("soan-66")];
  const stranger = await browser("duyet-66");
  const [own] = await list(stranger);
  expect((await problemOf(await end(here, own?.id ?? ""))).status).toBe(404);
  expect((await problemOf(await end(here, "0".repeat(24)))).status).toBe(404);
  expect(await alive(stranger)).toBe(true);
  const other = (await list(there)).find(({ current }) => current);
  expect((await end(here, other?.id ?? "")).status).toBe(200);
  expect([await alive(here), await alive(there), await alive(far)]).toEqual([true, false, true]);
  const left = await callJson<OwnSessions>("/api/v1/sessions/end-others", { ...as(here), method: "POST" });
  expect(left.items).toMatchObject([{ current: true }]);
  expect([await alive(here), await alive(far), await alive(stranger)]).toEqual([true, false, true]);
  // Whoever comes with a token has no session to keep.
  const token = await tokenOf("soan-66");
  const none = await callJson<OwnSessions>("/api/v1/sessions/end-others", { method: "POST", token });
  expect(none.items).toEqual([]);
  expect(await alive(here)).toBe(false);
});

test("what is over or left alone for an hour is not listed, a minute before it is", async () => {
  const cookie = await browser("tham-dinh-1");
  await browser("tham-dinh-1");
  const set = (column: "seen_at" | "expires_at", minutes: number) =>
    testEnv.DB.prepare(
      `UPDATE sessions SET ${column} = ? WHERE person_id = 'tham-dinh-1' AND secret_hash NOT LIKE ?`,
    )
      .bind(new Date(Date.now() + minutes * 60_000).toISOString(), `${current}%`)
      .run();
  const current = (await list(cookie)).find((each) => each.current)?.id ?? "";
  const count = async () => (await list(cookie)).length;
  for (const [column, minutes, shown] of [
    ["seen_at", -59, 2],
    ["seen_at", -61, 1],
    ["seen_at", -1, 2],
    ["expires_at", 1, 2],
    ["expires_at", -1, 1],
  ] as const) {
    await set(column, minutes);
    expect(await count(), `${column} ${minutes}`).toBe(shown);
  }
});

test("signing in again in the same browser leaves no session behind; another site ends nothing", async () => {
  const first = await browser("quan-tri");
  const second = await browser("quan-tri-2", CHROME, first);
  expect([await alive(first), await alive(second)]).toEqual([false, true]);
  const headers = { cookie: second, origin: "https://evil.example" };
  expect((await call("/api/v1/sessions/end-others", { method: "POST", headers })).status).toBe(403);
});

test.each([
  [null, ""],
  ["", ""],
  ["<script>alert(1)</script>", ""],
  [CHROME, "Chrome · Windows"],
  [`${CHROME} Edg/140.0`, "Edge · Windows"],
  ["Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36", "Chrome · Android"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1", "Safari · iOS"],
  [`${"x".repeat(501)} Chrome/1 Windows`, ""],
])("%s is called “%s”", (agent, name) => {
  expect(deviceOf(agent)).toBe(name);
});
