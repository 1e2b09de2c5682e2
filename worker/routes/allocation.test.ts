import { beforeAll, describe, expect, it } from "vitest";
import { allocate } from "../../shared/allocation/allocate.ts";
import type { AllocationInput } from "../../shared/allocation/types.ts";
import type {
  Candidates,
  MeetingDetail,
  MeetingList,
  MeetingSummary,
} from "../../shared/contract/meeting.ts";
import { mustOk } from "../../shared/kernel/result.ts";
import { call, callJson, problemOf, seedAll, testEnv, tokenOf } from "../test-kit.ts";

const BASE = "/api/v1/allocation";
let token = "";

beforeAll(async () => {
  await seedAll();
  token = await tokenOf("duyet-22");
});

async function fileOf(): Promise<AllocationInput> {
  const found = await callJson<Candidates>(`${BASE}/candidates?year=2018`, { token });
  return { budgetDong: 1_000_000_000, projects: found.projects, criteria: found.criteria };
}

function resultOf(input: AllocationInput) {
  const { chosen, value, bound, proven } = mustOk(allocate(input, { reasons: "plain" }));
  return { chosen: [...chosen], value, bound, proven };
}

describe("choosing at a meeting", () => {
  it("offers the projects of the files one may see, with groups, points and the budget of the workbook", async () => {
    const found = await callJson<Candidates>(`${BASE}/candidates?year=2018`, { token });
    expect(found.projects.length).toBeGreaterThanOrEqual(10);
    expect(found.projects.every(({ groups }) => groups?.["tinh"] === "Quảng Ninh")).toBe(true);
    expect(found.budgetDong).toBe(2_800_000_000);
    expect(found.budgets).toEqual({ QG: 800_000_000, ĐP: 2_000_000_000 });
    const local = await callJson<Candidates>(`${BASE}/candidates?year=2018&fund=ĐP`, { token });
    expect(local.budgets).toEqual({ QG: 0, ĐP: 2_000_000_000 });
    const other = await callJson<Candidates>(`${BASE}/candidates`, { token: await tokenOf("duyet-66") });
    expect(other.projects.some(({ groups }) => groups?.["tinh"] === "Quảng Ninh")).toBe(false);
  });

  it("keeps every change in a chain, with the file to compute it again, and notices a broken one", async () => {
    const input = await fileOf();
    const body = { title: "Phân bổ thử", input, result: resultOf(input) };
    const meeting = await callJson<MeetingSummary>(`${BASE}/meetings`, { token, body });
    const more = { ...input, budgetDong: 1_200_000_000 };
    const change = { kind: "budget", after: 1, note: "Thêm 200 triệu", input: more, result: resultOf(more) };
    await callJson(`${BASE}/meetings/${meeting.id}/entries`, { token, body: change });
    const unseen = await call(`${BASE}/meetings/${meeting.id}/entries`, { token, body: change });
    expect((await problemOf(unseen)).code).toBe("edit-conflict");
    const read = await callJson<MeetingDetail>(`${BASE}/meetings/${meeting.id}`, { token });
    expect(read.chainOk).toBe(true);
    expect(read.entries.map(({ seq, kind }) => [seq, kind])).toEqual([
      [2, "budget"],
      [1, "open"],
    ]);
    expect(read.input).toEqual(more);
    const first = await callJson<AllocationInput>(`${BASE}/meetings/${meeting.id}/entries/1/input`, {
      token,
    });
    expect(resultOf(first)).toEqual(read.entries[1]?.result);
    const stranger = await call(`${BASE}/meetings/${meeting.id}`, { token: await tokenOf("duyet-66") });
    expect((await problemOf(stranger)).code).toBe("not-found");
    await testEnv.DB.exec("DROP TRIGGER meeting_entries_no_update");
    await testEnv.DB.prepare("UPDATE meeting_entries SET note = 'khác' WHERE meeting_id = ? AND seq = 1")
      .bind(meeting.id)
      .run();
    const broken = await callJson<MeetingDetail>(`${BASE}/meetings/${meeting.id}`, { token });
    expect(broken.chainOk).toBe(false);
  });

  it.each(["duyet-22", "tham-dinh-1"])(
    "has one in the demonstration for %s, whose every change can be computed again",
    async (person) => {
      const reader = await tokenOf(person);
      const demos = async () => {
        const { items } = await callJson<MeetingList>(`${BASE}/meetings`, { token: reader });
        return items.filter(({ title }) => title.endsWith("(dữ liệu minh hoạ)"));
      };
      const [demo, ...more] = await demos();
      expect(more).toEqual([]);
      const path = `${BASE}/meetings/${demo?.id}`;
      const read = await callJson<MeetingDetail>(path, { token: reader });
      expect(read.chainOk).toBe(true);
      expect(read.entries.map(({ kind }) => kind)).toEqual([
        "override",
        "weights",
        "weights",
        "budget",
        "open",
      ]);
      for (const { seq, result } of read.entries) {
        const file = await callJson<AllocationInput>(`${path}/entries/${seq}/input`, { token: reader });
        expect(result?.proven).toBe(true);
        expect(resultOf(file)).toEqual(result);
        // The opening file has money for all; the meeting begins where it has not.
        if (seq > 1) expect(result?.chosen.length).toBeLessThan(file.projects.length);
      }
      await callJson("/api/v1/local/seed", { method: "POST" });
      expect((await demos()).map(({ id, entries }) => [id, entries])).toEqual([[demo?.id, 5]]);
    },
  );

  it("takes one of two changes made from the same state", async () => {
    const input = await fileOf();
    const { id } = await callJson<MeetingSummary>(`${BASE}/meetings`, {
      token,
      body: { title: "Hai người", input, result: null },
    });
    const answers = await Promise.all(
      [1, 2].map((n) =>
        call(`${BASE}/meetings/${id}/entries`, {
          token,
          body: { kind: "budget", after: 1, note: `Lần ${n}`, input, result: null },
        }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 412]);
  });

  it("refuses a result that is none", async () => {
    const input = await fileOf();
    const all = input.projects.map(({ id }) => id);
    const result = { ...resultOf(input), chosen: all };
    const answer = await call(`${BASE}/meetings`, { token, body: { title: "x", input, result } });
    expect(await problemOf(answer)).toMatchObject({ code: "shape", pointer: "/result" });
  });
});
