import { z } from "zod";
import { SMALL_BODY_LIMIT_BYTES, SubmissionIdSchema } from "../../shared/contract/submission.ts";
import {
  WaiverAnswerSchema,
  WaiverRegisterSchema,
  WaiverRequestSchema,
} from "../../shared/contract/waiver.ts";
import { WAIVER_ROLES } from "../../shared/plan/waivers.ts";
import { json, route } from "../http/route.ts";
import { reading, writing } from "../store/reading.ts";
import { etagOf, mustFind, requireMatch } from "../submissions/act.ts";
import { readWaiverRegister } from "../submissions/waiver-register.ts";
import { takeWaiverStep, waiversOn } from "../submissions/waive.ts";

const waive = route(
  {
    method: "post",
    path: "/api/v1/submissions/{id}/waivers",
    summary:
      "Miễn một quy tắc cho hồ sơ, người thứ hai xác nhận hoặc không đồng ý, thu hồi; ai xem được hồ sơ đều thấy",
    tag: "Hồ sơ",
    access: WAIVER_ROLES,
    params: z.object({ id: SubmissionIdSchema }),
    headers: z.object({ "If-Match": z.string() }),
    body: { schema: WaiverRequestSchema, limitBytes: SMALL_BODY_LIMIT_BYTES },
    answers: { 200: { description: "Các lần miễn của hồ sơ", schema: WaiverAnswerSchema } },
    problems: ["if-match-required", "edit-conflict", "state-conflict"],
  },
  async ({ request, env: bindings, viewer, params, body }) => {
    const session = writing(bindings);
    const { env } = session;
    const submission = await mustFind(env, viewer, params.id);
    requireMatch(request, submission);
    await takeWaiverStep(env, viewer, submission, body, new Date());
    const after = await mustFind(env, viewer, params.id);
    const answer = { etag: etagOf(after), waivers: await waiversOn(env, after.id) };
    return session.stamp(json(answer, 200, { etag: etagOf(after) }));
  },
);

const register = route(
  {
    method: "get",
    path: "/api/v1/waivers",
    summary: "Các lần miễn quy tắc của mọi hồ sơ, và số lần theo từng quy tắc",
    tag: "Hồ sơ",
    access: ["ministry", "steward"],
    answers: { 200: { description: "Mới nhất đứng đầu", schema: WaiverRegisterSchema } },
  },
  async ({ request, env }) => {
    const session = reading(env, request);
    return session.stamp(json(await readWaiverRegister(session.env.DB)));
  },
);

export const waiverRoutes = [waive, register];
