/** The law and norms a receipt was judged with: those of this program when they are the same, else fetched by their hash. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { judgedParts, judgedWith, partWithVersion } from "../shared/contract/judged-with.ts";
import type { Receipt } from "../shared/contract/submission.ts";
import { builtinLawBook } from "../shared/law/book.ts";
import type { LawBook } from "../shared/law/types.ts";
import { builtinNormBooks } from "../shared/norms/builtin.ts";
import type { NormBook } from "../shared/norms/model.ts";
import { InputError, isAddress, readText } from "./sources.ts";

export interface JudgedData {
  readonly law: LawBook;
  readonly norms: readonly NormBook[];
  /** Whether this program's rules are those of the receipt; null for receipts that do not say. */
  readonly sameRules: boolean | null;
}

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** Throws InputError when the data is not there, or is not what its hash says. */
async function fetchPart(hash: string, place: string | undefined, what: string): Promise<string> {
  if (place === undefined)
    throw new InputError(
      `Khi nhận, hồ sơ được xét bằng ${what} khác với bản kc này mang theo (băm ${hash}). Thêm --data: máy chủ, hoặc thư mục có ${hash}.json.`,
    );
  const text = await readText(
    isAddress(place) ? new URL(`/api/v1/judged-data/${hash}`, place).href : join(place, `${hash}.json`),
  );
  if (sha256(text) === hash) return text;
  throw new InputError(`Dữ liệu nhận được ở ${place} không có băm ${hash}.`);
}

/** `place`: a server, or a folder with files named by hash. Receipts of older releases do not say; they get today's data. */
export async function dataOf({ judgedWith: named }: Receipt, place: string | undefined): Promise<JudgedData> {
  const own = { law: builtinLawBook(), norms: builtinNormBooks(), prices: [] };
  if (named === undefined) return { ...own, sameRules: null };
  const carried = new Map(judgedParts(own).map(({ hash, text }) => [hash, text]));
  const part = async <T extends { readonly version: string }>(
    { version, hash }: { readonly version: string; readonly hash: string },
    what: string,
  ): Promise<T> => partWithVersion<T>(carried.get(hash) ?? (await fetchPart(hash, place, what)), version);
  // States of rules come with the law.
  const law = await part<LawBook>(named.law, "căn cứ");
  return {
    law,
    norms: await Promise.all(named.norms.map((book) => part<NormBook>(book, `định mức ${book.id}`))),
    sameRules: judgedWith("", { ...own, law }).rules.hash === named.rules.hash,
  };
}
