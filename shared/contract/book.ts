/** The book: all data the custom functions need, fetched once, kept, and used offline. */
import type { LawBook } from "../law/types.ts";
import type { WardLines } from "../law/places.ts";
import type { NormBook } from "../norms/model.ts";
import type { PriceBook } from "../norms/prices.ts";

export interface Book {
  /** Content hash; also the ETag of GET /api/v1/book. */
  readonly version: string;
  readonly law: LawBook;
  readonly wards: WardLines;
  /** Norm and price books in use; a province's own come before the shipped ones. */
  readonly norms: readonly NormBook[];
  readonly prices: readonly PriceBook[];
}

/** Does it hold what today's code reads? A book kept by an older release may not; its content is not looked into. */
export function isBook(raw: unknown): raw is Book {
  const book = (typeof raw === "object" && raw !== null ? raw : {}) as Partial<Record<keyof Book, unknown>>;
  const law = (typeof book.law === "object" && book.law !== null ? book.law : {}) as Record<string, unknown>;
  const lists = [law["documents"], law["parameters"], book.norms, book.prices];
  return (
    typeof book.version === "string" &&
    lists.every(Array.isArray) &&
    typeof book.wards === "object" &&
    book.wards !== null
  );
}
