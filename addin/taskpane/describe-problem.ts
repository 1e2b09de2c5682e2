/** Anything that was thrown → what the person reads: what happened, and what to do. */
import { ExcelProblem } from "../excel/problem.ts";
import { ApiProblem } from "./api.ts";
import { LawMissing } from "./law.ts";
import { lang, texts } from "./texts/index.ts";

export interface ProblemWords {
  readonly title: string;
  readonly detail: string;
  /** One line for each wrong place. */
  readonly places: readonly string[];
  readonly reference: string | null;
}

function words(text: { title: string; detail: string }): ProblemWords {
  return { ...text, places: [], reference: null };
}

function describeApi(error: ApiProblem): ProblemWords {
  const t = texts().problem;
  const { problem } = error;
  if (problem === null)
    return words(
      error.local === "unreadable" || error.local === null ? t.unreadable(error.status) : t[error.local],
    );
  return {
    title: lang() === "vi" ? problem.title : (t.titles[problem.code] ?? problem.title),
    detail: problem.detail,
    places: (problem.errors ?? []).slice(0, 5).map((issue) => `${issue.pointer}: ${issue.detail}`),
    reference: problem.instance === undefined ? null : t.requestId(problem.instance),
  };
}

export function describeProblem(error: unknown): ProblemWords {
  const t = texts().problem;
  if (error instanceof ApiProblem) return describeApi(error);
  if (error instanceof ExcelProblem) return words(t.excel[error.code](error.subject));
  if (error instanceof LawMissing) return words(t.law);
  console.error(error);
  return words(t.page);
}
