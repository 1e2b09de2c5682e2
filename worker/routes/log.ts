import { LogCheckSchema } from "../../shared/contract/event.ts";
import type { Viewer } from "../auth/authenticate.ts";
import type { Env } from "../env.ts";
import { json, route } from "../http/route.ts";
import { countMisfits } from "../store/evidence.ts";
import { listChains, readChainFor } from "../store/events.ts";
import { reading } from "../store/reading.ts";
import { chainOf, verifyChain } from "../submissions/log.ts";

const TAG = "Nhật ký";
const PAGE = 500;

/** A province has its own chain, the ministry and the steward all of them. */
function chainsFor(env: Env, viewer: Viewer): Promise<string[]> {
  const own = viewer.organisation.provinceCode;
  return listChains(env.DB, own === null ? null : chainOf(own));
}

const verify = route(
  {
    method: "get",
    path: "/api/v1/log/verify",
    summary: "Kiểm chuỗi băm của nhật ký từ đầu, và các bảng có nói đúng như nhật ký",
    tag: TAG,
    access: ["province", "ministry", "steward"],
    answers: { 200: { description: "Kết quả từng chuỗi", schema: LogCheckSchema } },
  },
  async ({ request, env, viewer }) => {
    const session = reading(env, request);
    const checks = [];
    for (const chain of await chainsFor(session.env, viewer))
      checks.push(await verifyChain(session.env.DB, chain));
    const records = await countMisfits(session.env.DB, viewer.organisation.provinceCode);
    const ok = checks.every((check) => check.ok) && records.every(({ wrong }) => wrong === 0);
    return session.stamp(json({ ok, chains: checks, records }));
  },
);

/** One event a line, chain after chain, oldest first; read from the database as the reader takes it. */
async function* exportLines(env: Env, viewer: Viewer, chains: readonly string[]): AsyncGenerator<string> {
  for (const chain of chains) {
    for (let after = 0; ; ) {
      const slice = await readChainFor(env.DB, viewer, chain, after, PAGE);
      if (slice.length > 0) yield slice.map((event) => `${JSON.stringify(event)}\n`).join("");
      if (slice.length < PAGE) break;
      after = slice.at(-1)?.seq ?? after;
    }
  }
}

function streamOf(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}

const exported = route(
  {
    method: "get",
    path: "/api/v1/log/export",
    summary:
      "Nhật ký, mỗi dòng một sự kiện có niêm phong, kiểm bằng kc verify-log; sự kiện của hồ sơ không được xem chỉ có băm",
    tag: TAG,
    access: ["province", "ministry", "steward"],
    answers: { 200: { description: "NDJSON", mediaType: "text/x-ndjson" } },
  },
  async ({ env, viewer }) => {
    const body = streamOf(exportLines(env, viewer, await chainsFor(env, viewer)));
    return new Response(body, {
      headers: {
        "content-type": "text/x-ndjson; charset=utf-8",
        "content-disposition": 'attachment; filename="nhat-ky.ndjson"',
        "cache-control": "no-store",
      },
    });
  },
);

export const logRoutes = [verify, exported];
