/** The books shipped with the product. */
import { DRAFT_BOOK } from "./books/du-thao-khuyen-cong.ts";
import { ILLUSTRATIVE_PRICES } from "./books/gia-minh-hoa.ts";
import { TT38_BOOK } from "./books/tt38-2026.ts";
import type { NormBook } from "./model.ts";
import type { PriceBook } from "./prices.ts";

export const BUILTIN_NORM_BOOKS: readonly NormBook[] = [DRAFT_BOOK, TT38_BOOK];
export const BUILTIN_PRICE_BOOKS: readonly PriceBook[] = [ILLUSTRATIVE_PRICES];
