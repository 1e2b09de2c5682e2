/**
 * Everything a verdict rests on, by content: whoever holds the same data can tell that it is the same, and a later
 * change of a single character of rules, law, norms or prices shows in the next receipt.
 */
import { z } from "zod";
import { sha256Hex } from "../kernel/sha256.ts";
import { builtinLawBook } from "../law/book.ts";
import type { LawBook } from "../law/types.ts";
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

function named({ id, version, ...rest }: { readonly id: string; readonly version: string }) {
  return { id, version, hash: hashOf({ id, ...rest }) };
}

function lawHash({ version: _version, ...data }: LawBook): string {
  return hashOf(data);
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
      rules: { version: ruleSetVersion(RULES), hash: hashOf(RULES.map(declaration)) },
      law: { version: law.version, hash: lawHash(law) },
      norms: (book?.norms ?? []).map(named),
      prices: (book?.prices ?? []).map(named),
    };
    made.set(book ?? law, data);
  }
  return { template: { stated, current: TEMPLATE_VERSION }, ...data };
}
