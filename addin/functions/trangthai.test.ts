import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SubmissionIdSchema } from "../../shared/contract/submission.ts";
import { FIRST_MS, GATHER_MS } from "./lib/poll.ts";

const ID = "hs_01K7Z3QH5V8N2M4P6R9T";

/** A fresh module each time: the loop is shared by the whole page. */
async function load() {
  vi.resetModules();
  return import("./trangthai.ts");
}

function signIn(token: string | null): void {
  vi.stubGlobal("localStorage", { getItem: () => (token === null ? null : JSON.stringify({ token })) });
}

function cell() {
  const results: unknown[] = [];
  const invocation = {
    setResult: (result: unknown) => void results.push(result),
    onCanceled: () => undefined,
  };
  return { results, invocation: invocation as unknown as CustomFunctions.StreamingInvocation<unknown> };
}

function answer(state: string): Response {
  return Response.json({ submission: { state } }, { headers: { etag: `"${state}"` } });
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(0.999);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("KC.TRANGTHAI", () => {
  it("knows submissions by the server's own pattern", async () => {
    const { SUBMISSION_ID } = await load();
    expect(SubmissionIdSchema.safeParse(ID).success).toBe(true);
    expect(String(SUBMISSION_ID)).toBe("/^hs_[0-9A-Za-z]{20,32}$/");
    expect(
      SubmissionIdSchema.def.checks?.map((check) => String((check._zod.def as { pattern?: RegExp }).pattern)),
    ).toContain(String(SUBMISSION_ID));
  });

  it("shows the state in Vietnamese in every cell from one request, and its change", async () => {
    const { trangThai } = await load();
    signIn("t1");
    let state = "submitted";
    const ask = vi.fn<(url: string, init: RequestInit) => Promise<Response>>(() =>
      Promise.resolve(answer(state)),
    );
    vi.stubGlobal("fetch", ask);
    const cells = [cell(), cell(), cell()];
    for (const { invocation } of cells) trangThai(ID, invocation);
    await vi.advanceTimersByTimeAsync(GATHER_MS);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(ask.mock.calls[0]?.[0]).toBe(`/api/v1/submissions/${ID}`);
    expect(ask.mock.calls[0]?.[1].headers).toMatchObject({ authorization: "Bearer t1" });
    for (const { results } of cells) expect(results).toEqual(["Đã gửi, chờ tỉnh duyệt"]);
    state = "province_approved";
    await vi.advanceTimersByTimeAsync(FIRST_MS);
    expect(ask).toHaveBeenCalledTimes(2);
    expect(ask.mock.calls[1]?.[1].headers).toMatchObject({ "if-none-match": '"submitted"' });
    expect(cells[0]?.results.at(-1)).toBe("Tỉnh đã duyệt, chờ Bộ tiếp nhận");
    for (const { invocation } of cells) invocation.onCanceled?.();
    await vi.advanceTimersByTimeAsync(10 * FIRST_MS);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it.each([null, ""])("asks with the pages' cookie when the session holds %j for a token", async (token) => {
    const { trangThai } = await load();
    signIn(token);
    const ask = vi.fn<(url: string, init: RequestInit) => Promise<Response>>(() =>
      Promise.resolve(answer("accepted")),
    );
    vi.stubGlobal("fetch", ask);
    const { results, invocation } = cell();
    trangThai(ID, invocation);
    await vi.advanceTimersByTimeAsync(GATHER_MS);
    expect(ask.mock.calls[0]?.[1]).toMatchObject({ credentials: "same-origin" });
    expect(ask.mock.calls[0]?.[1].headers).not.toHaveProperty("authorization");
    expect(results).toEqual(["Đã chấp nhận, chờ đặt hàng"]);
    invocation.onCanceled?.();
  });

  it("keeps the last state with “…” while offline", async () => {
    const { trangThai } = await load();
    signIn("t1");
    let online = true;
    vi.stubGlobal("fetch", () =>
      online ? Promise.resolve(answer("accepted")) : Promise.reject(new TypeError("network")),
    );
    const { results, invocation } = cell();
    trangThai(ID, invocation);
    await vi.advanceTimersByTimeAsync(GATHER_MS);
    online = false;
    await vi.advanceTimersByTimeAsync(FIRST_MS);
    expect(results).toEqual(["Đã chấp nhận, chờ đặt hàng", "Đã chấp nhận, chờ đặt hàng …"]);
    invocation.onCanceled?.();
  });

  it("says that nothing is known yet when the first question finds no server", async () => {
    const { trangThai } = await load();
    signIn("t1");
    vi.stubGlobal("fetch", () => Promise.resolve(new Response("", { status: 503 })));
    const { results, invocation } = cell();
    trangThai(ID, invocation);
    await vi.advanceTimersByTimeAsync(GATHER_MS);
    expect(results).toEqual(["… (chưa kết nối được máy chủ, sẽ tự hỏi lại)"]);
    invocation.onCanceled?.();
  });

  it.each([
    [null, 401, /Chưa đăng nhập/],
    ["", 401, /Phiên đăng nhập đã hết/],
    ["t", 401, /Phiên đăng nhập đã hết/],
    ["t", 403, /Không có quyền/],
    ["t", 404, /Không có hồ sơ/],
  ])("with token %j and answer %i says what to do", async (token, status, sentence) => {
    const { trangThai } = await load();
    signIn(token);
    const ask = vi.fn<() => Promise<Response>>(() => Promise.resolve(new Response("{}", { status })));
    vi.stubGlobal("fetch", ask);
    const { results, invocation } = cell();
    trangThai(ID, invocation);
    await vi.advanceTimersByTimeAsync(GATHER_MS);
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({ code: "#N/A", message: expect.stringMatching(sentence) as string });
    invocation.onCanceled?.();
  });

  it("refuses what is not a code of a submission, without asking", async () => {
    const { trangThai } = await load();
    const { results, invocation } = cell();
    trangThai("DA01", invocation);
    expect(results[0]).toMatchObject({ code: "#VALUE!", message: expect.stringContaining("hs_…") as string });
  });
});
