/** From a request to a person with a role: the token or the session says who, the tables say what they may do. */
import type { Person } from "../../shared/contract/session.ts";
import type { Env } from "../env.ts";
import { HttpProblem } from "../http/problem.ts";
import { findPersonBySubject } from "../store/people.ts";
import { personOfSession } from "./session.ts";
import { tokenRules, verifyToken, type Identity } from "./token.ts";

export type Viewer = Person;

/** Problem: forbidden (no membership); only the account's owner learns its names, to tell an administrator. */
export async function personOf(env: Env, { issuer, subject }: Identity): Promise<Viewer> {
  const person = await findPersonBySubject(env.DB, issuer, subject);
  if (person !== null) return person;
  throw new HttpProblem(
    "forbidden",
    `Tài khoản này chưa được gán đơn vị và vai trò. Hãy báo quản trị mã: ${issuer} ${subject}`.slice(0, 500),
  );
}

/** A token wins over a session. Problems: unauthenticated, forbidden, cross-site, unavailable. */
export async function authenticate(request: Request, env: Env): Promise<Viewer> {
  const header = request.headers.get("authorization");
  if (header === null) {
    const person = await personOfSession(request, env);
    if (person !== null) return person;
  }
  const match = /^Bearer ([A-Za-z0-9._~+/=-]{1,8192})$/i.exec(header ?? "");
  if (!match?.[1]) throw new HttpProblem("unauthenticated", "Hãy đăng nhập trước.");
  return personOf(env, await verifyToken(match[1], await tokenRules(env)));
}
