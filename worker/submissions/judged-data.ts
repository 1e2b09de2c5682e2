/** Keeping what a verdict rests on beside the receipt that names it. */
import type { Book } from "../../shared/contract/book.ts";
import { judgedParts } from "../../shared/contract/judged-with.ts";
import type { Database } from "../store/database.ts";
import { keepPart } from "../store/judged-data.ts";

/** Books this process has seen stored: they change with a release or a publication only. */
const stored = new WeakSet<Book>();

/** Statements for the batch that stores a receipt; none once this process knows the book to be there. */
export function keepJudgedData(db: Database, book: Book, at: string): D1PreparedStatement[] {
  return stored.has(book) ? [] : judgedParts(book).flatMap((part) => keepPart(db, part, at));
}

/** Only after the batch: what was not committed is not there. */
export function judgedDataIsKept(book: Book): void {
  stored.add(book);
}
