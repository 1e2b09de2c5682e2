/** The law data this Worker judges with. Later corrections published without a release will be laid over it here. */
import type { Book } from "../shared/contract/book.ts";
import { buildBook, buildDemoBook } from "../shared/contract/built-book.ts";
import { builtinLawBook } from "../shared/law/book.ts";
import type { LawBook } from "../shared/law/types.ts";
import { isLocal, type Env } from "./env.ts";

export function currentLaw(): LawBook {
  return builtinLawBook();
}

/** What GET /api/v1/book offers; a local machine has labelled demonstration prices in it. */
export function currentBook(env: Env): Book {
  return isLocal(env) ? buildDemoBook() : buildBook();
}
