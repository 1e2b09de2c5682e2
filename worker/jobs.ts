/**
 * Heavy work behind the queue. A message may come twice or late: every job finds out what is left to do and writes
 * each result once. A job that throws is tried again, then lands in the dead-letter queue.
 */
import type { Env } from "./env.ts";
import { describeError } from "./http/describe-error.ts";
import { checkWaitingUpload } from "./submissions/upload.ts";
import { continueRun } from "./submissions/recheck.ts";

export type Job =
  | { readonly kind: "check-upload"; readonly uploadId: string }
  /** The submissions of a run after this id. */
  | { readonly kind: "recheck"; readonly runId: string; readonly after: string };

const RETRY_SECONDS = 30;

export async function runJob(env: Env, job: Job, now: Date): Promise<void> {
  switch (job.kind) {
    case "check-upload":
      return checkWaitingUpload(env, job.uploadId, now);
    case "recheck":
      return continueRun(env, job.runId, job.after, now);
    default:
      throw new Error("no such job");
  }
}

export async function runJobs(batch: MessageBatch<Job>, env: Env): Promise<void> {
  for (const message of batch.messages) {
    try {
      await runJob(env, message.body, new Date());
      message.ack();
    } catch (error) {
      const { kind } = message.body;
      console.error(
        JSON.stringify({ level: "error", job: kind, attempt: message.attempts, ...describeError(error) }),
      );
      message.retry({ delaySeconds: RETRY_SECONDS * message.attempts });
    }
  }
}
