/** What is published without a release, laid over the shipped law data. */
import { sha256Hex } from "../kernel/sha256.ts";
import { canonicalJson } from "../kernel/canonical.ts";
import { formatDate } from "../kernel/date.ts";
import { findParameter } from "./read.ts";
import { withSettings } from "./rule-settings.ts";
import type { DatedValue, LawBook, LegalDocument, LevelPeriod, RuleSetting } from "./types.ts";
import { validateLawBook, type LawProblem } from "./validate.ts";
import { levelPeriods } from "./vote-levels.ts";

/** A value of a parameter the product already knows; its law must be in the register of documents. */
export interface PublishedValue extends DatedValue {
  readonly parameter: string;
}

/** All of one kind, oldest publication first. */
export interface Published {
  /** New in the register, or a known one with other days. */
  readonly documents?: readonly LegalDocument[];
  readonly values?: readonly PublishedValue[];
  readonly voteLevels?: readonly LevelPeriod[];
  readonly ruleSettings?: readonly RuleSetting[];
}

function withDocuments(known: LawBook["documents"], published: readonly LegalDocument[]) {
  return [...new Map([...known, ...published].map((document) => [document.id, document])).values()];
}

/** Each value takes the place of the one from the same day, or stands between its neighbours. */
function withValues(known: LawBook["parameters"], published: readonly PublishedValue[]) {
  return known.map((parameter) => {
    const own = published.filter((value) => value.parameter === parameter.id);
    if (own.length === 0) return parameter;
    const byDay = new Map(parameter.values.map((value) => [value.from, value]));
    for (const { parameter: _id, ...value } of own) byDay.set(value.from, value);
    const sorted = [...byDay.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
    return { ...parameter, values: sorted };
  });
}

const periodKey = ({ level, from }: LevelPeriod) => `${level}@${from}`;

/** A period takes the place of the one of its level from the same day. */
function withPeriods(known: readonly LevelPeriod[], published: readonly LevelPeriod[]): LevelPeriod[] {
  return [...new Map([...known, ...published].map((period) => [periodKey(period), period])).values()];
}

/** The same book for none. */
export function withPublished(book: LawBook, published: Published): LawBook {
  const { documents = [], values = [], voteLevels = [], ruleSettings = [] } = published;
  const law = documents.length + values.length + voteLevels.length;
  if (law + ruleSettings.length === 0) return book;
  const parts = [documents, values, voteLevels].filter((part) => part.length > 0);
  return {
    ...book,
    version: law === 0 ? book.version : sha256Hex(canonicalJson([book.version, ...parts])).slice(0, 12),
    documents: documents.length === 0 ? book.documents : withDocuments(book.documents, documents),
    parameters: values.length === 0 ? book.parameters : withValues(book.parameters, values),
    voteLevels: voteLevels.length === 0 ? levelPeriods(book) : withPeriods(levelPeriods(book), voteLevels),
    ...(ruleSettings.length === 0
      ? {}
      : { ruleSettings: withSettings(book.ruleSettings ?? [], ruleSettings) }),
  };
}

/** Problems the book has only with it. */
function onlyWith(book: LawBook, published: Published): LawProblem[] {
  const before = new Set(validateLawBook(book).map(({ vi }) => vi));
  return validateLawBook(withPublished(book, published)).filter(({ vi }) => !before.has(vi));
}

function placeProblems(id: string, cite: DatedValue["cite"]): LawProblem[] {
  if (cite.article !== undefined && (cite.clause !== undefined || cite.note !== undefined)) return [];
  const vi = `${id}: phải nêu điều và khoản; điều không chia khoản thì ghi rõ ở ghi chú.`;
  return [{ id, code: "citation-place", vi }];
}

/** What speaks against publishing the value: an unknown parameter, or a problem the book has only with it. */
export function problemsOfValue(book: LawBook, value: PublishedValue): LawProblem[] {
  const { parameter: id, cite } = value;
  if (findParameter(book, id)?.id !== id)
    return [
      { id, code: "parameter-unknown", vi: `Không có tham số “${id}”; tham số mới cần bản phát hành.` },
    ];
  return [...placeProblems(id, cite), ...onlyWith(book, { values: [value] })];
}

export function problemsOfDocument(book: LawBook, document: LegalDocument): LawProblem[] {
  return onlyWith(book, { documents: [document] });
}

/** Two periods of a level may not hold on the same day. */
function overlaps(book: LawBook, period: LevelPeriod): LawProblem[] {
  const id = period.level;
  const others = levelPeriods(book).filter(
    (known) => known.level === id && periodKey(known) !== periodKey(period),
  );
  const clash = others.find(
    (known) =>
      (known.to === undefined || period.from <= known.to) &&
      (period.to === undefined || known.from <= period.to),
  );
  if (clash === undefined) return [];
  const vi = `Cấp ${id.toLowerCase()} đã có thời kỳ từ ${formatDate(clash.from)} trùng với thời kỳ này; hãy công bố ngày kết thúc của thời kỳ đó trước.`;
  return [{ id, code: "level-overlap", vi }];
}

export function problemsOfPeriod(book: LawBook, period: LevelPeriod): LawProblem[] {
  const { level: id, from, to, cite } = period;
  if (to !== undefined && to < from)
    return [{ id, code: "level-dates", vi: `Cấp ${id.toLowerCase()}: ngày cuối trước ngày đầu.` }];
  return [...placeProblems(id, cite), ...overlaps(book, period), ...onlyWith(book, { voteLevels: [period] })];
}
