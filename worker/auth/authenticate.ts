/** From a request to a person with a role: the token or the session says who, the tables say what they may do. */
import type { Person } from "../../shared/contract/session.ts";
import type { Env } from "../env.ts";
import { HttpProblem } from "../http/problem.ts";
import { answersOf, askOne, askTogether, type Ask } from "../store/ask.ts";
import { askPerson, bySubject, personFound, type Who } from "../store/people.ts";
import { forget, remember, remembered } from "./remembered.ts";
import { sessionOf } from "./session.ts";
import { tokenRules, verifyToken, type Identity } from "./token.ts";

export type Viewer = Person;

/**
 * What else a route wants to know of the database that depends only on who asks: sent with the question who that is,
 * so that it costs no way of its own. The answers mean nothing before the person is found.
 */
export type Asks = (who: Who, request: Request) => readonly Ask<unknown>[];

export interface Authenticated {
  readonly viewer: Viewer;
  /** Answers to the route's own questions, in their order. */
  readonly found: readonly unknown[];
}

/** Only the account's owner learns its names, to tell an administrator. */
function noMembership({ issuer, subject }: Identity): HttpProblem {
  return new HttpProblem(
    "forbidden",
    `Tài khoản này chưa được gán đơn vị và vai trò. Hãy báo quản trị mã: ${issuer} ${subject}`.slice(0, 500),
  );
}

/** Problem: forbidden (no membership). */
export async function personOf(env: Env, identity: Identity): Promise<Viewer> {
  const who = bySubject(identity.issuer, identity.subject);
  const person = personFound(await askOne(env.DB, askPerson(who)));
  if (person === null) throw noMembership(identity);
  return person;
}

async function lookUp(
  request: Request,
  env: Env,
  who: Who,
  asks: Asks | undefined,
  also: readonly D1PreparedStatement[] = [],
) {
  const questions = [askPerson(who), ...(asks?.(who, request) ?? [])];
  const [answers] = await env.DB.batch([askTogether(env.DB, questions), ...also]);
  const [person, ...found] = answersOf(answers);
  return { viewer: personFound(person), found };
}

function unauthenticated(): HttpProblem {
  return new HttpProblem("unauthenticated", "Hãy đăng nhập trước.");
}

/** Who the token of the request speaks for; null when it brings none. Problems: unauthenticated, unavailable. */
async function identityOf(request: Request, env: Env): Promise<Identity | null> {
  const header = request.headers.get("authorization");
  if (header === null) return null;
  const match = /^Bearer ([A-Za-z0-9._~+/=-]{1,8192})$/i.exec(header);
  if (!match?.[1]) throw unauthenticated();
  return verifyToken(match[1], await tokenRules(env));
}

/** Problems: unauthenticated, cross-site. */
async function byOwnSession(request: Request, env: Env, asks: Asks | undefined): Promise<Authenticated> {
  const session = sessionOf(request, env);
  if (session === null) throw unauthenticated();
  const { viewer, found } = await lookUp(request, env, session.who, asks, [session.note]);
  if (viewer === null) throw unauthenticated();
  return { viewer, found };
}

/** A token wins over a session. Problems: unauthenticated, forbidden, cross-site, unavailable. */
export async function authenticate(request: Request, env: Env, asks?: Asks): Promise<Authenticated> {
  const identity = await identityOf(request, env);
  if (identity === null) return byOwnSession(request, env, asks);
  const who = bySubject(identity.issuer, identity.subject);
  const { viewer, found } = await lookUp(request, env, who, asks);
  if (viewer === null) {
    forget(identity);
    throw noMembership(identity);
  }
  remember(identity, viewer, Date.now());
  return { viewer, found };
}

/** The bearer of a good token, as the tables knew them a moment ago: see remembered.ts. Problems: as of `authenticate`. */
export async function rememberedViewer(request: Request, env: Env): Promise<Viewer | null> {
  const identity = await identityOf(request, env);
  return identity === null ? null : remembered(identity, Date.now());
}
