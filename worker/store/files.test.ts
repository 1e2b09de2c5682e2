/** Files as they come: streamed to a place of their own, under their hash only when all of it came and can be read. */
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { UPLOAD_LIMIT_BYTES, type Upload } from "../../shared/contract/upload.ts";
import { writeXlsx } from "../../shared/workbook/xlsx/index.ts";
import { call, goodWorkbook, problemOf, seedAll, testEnv, tokenOf, uploadFile } from "../test-kit.ts";
import { LEFT_BEHIND_HOURS, sha256OfBytes, streamFile, sweepComing } from "./files.ts";

beforeAll(seedAll);

const KILOBYTE = 1024;

async function keysIn(prefix = ""): Promise<string[]> {
  return (await testEnv.FILES.list({ prefix })).objects.map(({ key }) => key);
}

async function uploadRows(): Promise<number> {
  return (await testEnv.DB.prepare("SELECT count(*) AS n FROM uploads").first<number>("n")) ?? -1;
}

let before: unknown[];
const everything = async () => [await keysIn(), await uploadRows()];
beforeEach(async () => {
  before = await everything();
});

const newFile = () => writeXlsx(goodWorkbook("Quảng Ninh", `Tệp ${crypto.randomUUID()}`));

/** The bytes in pieces, and then an end: as it should be, or torn. */
function inPieces(bytes: Uint8Array, piece = 4 * KILOBYTE, end: "closed" | "torn" = "closed") {
  let at = 0;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at < bytes.length) controller.enqueue(bytes.slice(at, (at += piece)));
      else if (end === "closed") controller.close();
      else controller.error(new Error("Network connection lost."));
    },
  });
}

const sized = (size: number) => ({ "content-length": String(size) });

describe("a file that comes with its length", () => {
  test("is streamed, kept byte for byte under its hash, and leaves nothing behind", async () => {
    const put = vi.spyOn(testEnv.FILES, "put");
    const bytes = await newFile();
    const answer = await uploadFile("soan-22", inPieces(bytes), "a.xlsx", sized(bytes.length));
    expect(answer.status).toBe(201);
    const upload = (await answer.json()) as Upload;
    expect(upload).toMatchObject({ fileHash: await sha256OfBytes(bytes), sizeBytes: bytes.length });
    expect(put.mock.calls.map(([key, content]) => [key, content instanceof ReadableStream])).toEqual([
      [`dang-nhan/${upload.id}`, true],
      [`tep/${upload.fileHash}`, false],
    ]);
    put.mockRestore();
    expect(await keysIn("dang-nhan/")).toEqual([]);
    const file = await call(upload.links.file, { token: await tokenOf("soan-22") });
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
  });

  test("twice, and from another province: one file, a row each, and neither sees the other's", async () => {
    const bytes = await newFile();
    const sent = async (personId: string) =>
      (await (await uploadFile(personId, inPieces(bytes), "a.xlsx", sized(bytes.length))).json()) as Upload;
    const [own, again, other] = [await sent("soan-22"), await sent("soan-22"), await sent("soan-66")];
    expect(new Set([own.fileHash, again.fileHash, other.fileHash]).size).toBe(1);
    expect(new Set([own.id, again.id, other.id]).size).toBe(3);
    expect(await uploadRows()).toBe((before[1] as number) + 3);
    expect((await keysIn()).length).toBe((before[0] as string[]).length + 1);
    expect((await call(other.links.file, { token: await tokenOf("soan-22") })).status).toBe(404);
    expect((await call(own.links.file, { token: await tokenOf("soan-66") })).status).toBe(404);
  });

  test("all of it three times at once: one file", async () => {
    const bytes = await newFile();
    const answers = await Promise.all(
      [1, 2, 3].map(() => uploadFile("soan-22", inPieces(bytes), "a.xlsx", sized(bytes.length))),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect((await keysIn()).length).toBe((before[0] as string[]).length + 1);
  });
});

describe("a file that does not come as promised is refused, and nothing is kept", () => {
  test.each([
    ["fewer bytes than promised", 10, "closed", "file"],
    ["more bytes than promised", -10, "closed", "file"],
    ["a connection cut in the middle", 10, "torn", "file"],
    ["a connection cut after the last byte but one", 1, "torn", "file"],
  ] as const)("%s", async (_name, difference, end, code) => {
    const bytes = await newFile();
    const body = inPieces(bytes, 4 * KILOBYTE, end);
    const answer = await uploadFile("soan-22", body, "a.xlsx", sized(bytes.length + difference));
    const problem = await problemOf(answer);
    expect([problem.code, problem.detail]).toEqual([code, expect.stringContaining("không đủ")]);
    expect(await everything()).toEqual(before);
  });

  test("no workbook at all", async () => {
    const text = new TextEncoder().encode("%PDF-1.7".padEnd(20 * KILOBYTE, "x"));
    const answer = await uploadFile("soan-22", inPieces(text), "a.xlsx", sized(text.length));
    expect((await problemOf(answer)).detail).toMatch(/PDF/);
    expect(await everything()).toEqual(before);
  });

  test("a length beyond the limit, before a byte is read; the limit itself is read", async () => {
    const pull = vi.fn<() => void>();
    const unread = new ReadableStream<Uint8Array>({ pull }, { highWaterMark: 0 });
    const tooMuch = await uploadFile("soan-22", unread, "a.xlsx", sized(UPLOAD_LIMIT_BYTES + 1));
    expect((await problemOf(tooMuch)).code).toBe("too-large");
    expect(pull).not.toHaveBeenCalled();
    const most = new Uint8Array(UPLOAD_LIMIT_BYTES);
    const body = inPieces(most, 256 * KILOBYTE);
    const answer = await uploadFile("soan-22", body, "a.xlsx", sized(UPLOAD_LIMIT_BYTES));
    expect((await problemOf(answer)).code).toBe("file");
    expect(await everything()).toEqual(before);
  });

  test("a length that is no number counts as none", async () => {
    const bytes = await newFile();
    const answer = await uploadFile("soan-22", inPieces(bytes), "a.xlsx", { "content-length": "1e3" });
    expect(answer.status).toBe(201);
  });
});

describe("while it comes", () => {
  test("no more is taken from the sender than the bucket has taken", async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>(
      { pull: (controller) => controller.enqueue(new Uint8Array((pulled += 1) && 64 * KILOBYTE)) },
      { highWaterMark: 0 },
    );
    let refuse: (reason: Error) => void = () => undefined;
    const slow = {
      put: () => new Promise((_, fail) => (refuse = fail)),
    } as unknown as R2Bucket;
    const streaming = streamFile(slow, "tl_1", endless, UPLOAD_LIMIT_BYTES);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(pulled).toBeLessThan(4);
    refuse(new Error("no bucket"));
    await expect(streaming).rejects.toThrow("no bucket");
  });

  test("what a crash left there is taken away after a day, and nothing else", async () => {
    await testEnv.FILES.put("dang-nhan/tl_sot", "half a file");
    const kept = (await keysIn()).filter((key) => key !== "dang-nhan/tl_sot");
    const hours = (count: number) => new Date(Date.now() + count * 3_600_000);
    await sweepComing(testEnv.FILES, hours(LEFT_BEHIND_HOURS - 1));
    expect(await keysIn("dang-nhan/")).toEqual(["dang-nhan/tl_sot"]);
    await sweepComing(testEnv.FILES, hours(LEFT_BEHIND_HOURS + 1));
    expect(await keysIn()).toEqual(kept);
  });
});
