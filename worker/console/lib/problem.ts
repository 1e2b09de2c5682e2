/** What went wrong with a request, as the pages show it. */
import type { Problem, ProblemCode } from "../../../shared/contract/problem.ts";
import { lang, texts } from "../texts/index.ts";

/** Codes of our own, for answers that never reached or never left the service. */
export type LocalCode = "network" | "not-problem";

export class ApiProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.name = "ApiProblem";
    this.problem = problem;
  }

  /** Somebody else changed the submission, or its state no longer allows this. */
  get isConflict(): boolean {
    return this.problem.code === "edit-conflict" || this.problem.code === "state-conflict";
  }
}

export function localProblem(code: LocalCode, status: number): ApiProblem {
  const words = texts().problems.local[code];
  return new ApiProblem({
    type: `about:blank#${code}`,
    title: words.title,
    status,
    detail: words.detail(status),
    code,
  });
}

/** JSON of an error answer → problem; anything that is not RFC 9457 becomes our own sentence. */
export function toProblem(value: unknown, status: number): ApiProblem {
  if (typeof value === "object" && value !== null) {
    const { title, detail, code } = value as Partial<Problem>;
    if (typeof title === "string" && typeof detail === "string" && typeof code === "string") {
      return new ApiProblem({ ...(value as Problem), status });
    }
  }
  return localProblem("not-problem", status);
}

export interface ProblemWords {
  readonly title: string;
  readonly detail: string;
  /** One line per wrong place. */
  readonly places: readonly string[];
  /** Request id, for looking it up in the service's log. */
  readonly requestId: string | null;
}

export function describeProblem(error: unknown): ProblemWords {
  if (!(error instanceof ApiProblem)) {
    const words = texts().problems.page;
    return { title: words.title, detail: words.detail, places: [], requestId: null };
  }
  const { problem } = error;
  const translated: Readonly<Record<string, string | undefined>> = texts().problems.titles;
  const title = lang() === "vi" ? problem.title : (translated[problem.code as ProblemCode] ?? problem.title);
  const places = (problem.errors ?? []).map((issue) => `${issue.pointer}: ${issue.detail}`);
  return { title, detail: problem.detail, places, requestId: problem.instance ?? null };
}
