/** What a page asks of a background worker: plain data in, plain data out. */
import type { Result } from "../kernel/result.ts";
import { explainProject } from "./allocate.ts";
import type { Means } from "./choose.ts";
import { report, type AllocationReport } from "./report.ts";
import type { AllocationInput, Reason } from "./types.ts";
import { withMoreMoney, type WhatIf } from "./what-if.ts";

export type Question =
  | { readonly kind: "report"; readonly input: AllocationInput }
  | { readonly kind: "explain"; readonly input: AllocationInput; readonly id: string }
  | {
      readonly kind: "more";
      readonly input: AllocationInput;
      readonly now: { readonly chosen: readonly string[]; readonly value: number };
      readonly moreDong: number;
    };

export interface Answers {
  readonly report: Result<AllocationReport>;
  readonly explain: Result<Reason>;
  readonly more: Result<WhatIf>;
}

export function answerTo<Q extends Question>(question: Q, means: Means): Answers[Q["kind"]] {
  const answer =
    question.kind === "report"
      ? report(question.input, means)
      : question.kind === "explain"
        ? explainProject(question.input, question.id, means)
        : withMoreMoney(question.input, question.now, question.moreDong, means);
  return answer as Answers[Q["kind"]];
}
