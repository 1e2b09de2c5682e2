/** What the norm editor hands to the sections it draws. */
import type { TemplateResult } from "lit";
import type { LineDraft, NormDraft } from "../model/norm-draft.ts";
import type { Evaluation, PriceContext } from "../model/norm-price.ts";
import { field, type FieldOptions } from "./field.ts";

export interface NormPart {
  readonly draft: NormDraft;
  readonly evaluation: Evaluation;
  readonly context: PriceContext;
  readonly change: (draft: NormDraft) => void;
  /** The sentence for a field: what cannot be read at once, what is missing only after trying to write. */
  readonly errorOf: (path: string) => string | undefined;
}

export function fieldId(path: string): string {
  return `norm-${path.replaceAll(".", "-")}`;
}

type Simple = Pick<FieldOptions, "label" | "value" | "onInput"> & Partial<FieldOptions>;

export function normField(part: NormPart, path: string, options: Simple): TemplateResult {
  return field({ id: fieldId(path), error: part.errorOf(path), ...options });
}

export type LineEdit = (change: Partial<LineDraft>) => void;
