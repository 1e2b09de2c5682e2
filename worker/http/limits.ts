/**
 * How often one may ask. The counters are the platform's rate-limit bindings (in memory beside the Worker, no query of
 * the database), so a refusal costs next to nothing. Where a binding is missing outside a local machine, a counter of
 * this process stands in: the service is never without a limit.
 */
import type { Viewer } from "../auth/authenticate.ts";
import { isLocal, type Env } from "../env.ts";
import { HttpProblem, RETRY_AFTER_SECONDS as WINDOW_SECONDS } from "./problem.ts";

/** Requests in one window, for the stand-in counters; the bindings have the same figures in wrangler.toml. */
export const LIMITS = { person: 600, organisation: 3000, address: 6000 } as const;
type Kind = keyof typeof LIMITS;

const MOST_KEYS = 10_000;

/** Counts in fixed windows; forgets everything when a window ends or when too many keys come. */
export class ProcessLimit {
  readonly #limit: number;
  #window = -1;
  #counts = new Map<string, number>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  limit({ key }: { key: string }, nowMs = Date.now()): Promise<{ success: boolean }> {
    const window = Math.floor(nowMs / (WINDOW_SECONDS * 1000));
    if (window !== this.#window || this.#counts.size >= MOST_KEYS) {
      this.#window = window;
      this.#counts = new Map();
    }
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return Promise.resolve({ success: count <= this.#limit });
  }
}

const standIns: Readonly<Record<Kind, ProcessLimit>> = {
  person: new ProcessLimit(LIMITS.person),
  organisation: new ProcessLimit(LIMITS.organisation),
  address: new ProcessLimit(LIMITS.address),
};

const SAYS: Readonly<Record<Kind, string>> = {
  person: "Tài khoản này gửi quá nhiều yêu cầu; hãy chờ một phút rồi thử lại.",
  organisation: "Đơn vị này gửi quá nhiều yêu cầu cùng lúc; hãy chờ một phút rồi thử lại.",
  address: "Địa chỉ mạng này gửi quá nhiều yêu cầu; hãy chờ một phút rồi thử lại.",
};

function counterOf(env: Env, kind: Kind): Pick<RateLimit, "limit"> | null {
  if (isLocal(env) && env.RATE_LIMITS === "off") return null;
  const bound = {
    person: env.PERSON_LIMIT,
    organisation: env.ORGANISATION_LIMIT,
    address: env.ADDRESS_LIMIT,
  };
  return bound[kind] ?? standIns[kind];
}

/** Problem: too-many-requests. */
async function count(env: Env, kind: Kind, key: string): Promise<void> {
  const counter = counterOf(env, kind);
  if (counter === null) return;
  const { success } = await counter.limit({ key });
  if (!success) throw new HttpProblem("too-many-requests", SAYS[kind]);
}

/** One person, and their whole organisation. Problem: too-many-requests. */
export async function limitViewer(env: Env, viewer: Viewer): Promise<void> {
  await count(env, "person", viewer.id);
  await count(env, "organisation", viewer.organisation.id);
}

/** Before anything is looked up: guessing tokens, and what needs no sign-in. Problem: too-many-requests. */
export async function limitAddress(env: Env, request: Request): Promise<void> {
  await count(env, "address", request.headers.get("cf-connecting-ip") ?? "unknown");
}
