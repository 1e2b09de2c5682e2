/** Norm books: sealing (content hash) and finding a norm at a date. */
import { canonicalJson } from "../kernel/canonical.ts";
import { formatDate, type IsoDate } from "../kernel/date.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { sha256Hex } from "../kernel/sha256.ts";
import { foldKey } from "../kernel/text.ts";
import { STATUS_LABEL, type Norm, type NormBook, type NormBookData, type NormStatus } from "./model.ts";
import type { PriceBook, PriceBookData } from "./prices.ts";
import type { NodeBasis } from "./pricing/node.ts";

/** First 16 hex digits of the SHA-256 of the data without its version. */
export function contentVersion(data: object): string {
  const { version: _version, ...rest } = data as { version?: string };
  return sha256Hex(canonicalJson(rest)).slice(0, 16);
}

/** Puts the content hash on a book. A book read from elsewhere is sealed again, so its version is never taken on trust. */
export function sealNormBook(data: NormBookData): NormBook {
  return { ...data, version: contentVersion(data) };
}

export function sealPriceBook(data: PriceBookData): PriceBook {
  return { ...data, version: contentVersion(data) };
}

/** A norm with the book it stands in. */
export interface NormReading {
  readonly norm: Norm;
  readonly book: NormBook;
}

const STATUS_RANK: Readonly<Record<NormStatus, number>> = { "ban-hanh": 2, "du-thao": 1, "de-xuat": 0 };

const indexes = new WeakMap<readonly NormBook[], ReadonlyMap<string, readonly NormReading[]>>();

/** Code → readings, the one to prefer first: issued before draft before proposal, then the newest. */
function indexOf(books: readonly NormBook[]): ReadonlyMap<string, readonly NormReading[]> {
  const known = indexes.get(books);
  if (known !== undefined) return known;
  const index = new Map<string, NormReading[]>();
  for (const book of books) {
    for (const norm of book.norms) {
      const list = index.get(norm.code);
      if (list === undefined) index.set(norm.code, [{ norm, book }]);
      else list.push({ norm, book });
    }
  }
  for (const list of index.values()) {
    list.sort(
      (a, b) =>
        STATUS_RANK[b.book.status] - STATUS_RANK[a.book.status] || (a.book.from < b.book.from ? 1 : -1),
    );
  }
  indexes.set(books, index);
  return index;
}

/** The norm in force at a date. Errors: norm-unknown, norm-not-in-force. */
export function readNorm(books: readonly NormBook[], code: string, date: IsoDate): Result<NormReading> {
  const index = indexOf(books);
  const readings = index.get(code) ?? index.get(code.trim().toUpperCase());
  if (readings === undefined) {
    const near = [...index.keys()].find((known) => foldKey(known) === foldKey(code));
    const hint = near === undefined ? "" : ` Có phải “${near}”?`;
    return fail(
      "NA",
      "norm-unknown",
      `Không có định mức “${code}” trong các bộ định mức đang dùng.${hint}`,
      `There is no norm “${code}” in the books in use.`,
    );
  }
  const found = readings.find(({ book }) => book.from <= date && (book.to === undefined || date <= book.to));
  if (found !== undefined) return ok(found);
  const { book } = readings[0] ?? {};
  const period =
    book === undefined
      ? ""
      : `từ ${formatDate(book.from)}${book.to === undefined ? "" : ` đến ${formatDate(book.to)}`}`;
  return fail(
    "NA",
    "norm-not-in-force",
    `Định mức “${code}” chỉ dùng ${period}, không phải ngày ${formatDate(date)}.`,
    `Norm “${code}” does not hold on ${date}.`,
  );
}

/** What is printed beside a figure of this book. */
export function bookBasis(book: NormBook, norm?: Norm): NodeBasis {
  const status = book.status === "ban-hanh" ? STATUS_LABEL[book.status].vi : book.label;
  return {
    text: `${norm === undefined ? "" : `${norm.code}, `}${book.title} (${status})`,
    verified: book.verified,
  };
}
