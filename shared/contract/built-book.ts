import { sha256Hex } from "../kernel/sha256.ts";
import { builtinLawBook } from "../law/book.ts";
import { WARDS } from "../law/wards.ts";
import type { Book } from "./book.ts";

let cached: Book | null = null;

/** The book shipped with the product. Only the server and the CLI import this: it carries every ward. */
export function buildBook(): Book {
  if (cached === null) {
    const law = builtinLawBook();
    cached = { version: sha256Hex(JSON.stringify([law.version, WARDS])).slice(0, 12), law, wards: WARDS };
  }
  return cached;
}
