/** How much of the law data was read where: for the check of the data and for kc law. */
import type { Verified } from "../kernel/citation.ts";
import type { LawBook } from "./types.ts";

export interface LawCounts {
  readonly documents: number;
  readonly parameters: number;
  /** Dated values of parameters and levels of provinces. */
  readonly values: number;
  readonly byVerified: Readonly<Record<Verified, number>>;
  /** Values that exist in law and whose figure is not at hand. */
  readonly unknown: number;
}

export function countLaw(book: LawBook): LawCounts {
  const values = book.parameters.flatMap((parameter) => parameter.values);
  const local = book.localLevels ?? [];
  const byVerified = { text: 0, secondary: 0, memory: 0 };
  for (const { verified } of [...values, ...local]) byVerified[verified] += 1;
  return {
    documents: book.documents.length,
    parameters: book.parameters.length,
    values: values.length + local.length,
    byVerified,
    unknown: values.filter((value) => value.unknown === true).length,
  };
}
