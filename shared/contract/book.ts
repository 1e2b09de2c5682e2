/** The book: all data the custom functions need, fetched once, kept, and used offline. */
import type { LawBook } from "../law/types.ts";
import type { WardLines } from "../law/places.ts";

export interface Book {
  /** Content hash; also the ETag of GET /api/v1/book. */
  readonly version: string;
  readonly law: LawBook;
  readonly wards: WardLines;
}
