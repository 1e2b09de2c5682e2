/** The queue with ten thousand submissions: what is found, how the database goes about it, and a person's saved views. */
import { beforeAll, expect, test } from "vitest";
import type { Person } from "../shared/contract/session.ts";
import type { SavedViews } from "../shared/contract/saved-view.ts";
import type { SubmissionList } from "../shared/contract/submission.ts";
import { foldText } from "../shared/kernel/text.ts";
import { PROVINCES } from "../shared/law/provinces.ts";
import { listQuery, searchExpression, type SubmissionFilter } from "./store/submissions.ts";
import { call, callJson, problemOf, seedAll, sendGood, testEnv, tokenOf } from "./test-kit.ts";

const MANY = 10_000;
const STATES = ["province_approved", "ministry_review", "accepted", "returned"];
const NAMES = ["Đầu tư máy ép gốm Đông Triều", "Chế biến chè Shan tuyết", "Dây chuyền gạch không nung"];

/** As submissions of every province would stand in the table; what stands behind them is not asked of a list. */
async function fillQueue(): Promise<void> {
  const rows = Array.from({ length: MANY }, (_, n) => {
    const province = PROVINCES[n % PROVINCES.length];
    const id = `hs_01AA${String(n).padStart(20, "0")}`;
    const words = foldText(`${id} ${province?.name} ${NAMES[n % NAMES.length]} DA${n} Cơ sở Đỗ Văn Được`);
    return [id, province?.code, province?.name, 2020 + (n % 6), STATES[n % STATES.length], n % 3, words];
  });
  const insert = testEnv.DB.prepare(
    `INSERT INTO submissions (id, organisation_id, province_code, province_name, year, state, ministry_sees, version, revision,
       file_name, de_an_count, total_dong, support_dong, support_national_dong, support_local_dong, warning_count, info_count,
       sent_by, search, received_at, updated_at)
     SELECT value ->> 0, 'tt-22', value ->> 1, value ->> 2, value ->> 3, value ->> 4, 1, 1, 1, NULL, 1, 1, 1, 0, 1,
       value ->> 5, 0, (SELECT id FROM people LIMIT 1), value ->> 6, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'
     FROM json_each(?)`,
  );
  for (let at = 0; at < MANY; at += 2_000)
    await insert.bind(JSON.stringify(rows.slice(at, at + 2_000))).run();
}

let ministry = "";
async function page(query: string): Promise<SubmissionList> {
  return callJson(`/api/v1/submissions?${query}`, { token: ministry });
}

const reviewer = { role: "ministry", organisation: { provinceCode: null } } as unknown as Person;
async function planOf(filter: Omit<SubmissionFilter, "limit">): Promise<string> {
  const { sql, values } = listQuery(reviewer, { ...filter, limit: 51 });
  const { results } = await testEnv.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .bind(...values)
    .all<{ detail: string }>();
  return results.map(({ detail }) => detail).join("\n");
}

beforeAll(async () => {
  await seedAll();
  ministry = await tokenOf("tham-dinh-1");
  await fillQueue();
});

test("folded words become prefixes that must all be there; nothing to look for is said to be nothing", () => {
  expect(searchExpression("dong trieu, gom")).toBe('"dong"* "trieu"* "gom"*');
  expect(searchExpression('a" OR b*')).toBe('"a"* "or"* "b"*'.replace("or", "OR"));
  expect(searchExpression("%_ - ")).toBeNull();
});

test("files wait for the index of words until somebody looks for words; then all of them are in it", async () => {
  const count = async (table: string) =>
    (await testEnv.DB.prepare(`SELECT count(*) AS n FROM ${table}`).first<number>("n")) ?? -1;
  const waiting = await count("words_waiting");
  expect(waiting).toBeGreaterThanOrEqual(MANY);
  const started = performance.now();
  await page("q=gom&limit=20");
  console.info(`${waiting} files put into the index of words: ${Math.round(performance.now() - started)} ms`);
  expect(await count("words_waiting")).toBe(0);
  expect(await count("submission_search")).toBe(await count("submissions"));
  await sendGood();
  expect([await count("words_waiting"), await count("submissions")]).toEqual([
    1,
    (await count("submission_search")) + 1,
  ]);
});

test.each([
  ["Đông Triều", 3334],
  ["dong trieu", 3334],
  ["ĐẦU TƯ gốm", 3334],
  ["do van duoc che bien", 3333],
  ["DA77", 111],
  ["DA9998", 1],
  ["khong co gi nhu the", 0],
  ["%", 0],
])("“%s” finds %i of ten thousand", async (q, count) => {
  let found = 0;
  let cursor = "";
  const seen = new Set<string>();
  const pages = count > 500 ? 2 : 10;
  for (let turn = 0; turn < pages; turn += 1) {
    const answer = await page(`q=${encodeURIComponent(q)}&limit=100${cursor}`);
    for (const { id } of answer.items) if (id.startsWith("hs_01AA")) seen.add(id);
    found += answer.items.length;
    if (answer.nextCursor === null) break;
    cursor = `&cursor=${answer.nextCursor}`;
  }
  expect(seen.size).toBe(Math.min(count, pages * 100));
  expect(found).toBe(seen.size);
});

test("the whole id and its shown end find one file; filters narrow what words found", async () => {
  const id = "hs_01AA00000000000000009998";
  expect((await page(`q=${id}`)).items.map((item) => item.id)).toEqual([id]);
  expect((await page("q=00009998")).items.map((item) => item.id)).toEqual([id]);
  const some = await page("q=gom&state=accepted&year=2024&findings=warning&limit=100");
  expect(some.items.length).toBe(0);
  const clean = await page("q=gom&findings=none&limit=20");
  expect(clean.items.length).toBe(20);
  expect(clean.items.every(({ counts }) => counts.warning === 0)).toBe(true);
  const warned = await page("findings=warning&limit=20");
  expect(warned.items.every(({ counts }) => counts.warning > 0)).toBe(true);
});

test("every page is read through an index or the index of words, never the whole table", async () => {
  const filters: Record<string, Omit<SubmissionFilter, "limit">> = {
    everything: {},
    "next page": { before: "hs_01AA00000000000000005000" },
    state: { state: "accepted" },
    province: { province: "22" },
    year: { year: 2024 },
    words: { search: "dong trieu" },
    "words and state": { search: "gom", state: "returned", before: "hs_01AA00000000000000005000" },
  };
  for (const [name, filter] of Object.entries(filters)) {
    const plan = await planOf(filter);
    expect(plan, name).not.toMatch(/SCAN s\b|SCAN submissions/);
    expect(plan, name).toMatch(/SEARCH s USING INDEX/);
    if (filter.search !== undefined) expect(plan, name).toMatch(/submission_search VIRTUAL TABLE INDEX/);
    else expect(plan, name).not.toContain("TEMP B-TREE");
    const started = performance.now();
    const { sql, values } = listQuery(reviewer, { ...filter, limit: 51 });
    const { results } = await testEnv.DB.prepare(sql)
      .bind(...values)
      .all();
    expect(results.length, name).toBe(51);
    console.info(`queue of ${MANY}, ${name}: ${Math.round(performance.now() - started)} ms`);
  }
});

test("a new file is found at once and only by those who see it; a correction is found by its new words alone", async () => {
  const { id } = await sendGood();
  const own = await tokenOf("duyet-22");
  const find = async (q: string, token: string) =>
    (await callJson<SubmissionList>(`/api/v1/submissions?q=${encodeURIComponent(q)}`, { token })).items.some(
      (item) => item.id === id,
    );
  expect(await find("gom su", own)).toBe(true);
  expect(await find(id, ministry)).toBe(false);
  const change = testEnv.DB.prepare("UPDATE submissions SET search = ?, version = version + 1 WHERE id = ?");
  await change.bind("nghe may tre dan", id).run();
  expect(await find("gom su", own)).toBe(false);
  expect(await find("mây tre", own)).toBe(true);
});

test("saved views are a person's own: kept, replaced, taken away, limited", async () => {
  const other = await tokenOf("tham-dinh-2");
  const save = (body: unknown, token = ministry) => call("/api/v1/saved-views", { token, body });
  expect(
    (await save({ name: "Chờ tiếp nhận", filter: "state=province_approved&q=g%E1%BB%91m" })).status,
  ).toBe(200);
  expect((await save({ name: "Chờ tiếp nhận", filter: "state=province_approved" })).status).toBe(200);
  const mine = await callJson<SavedViews>("/api/v1/saved-views", { token: ministry });
  expect(mine.items).toEqual([{ name: "Chờ tiếp nhận", filter: "state=province_approved" }]);
  expect((await callJson<SavedViews>("/api/v1/saved-views", { token: other })).items).toEqual([]);
  expect((await problemOf(await save({ name: "x", filter: "<script>" }))).code).toBe("shape");
  for (let n = 1; n < 30; n += 1) expect((await save({ name: `Số ${n}`, filter: "" })).status).toBe(200);
  expect((await problemOf(await save({ name: "Quá nhiều", filter: "" }))).detail).toMatch(/30 bộ lọc/);
  await callJson("/api/v1/saved-views/remove", { token: other, body: { name: "Chờ tiếp nhận" } });
  const left = await callJson<SavedViews>("/api/v1/saved-views/remove", {
    token: ministry,
    body: { name: "Số 1" },
  });
  expect(left.items.length).toBe(29);
  expect(left.items.map(({ name }) => name)).toContain("Chờ tiếp nhận");
});
