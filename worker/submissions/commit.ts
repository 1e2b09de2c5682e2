/**
 * Storing a change: one D1 batch, so all of it or nothing. The event's place in the chain is taken optimistically;
 * when somebody of the same province was faster, the whole change is made again on the new head.
 */
import { HttpProblem } from "../http/problem.ts";

const ATTEMPTS = 24;

type Clash = "chain" | "version" | "idempotency" | "other";

function clashOf(error: unknown): Clash {
  const message = error instanceof Error ? error.message : String(error);
  if (message.includes("events.chain")) return "chain";
  if (message.includes("idempotency.person_id")) return "idempotency";
  const versionTables = [
    "events.submission_id",
    "revisions.submission_id",
    "comments.submission_id",
    "orders.submission_id",
  ];
  return versionTables.some((column) => message.includes(column)) ? "version" : "other";
}

/** Thrown by `commit` when the idempotency key was stored by a twin request in the meantime. */
export class TwinRequest extends Error {}

/**
 * `build` gives the statements and the result for the present head of the chain. Problems: edit-conflict.
 * Throws TwinRequest, and whatever the database throws otherwise.
 */
export async function commit<T>(
  db: D1Database,
  build: () => Promise<{ statements: D1PreparedStatement[]; result: T }>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const { statements, result } = await build();
    try {
      await db.batch(statements);
      return result;
    } catch (error) {
      const clash = clashOf(error);
      if (clash === "idempotency") throw new TwinRequest();
      if (clash === "version")
        throw new HttpProblem("edit-conflict", "Hồ sơ vừa được người khác thay đổi; hãy tải lại.");
      if (clash === "other") throw error;
      if (attempt >= ATTEMPTS)
        throw new HttpProblem("unavailable", "Máy chủ đang bận; hãy gửi lại sau ít giây.");
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 8 * attempt));
    }
  }
}
