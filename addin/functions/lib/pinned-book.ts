/** The book an open workbook pins, had again by its version and kept for offline use; the pane looks it up. */
import { isBook, type Book } from "../../../shared/contract/book.ts";
import { offeredAgain, whenOffered } from "./book.ts";

const STORAGE_KEY = "kc.pinned-books";
const BOOK_PATH = "/api/v1/book?version=";
/** Two workbooks of different years side by side; a book is large. */
const MOST_KEPT = 2;
const VERSION = /^[0-9a-f]{12}$/;

export interface Pinned {
  readonly bookVersion: string | null;
  readonly lawVersion: string | null;
}

export interface BasisInUse {
  /** What cells, explanations and the check compute with. */
  readonly book: Book;
  readonly offered: Book;
  /** What the workbook pins and nobody could give: it computes with the one on offer. Null = nothing is missing. */
  readonly missing: string | null;
}

interface Kept {
  /** As the workbook names it. */
  readonly asked: string;
  /** Without wards: those are of today in every book, and the largest part. */
  readonly book: Omit<Book, "wards">;
}

/** Those this page has had already, and those the server has never offered. */
const known = new Map<string, Book | null>();

function kept(): Kept[] {
  try {
    const list = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? "[]") as unknown;
    return Array.isArray(list) ? (list as Kept[]) : [];
  } catch {
    return [];
  }
}

function keep(asked: string, { wards: _wards, ...book }: Book): void {
  const others = kept().filter((each) => each?.asked !== asked);
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify([{ asked, book }, ...others].slice(0, MOST_KEPT)));
  } catch {
    // A full or forbidden storage: the book is fetched again next time.
  }
}

function fromKept(asked: string, wards: Book["wards"]): Book | null {
  const found = kept().find((each) => each?.asked === asked);
  const book: unknown = found === undefined ? null : { ...found.book, wards };
  return isBook(book) ? book : null;
}

/** Null when the server never offered it. Throws without a network. */
async function fetched(asked: string): Promise<Book | null> {
  const response = await fetch(BOOK_PATH + asked);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(String(response.status));
  const book: unknown = await response.json();
  if (!isBook(book)) throw new Error("not a book");
  keep(asked, book);
  return book;
}

async function lookUp(asked: string, wards: Book["wards"]): Promise<Book | null> {
  const had = known.get(asked);
  if (had !== undefined) return had;
  const book = fromKept(asked, wards) ?? (VERSION.test(asked) ? await fetched(asked) : null);
  known.set(asked, book);
  return book;
}

/** Throws only where no book at all can be had. */
export async function basisInUse({ bookVersion, lawVersion }: Pinned): Promise<BasisInUse> {
  const offered = await whenOffered();
  const asked = bookVersion ?? lawVersion;
  const current = bookVersion === null ? offered.law.version : offered.version;
  if (asked === null || asked === current) return { book: offered, offered, missing: null };
  const pinned = await lookUp(asked, offered.wards).catch(() => null);
  return pinned === null
    ? { book: offered, offered, missing: asked }
    : { book: pinned, offered, missing: null };
}

/** Asks again what is on offer; what was offered until now stays at hand for workbooks that pin it. */
export async function lookForNews(): Promise<void> {
  const before = await whenOffered();
  const after = await offeredAgain();
  if (after.version === before.version) return;
  known.set(before.version, before);
  keep(before.version, before);
}
