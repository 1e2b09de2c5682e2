/** From a request to a person with a role: the token says who, the tables say what they may do. */
import type { Person } from "../../shared/contract/session.ts";
import type { Env } from "../env.ts";
import { HttpProblem } from "../http/problem.ts";
import { findPersonBySubject } from "../store/people.ts";
import { tokenRules, verifyToken } from "./token.ts";

export type Viewer = Person;

/** Problems: unauthenticated (no or bad token), forbidden (known nowhere in the membership table). */
export async function authenticate(request: Request, env: Env): Promise<Viewer> {
  const match = /^Bearer ([A-Za-z0-9._~+/=-]{1,8192})$/i.exec(request.headers.get("authorization") ?? "");
  if (!match?.[1]) throw new HttpProblem("unauthenticated", "Hãy đăng nhập trước.");
  const identity = await verifyToken(match[1], await tokenRules(env));
  const person = await findPersonBySubject(env.DB, identity.issuer, identity.subject);
  if (person === null) {
    throw new HttpProblem("forbidden", "Tài khoản này chưa được gán đơn vị và vai trò.");
  }
  return person;
}
