/** The data a release of this Worker ships. Who judges or answers asks for the book in force (submissions/publications.ts). */
import type { Book } from "../shared/contract/book.ts";
import { buildBook, buildDemoBook } from "../shared/contract/built-book.ts";
import { isLocal, type Env } from "./env.ts";

/** A local machine has labelled demonstration prices in it. */
export function shippedBook(env: Env): Book {
  return isLocal(env) ? buildDemoBook() : buildBook();
}
