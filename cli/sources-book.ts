/** The data a command works with: what the product ships, or a book saved from a server. */
import { readFile } from "node:fs/promises";
import { isBook, type Book } from "../shared/contract/book.ts";
import type { Failure } from "../shared/kernel/result.ts";
import { builtinLawBook } from "../shared/law/book.ts";
import { builtinNormBooks } from "../shared/norms/builtin.ts";

export type Unreadable = Pick<Failure, "code" | "vi" | "en">;

/** Without a path the shipped data; else what a server offers, with everything published since. */
export async function loadBook(path: string | undefined): Promise<Pick<Book, "law" | "norms"> | Unreadable> {
  if (path === undefined) return { law: builtinLawBook(), norms: builtinNormBooks() };
  try {
    const raw: unknown = JSON.parse(await readFile(path, "utf8"));
    if (isBook(raw)) return raw;
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof Error && "code" in error)) throw error;
  }
  return {
    code: "book-unreadable",
    vi: `${path} không phải bộ dữ liệu của máy chủ; lưu lại câu trả lời của /api/v1/book rồi thử lại.`,
    en: `${path} is not a book as GET /api/v1/book gives it.`,
  };
}
