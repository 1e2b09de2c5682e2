import {
  PeopleSchema,
  PersonSchema,
  SignInAnswerSchema,
  SignInRequestSchema,
} from "../../shared/contract/session.ts";
import { SMALL_BODY_LIMIT_BYTES } from "../../shared/contract/submission.ts";
import { ROLES } from "../../shared/plan/states.ts";
import { LOCAL_ISSUER, issueLocalToken } from "../auth/token.ts";
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
    answers: { 200: { description: "Token dùng trong 8 giờ", schema: SignInAnswerSchema } },
    problems: ["unavailable"],
  },
  async ({ env, body }) => {
    const person = await findPersonBySubject(env.DB, LOCAL_ISSUER, body.personId);
    if (person === null) throw new HttpProblem("not-found", "Không có người này.", { pointer: "/personId" });
    return json({ ...(await issueLocalToken(env, body.personId, new Date())), person });
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

export const sessionRoutes = [people, signIn, me];
