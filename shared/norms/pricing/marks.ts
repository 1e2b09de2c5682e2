import { weakest, type CitationView, type Verified } from "../../kernel/citation.ts";
import type { NormReading } from "../book.ts";
import { bookBasis } from "../book.ts";
import type { PriceNode } from "./node.ts";

/** The weakest mark among all figures of a tree; null when everything was typed by the user. */
export function weakestInTree(node: PriceNode): Verified | null {
  const marks = [node.basis.verified, ...node.children.map(weakestInTree)].filter((mark) => mark !== null);
  return weakest(marks);
}

/** The norm as a citation for a cell's card, marked by the weakest of the figures behind it. */
export function normCitation({ norm, book }: NormReading, verified: Verified | null = null): CitationView {
  return {
    text: bookBasis(book, norm).text,
    doc: book.cite?.doc ?? book.id,
    from: book.from,
    to: book.to ?? null,
    verified: weakest([book.verified, ...(verified === null ? [] : [verified])]) ?? book.verified,
  };
}
