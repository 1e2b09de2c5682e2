import { sha256Hex } from "../kernel/sha256.ts";
import { builtinLawBook } from "../law/book.ts";
import { WARDS } from "../law/wards.ts";
import { builtinNormBooks, builtinPriceBooks } from "../norms/builtin.ts";
import type { Book } from "./book.ts";

let cached: Book | null = null;

/** The book shipped with the product. Only the server and the CLI import this: it carries every ward. */
export function buildBook(): Book {
  if (cached === null) {
    const law = builtinLawBook();
    const norms = builtinNormBooks();
    const prices = builtinPriceBooks();
    const parts = [law.version, WARDS, norms.map((book) => book.version), prices.map((book) => book.version)];
    cached = { version: sha256Hex(JSON.stringify(parts)).slice(0, 12), law, wards: WARDS, norms, prices };
  }
  return cached;
}
