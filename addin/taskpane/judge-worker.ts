/** Judges workbooks in the background, so that nobody's typing waits for it. */
import type { FlatWorkbook } from "../../shared/kernel/flat.ts";
import type { LawBook } from "../../shared/law/types.ts";
import type { CountedWaiver } from "../../shared/plan/waivers.ts";
import type { NormBook } from "../../shared/norms/model.ts";
import { judgeWorkbook, type Verdict } from "../../shared/workbook/judge.ts";

/** What a workbook is judged with; sent once, and again only when it changes. */
export interface JudgedWith {
  readonly law: LawBook;
  readonly norms: readonly NormBook[];
  /** Of the submission that the workbook corrects. */
  readonly waivers: readonly CountedWaiver[];
}

export interface JudgeRequest {
  readonly id: number;
  readonly flat: FlatWorkbook;
  /** Null = as last time. */
  readonly using: JudgedWith | null;
}

export type JudgeAnswer =
  | { readonly id: number; readonly verdict: Verdict }
  | { readonly id: number; readonly refused: string };

let using: JudgedWith | null = null;

function answer({ id, flat, using: given }: JudgeRequest): JudgeAnswer {
  using = given ?? using;
  if (using === null) return { id, refused: "nothing to judge with" };
  try {
    return { id, verdict: judgeWorkbook(flat, using.law, using.norms, using.waivers) };
  } catch (error) {
    return { id, refused: error instanceof Error ? error.message : String(error) };
  }
}

self.addEventListener("message", (event: MessageEvent<JudgeRequest>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  self.postMessage(answer(event.data));
});
