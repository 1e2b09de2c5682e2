import { FAILED_JOBS_SHOWN, FailedJobsSchema, SendAgainSchema } from "../../shared/contract/failed-job.ts";
import { SMALL_BODY_LIMIT_BYTES } from "../../shared/contract/submission.ts";
import type { Env } from "../env.ts";
import { HttpProblem } from "../http/problem.ts";
import { json, route } from "../http/route.ts";
import { isJob } from "../jobs.ts";
import { countWaitingJobs, findFailedJob, listFailedJobs, noteSentAgain } from "../store/failed-jobs.ts";

const TAG = "Vận hành";
const ALL = { 200: { description: "Việc chưa gửi lại đứng đầu", schema: FailedJobsSchema } };

async function all(env: Env): Promise<Response> {
  const [waiting, items] = await Promise.all([
    countWaitingJobs(env.DB),
    listFailedJobs(env.DB, FAILED_JOBS_SHOWN),
  ]);
  return json({ waiting, items });
}

const list = route(
  {
    method: "get",
    path: "/api/v1/failed-jobs",
    summary: "Việc chạy nền đã hỏng quá số lần thử",
    tag: TAG,
    access: ["steward"],
    answers: ALL,
  },
  async ({ env }) => all(env),
);

const again = route(
  {
    method: "post",
    path: "/api/v1/failed-jobs/again",
    summary: "Gửi một việc đã hỏng vào hàng đợi lần nữa, sau khi nguyên nhân đã hết",
    tag: TAG,
    access: ["steward"],
    body: { schema: SendAgainSchema, limitBytes: SMALL_BODY_LIMIT_BYTES },
    answers: ALL,
    problems: ["not-found", "state-conflict"],
  },
  async ({ env, viewer, body }) => {
    const found = await findFailedJob(env.DB, body.id);
    if (found === null) throw new HttpProblem("not-found", "Không có việc này.");
    if (found.sentAgainAt !== null) throw new HttpProblem("state-conflict", "Việc này đã được gửi lại.");
    const job: unknown = JSON.parse(found.job);
    if (!isJob(job))
      throw new HttpProblem("state-conflict", "Bản phần mềm này không biết việc ấy nên không gửi lại được.");
    // Sent first: a job may come twice, and one that is noted but never sent would be lost.
    await env.JOBS.send(job);
    await noteSentAgain(env.DB, body.id, viewer.id, new Date().toISOString());
    return all(env);
  },
);

export const failedJobRoutes = [list, again];
