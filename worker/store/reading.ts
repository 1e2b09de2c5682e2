/**
 * D1 with read replicas: a session is answered by whichever copy is near, but never by one older than its bookmark.
 * Answers carry the bookmark in a header; a client that sends it back reads its own writes.
 */
import { BOOKMARK_HEADER } from "../../shared/contract/bookmark.ts";
import type { Env } from "../env.ts";

/** As D1 writes them; anything else is not passed on. */
const BOOKMARK = /^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{32}$/;

export interface Scoped {
  /** The same bindings, with the session in the database's place. */
  readonly env: Env;
  /** Puts the session's bookmark on an answer. */
  readonly stamp: (answer: Response) => Response;
}

function scoped(env: Env, constraint: D1SessionConstraint | D1SessionBookmark): Scoped {
  const session = env.DB.withSession(constraint);
  return {
    // A session has all that statements use of a database: prepare and batch.
    env: { ...env, DB: session as unknown as D1Database },
    stamp: (answer) => {
      const bookmark = session.getBookmark();
      if (bookmark !== null) answer.headers.set(BOOKMARK_HEADER, bookmark);
      return answer;
    },
  };
}

/** For routes that only read: any copy will do, no older than what this client has seen. */
export function reading(env: Env, request: Request): Scoped {
  const given = request.headers.get(BOOKMARK_HEADER) ?? "";
  return scoped(env, BOOKMARK.test(given) ? given : "first-unconstrained");
}

/** For routes that write, so that their answer names a bookmark that includes the write. */
export function writing(env: Env): Scoped {
  return scoped(env, "first-primary");
}
