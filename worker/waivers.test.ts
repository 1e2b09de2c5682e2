/** Waivers: one rule, one submission, a named reason; two people where the rule blocks; seen by whoever reads the file. */
import { beforeAll, describe, expect, test } from "vitest";
import type { LogCheck } from "../shared/contract/event.ts";
import { recheckWorkbook } from "../shared/contract/recheck.ts";
import type { ExportedRevision, Receipt } from "../shared/contract/submission.ts";
import type { WaiverAnswer, WaiverRegister } from "../shared/contract/waiver.ts";
import {
  PERSON_OF,
  act,
  call,
  callJson,
  detail,
  goodWorkbook,
  problemOf,
  seedAll,
  send,
  sendGood,
  submissionIn,
  testEnv,
  tokenOf,
} from "./test-kit.ts";
import { bookInForce } from "./submissions/publications.ts";

const OTHER = "tham-dinh-2";
/** More support than the machine costs: KC-NV-002 is an error, KC-MH-001 a warning. */
const overpaid = () => goodWorkbook("Quảng Ninh", "Máy ép gốm", 450_000_000);

beforeAll(seedAll);

async function waive(id: string, personId: string, body: unknown, etag?: string): Promise<Response> {
  const match = etag ?? (await detail(id, PERSON_OF.drafter)).etag;
  const token = await tokenOf(personId);
  return call(`/api/v1/submissions/${id}/waivers`, { token, headers: { "if-match": match }, body });
}

async function taken(answer: Response): Promise<WaiverAnswer> {
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()) as WaiverAnswer;
}

const asked = (rule: string) => ({ step: "waive", rule, reason: "Máy do đối tác tặng một phần" });

/** Waived by two, on a file that was returned to its drafter. */
async function waivedByTwo(rule = "KC-NV-002"): Promise<{ id: string; waiver: string }> {
  const { id } = await submissionIn("returned");
  const { waivers } = await taken(await waive(id, PERSON_OF.ministry, asked(rule)));
  const waiver = waivers[0]?.id ?? "";
  await taken(await waive(id, OTHER, { step: "confirm", waiver }));
  return { id, waiver };
}

const resend = async (id: string, workbook = overpaid()) =>
  send(await tokenOf(PERSON_OF.drafter), { workbook, previousId: id });

async function logIsGood(): Promise<boolean> {
  const { ok, records } = await callJson<LogCheck>("/api/v1/log/verify", {
    token: await tokenOf(PERSON_OF.province),
  });
  return ok && records.some(({ name, wrong }) => name === "waivers" && wrong === 0);
}

describe("granting", () => {
  test("a rule that only warns is waived at once; everybody who reads the file sees it", async () => {
    const { id } = await submissionIn("ministry_review");
    const { waivers, etag } = await taken(await waive(id, PERSON_OF.ministry, asked("KC-DA-009")));
    expect(waivers).toMatchObject([{ rule: "KC-DA-009", state: "granted", decided: null, revoked: null }]);
    for (const person of [PERSON_OF.drafter, PERSON_OF.province, PERSON_OF.ministry]) {
      const seen = await detail(id, person);
      expect(seen.waivers).toEqual(waivers);
      expect(seen.etag).toBe(etag);
      expect(seen.submission.state).toBe("ministry_review");
      expect(seen.events.at(-1)?.actionLabel).toBe("Miễn một quy tắc");
      expect(seen.comments.at(-1)?.text).toBe("Miễn một quy tắc KC-DA-009: Máy do đối tác tặng một phần");
    }
    expect(await logIsGood()).toBe(true);
  });

  test("a rule that blocks waits for a second person, and the proposer is not one", async () => {
    const { id } = await submissionIn("returned");
    const { waivers } = await taken(await waive(id, PERSON_OF.ministry, asked("KC-NV-002")));
    expect(waivers[0]?.state).toBe("proposed");
    const waiver = waivers[0]?.id ?? "";
    const own = await waive(id, PERSON_OF.ministry, { step: "confirm", waiver });
    expect((await problemOf(own)).detail).toMatch(/không tự xác nhận/);
    expect((await problemOf(await resend(id))).code).toBe("findings");
    const sql = `INSERT INTO waiver_records SELECT submission_id, version + 1, waiver, 'confirm', rule, '', person_id, at
      FROM waiver_records WHERE waiver = ?`;
    await expect(testEnv.DB.prepare(sql).bind(waiver).run()).rejects.toThrow(/another person/);
    const after = await taken(await waive(id, OTHER, { step: "confirm", waiver }));
    expect(after.waivers).toMatchObject([{ state: "granted", decided: { id: OTHER } }]);
    expect(await logIsGood()).toBe(true);
  });

  test("refused, it waives nothing, and can be asked for again", async () => {
    const { id } = await submissionIn("returned");
    const { waivers } = await taken(await waive(id, PERSON_OF.ministry, asked("KC-NV-002")));
    const waiver = waivers[0]?.id ?? "";
    expect((await waive(id, OTHER, { step: "refuse", waiver, reason: " " })).status).toBe(422);
    await taken(await waive(id, OTHER, { step: "refuse", waiver, reason: "Không đủ chứng từ" }));
    expect((await problemOf(await resend(id))).code).toBe("findings");
    const again = await taken(await waive(id, OTHER, asked("KC-NV-002")));
    expect(again.waivers.map(({ state }) => state)).toEqual(["refused", "proposed"]);
  });

  test.each([
    ["KC-TT-001", /tính lại/],
    ["KC-NK-004", /cấu trúc/],
    ["KC-SO-011", /cấu trúc/],
    ["KC-LH-001", /tham khảo/],
    ["KC-ZZ-999", /Không có quy tắc/],
  ])("%s cannot be waived", async (rule, sentence) => {
    const { id } = await submissionIn("returned");
    const problem = await problemOf(await waive(id, PERSON_OF.ministry, asked(rule)));
    expect([problem.status, problem.code]).toEqual([409, "state-conflict"]);
    expect(problem.detail).toMatch(sentence);
    expect((await detail(id, PERSON_OF.drafter)).waivers).toEqual([]);
  });

  test("not twice, not on an older version, not by the province, not where the Ministry sees nothing", async () => {
    const { id, etag } = await submissionIn("returned");
    await taken(await waive(id, PERSON_OF.ministry, asked("KC-DA-009"), etag));
    expect((await problemOf(await waive(id, OTHER, asked("KC-DA-009")))).detail).toMatch(/đã được miễn/);
    expect((await problemOf(await waive(id, OTHER, asked("KC-MH-001"), etag))).code).toBe("edit-conflict");
    for (const role of ["drafter", "province", "steward"] as const)
      expect((await problemOf(await waive(id, PERSON_OF[role], asked("KC-MH-001")))).code).toBe("forbidden");
    const hidden = await sendGood();
    const unseen = await waive(hidden.id, PERSON_OF.ministry, asked("KC-MH-001"));
    expect((await problemOf(unseen)).code).toBe("not-found");
  });
});

describe("sending again", () => {
  test("a waived error is stored, shown and counted apart; the receipt judges again to the letter", async () => {
    const { id, waiver } = await waivedByTwo();
    const answer = await resend(id);
    expect(answer.status).toBe(201);
    const receipt = (await answer.json()) as Receipt;
    expect(receipt.counts).toMatchObject({ error: 0, waived: 1 });
    const finding = receipt.findings.find(({ rule }) => rule === "KC-NV-002");
    expect(finding).toMatchObject({
      severity: "error",
      waived: { id: waiver, reason: "Máy do đối tác tặng một phần" },
    });
    expect(receipt.waivers).toEqual([{ ...finding?.waived, rule: "KC-NV-002" }]);
    const { envelope } = await callJson<ExportedRevision>(`/api/v1/submissions/${id}/envelope`, {
      token: await tokenOf(PERSON_OF.drafter),
    });
    const { law, norms } = await bookInForce(testEnv);
    expect(recheckWorkbook(envelope.workbook, receipt, law, norms)).toMatchObject({
      same: true,
      changes: [],
    });
    const { waivers: _waivers, ...without } = receipt;
    const paths = recheckWorkbook(envelope.workbook, without, law, norms).changes.map(({ path }) => path);
    expect(paths).toContain("counts.error");
    expect(await logIsGood()).toBe(true);
  });

  test("revoked, it blocks again; the receipt that rested on it still stands", async () => {
    const { id, waiver } = await waivedByTwo();
    const receipt = (await (await resend(id)).json()) as Receipt;
    const back = (await detail(id, PERSON_OF.drafter)).etag;
    expect((await act(id, PERSON_OF.province, "forward", back)).status).toBe(200);
    await taken(await waive(id, OTHER, { step: "revoke", waiver, reason: "Chứng từ không đúng" }));
    expect(
      (await problemOf(await waive(id, OTHER, { step: "revoke", waiver, reason: "lần nữa" }))).code,
    ).toBe("state-conflict");
    const seen = await detail(id, PERSON_OF.drafter);
    expect(seen.waivers).toMatchObject([{ state: "revoked", revoked: { note: "Chứng từ không đúng" } }]);
    expect(seen.receipt).toEqual(receipt);
    await act(id, OTHER, "receive", seen.etag);
    await act(id, OTHER, "return", (await detail(id, PERSON_OF.drafter)).etag);
    expect((await problemOf(await resend(id))).code).toBe("findings");
    expect(await logIsGood()).toBe(true);
  });

  test("it is of this submission: another one with the same error is refused", async () => {
    await waivedByTwo();
    const { id } = await submissionIn("returned");
    expect((await problemOf(await resend(id))).code).toBe("findings");
    const fresh = await send(await tokenOf(PERSON_OF.drafter), { workbook: overpaid() });
    expect((await problemOf(fresh)).code).toBe("findings");
  });
});

describe("the register", () => {
  const register = async (role: keyof typeof PERSON_OF) =>
    callJson<WaiverRegister>("/api/v1/waivers", { token: await tokenOf(PERSON_OF[role]) });

  test("the newest first, with what became of each, for the Ministry and its steward", async () => {
    const { id, waiver } = await waivedByTwo("KC-NV-005");
    const other = await submissionIn("ministry_review");
    await taken(await waive(other.id, PERSON_OF.ministry, asked("KC-NV-005")));
    for (const role of ["ministry", "steward"] as const) {
      const { items, rules } = await register(role);
      expect(items.slice(0, 2)).toMatchObject([
        { submissionId: other.id, rule: "KC-NV-005", state: "proposed", provinceName: "Quảng Ninh" },
        { submissionId: id, id: waiver, state: "granted", decided: { id: OTHER } },
      ]);
      expect(rules.find(({ rule }) => rule === "KC-NV-005")).toEqual({
        rule: "KC-NV-005",
        proposed: 1,
        granted: 1,
        refused: 0,
        revoked: 0,
      });
    }
  });
});
