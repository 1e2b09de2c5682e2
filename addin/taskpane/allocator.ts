/** Opens the worker that chooses. */
import type { Answered, Open } from "../../shared/allocation/asker.ts";

export const openAllocator: Open = (answered, failed) => {
  const worker = new Worker(new URL("./allocation-worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<Answered>) => answered(data));
  worker.addEventListener("error", failed);
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    post: (message) => worker.postMessage(message),
    end: () => worker.terminate(),
  };
};
