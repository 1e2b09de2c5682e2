/** The books shipped with the product. The lists are made once: lookups are indexed by the identity of the list. */
import { draftBook } from "./books/du-thao-khuyen-cong.ts";
import { illustrativePrices } from "./books/gia-minh-hoa.ts";
import { tt38Book } from "./books/tt38-2026.ts";
import type { NormBook } from "./model.ts";
import type { PriceBook } from "./prices.ts";

let norms: readonly NormBook[] | null = null;
let prices: readonly PriceBook[] | null = null;

export function builtinNormBooks(): readonly NormBook[] {
  norms ??= [draftBook(), tt38Book()];
  return norms;
}

/** Made up to show how the engine works; never part of the shipped book. */
export function illustrativePriceBooks(): readonly PriceBook[] {
  prices ??= [illustrativePrices()];
  return prices;
}
