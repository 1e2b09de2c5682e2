/** What several routes of sending share: the key a sender must give and the receipt it gets. */
import { IdempotencyKeySchema, type Receipt } from "../../shared/contract/submission.ts";
import { HttpProblem } from "./problem.ts";

/** Problem: idempotency-key. */
export function idempotencyKey(request: Request): string {
  const key = IdempotencyKeySchema.safeParse(request.headers.get("idempotency-key"));
  if (key.success) return key.data;
  throw new HttpProblem(
    "idempotency-key",
    "Hãy gửi Idempotency-Key gồm 8–128 chữ cái, chữ số, “-” hoặc “_”, mới cho mỗi lần gửi.",
  );
}

/** The receipt's own bytes: the same for every repetition. */
export function receiptAnswer(received: {
  readonly receipt: Receipt;
  readonly text: string | Uint8Array;
  readonly repeated: boolean;
}): Response {
  return new Response(received.text as BodyInit, {
    status: received.repeated ? 200 : 201,
    headers: {
      "content-type": "application/json; charset=utf-8",
      "cache-control": "no-store",
      location: `/api/v1/submissions/${received.receipt.id}`,
    },
  });
}
