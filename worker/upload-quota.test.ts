/** Room for files: of a person, of an organisation, in a year; to the byte on both sides. */
import { beforeEach, expect, test } from "vitest";
import { writeXlsx } from "../shared/workbook/xlsx/index.ts";
import type { Env } from "./env.ts";
import { XLSX_MEDIA_TYPE } from "../shared/contract/upload.ts";
import { addUpload } from "./store/uploads.ts";
import { newId } from "./submissions/ids.ts";
import { call, goodWorkbook, problemOf, seedAll, testEnv, tokenOf } from "./test-kit.ts";

const MEGABYTE = 1024 * 1024;
const ANY_BYTES = Number.MAX_SAFE_INTEGER;
let bytes: Uint8Array = new Uint8Array();
let turn = 0;

async function upload(env: Partial<Env>, personId = "soan-22", file = bytes): Promise<Response> {
  const headers = { "content-type": XLSX_MEDIA_TYPE };
  return call("/api/v1/uploads", { token: await tokenOf(personId), body: file, headers, env });
}

async function organisationOf(personId: string): Promise<string> {
  const sql = "SELECT organisation_id AS o FROM memberships WHERE person_id = ?";
  return (await testEnv.DB.prepare(sql).bind(personId).first<string>("o")) ?? "";
}

/** A row as an earlier upload of that many bytes left it. */
async function keptBefore(personId: string, sizeBytes: number, at = new Date()): Promise<void> {
  turn += 1;
  const row = {
    id: newId("tl", at),
    personId,
    organisationId: await organisationOf(personId),
    fileHash: String(turn).padStart(64, "0"),
    sizeBytes,
    fileName: "a.xlsx",
    notes: "[]",
    lineCount: 1,
    createdAt: at.toISOString(),
  };
  const room = { since: "", personBytes: ANY_BYTES, organisationBytes: ANY_BYTES };
  const { meta } = await addUpload(testEnv.DB, row, room).run();
  expect(meta.changes).toBe(1);
}

beforeEach(async () => {
  await seedAll();
  await testEnv.DB.exec(
    "DROP TRIGGER IF EXISTS uploads_no_delete; DROP TRIGGER IF EXISTS upload_checks_no_delete",
  );
  await testEnv.DB.exec("DELETE FROM upload_checks; DELETE FROM uploads");
  turn += 1;
  bytes = await writeXlsx(goodWorkbook("Quảng Ninh", `Đề án số ${turn}`));
});

test("a person: the last byte that fits is taken, one more is refused with used, limit and what to do", async () => {
  const env = { UPLOAD_MB_PER_PERSON: "3" };
  await keptBefore("soan-22", 3 * MEGABYTE - bytes.length);
  expect((await upload(env)).status).toBe(201);
  // The same file once more takes no room; another one has none.
  expect((await upload(env)).status).toBe(201);
  const other = await writeXlsx(goodWorkbook("Quảng Ninh", "Một đề án khác"));
  const refused = await problemOf(await upload(env, "soan-22", other));
  expect(refused).toMatchObject({ status: 413, code: "quota" });
  expect(refused.detail).toMatch(/^Năm \d{4} bạn đã giữ 3 MB tệp trong hạn mức 3 MB, tệp này 0,1 MB/);
  expect(refused.detail).toContain("nhờ người vận hành nâng hạn mức");
  expect(await testEnv.DB.prepare("SELECT count(*) AS n FROM uploads").first("n")).toBe(3);
  // Nothing of it is kept.
  const { objects } = await testEnv.FILES.list({ prefix: "dang-nhan/" });
  expect(objects).toEqual([]);
});

test("of files sent at one moment as many are taken as there is room for", async () => {
  const files = await Promise.all(
    Array.from({ length: 6 }, (_, index) =>
      writeXlsx(goodWorkbook("Quảng Ninh", `Cùng lúc số ${index + 1}`)),
    ),
  );
  const largest = Math.max(...files.map(({ length }) => length));
  await keptBefore("soan-22", 3 * MEGABYTE - 2 * largest);
  const answers = await Promise.all(
    files.map((file) => upload({ UPLOAD_MB_PER_PERSON: "3" }, "soan-22", file)),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 413, 413, 413, 413]);
  const refused = await Promise.all(answers.filter(({ status }) => status === 413).map(problemOf));
  expect(refused.map(({ code }) => code)).toEqual(["quota", "quota", "quota", "quota"]);
  const count = (table: string) => testEnv.DB.prepare(`SELECT count(*) AS n FROM ${table}`).first("n");
  expect([await count("uploads"), await count("upload_checks")]).toEqual([3, 2]);
});

test("one byte too many is refused", async () => {
  await keptBefore("soan-22", 3 * MEGABYTE - bytes.length + 1);
  expect((await problemOf(await upload({ UPLOAD_MB_PER_PERSON: "3" }))).code).toBe("quota");
  expect((await upload({ UPLOAD_MB_PER_PERSON: "4" })).status).toBe(201);
});

test("an organisation: what colleagues kept counts, another organisation's does not", async () => {
  const env = { UPLOAD_MB_PER_ORGANISATION: "3" };
  await testEnv.DB.exec(
    "INSERT OR IGNORE INTO people (id, issuer, subject, name) VALUES ('dong-nghiep', 'x', 'x', 'Đồng nghiệp'); INSERT OR IGNORE INTO memberships (person_id, organisation_id, role) SELECT 'dong-nghiep', organisation_id, 'drafter' FROM memberships WHERE person_id = 'soan-22'",
  );
  await keptBefore("soan-66", 9 * MEGABYTE);
  expect((await upload(env)).status).toBe(201);
  await keptBefore("dong-nghiep", 3 * MEGABYTE - bytes.length);
  expect((await upload(env)).status).toBe(201);
  const other = await writeXlsx(goodWorkbook("Quảng Ninh", "Một đề án khác"));
  const refused = await problemOf(await upload(env, "soan-22", other));
  expect(refused.detail).toMatch(/^Năm \d{4} đơn vị của bạn đã giữ 3 MB/);
});

test("the room comes anew with the year, at midnight in Vietnam", async () => {
  const env = { UPLOAD_MB_PER_PERSON: "3" };
  const year = Number(new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 4));
  const midnight = Date.parse(`${year}-01-01T00:00:00+07:00`);
  await keptBefore("soan-22", 3 * MEGABYTE, new Date(midnight - 1));
  expect((await upload(env)).status).toBe(201);
  await keptBefore("soan-22", 3 * MEGABYTE, new Date(midnight));
  const other = await writeXlsx(goodWorkbook("Quảng Ninh", "Một đề án khác"));
  expect((await problemOf(await upload(env, "soan-22", other))).code).toBe("quota");
});

test.each(["0", "-1", "1.5", "nhiều", "1e3"])(
  "a setting that cannot be right stops uploads and readiness: %s",
  async (wrong) => {
    for (const env of [{ UPLOAD_MB_PER_PERSON: wrong }, { UPLOAD_MB_PER_ORGANISATION: wrong }]) {
      expect((await problemOf(await upload(env))).status).toBe(503);
      expect((await problemOf(await call("/readyz", { env }))).status).toBe(503);
    }
  },
);
