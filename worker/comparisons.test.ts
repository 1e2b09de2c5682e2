/** Provinces side by side: only what the Ministry sees, every figure traceable, nothing proposed from too few. */
import { beforeAll, describe, expect, test } from "vitest";
import type { ComparedKeys, Comparison, PeerFindings } from "../shared/contract/comparison.ts";
import type { Receipt } from "../shared/contract/submission.ts";
import { PROVINCES } from "../shared/law/provinces.ts";
import { act, call, callJson, goodWorkbook, problemOf, publish, seedAll, send, tokenOf } from "./test-kit.ts";

const KEY = "maymoc|dp";
/** Seven provinces; the last one asks for a tenth of what the others do. */
const SENT = PROVINCES.filter(({ code }) => code !== "22").slice(0, 7);
const supportOf = (at: number) => (at === 6 ? 20_000_000 : 180_000_000 + at * 2_000_000);

async function forwarded(provinceCode: string, name: string, supportDong: number): Promise<string> {
  const workbook = goodWorkbook(name, `Ứng dụng máy móc ở ${name}`, supportDong);
  const answer = await send(await tokenOf(`soan-${provinceCode}`), { workbook });
  const { id } = (await answer.json()) as Receipt;
  expect((await act(id, `duyet-${provinceCode}`, "forward", '"v1"')).status).toBe(200);
  return id;
}

const asked = async (path: string, person = "tham-dinh-1") =>
  call(`/api/v1/comparisons${path}`, { token: await tokenOf(person) });
const figures = async (): Promise<Comparison> =>
  callJson(`/api/v1/comparisons/figures?topic=support&key=${encodeURIComponent(KEY)}`, {
    token: await tokenOf("tham-dinh-1"),
  });

describe("comparisons", () => {
  const ids: string[] = [];
  let before: Comparison["figures"] = [];

  beforeAll(async () => {
    await seedAll();
    const answer = await asked(`/figures?topic=support&key=${encodeURIComponent(KEY)}`);
    if (answer.ok) before = ((await answer.json()) as Comparison).figures;
    for (const [at, { code, name }] of SENT.entries()) ids.push(await forwarded(code, name, supportOf(at)));
  });

  test("list what can be compared, found without diacritics", async () => {
    const all = await callJson<ComparedKeys>("/api/v1/comparisons?topic=support", {
      token: await tokenOf("quan-tri"),
    });
    const found = all.items.find(({ key }) => key === KEY);
    expect(found?.provinces).toBeGreaterThanOrEqual(7);
    const named = await callJson<ComparedKeys>("/api/v1/comparisons?topic=support&q=may-moc", {
      token: await tokenOf("quan-tri"),
    });
    expect(named.items.length).toBeGreaterThan(0);
    expect(named.items.every(({ key }) => key.includes("maymoc"))).toBe(true);
  });

  test("show every figure with its submission and cell, and what they say together", async () => {
    const { figures: shown, summary, truncated, unit } = await figures();
    expect(truncated).toBe(false);
    expect(unit).toBe("đồng");
    const ours = shown.filter(({ submissionId }) => ids.includes(submissionId));
    expect(ours.map(({ value }) => value).sort()).toEqual(SENT.map((_, at) => String(supportOf(at))).sort());
    expect(ours[0]).toMatchObject({ sheet: "KC_DeAn", cell: expect.stringMatching(/^[A-Z]+5$/) as string });
    expect(shown).toHaveLength(before.length + 7);
    expect(summary).toMatchObject({ enough: true, n: shown.length });
    expect(ours.find(({ value }) => value === "20000000")?.outlier?.side).toBe("low");
  });

  test("leave out what a province has not forwarded, and what was withdrawn or refused", async () => {
    const count = async () => (await figures()).figures.length;
    const now = await count();
    const hidden = await send(await tokenOf("soan-66"), { workbook: goodWorkbook("Đắk Lắk", "Chưa chuyển") });
    expect(hidden.status).toBe(201);
    expect(await count()).toBe(now);
    const [first = ""] = ids;
    expect((await act(first, "tham-dinh-1", "receive", '"v2"')).status).toBe(200);
    expect((await act(first, "tham-dinh-1", "reject", '"v3"')).status).toBe(200);
    expect(await count()).toBe(now - 1);
  });

  test("are for those who look across provinces only", async () => {
    expect((await asked("?topic=support", "soan-22")).status).toBe(403);
    expect((await asked("?topic=support", "duyet-22")).status).toBe(403);
    expect((await call("/api/v1/comparisons?topic=support")).status).toBe(401);
  });

  test("answer an unknown key and a wrong topic with a problem", async () => {
    expect(await problemOf(await asked("/figures?topic=support&key=khong-co"))).toMatchObject({
      status: 404,
    });
    expect((await problemOf(await asked("?topic=other"))).status).toBe(422);
  });

  test("a submission is held against other provinces: the one that asks a tenth is named, the others are not", async () => {
    const peersOf = async (id: string) =>
      callJson<PeerFindings>(`/api/v1/submissions/${id}/peers`, { token: await tokenOf("tham-dinh-1") });
    const far = await peersOf(ids[6] ?? "");
    expect(far).toMatchObject({ examined: 1, truncated: false });
    expect(far.others).toBeGreaterThanOrEqual(6);
    expect(far.findings).toMatchObject([
      { rule: "KC-LH-001", severity: "warning", stage: "cross-submission", found: "20.000.000 đ" },
    ]);
    // Published states count here too, from their as-of date: these workbooks say 15/01/2019.
    for (const [from, found] of [
      ["2019-01-16", 1],
      ["2019-01-15", 0],
    ] as const) {
      const off = { rule: "KC-LH-001", mode: "off", from, reason: "Thử" };
      const published = await publish("rule-setting", off);
      expect((await peersOf(ids[6] ?? "")).findings, from).toHaveLength(found);
      await publish("withdrawal", { of: published.id });
    }
    const near = await peersOf(ids[3] ?? "");
    expect(near.examined).toBe(1);
    expect(near.findings).toEqual([]);
  });

  test("a province does not see what others sent", async () => {
    const answer = await call(`/api/v1/submissions/${ids[6] ?? ""}/peers`, {
      token: await tokenOf(`soan-${SENT[6]?.code ?? ""}`),
    });
    expect((await problemOf(answer)).code).toBe("forbidden");
  });
});
