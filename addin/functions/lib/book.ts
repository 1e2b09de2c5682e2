/** The book the functions compute with: fetched once, kept for offline use, never one request per cell. */
import { isBook, type Book } from "../../../shared/contract/book.ts";
import { NO_OWN_BOOKS, withOwnBooks, type OwnBooks } from "../../../shared/workbook/merge-books.ts";
import { cellError, exactly } from "./errors.ts";

const STORAGE_KEY = "kc.book";
const BOOK_PATH = "/api/v1/book";

const OWN = Symbol.for("kc.own-books");
const IN_USE = Symbol.for("kc.book-in-use");

let active: Book | null = null;
/**
 * The norms and prices of the open workbook, and the book it pins; set by the pane, which can read its sheets. Pane and
 * functions are two scripts of one page, each with its own copy of this file: what one tells the other stands on the
 * page itself.
 */
const page = globalThis as { [OWN]?: OwnBooks; [IN_USE]?: Book };

function ownBooks(): OwnBooks {
  return page[OWN] ?? NO_OWN_BOOKS;
}
let loading: Promise<Book> | null = null;

/** Sets the book directly: the CLI and tests. */
export function useBook(book: Book): void {
  active = book;
}

/**
 * The open workbook's own norms and prices, used before the shipped ones from now on.
 * @returns true when they differ from those known so far, so that cells must be worked out again
 */
export function useOwnBooks(books: OwnBooks): boolean {
  const isNew = books.version !== ownBooks().version;
  if (isNew) page[OWN] = books;
  return isNew;
}

/**
 * The book the open workbook computes with from now on: the one it pins, or the one on offer.
 * @returns true when it differs from the one used so far, so that cells must be worked out again
 */
export function useBookOfWorkbook(book: Book): boolean {
  const isNew = book.version !== (page[IN_USE] ?? active)?.version;
  page[IN_USE] = book;
  return isNew;
}

function stored(): { etag: string; book: Book } | null {
  try {
    const kept = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? "null") as {
      etag?: unknown;
      book?: unknown;
    } | null;
    return typeof kept?.etag === "string" && isBook(kept.book) ? { etag: kept.etag, book: kept.book } : null;
  } catch {
    return null;
  }
}

function keep(etag: string, book: Book): void {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify({ etag, book }));
  } catch {
    // A full or forbidden storage only costs the next start a download.
  }
}

async function load(): Promise<Book> {
  const known = stored();
  try {
    const response = await fetch(BOOK_PATH, {
      headers: known === null ? {} : { "If-None-Match": known.etag },
    });
    if (response.status === 304 && known !== null) return known.book;
    if (!response.ok) throw new Error(String(response.status));
    const book: unknown = await response.json();
    if (!isBook(book)) throw new Error("not a book");
    keep(response.headers.get("etag") ?? "", book);
    return book;
  } catch {
    if (known !== null) return known.book;
    throw cellError({
      kind: "NA",
      vi: "Chưa tải được dữ liệu căn cứ và chưa có bản lưu; hãy kết nối mạng rồi tính lại.",
    });
  }
}

/** The book on offer, loading it at the first call; a failed load is tried again at the next call. */
export function whenOffered(): Promise<Book> {
  if (active !== null) return Promise.resolve(active);
  loading ??= load().then(
    (book) => {
      active = book;
      return book;
    },
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

/** Asks again what is on offer; the workbook goes on with what it computes with. */
export async function offeredAgain(): Promise<Book> {
  page[IN_USE] ??= await whenOffered();
  active = await load();
  return active;
}

/** The book to compute with: the open workbook's, or the one on offer while the pane has not read which that is. */
export function whenBook(): Promise<Book> {
  const known = page[IN_USE];
  return known === undefined ? whenOffered() : Promise.resolve(known);
}

/** Computes at once when the book is here, otherwise when it arrives. */
export function withBook<T>(compute: (book: Book) => T): T | Promise<T> {
  const book = page[IN_USE] ?? active;
  return book === null
    ? whenBook().then((arrived) => exactly(() => compute(withOwnBooks(arrived, ownBooks()))))
    : exactly(() => compute(withOwnBooks(book, ownBooks())));
}
