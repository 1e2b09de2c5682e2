/** A norm of the workbook opened again, and back: its lines keep their rows, only what was changed is written. Pure. */
import type { NormSheetLine } from "../../../shared/plan/shapes.ts";
import type { Norm } from "../../../shared/norms/model.ts";
import type { RowValues } from "../../../shared/workbook/build.ts";
import { normLineRowValues } from "../../../shared/workbook/draft-rows.ts";
import { copyOf, type LineDraft, type NormDraft } from "./norm-draft.ts";
import { normRows } from "./norm-rows.ts";

/** All the sheet says of a norm, as one text to compare. */
export function normBaseline(lines: readonly NormSheetLine[]): string {
  return JSON.stringify(lines.map((line) => [line.row, normLineRowValues(line)]));
}

/** Percentage of management in the price written beside the norm; "" where there is none. */
function managementOf(lines: readonly NormSheetLine[]): string {
  for (const line of lines) {
    for (const { formula } of Object.values(line.extra)) {
      const found = /^=KC\.DONGIA\(.*,"TONG",([\d.]+)\)$/.exec(formula ?? "");
      if (found !== null) return (found[1] ?? "").replace(".", ",");
    }
  }
  return "";
}

/** @param lines those of the norm, in the order of the sheet; the norm was read from them, line by line */
export function editOf(norm: Norm, lines: readonly NormSheetLine[]): NormDraft {
  const draft = copyOf(norm);
  return {
    ...draft,
    code: norm.code,
    copiedFrom: null,
    note: "",
    management: managementOf(lines),
    lines: draft.lines.map((line, at) => ({ ...line, row: lines[at]?.row ?? null })),
    editing: norm.code,
    baseline: normBaseline(lines),
  };
}

export interface NormEdit {
  readonly update: readonly { readonly row: number; readonly values: RowValues }[];
  /** Rows whose cells are emptied. */
  readonly clear: readonly number[];
  readonly append: readonly RowValues[];
}

/** What describes a norm, and its price, stand on its first row: that row is always used. */
function rowsFor(drafts: readonly LineDraft[], firstRow: number | null): (number | null)[] {
  return drafts.map(({ row }, at) => (at === 0 ? firstRow : (row ?? null)));
}

/** Nothing in all three when nothing was changed. */
export function planNormEdit(draft: NormDraft, norm: Norm, lines: readonly NormSheetLine[]): NormEdit {
  const rows = rowsFor(draft.lines, lines[0]?.row ?? null);
  const values = normRows(norm);
  const present = new Map(lines.map((line) => [line.row, normLineRowValues(line)]));
  const update = values.flatMap((wanted, at) => {
    const row = rows[at] ?? null;
    const before = row === null ? undefined : present.get(row);
    if (row === null || before === undefined) return [];
    const changed = Object.entries(wanted).filter(([id, value]) => (before[id] ?? null) !== (value ?? null));
    return changed.length === 0 ? [] : [{ row, values: Object.fromEntries(changed) }];
  });
  return {
    update,
    clear: [...present.keys()].filter((row) => !rows.includes(row)),
    append: values.filter((_, at) => !present.has(rows[at] ?? 0)),
  };
}
