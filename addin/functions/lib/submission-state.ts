/** Asks the server where a submission stands, for KC.TRANGTHAI: signed in as the pane is, one loop for every cell. */
import { STATE_LABEL, STATES, type State } from "../../../shared/plan/states.ts";
import { cellError } from "./errors.ts";
import { createPoll, type Poll, type PollAnswer } from "./poll.ts";

const SESSION_KEY = "kc.session";
/** Dispatched on the window when somebody signs in or out. */
const SESSION_EVENT = "kc-session";
const SILENCE_MS = 20_000;

const EXPIRED = "Phiên đăng nhập đã hết. Đăng nhập lại ở ngăn Khuyến công.";
export const SIGNED_OUT = "Chưa đăng nhập. Mở ngăn Khuyến công và đăng nhập; ô sẽ tự cập nhật.";

/** The token the pane keeps; null when there is none: then a cookie of our own pages may speak for the person. */
export function sessionToken(): string | null {
  try {
    const { token } = JSON.parse(localStorage.getItem(SESSION_KEY) ?? "{}") as { token?: unknown };
    return typeof token === "string" && token !== "" ? token : null;
  } catch {
    return null;
  }
}

/** Our pages remember who it was, with a token or without one. */
function wasSignedIn(): boolean {
  try {
    return localStorage.getItem(SESSION_KEY) !== null;
  } catch {
    return false;
  }
}

function refused(vi: string, final: boolean): PollAnswer<State> {
  return { kind: "refused", error: cellError({ kind: "NA", vi }) as Error, final };
}

function stateIn(body: unknown): State | null {
  const { submission } = (body ?? {}) as { submission?: { state?: unknown } };
  return STATES.find((state) => state === submission?.state) ?? null;
}

function retryAfter(response: Response): { retryAfterMs?: number } {
  const seconds = Number(response.headers.get("retry-after"));
  return Number.isFinite(seconds) && seconds > 0 ? { retryAfterMs: seconds * 1000 } : {};
}

/** State last answered with its tag, so that an unchanged file need not be sent again. */
const known = new Map<string, { etag: string; state: State; token: string | null }>();

export async function askState(id: string): Promise<PollAnswer<State>> {
  const token = sessionToken();
  const last = known.get(id);
  const headers: Record<string, string> = {
    accept: "application/json",
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    ...(last?.token === token ? { "if-none-match": last.etag } : {}),
  };
  try {
    const response = await fetch(`/api/v1/submissions/${id}`, {
      headers,
      // Reading only, at our own address: the cookie of the pages is enough.
      credentials: "same-origin",
      signal: AbortSignal.timeout(SILENCE_MS),
    });
    if (response.status === 304 && last !== undefined) return { kind: "value", value: last.state };
    if (response.status === 401) return refused(wasSignedIn() ? EXPIRED : SIGNED_OUT, false);
    if (response.status === 403) return refused(`Không có quyền xem hồ sơ “${id}”.`, true);
    if (response.status === 404)
      return refused(`Không có hồ sơ “${id}”, hoặc bạn không được xem hồ sơ này.`, true);
    if (!response.ok) return { kind: "offline", ...retryAfter(response) };
    const state = stateIn(await response.json());
    if (state === null) return { kind: "offline" };
    known.set(id, { etag: response.headers.get("etag") ?? "", state, token });
    return { kind: "value", value: state };
  } catch {
    return { kind: "offline" };
  }
}

let shared: Poll<State> | null = null;

/** The one loop; signing in or out and coming back online wake it. */
export function statePoll(): Poll<State> {
  if (shared !== null) return shared;
  const poll = createPoll<State>({
    ask: askState,
    later: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    random: Math.random,
  });
  if (typeof addEventListener === "function") {
    addEventListener(SESSION_EVENT, poll.wake);
    addEventListener("online", poll.wake);
    addEventListener("storage", (event) => {
      if (event.key === SESSION_KEY || event.key === null) poll.wake();
    });
  }
  shared = poll;
  return poll;
}

export function stateText(state: State): string {
  return STATE_LABEL[state].vi;
}
