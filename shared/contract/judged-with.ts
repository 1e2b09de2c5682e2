/**
 * Everything a verdict rests on, by content: whoever holds the same data can tell that it is the same, and a later
 * change of a single character of rules, law, norms or prices shows in the next receipt.
 */
import { z } from "zod";
import { sha256Hex } from "../kernel/sha256.ts";
import { builtinLawBook } from "../law/book.ts";
import { RULES } from "../rules/index.ts";
import { ruleSetVersion } from "../rules/run.ts";
import type { Rule } from "../rules/types.ts";
import { TEMPLATE_VERSION } from "../workbook/template.ts";
import type { Book } from "./book.ts";
import { canonicalJson } from "../kernel/canonical.ts";

const hash = z.string().meta({ description: "sha256 (hex) của JSON chính tắc" });
const DataSchema = z.object({ version: z.string(), hash });
const BookSchema = z.object({ id: z.string(), version: z.string(), hash });

export const JudgedWithSchema = z
  .object({
    template: z.object({
      stated: z.string().meta({ description: "Phiên bản mẫu ghi trong sổ" }),
      current: z.string().meta({ description: "Phiên bản mẫu của máy chủ" }),
    }),
    rules: DataSchema,
    law: DataSchema,
    norms: z.array(BookSchema),
    prices: z.array(BookSchema),
  })
  .meta({
    id: "JudgedWith",
    description:
      "Dữ liệu máy chủ dùng khi nhận: bộ quy tắc, căn cứ, bộ định mức, bảng giá (theo băm nội dung)",
  });
export type JudgedWith = z.infer<typeof JudgedWithSchema>;

/** A rule's declaration; its code is named by the release of the server. */
function declaration({ check: _check, ...declared }: Rule): unknown {
  return declared;
}

function hashOf(value: unknown): string {
  return sha256Hex(canonicalJson(value));
}

/** One part of the data, under the hash that receipts name: `text` is the canonical JSON that the hash covers. */
export interface JudgedPart {
  readonly kind: "law" | "norms" | "prices";
  readonly version: string;
  readonly hash: string;
  readonly text: string;
}

/** The version is a name for the content, not part of it. */
function partOf(
  kind: JudgedPart["kind"],
  { version, ...data }: { readonly version: string } & object,
): JudgedPart {
  const text = canonicalJson(data);
  return { kind, version, hash: sha256Hex(text), text };
}

/** What has to be kept so that a verdict can be made again: each part once, whatever its version is called. */
export function judgedParts({ law, norms, prices }: Pick<Book, "law" | "norms" | "prices">): JudgedPart[] {
  return [
    partOf("law", law),
    ...norms.map((book) => partOf("norms", book)),
    ...prices.map((book) => partOf("prices", book)),
  ];
}

/** The other way round: a part with the version a receipt gives it. */
export function partWithVersion<T extends { readonly version: string }>(text: string, version: string): T {
  return { ...(JSON.parse(text) as Omit<T, "version">), version } as unknown as T;
}

function named(kind: JudgedPart["kind"], book: { readonly id: string; readonly version: string }) {
  const { id, version } = book;
  return { id, version, hash: partOf(kind, book).hash };
}

/** Without settings the hash is that of the declarations alone. */
function rulesHash({ ruleSettings = [] }: Pick<Book["law"], "ruleSettings">): string {
  const declared = RULES.map(declaration);
  return hashOf(ruleSettings.length === 0 ? declared : { declared, settings: ruleSettings });
}

/** Hashing the books takes some hundredths of a second, so each combination is hashed once. */
const made = new WeakMap<object, Omit<JudgedWith, "template">>();

/** `book` without its wards suffices: `law` is what judged, `norms` and `prices` what the functions offered. */
export function judgedWith(
  stated: string,
  book: Pick<Book, "law" | "norms" | "prices"> | null = null,
): JudgedWith {
  const law = book?.law ?? builtinLawBook();
  let data = made.get(book ?? law);
  if (data === undefined) {
    data = {
      rules: { version: ruleSetVersion(RULES, law.ruleSettings), hash: rulesHash(law) },
      law: { version: law.version, hash: partOf("law", law).hash },
      norms: (book?.norms ?? []).map((each) => named("norms", each)),
      prices: (book?.prices ?? []).map((each) => named("prices", each)),
    };
    made.set(book ?? law, data);
  }
  return { template: { stated, current: TEMPLATE_VERSION }, ...data };
}
