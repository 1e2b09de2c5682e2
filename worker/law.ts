/** The law data this Worker judges with. Later corrections published without a release will be laid over it here. */
import { builtinLawBook } from "../shared/law/book.ts";
import type { LawBook } from "../shared/law/types.ts";

export function currentLaw(): LawBook {
  return builtinLawBook();
}
