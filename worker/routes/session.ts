import {
  PeopleSchema,
  PersonSchema,
  SignInAnswerSchema,
  SignInCallbackSchema,
  SignInOptionsSchema,
  SignInQuerySchema,
  SignInRequestSchema,
} from "../../shared/contract/session.ts";
import { SMALL_BODY_LIMIT_BYTES } from "../../shared/contract/submission.ts";
import { ROLES } from "../../shared/plan/states.ts";
import { beginSignIn, CALLBACK_PATH, finishSignIn, safeNext } from "../auth/code-flow.ts";
import { LOCAL_ISSUER, startEmbeddedIssuer } from "../auth/embedded-issuer.ts";
import { configuredIssuers } from "../auth/issuers.ts";
import { closeSession, comesFromOurPages, openSession } from "../auth/session.ts";
import { isLocal } from "../env.ts";
import { HttpProblem } from "../http/problem.ts";
import { json, route } from "../http/route.ts";
import { findPersonBySubject, listPeople } from "../store/people.ts";

const TAG = "Đăng nhập";

const people = route(
  {
    method: "get",
    path: "/api/v1/local/people",
    summary: "Những người dùng thử trên máy này",
    tag: TAG,
    access: "local",
    answers: { 200: { description: "Danh sách", schema: PeopleSchema } },
  },
  async ({ env }) => json({ items: await listPeople(env.DB, LOCAL_ISSUER) }),
);

const signIn = route(
  {
    method: "post",
    path: "/api/v1/local/sign-in",
    summary: "Đăng nhập thử, không cần tài khoản",
    tag: TAG,
    access: "local",
    body: { schema: SignInRequestSchema, limitBytes: SMALL_BODY_LIMIT_BYTES },
    answers: {
      200: {
        description: "Token dùng trong 8 giờ; trình duyệt nhận thêm cookie",
        schema: SignInAnswerSchema,
      },
    },
    problems: ["unavailable"],
  },
  async ({ request, env, body }) => {
    const issuer = await startEmbeddedIssuer(env);
    const person = await findPersonBySubject(env.DB, LOCAL_ISSUER, body.personId);
    if (person === null) throw new HttpProblem("not-found", "Không có người này.", { pointer: "/personId" });
    const now = new Date();
    const cookie = await openSession(env, request, person.id, now);
    return json({ ...(await issuer.issue(body.personId, now)), person }, 200, { "set-cookie": cookie });
  },
);

const me = route(
  {
    method: "get",
    path: "/api/v1/me",
    summary: "Tôi là ai: vai trò và đơn vị",
    tag: TAG,
    access: ROLES,
    answers: { 200: { description: "Người đang đăng nhập", schema: PersonSchema } },
  },
  ({ viewer }) => json(viewer),
);

const options = route(
  {
    method: "get",
    path: "/api/v1/sign-in/options",
    summary: "Có thể đăng nhập bằng cách nào",
    tag: TAG,
    access: "public",
    answers: { 200: { description: "Các nơi cấp danh tính", schema: SignInOptionsSchema } },
    problems: ["unavailable"],
  },
  ({ env }) => {
    const issuers = configuredIssuers(env).flatMap(({ name, issuer, clientId, scope, nested }, index) =>
      clientId === undefined
        ? []
        : [{ name, issuer, clientId, scope, nested, href: `/api/v1/sign-in?issuer=${index}` }],
    );
    return json({ local: isLocal(env), issuers });
  },
);

function seeOther(location: string, cookies: readonly string[]): Response {
  const headers = new Headers({ location, "cache-control": "no-store" });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}

const begin = route(
  {
    method: "get",
    path: "/api/v1/sign-in",
    summary: "Chuyển trình duyệt sang nơi cấp danh tính",
    tag: TAG,
    access: "public",
    query: SignInQuerySchema,
    answers: { 303: { description: "Sang trang đăng nhập của nơi cấp danh tính" } },
    problems: ["not-found", "unavailable"],
  },
  async ({ env, url, query }) => {
    const { location, cookie } = await beginSignIn(env, url, query.issuer, safeNext(query.next));
    return seeOther(location, [cookie]);
  },
);

const callback = route(
  {
    method: "get",
    path: CALLBACK_PATH,
    summary: "Nơi cấp danh tính gửi trình duyệt về đây",
    tag: TAG,
    access: "public",
    query: SignInCallbackSchema,
    answers: { 303: { description: "Đã đăng nhập; về trang đang xem" } },
    problems: ["unauthenticated", "forbidden", "not-found", "unavailable"],
  },
  async ({ request, env, query }) => {
    const { code, state } = query;
    if (code === undefined || state === undefined) return seeOther("/", []);
    const { viewer, next, forget } = await finishSignIn(env, request, { code, state });
    return seeOther(next, [forget, await openSession(env, request, viewer.id, new Date())]);
  },
);

const signOut = route(
  {
    method: "post",
    path: "/api/v1/session/end",
    summary: "Đăng xuất khỏi các trang trong trình duyệt này",
    tag: TAG,
    access: "public",
    answers: { 204: { description: "Cookie không còn giá trị" } },
    problems: ["cross-site"],
  },
  async ({ request, env, url }) => {
    if (!comesFromOurPages(request, url))
      throw new HttpProblem("cross-site", "Yêu cầu này không đến từ trang của dịch vụ nên bị từ chối.");
    const headers = { "set-cookie": await closeSession(request, env), "cache-control": "no-store" };
    return new Response(null, { status: 204, headers });
  },
);

export const sessionRoutes = [people, signIn, me, options, begin, callback, signOut];
