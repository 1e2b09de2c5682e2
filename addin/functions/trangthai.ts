import { text } from "./lib/coerce.ts";
import { cellError } from "./lib/errors.ts";
import type { PollNews } from "./lib/poll.ts";
import { SIGNED_OUT, sessionToken, statePoll, stateText } from "./lib/submission-state.ts";
import type { Example, FunctionTexts } from "./lib/texts.ts";
import type { State } from "../../shared/plan/states.ts";

/** As the server names submissions. */
export const SUBMISSION_ID = /^hs_[0-9A-Za-z]{20,32}$/;
const WAITING = "… (chưa kết nối được máy chủ, sẽ tự hỏi lại)";

function idOf(maHoSo: unknown): string {
  const id = text(maHoSo, "mã hồ sơ");
  if (SUBMISSION_ID.test(id)) return id;
  throw cellError({
    kind: "VALUE",
    vi: `“${id}” không phải mã hồ sơ; mã có dạng hs_…, xem ở biên nhận hoặc thẻ “Theo dõi”.`,
  });
}

/** What the cell shows; "…" after a state says that it is the last one known. */
function shown(news: PollNews<State>): string | Error {
  if (news.kind === "refused") return news.error;
  if (news.kind === "offline") return WAITING;
  return `${stateText(news.value)}${news.stale ? " …" : ""}`;
}

/**
 * Tình trạng một hồ sơ đã gửi, tự cập nhật. Mọi ô dùng chung một vòng hỏi máy chủ; mất mạng thì giữ tình trạng biết gần nhất kèm “…”.
 * @customfunction TRANGTHAI
 * @streaming
 * @helpurl https://localhost:8787/huong-dan/ham/trangthai
 * @param {any} maHoSo Mã hồ sơ trên biên nhận, dạng hs_…
 * @param {CustomFunctions.StreamingInvocation<any>} invocation Nơi nhận kết quả.
 */
export function trangThai(maHoSo: any, invocation: CustomFunctions.StreamingInvocation<any>): void {
  // Outside a spreadsheet nobody can receive later results.
  if (invocation === undefined) {
    idOf(maHoSo);
    const vi = sessionToken() === null ? SIGNED_OUT : "KC.TRANGTHAI chỉ cập nhật được trong bảng tính.";
    throw cellError({ kind: "NA", vi });
  }
  try {
    invocation.onCanceled = statePoll().watch(idOf(maHoSo), (news) => invocation.setResult(shown(news)));
  } catch (error) {
    invocation.setResult(error as Error);
  }
}

export const texts = {
  en: {
    description:
      "Where a submission stands, kept up to date. All cells share one question to the server; offline, the last known state stays with “…”.",
    params: { maHoSo: "Code of the submission as on the receipt, hs_…" },
  },
} satisfies FunctionTexts<"maHoSo">;

export const examples: readonly Example[] = [
  { args: ["hs_01K7Z3QH5V8N2M4P6R9T"], error: "#N/A" },
  { args: ["DA01"], error: "#VALUE!" },
  { args: [null], error: "#VALUE!" },
];
