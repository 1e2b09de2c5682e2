/** Does an answer keep what its route declares: the status, the media type, and every member of the body? For tests. */
import type { z } from "zod";
import { PROBLEM_CODES, PROBLEM_MEDIA_TYPE, ProblemSchema } from "../shared/contract/problem.ts";
import { canonicalJson } from "../shared/kernel/canonical.ts";
import { ROUTES } from "./index.ts";
import type { RouteSpec } from "./http/route.ts";

const PATTERNS = ROUTES.map(({ spec }) => ({
  spec,
  pattern: new RegExp(`^${spec.path.replaceAll(".", "\\.").replace(/\{\w+\}/g, "[^/]+")}$`),
}));

/** The declaration that a request meets; a literal path wins over one with a parameter. */
export function specFor(method: string, path: string): RouteSpec | null {
  const wanted = method === "HEAD" ? "GET" : method;
  const all = PATTERNS.filter(
    ({ spec, pattern }) => spec.method.toUpperCase() === wanted && pattern.test(path),
  );
  return (all.find(({ spec }) => !spec.path.includes("{")) ?? all[0])?.spec ?? null;
}

function firstDifference(a: string, b: string): string {
  const at = [...a].findIndex((char, index) => char !== b[index]);
  return a.slice(Math.max(0, at - 40), at + 60);
}

function bodyMisfit(schema: z.ZodType, text: string): string | null {
  const body = JSON.parse(text) as unknown;
  const read = schema.safeParse(body);
  if (!read.success) {
    const [issue] = read.error.issues;
    return `${issue?.path.map(String).join(".") ?? ""}: ${issue?.message ?? ""}`;
  }
  const [given, kept] = [canonicalJson(body), canonicalJson(read.data)];
  return given === kept ? null : `has what its schema does not name: ${firstDifference(given, kept)}`;
}

/** Null when the answer is as declared, else what is not. `text`: the body, empty for files. */
export function misfit(spec: RouteSpec, answer: Response, text: string): string | null {
  const type = (answer.headers.get("content-type") ?? "").split(";")[0] ?? "";
  if (type === PROBLEM_MEDIA_TYPE) {
    const wrong = bodyMisfit(ProblemSchema, text);
    const { code, status } = JSON.parse(text) as { code: keyof typeof PROBLEM_CODES; status: number };
    if (wrong !== null) return wrong;
    return PROBLEM_CODES[code].status === answer.status && status === answer.status
      ? null
      : "another status than its code";
  }
  if (answer.status >= 400) return `answers ${answer.status} with ${type}`;
  const declared = spec.answers[answer.status];
  if (declared === undefined) return `answers ${answer.status}, which it does not declare`;
  if (declared.schema === undefined || answer.status === 304 || text === "") return null;
  return type === (declared.mediaType ?? "application/json")
    ? bodyMisfit(declared.schema, text)
    : `answers ${type}`;
}
