/** Work the queue gives up: it comes through the real local queue, becomes a row the steward sees, and is sent again. */
import { createExecutionContext, createMessageBatch, getQueueResult } from "cloudflare:test";
import { beforeAll, expect, test, vi } from "vitest";
import type { FailedJobs } from "../shared/contract/failed-job.ts";
import worker from "./index.ts";
import type { Job } from "./jobs.ts";
import { call, callJson, problemOf, seedAll, testEnv, tokenOf } from "./test-kit.ts";

const PATH = "/api/v1/failed-jobs";
const FAILED = "khuyencong-jobs-failed";

async function asked(): Promise<FailedJobs> {
  return callJson(PATH, { token: await tokenOf("quan-tri") });
}

async function again(id: string): Promise<Response> {
  return call(`${PATH}/again`, { token: await tokenOf("quan-tri"), body: { id } });
}

async function deliver(id: string, body: unknown, env: Partial<typeof testEnv> = {}) {
  const message = { id, timestamp: new Date(), attempts: 1, body: body as Job };
  const batch = createMessageBatch<Job>(FAILED, [message]);
  const ctx = createExecutionContext();
  await worker.queue(batch, { ...testEnv, ...env });
  return getQueueResult(batch, ctx);
}

beforeAll(seedAll);

test("a job that fails every time comes through the real queue as one row and one line that names no content", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
  expect(await asked()).toEqual({ waiting: 0, items: [] });
  await testEnv.JOBS.send({ kind: "la", note: "Nguyễn Văn A" } as unknown as Job);
  await expect.poll(async () => (await asked()).waiting, { timeout: 50_000, interval: 500 }).toBe(1);
  const lines = logged.mock.calls.flat().map(String);
  logged.mockRestore();
  expect(lines.filter((line) => line.includes("no such job")).length).toBe(6);
  const given = lines.filter((line) => line.includes('"failedJob"'));
  expect(given).toHaveLength(1);
  expect(given.join()).not.toContain("Nguyễn");
  const [row] = (await asked()).items;
  expect(JSON.parse(given[0] ?? "")).toMatchObject({
    level: "error",
    failedJob: "unknown",
    message: row?.id,
  });
  expect(row).toMatchObject({ kind: "unknown", about: null, sentAgain: null });
  // No version of ours knows it: sending it again would only fail again.
  expect((await problemOf(await again(row?.id ?? ""))).code).toBe("state-conflict");
});

test("a message delivered twice is one row; the steward sends it again once, and the queue gets it as it was", async () => {
  const job = { kind: "check-upload", uploadId: "tl_00000000000000000000000001" } as const;
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const before = (await asked()).waiting;
  for (let turn = 0; turn < 2; turn += 1) expect((await deliver("m1", job)).explicitAcks).toEqual(["m1"]);
  const { waiting, items } = await asked();
  expect(waiting).toBe(before + 1);
  expect(items[0]).toMatchObject({ id: "m1", kind: "check-upload", about: job.uploadId, sentAgain: null });
  const sent: unknown[] = [];
  const JOBS = { send: (body: unknown) => Promise.resolve(void sent.push(body)) } as unknown as Queue<Job>;
  const token = await tokenOf("quan-tri");
  const body = { id: "m1" };
  const after = await callJson<FailedJobs>(`${PATH}/again`, { token, body, env: { JOBS } });
  expect(sent).toEqual([job]);
  expect(after.waiting).toBe(before);
  expect(after.items.find(({ id }) => id === "m1")?.sentAgain?.name).toMatch(/\S/);
  expect((await problemOf(await again("m1"))).code).toBe("state-conflict");
  expect((await problemOf(await again("m2"))).status).toBe(404);
});

test("while the database is away the message stays in the queue", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const DB = {
    prepare: () => {
      throw new Error("D1 away");
    },
  } as unknown as D1Database;
  const result = await deliver("m3", { kind: "recheck", runId: "kl_1", after: "" }, { DB });
  logged.mockRestore();
  expect(result.explicitAcks).toEqual([]);
  expect(result.retryMessages.map(({ msgId }) => msgId)).toEqual(["m3"]);
});

test.each(["soan-22", "duyet-22", "tham-dinh-1"])("%s neither sees nor sends them", async (person) => {
  const token = await tokenOf(person);
  expect((await call(PATH, { token })).status).toBe(403);
  expect((await call(`${PATH}/again`, { token, body: { id: "m1" } })).status).toBe(403);
});
