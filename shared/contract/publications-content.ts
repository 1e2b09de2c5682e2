/** The contents of publications: read strictly, compared with what is in force, laid over the book. */
import { z } from "zod";
import { formatDate, type IsoDate } from "../kernel/date.ts";
import { formatDong } from "../kernel/money.ts";
import { formatQuantity, type Quantity } from "../kernel/quantity.ts";
import { sha256Hex } from "../kernel/sha256.ts";
import { problemsOfValue, withPublishedValues, type PublishedValue } from "../law/published.ts";
import { citationText, findParameter, valueAt } from "../law/read.ts";
import { datedValueShape } from "../law/schema.ts";
import type { LawBook } from "../law/types.ts";
import { sealNormBook, sealPriceBook } from "../norms/book.ts";
import type { Norm, NormBook, NormBookData, NormLine } from "../norms/model.ts";
import type { PriceBook, PriceBookData, PriceEntry } from "../norms/prices.ts";
import { quantityChanges } from "../norms/quantity-changes.ts";
import { normBookSchema, priceBookSchema } from "../norms/schema.ts";
import { validateNormBook } from "../norms/validate.ts";
import type { Book } from "./book.ts";
import { PublicationIdSchema, type PublicationChange, type PublicationKind } from "./publications.ts";

export type PublicationContent =
  | { readonly kind: "law-value"; readonly value: PublishedValue }
  | { readonly kind: "norm-book"; readonly book: NormBookData }
  | { readonly kind: "price-list"; readonly book: PriceBookData }
  | { readonly kind: "withdrawal"; readonly of: string };

const lawValue: z.ZodType<PublishedValue> = z.strictObject({
  parameter: z.string().max(100),
  ...datedValueShape,
});
const withdrawal = z.strictObject({ of: PublicationIdSchema });

/** Throws ZodError on anything unknown or inexact. */
export function readPublication(kind: PublicationKind, content: unknown): PublicationContent {
  if (kind === "law-value") return { kind, value: lawValue.parse(content) };
  if (kind === "norm-book") return { kind, book: normBookSchema.parse(content) };
  if (kind === "price-list") return { kind, book: priceBookSchema.parse(content) };
  return { kind, of: withdrawal.parse(content).of };
}

/** The thing it is about, and the first day it counts. Withdrawals count from the day they are confirmed: null. */
export function subjectOf(content: PublicationContent): { subject: string; from: IsoDate | null } {
  if (content.kind === "law-value")
    return { subject: `${content.value.parameter}@${content.value.from}`, from: content.value.from };
  if (content.kind === "withdrawal") return { subject: content.of, from: null };
  if (content.kind === "norm-book") {
    const { id, from, evidence } = content.book;
    // Every edition worked out of evidence stays: workbooks have taken it by its content.
    const edition = evidence === undefined ? "" : `#${evidence.figures.slice(0, 8)}`;
    return { subject: `${id}@${from}${edition}`, from };
  }
  const days = content.book.prices.map(({ from }) => from).sort();
  return { subject: content.book.id, from: days[0] ?? null };
}

/** Sentences that speak against it; none when it may be proposed. */
export function problemsOf(book: Book, content: PublicationContent): string[] {
  if (content.kind === "law-value") return problemsOfValue(book.law, content.value).map(({ vi }) => vi);
  if (content.kind === "norm-book") {
    const issues = validateNormBook(content.book)
      .filter(({ severity }) => severity === "error")
      .map(({ vi }) => vi);
    const unlawful = content.book.status === "ban-hanh" && content.book.cite === null;
    return unlawful ? [...issues, "Bộ định mức đã ban hành phải nêu văn bản."] : issues;
  }
  if (content.kind === "price-list" && content.book.prices.length === 0)
    return ["Bảng giá chưa có dòng nào."];
  return [];
}

/** Lays confirmed contents, oldest first, over the shipped book. The same book for none. */
export function withPublications(base: Book, contents: readonly PublicationContent[]): Book {
  if (contents.length === 0) return base;
  const values = contents.flatMap((content) => (content.kind === "law-value" ? [content.value] : []));
  const law = withPublishedValues(base.law, values);
  const norms = contents.flatMap((content) =>
    content.kind === "norm-book" ? [sealNormBook(content.book)] : [],
  );
  const prices = contents.flatMap((c) => (c.kind === "price-list" ? [sealPriceBook(c.book)] : []));
  const replacedNorm = ({ id, from }: NormBook) =>
    norms.some((own) => own.id === id && own.from === from && own.evidence === undefined);
  const allNorms =
    norms.length === 0 ? base.norms : [...norms, ...base.norms.filter((book) => !replacedNorm(book))];
  const replacedPrice = ({ id }: PriceBook) => prices.some((own) => own.id === id);
  const allPrices =
    prices.length === 0 ? base.prices : [...prices, ...base.prices.filter((book) => !replacedPrice(book))];
  const parts = [
    law.version,
    allNorms.map(({ version }) => version),
    allPrices.map(({ version }) => version),
  ];
  const version = sha256Hex(JSON.stringify([base.version, parts])).slice(0, 12);
  return { ...base, version, law, norms: allNorms, prices: allPrices };
}

function lawChange(law: LawBook, value: PublishedValue): PublicationChange {
  const parameter = findParameter(law, value.parameter);
  const before = parameter === null ? null : (valueAt(parameter, value.from)?.value.value ?? null);
  return {
    what: `${parameter?.label.vi ?? value.parameter} (${value.parameter})`,
    old: before === null ? null : String(before),
    new: value.value === null ? null : String(value.value),
    basis: citationText(law, value.cite),
    verified: value.verified,
  };
}

const KIND_NAME: Readonly<Record<NormLine["kind"], string>> = {
  labour: "nhân công",
  material: "vật liệu",
  machine: "máy",
  tool: "dụng cụ",
  percent: "tỷ lệ",
};
const FIELD_NAME: Readonly<Record<string, string>> = {
  quantity: "định mức",
  loaded: "có tải",
  unloaded: "không tải",
  lossPercent: "hao hụt %",
  recoveryPercent: "thu hồi %",
  lifeMonths: "thời hạn (tháng)",
  grade: "ngạch",
  of: "của",
  requirement: "yêu cầu",
  parameters: "thông số",
};

function fieldText(value: unknown): string {
  if (value === null) return "-";
  if (typeof value === "object" && value !== null) return Object.values(value).map(fieldText).join(" hệ số ");
  return /^-?\d+\.\d+$/.test(String(value)) ? String(value).replace(".", ",") : String(value);
}

/** Every line of a norm with its quantities, so that two versions can be told apart. */
function normLines(norm: Norm): Map<string, string> {
  return new Map(
    norm.lines.map(({ kind, resource, unit, step, ...rest }, at) => [
      `${norm.code} · ${step === undefined ? "" : `bước ${step} · `}${resource} (${unit}) · dòng ${at + 1}, ${KIND_NAME[kind]}`,
      Object.entries(rest)
        .filter(([name]) => name !== "note")
        .map(([name, value]) => `${FIELD_NAME[name] ?? name} ${fieldText(value)}`)
        .join("; "),
    ]),
  );
}

function priceLines(prices: readonly PriceEntry[]): Map<string, string> {
  return new Map(
    prices.map((entry) => [
      `${entry.resource} (${entry.unit}) · ${entry.province ?? "toàn quốc"} · từ ${formatDate(entry.from)}`,
      `${formatDong(entry.priceDong)} đ`,
    ]),
  );
}

function tableChanges(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  basis: string,
  verified: PublicationChange["verified"],
): PublicationChange[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => before.get(key) !== after.get(key))
    .map((what) => ({ what, old: before.get(what) ?? null, new: after.get(what) ?? null, basis, verified }));
}

const linesOf = (book: NormBookData | undefined) =>
  new Map((book?.norms ?? []).flatMap((norm) => [...normLines(norm)]));

/** A draft out of evidence beside its edition before, else beside the norm that has its code now: quantities, over all steps. */
function evidenceChanges(book: Book, { id, title, verified, norms }: NormBookData): PublicationChange[] {
  const before = book.norms.filter((known) => known.id === id).at(-1);
  const show = (value: Quantity | null) => (value === null ? null : formatQuantity(value));
  return norms.flatMap((norm) => {
    const old = [before, ...book.norms]
      .flatMap((known) => known?.norms ?? [])
      .find(({ code }) => code === norm.code);
    return quantityChanges(old ?? null, norm).map(({ type, resource, unit, before: was, after: is }) => ({
      what: `${norm.code} ${norm.name}: ${resource} (${type}, ${unit})`,
      old: show(was),
      new: show(is),
      basis: title,
      verified,
    }));
  });
}

/** What would be other than it is, before anything is published. `after`: the book without what a withdrawal takes back. */
export function changesOf(
  book: Book,
  content: Exclude<PublicationContent, { kind: "withdrawal" }>,
): PublicationChange[] {
  if (content.kind === "law-value") return [lawChange(book.law, content.value)];
  if (content.kind === "norm-book" && content.book.evidence !== undefined)
    return evidenceChanges(book, content.book);
  if (content.kind === "norm-book") {
    const { id, title, verified } = content.book;
    const old = book.norms.filter((known) => known.id === id).at(0);
    return tableChanges(linesOf(old), linesOf(content.book), title, verified);
  }
  const { id, title, verified, prices } = content.book;
  const old = book.prices.find((known) => known.id === id);
  return tableChanges(priceLines(old?.prices ?? []), priceLines(prices), title, verified);
}
