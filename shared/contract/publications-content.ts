/** The contents of publications: read strictly, checked, laid over the book. How they differ: publications-changes.ts. */
import { z } from "zod";
import type { IsoDate } from "../kernel/date.ts";
import { sha256Hex } from "../kernel/sha256.ts";
import {
  problemsOfDocument,
  problemsOfPeriod,
  problemsOfValue,
  withPublished,
  type PublishedValue,
} from "../law/published.ts";
import { datedValueShape, documentSchema, periodSchema, settingSchema } from "../law/schema.ts";
import type { LegalDocument, LevelPeriod, RuleSetting } from "../law/types.ts";
import { sealNormBook, sealPriceBook } from "../norms/book.ts";
import type { NormBook, NormBookData } from "../norms/model.ts";
import type { PriceBook, PriceBookData } from "../norms/prices.ts";
import { normBookSchema, priceBookSchema } from "../norms/schema.ts";
import { validateNormBook } from "../norms/validate.ts";
import { RULES } from "../rules/index.ts";
import { problemsOfSetting } from "../rules/settings.ts";
import type { Book } from "./book.ts";
import { CatalogueFactRequestSchema, type CatalogueFactContent } from "./catalogue.ts";
import { PublicationIdSchema, type PublicationKind } from "./publications.ts";

export type PublicationContent =
  | { readonly kind: "law-value"; readonly value: PublishedValue }
  | { readonly kind: "document"; readonly document: LegalDocument }
  | { readonly kind: "vote-level"; readonly period: LevelPeriod }
  | { readonly kind: "rule-setting"; readonly setting: RuleSetting }
  | { readonly kind: "catalogue-fact"; readonly fact: CatalogueFactContent }
  | { readonly kind: "norm-book"; readonly book: NormBookData }
  | { readonly kind: "price-list"; readonly book: PriceBookData }
  | { readonly kind: "withdrawal"; readonly of: string };

const lawValue: z.ZodType<PublishedValue> = z.strictObject({
  parameter: z.string().max(100),
  ...datedValueShape,
});
const document: z.ZodType<LegalDocument> = documentSchema;
const period: z.ZodType<LevelPeriod> = periodSchema;
const withdrawal = z.strictObject({ of: PublicationIdSchema });

const READ: {
  readonly [K in PublicationKind]: (content: unknown) => Extract<PublicationContent, { readonly kind: K }>;
} = {
  "law-value": (content) => ({ kind: "law-value", value: lawValue.parse(content) }),
  document: (content) => ({ kind: "document", document: document.parse(content) }),
  "vote-level": (content) => ({ kind: "vote-level", period: period.parse(content) }),
  "rule-setting": (content) => ({ kind: "rule-setting", setting: settingSchema.parse(content) }),
  "catalogue-fact": (content) => ({
    kind: "catalogue-fact",
    fact: CatalogueFactRequestSchema.parse(content),
  }),
  "norm-book": (content) => ({ kind: "norm-book", book: normBookSchema.parse(content) }),
  "price-list": (content) => ({ kind: "price-list", book: priceBookSchema.parse(content) }),
  withdrawal: (content) => ({ kind: "withdrawal", of: withdrawal.parse(content).of }),
};

/** Throws ZodError on anything unknown or inexact. */
export function readPublication(kind: PublicationKind, content: unknown): PublicationContent {
  return READ[kind](content);
}

interface Subject {
  readonly subject: string;
  readonly from: IsoDate | null;
}

/** A fact of the catalogue: each is about itself, because its own row says what it replaces. */
function subjectOfFact({
  service,
  fact,
  provinceCode,
  document: name,
  from,
  replaces,
}: CatalogueFactContent) {
  const about = replaces ?? `${service}/${fact}/${provinceCode ?? "bo"}/${name}`;
  return { subject: `danh-muc/${about}`.slice(0, 500), from: from as IsoDate | null };
}

/** Every edition worked out of evidence stays: workbooks have taken it by its content. */
function subjectOfNorms({ id, from, evidence }: NormBookData): Subject {
  const edition = evidence === undefined ? "" : `#${evidence.figures.slice(0, 8)}`;
  return { subject: `${id}@${from}${edition}`, from };
}

/** The thing it is about, and the first day it counts. Withdrawals count from the day they are confirmed: null. */
export function subjectOf(content: PublicationContent): Subject {
  switch (content.kind) {
    case "law-value":
      return { subject: `${content.value.parameter}@${content.value.from}`, from: content.value.from };
    case "document":
      return { subject: `van-ban/${content.document.id}`, from: content.document.inForce };
    case "vote-level":
      return {
        subject: `cap-binh-chon/${content.period.level}@${content.period.from}`,
        from: content.period.from,
      };
    case "rule-setting":
      return { subject: `${content.setting.rule}@${content.setting.from}`, from: content.setting.from };
    case "catalogue-fact":
      return subjectOfFact(content.fact);
    case "norm-book":
      return subjectOfNorms(content.book);
    case "price-list":
      return {
        subject: content.book.id,
        from: content.book.prices.map(({ from }) => from).sort()[0] ?? null,
      };
    case "withdrawal":
      return { subject: content.of, from: null };
  }
}

function problemsOfNorms(book: NormBookData): string[] {
  const issues = validateNormBook(book)
    .filter(({ severity }) => severity === "error")
    .map(({ vi }) => vi);
  const unlawful = book.status === "ban-hanh" && book.cite === null;
  return unlawful ? [...issues, "Bộ định mức đã ban hành phải nêu văn bản."] : issues;
}

/** Sentences that speak against it; none when it may be proposed. */
export function problemsOf({ law }: Book, content: PublicationContent): string[] {
  switch (content.kind) {
    case "law-value":
      return problemsOfValue(law, content.value).map(({ vi }) => vi);
    case "document":
      return problemsOfDocument(law, content.document).map(({ vi }) => vi);
    case "vote-level":
      return problemsOfPeriod(law, content.period).map(({ vi }) => vi);
    case "rule-setting":
      return problemsOfSetting(RULES, law, content.setting);
    case "norm-book":
      return problemsOfNorms(content.book);
    case "price-list":
      return content.book.prices.length === 0 ? ["Bảng giá chưa có dòng nào."] : [];
    default:
      return [];
  }
}

/** All contents of one kind, in their order. */
function only<K extends PublicationKind>(
  contents: readonly PublicationContent[],
  kind: K,
): Extract<PublicationContent, { readonly kind: K }>[] {
  return contents.filter(
    (content): content is Extract<PublicationContent, { readonly kind: K }> => content.kind === kind,
  );
}

/** Lays confirmed contents, oldest first, over the shipped book. The same book where none of them changes it. */
export function withPublications(base: Book, contents: readonly PublicationContent[]): Book {
  // Facts of the catalogue have a table of their own.
  if (contents.every(({ kind }) => kind === "catalogue-fact")) return base;
  const law = withPublished(base.law, {
    documents: only(contents, "document").map((content) => content.document),
    values: only(contents, "law-value").map(({ value }) => value),
    voteLevels: only(contents, "vote-level").map((content) => content.period),
    ruleSettings: only(contents, "rule-setting").map(({ setting }) => setting),
  });
  const norms = only(contents, "norm-book").map(({ book }) => sealNormBook(book));
  const prices = only(contents, "price-list").map(({ book }) => sealPriceBook(book));
  const replacedNorm = ({ id, from }: NormBook) =>
    norms.some((own) => own.id === id && own.from === from && own.evidence === undefined);
  const allNorms =
    norms.length === 0 ? base.norms : [...norms, ...base.norms.filter((book) => !replacedNorm(book))];
  const replacedPrice = ({ id }: PriceBook) => prices.some((own) => own.id === id);
  const allPrices =
    prices.length === 0 ? base.prices : [...prices, ...base.prices.filter((book) => !replacedPrice(book))];
  const parts = [
    law.version,
    law.ruleSettings ?? [],
    allNorms.map(({ version }) => version),
    allPrices.map(({ version }) => version),
  ];
  const version = sha256Hex(JSON.stringify([base.version, parts])).slice(0, 12);
  return { ...base, version, law, norms: allNorms, prices: allPrices };
}
