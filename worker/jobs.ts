/**
 * Heavy work behind the queue. A message may come twice or late: every job finds out what is left to do and writes
 * each result once. A job that throws is tried again; one that fails every time comes back through the queue of failed
 * messages and is kept where the steward sees it.
 */
import { isLocal, type Env } from "./env.ts";
import { describeError } from "./http/describe-error.ts";
import { keepFailedJob } from "./store/failed-jobs.ts";
import { checkWaitingUpload } from "./submissions/upload.ts";
import { continueRun } from "./submissions/recheck.ts";

export type Job =
  | { readonly kind: "check-upload"; readonly uploadId: string }
  /** The submissions of a run after this id. */
  | { readonly kind: "recheck"; readonly runId: string; readonly after: string };

const KINDS: ReadonlySet<unknown> = new Set<Job["kind"]>(["check-upload", "recheck"]);
const RETRY_SECONDS = 30;
/** As wrangler.toml names the queue of failed messages in every environment. */
const FAILED_QUEUE = /-failed$/;

function kindOf(job: unknown): unknown {
  return typeof job === "object" && job !== null && "kind" in job ? job.kind : null;
}

export function isJob(job: unknown): job is Job {
  return KINDS.has(kindOf(job));
}

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

/** A row for the steward's page and a line for whoever reads the log; ids only. */
async function giveUp(env: Env, { id, body }: Message<unknown>, now: Date): Promise<void> {
  const at = now.toISOString();
  const kind = isJob(body) ? body.kind : "unknown";
  console.error(JSON.stringify({ at, level: "error", failedJob: kind, message: id }));
  await keepFailedJob(env.DB, { id, kind, job: JSON.stringify(body) ?? "null", failedAt: at });
}

async function handle(env: Env, message: Message<Job>, failed: boolean): Promise<void> {
  const now = new Date();
  if (failed) await giveUp(env, message, now);
  else await runJob(env, message.body, now);
}

export async function runJobs(batch: MessageBatch<Job>, env: Env): Promise<void> {
  const failed = FAILED_QUEUE.test(batch.queue);
  // Nobody waits half a minute on a local machine.
  const pause = isLocal(env) ? 0 : RETRY_SECONDS;
  for (const message of batch.messages) {
    try {
      await handle(env, message, failed);
      message.ack();
    } catch (error) {
      const job = kindOf(message.body);
      const at = new Date().toISOString();
      console.error(
        JSON.stringify({ at, level: "error", job, attempt: message.attempts, ...describeError(error) }),
      );
      message.retry({ delaySeconds: pause * message.attempts });
    }
  }
}
