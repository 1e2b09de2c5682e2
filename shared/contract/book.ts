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
