import { sha256Hex } from "../kernel/sha256.ts";
import { builtinLawBook } from "../law/book.ts";
import { WARDS } from "../law/wards.ts";
import { builtinNormBooks, illustrativePriceBooks } from "../norms/builtin.ts";
import type { Book } from "./book.ts";

function assemble(prices: Book["prices"]): Book {
  const law = builtinLawBook();
  const norms = builtinNormBooks();
  const parts = [law.version, WARDS, norms.map((book) => book.version), prices.map((book) => book.version)];
  const version = sha256Hex(JSON.stringify(parts)).slice(0, 12);
  return { version, law, wards: WARDS, norms, prices };
}

let cached: Book | null = null;
let cachedDemo: Book | null = null;

/**
 * The book shipped with the product, without any price: prices come from a province's own list. Only the server and
 * the CLI import this: it carries every ward.
 */
export function buildBook(): Book {
  cached ??= assemble([]);
  return cached;
}

/** The same with prices labelled "minh hoạ", so that the local demo and the documented examples show an amount. */
export function buildDemoBook(): Book {
  cachedDemo ??= assemble(illustrativePriceBooks());
  return cachedDemo;
}
