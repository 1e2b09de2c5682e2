import {
  PROBLEM_CODES,
  PROBLEM_MEDIA_TYPE,
  type Problem,
  type ProblemCode,
} from "../../shared/contract/problem.ts";

/** The longest a window of the rate limits lasts: after that the same request is taken. */
export const RETRY_AFTER_SECONDS = 60;

type Extra = Partial<Omit<Problem, "type" | "title" | "status" | "detail" | "code">>;

/** The one error the routes throw; `onError` turns it into problem JSON. `detail` is a Vietnamese sentence. */
export class HttpProblem extends Error {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly extra: Extra;

  constructor(code: ProblemCode, detail: string, extra: Extra = {}) {
    super(code);
    this.name = "HttpProblem";
    this.code = code;
    this.detail = detail;
    this.extra = extra;
  }
}

export function problemBody(code: ProblemCode, detail: string, extra: Extra = {}): Problem {
  const { status, title } = PROBLEM_CODES[code];
  return { type: `/api/docs#${code}`, title, status, detail, code, ...extra };
}

export function problemResponse(code: ProblemCode, detail: string, extra: Extra = {}): Response {
  const headers: Record<string, string> = { "content-type": PROBLEM_MEDIA_TYPE, "cache-control": "no-store" };
  if (code === "too-many-requests") headers["retry-after"] = String(RETRY_AFTER_SECONDS);
  if (code === "unauthenticated") headers["www-authenticate"] = 'Bearer realm="khuyencong"';
  return new Response(JSON.stringify(problemBody(code, detail, extra)), {
    status: PROBLEM_CODES[code].status,
    headers,
  });
}
