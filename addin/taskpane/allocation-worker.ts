/** Chooses in the background, with HiGHS where constraints need it. The server lets a script of this name compile WebAssembly. */
import loadHighs from "highs";
import wasmAddress from "highs/runtime?url";
import type { Answered, Posted } from "../../shared/allocation/asker.ts";
import { answerTo } from "../../shared/allocation/questions.ts";
import { highsSolver } from "../../shared/allocation/solver.ts";

const solver = loadHighs({ locateFile: () => wasmAddress }).then(highsSolver, () => undefined);

self.addEventListener("message", async ({ data: { id, question } }: MessageEvent<Posted>) => {
  const ready = await solver;
  const answer = answerTo(question, ready === undefined ? {} : { solver: ready });
  const message: Answered = { id, solver: ready !== undefined, answer };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  self.postMessage(message);
});
