/** What reads and judges a workbook, loaded while the pane already shows itself. */
import type { FlatWorkbook } from "../../shared/kernel/flat.ts";
import type { Verdict } from "../../shared/workbook/judge.ts";
import { readInfo } from "../../shared/workbook/read.ts";
import { INFO_SHEET } from "../../shared/workbook/template.ts";
import type { Pinned } from "../functions/lib/pinned-book.ts";
import { ExcelProblem } from "../excel/problem.ts";
import type { JudgeAnswer, JudgedWith, JudgeRequest } from "./judge-worker.ts";

export { ownBooksOf } from "../../shared/workbook/own-books.ts";

/** What KC_ThongTin names of the books. */
export function pinnedBy(flat: FlatWorkbook): Pinned {
  return readInfo(flat, INFO_SHEET);
}

let worker: Worker | null = null;
/** What the present worker was last told to judge with. */
let told: JudgedWith | null = null;
let asked = 0;

function drop(): void {
  worker?.terminate();
  worker = null;
  told = null;
}

/** Where no worker may run: the same code on the page's own thread. */
async function judgeHere(flat: FlatWorkbook, { law, norms, waivers }: JudgedWith): Promise<Verdict> {
  const { judgeWorkbook } = await import("../../shared/workbook/judge.ts");
  return judgeWorkbook(flat, law, norms, waivers);
}

function running(): Worker | null {
  try {
    return (worker ??= new Worker(new URL("./judge-worker.ts", import.meta.url), { type: "module" }));
  } catch (error) {
    console.warn(error);
    return null;
  }
}

function ask(to: Worker, flat: FlatWorkbook, using: JudgedWith, signal: AbortSignal): Promise<Verdict> {
  const id = (asked += 1);
  return new Promise((resolve, reject) => {
    const over = new AbortController();
    const listen = { signal: over.signal };
    to.addEventListener(
      "message",
      ({ data }: MessageEvent<JudgeAnswer>) => {
        if (data.id !== id) return;
        over.abort();
        if ("verdict" in data) resolve(data.verdict);
        else reject(new Error(data.refused));
      },
      listen,
    );
    to.addEventListener(
      "error",
      () => {
        over.abort();
        drop();
        judgeHere(flat, using).then(resolve, reject);
      },
      listen,
    );
    // A judgement cannot be interrupted: its worker ends, and a new one begins with the next question.
    signal.addEventListener(
      "abort",
      () => {
        over.abort();
        drop();
        reject(new ExcelProblem("stopped", ""));
      },
      listen,
    );
    const known = told?.law === using.law && told.norms === using.norms && told.waivers === using.waivers;
    told = using;
    const request: JudgeRequest = { id, flat, using: known ? null : using };
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    to.postMessage(request);
  });
}

/** The verdict, from the background. Throws ExcelProblem: stopped, once `signal` is aborted. */
export async function judge(flat: FlatWorkbook, using: JudgedWith, signal: AbortSignal): Promise<Verdict> {
  if (signal.aborted) throw new ExcelProblem("stopped", "");
  const background = running();
  return background === null ? judgeHere(flat, using) : ask(background, flat, using, signal);
}
