/** Work behind the queue that was given up: what it was, since when, and whether somebody has sent it again. */
import { z } from "zod";

export const FAILED_JOBS_SHOWN = 50;

export const FailedJobIdSchema = z.string().regex(/^[0-9A-Za-z_-]{1,100}$/);

export const FailedJobSchema = z
  .object({
    id: FailedJobIdSchema,
    kind: z
      .string()
      .meta({ description: "check-upload: kiểm một tệp; recheck: kiểm lại hồ sơ; khác: việc lạ" }),
    /** The upload or the run it is about; null for a message that is no job of ours. */
    about: z.string().nullable(),
    failedAt: z.string(),
    sentAgain: z.object({ name: z.string(), at: z.string() }).nullable(),
  })
  .meta({ id: "FailedJob" });
export type FailedJob = z.infer<typeof FailedJobSchema>;

export const FailedJobsSchema = z
  .object({
    /** Not sent again yet: should be 0. */
    waiting: z.number().int().min(0),
    items: z.array(FailedJobSchema),
  })
  .meta({ id: "FailedJobs" });
export type FailedJobs = z.infer<typeof FailedJobsSchema>;

export const SendAgainSchema = z.strictObject({ id: FailedJobIdSchema }).meta({ id: "SendAgain" });
