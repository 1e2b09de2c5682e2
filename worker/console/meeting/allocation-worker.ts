/** Chooses in the background, with HiGHS where constraints need it. Without WebAssembly the own searches stay. */
import loadHighs from "highs";
import wasmAddress from "highs/runtime?url";
import { answerTo, type Question } from "../../../shared/allocation/questions.ts";
import { highsSolver } from "../../../shared/allocation/solver.ts";

const solver = loadHighs({ locateFile: () => wasmAddress }).then(highsSolver, () => undefined);

self.addEventListener("message", async (event: MessageEvent<{ id: number; question: Question }>) => {
  const { id, question } = event.data;
  const ready = await solver;
  const answer = answerTo(question, ready === undefined ? {} : { solver: ready });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  self.postMessage({ id, solver: ready !== undefined, answer });
});
