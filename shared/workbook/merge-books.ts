/**
 * What comes first: an issued norm, then the workbook's own, then the drafts that are shipped; the workbook's own prices
 * before every other list. Apart from the reading of sheets, because the custom functions need only this.
 */
import type { Finding } from "../kernel/finding.ts";
import { foldKey } from "../kernel/text.ts";
import type { NormBook } from "../norms/model.ts";
import type { PriceBook } from "../norms/prices.ts";
import { usableNorms, type NormPin } from "./norm-pins.ts";

export interface OwnBooks {
  readonly norms: NormBook | null;
  readonly prices: PriceBook | null;
  /** One for every wrong cell of the two sheets. */
  readonly findings: readonly Finding[];
  /** The drafts out of the provinces' evidence it has taken. */
  readonly pins: readonly NormPin[];
  /** Equal for equal lists: tells when functions must be worked out again. "" = no own list. */
  readonly version: string;
}

export const NO_OWN_BOOKS: OwnBooks = { norms: null, prices: null, findings: [], pins: [], version: "" };

/** How names of resources are compared. */
export function resourceKey(name: string): string {
  return name === "*" ? name : foldKey(name);
}

/** Shipped books as functions and checks use them. */
export interface Shipped {
  readonly norms: readonly NormBook[];
  readonly prices: readonly PriceBook[];
}

const merged = new WeakMap<OwnBooks, WeakMap<Shipped, Shipped>>();

/** A draft that is shipped gives way to the workbook's own norm of the same code; an issued norm never does. */
function withoutCodes(book: NormBook, codes: ReadonlySet<string>): NormBook {
  if (book.status === "ban-hanh" || !book.norms.some((norm) => codes.has(norm.code))) return book;
  return { ...book, norms: book.norms.filter((norm) => !codes.has(norm.code)) };
}

/**
 * What the workbook prices itself, in whatever time, is asked of no other list; "*" takes the whole type. So a figure
 * never depends on which lists a place has besides.
 */
function withoutResources(book: PriceBook, own: PriceBook): PriceBook {
  const taken = new Set(
    own.prices.flatMap(({ type, resource, code }) => [
      `${type} ${resourceKey(resource)}`,
      ...(code === undefined ? [] : [`${type} ${resourceKey(code)}`]),
    ]),
  );
  const isTaken = ({ type, resource, code }: PriceBook["prices"][number]) =>
    taken.has(`${type} *`) ||
    taken.has(`${type} ${resourceKey(resource)}`) ||
    (code !== undefined && taken.has(`${type} ${resourceKey(code)}`));
  return { ...book, prices: book.prices.filter((entry) => !isTaken(entry)) };
}

function pricesOf(shipped: Shipped, own: PriceBook | null): readonly PriceBook[] {
  return own === null ? shipped.prices : [own, ...shipped.prices.map((book) => withoutResources(book, own))];
}

/** The shipped books with the workbook's own before them; the same lists for the same pair, as lookups are indexed by them. */
export function withOwnBooks<S extends Shipped>(shipped: S, own: OwnBooks): S {
  const norms = usableNorms(shipped.norms, own.pins);
  if (own.norms === null && own.prices === null && norms === shipped.norms) return shipped;
  const pairs = merged.get(own) ?? new WeakMap<Shipped, Shipped>();
  merged.set(own, pairs);
  let both = pairs.get(shipped) as S | undefined;
  if (both === undefined) {
    const codes = new Set(own.norms?.norms.map((norm) => norm.code));
    both = {
      ...shipped,
      norms: [...(own.norms === null ? [] : [own.norms]), ...norms.map((b) => withoutCodes(b, codes))],
      prices: pricesOf(shipped, own.prices),
    };
    pairs.set(shipped, both);
  }
  return both;
}
