/** Dated values published without a release, laid over the shipped law data. */
import { sha256Hex } from "../kernel/sha256.ts";
import { canonicalJson } from "../kernel/canonical.ts";
import { findParameter } from "./read.ts";
import type { DatedValue, LawBook } from "./types.ts";
import { validateLawBook, type LawProblem } from "./validate.ts";

/** A value of a parameter the product already knows; its law must be in the register of documents. */
export interface PublishedValue extends DatedValue {
  readonly parameter: string;
}

/** Each value takes the place of the one from the same day, or stands between its neighbours. Same book for none. */
export function withPublishedValues(book: LawBook, values: readonly PublishedValue[]): LawBook {
  if (values.length === 0) return book;
  const parameters = book.parameters.map((parameter) => {
    const own = values.filter((value) => value.parameter === parameter.id);
    if (own.length === 0) return parameter;
    const byDay = new Map(parameter.values.map((value) => [value.from, value]));
    for (const { parameter: _id, ...value } of own) byDay.set(value.from, value);
    const sorted = [...byDay.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
    return { ...parameter, values: sorted };
  });
  const version = sha256Hex(canonicalJson([book.version, values])).slice(0, 12);
  return { ...book, version, parameters };
}

/** What speaks against publishing the value: an unknown parameter, or a problem the book has only with it. */
export function problemsOfValue(book: LawBook, value: PublishedValue): LawProblem[] {
  const { parameter: id, cite } = value;
  if (findParameter(book, id)?.id !== id)
    return [
      { id, code: "parameter-unknown", vi: `Không có tham số “${id}”; tham số mới cần bản phát hành.` },
    ];
  const problems: LawProblem[] = [];
  if (cite.article === undefined || (cite.clause === undefined && cite.note === undefined))
    problems.push({
      id,
      code: "citation-place",
      vi: `${id}: phải nêu điều và khoản; điều không chia khoản thì ghi rõ ở ghi chú.`,
    });
  const before = new Set(validateLawBook(book).map(({ vi }) => vi));
  const after = validateLawBook(withPublishedValues(book, [value]));
  return [...problems, ...after.filter(({ vi }) => !before.has(vi))];
}
