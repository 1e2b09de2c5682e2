/** The law the pane computes with: the same book as the functions in the cells, kept for offline use. */
import type { LawBook } from "../../shared/law/types.ts";
import { whenBook } from "../functions/lib/book.ts";

export class LawMissing extends Error {}

/** Throws LawMissing when there is neither a network nor a kept copy. */
export async function whenLaw(): Promise<LawBook> {
  try {
    return (await whenBook()).law;
  } catch {
    throw new LawMissing("no law book");
  }
}
