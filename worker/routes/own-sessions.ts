import { EndSessionSchema, OwnSessionsSchema } from "../../shared/contract/own-session.ts";
import { SMALL_BODY_LIMIT_BYTES } from "../../shared/contract/submission.ts";
import { ROLES } from "../../shared/plan/states.ts";
import type { Viewer } from "../auth/authenticate.ts";
import { secretHashOf, sessionTimes } from "../auth/session.ts";
import type { Env } from "../env.ts";
import { HttpProblem } from "../http/problem.ts";
import { json, route } from "../http/route.ts";
import { endOtherSessions, endOwnSession, sessionsOf } from "../store/sessions.ts";

const TAG = "Đăng nhập";
const ALL = { 200: { description: "Các phiên còn mở của chính người gọi", schema: OwnSessionsSchema } };

async function mine(request: Request, env: Env, viewer: Viewer): Promise<Response> {
  const times = sessionTimes(Date.now());
  return json({ items: await sessionsOf(env.DB, viewer.id, secretHashOf(request, env), times) });
}

const list = route(
  {
    method: "get",
    path: "/api/v1/sessions",
    summary: "Các phiên của trang web đang mở dưới tên mình",
    tag: TAG,
    access: ROLES,
    answers: ALL,
  },
  ({ request, env, viewer }) => mine(request, env, viewer),
);

const end = route(
  {
    method: "post",
    path: "/api/v1/sessions/end",
    summary: "Kết thúc một phiên của mình",
    tag: TAG,
    access: ROLES,
    body: { schema: EndSessionSchema, limitBytes: SMALL_BODY_LIMIT_BYTES },
    answers: ALL,
    problems: ["not-found"],
  },
  async ({ request, env, viewer, body }) => {
    if (!(await endOwnSession(env.DB, viewer.id, body.id)))
      throw new HttpProblem("not-found", "Không có phiên này, hoặc phiên đã kết thúc.");
    return mine(request, env, viewer);
  },
);

const endOthers = route(
  {
    method: "post",
    path: "/api/v1/sessions/end-others",
    summary: "Kết thúc mọi phiên khác của mình; gọi bằng token thì mọi phiên",
    tag: TAG,
    access: ROLES,
    answers: ALL,
  },
  async ({ request, env, viewer }) => {
    await endOtherSessions(env.DB, viewer.id, secretHashOf(request, env));
    return mine(request, env, viewer);
  },
);

export const ownSessionRoutes = [list, end, endOthers];
