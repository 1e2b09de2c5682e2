/** Judging stored revisions again with today's law and rules, a few at a time through the queue. */
import type { z } from "zod";
import type { RecheckRequestSchema, RecheckResult, RecheckRun } from "../../shared/contract/recheck.ts";
import { recheckWorkbook } from "../../shared/contract/recheck.ts";
import type { Receipt, StoredEnvelope } from "../../shared/contract/submission.ts";
import type { Book } from "../../shared/contract/book.ts";
import { RULES } from "../../shared/rules/index.ts";
import { ruleSetVersion } from "../../shared/rules/run.ts";
import type { Viewer } from "../auth/authenticate.ts";
import type { Env } from "../env.ts";
import { readContent } from "../store/content.ts";
import { addResult, addRun, findRun, nextTasks, type RecheckTask } from "../store/rechecks.ts";
import { newId } from "./ids.ts";
import { bookInForce } from "./publications.ts";

/** Submissions of one message; each takes up to a second. */
export const TASKS_AT_ONCE = 10;
/** Changes kept of one submission; there may be thousands after a new law. */
const KEPT_CHANGES = 100;

export async function startRun(
  env: Env,
  viewer: Viewer,
  { reason }: z.infer<typeof RecheckRequestSchema>,
  now: Date,
): Promise<RecheckRun> {
  const id = newId("kl", now);
  const { law } = await bookInForce(env);
  const run = {
    id,
    reason,
    requestedBy: viewer.id,
    requestedAt: now.toISOString(),
    lawVersion: law.version,
    rulesVersion: ruleSetVersion(RULES, law.ruleSettings),
  };
  await env.DB.batch([addRun(env.DB, run)]);
  await env.JOBS.send({ kind: "recheck", runId: id, after: "" });
  const stored = await findRun(env.DB, id);
  if (stored === null) throw new Error("a recheck run is missing");
  return stored;
}

async function recheckOne(
  env: Env,
  { law, norms }: Book,
  task: RecheckTask,
  at: string,
): Promise<RecheckResult> {
  const head = { submissionId: task.submissionId, revision: task.revision, checkedAt: at };
  try {
    const [envelope, receipt] = await Promise.all([
      readContent(env.DB, task.envelopeHash),
      readContent(env.DB, task.receiptHash),
    ]);
    if (envelope === null || receipt === null) throw new RangeError("content of a revision is missing");
    const { workbook } = JSON.parse(envelope) as StoredEnvelope;
    const { same, changes, versions } = recheckWorkbook(workbook, JSON.parse(receipt) as Receipt, law, norms);
    const outcome = same ? "same" : "differs";
    return { ...head, outcome, changes: changes.slice(0, KEPT_CHANGES), versions: [...versions] };
  } catch (error) {
    // Figures beyond exact arithmetic or lost content; a database out of reach is for a retry.
    if (!(error instanceof RangeError)) throw error;
    const change = { path: "workbook", was: null, is: JSON.stringify(error.message) };
    return { ...head, outcome: "failed", changes: [change], versions: [] };
  }
}

/** Does the next few submissions of a run and asks for the rest. Safe to repeat. */
export async function continueRun(env: Env, runId: string, after: string, now: Date): Promise<void> {
  const tasks = await nextTasks(env.DB, runId, after, TASKS_AT_ONCE);
  const at = now.toISOString();
  const book = await bookInForce(env);
  for (const task of tasks) {
    if (task.done === 1) continue;
    await addResult(env.DB, runId, await recheckOne(env, book, task, at)).run();
  }
  const last = tasks.at(-1);
  if (last !== undefined && tasks.length === TASKS_AT_ONCE)
    await env.JOBS.send({ kind: "recheck", runId, after: last.submissionId });
}
