/** A đề án of the workbook as the wizard shows it, and back: only what was changed is written. Pure. */
import { formatDate } from "../../../shared/kernel/date.ts";
import { formatDong } from "../../../shared/kernel/money.ts";
import { formatQuantity } from "../../../shared/kernel/quantity.ts";
import { findSupportKind } from "../../../shared/law/support-kinds.ts";
import type { CostLine, DeAnLine, Plan } from "../../../shared/plan/shapes.ts";
import {
  costRowValues,
  deAnRowValues,
  type CostDraft,
  type DeAnDraft,
  type RowValues,
} from "../../../shared/workbook/build.ts";
import { COST_SHEET, DE_AN_SHEET, type ListSheetDef } from "../../../shared/workbook/template.ts";
import { newWizard, type LineInput, type WizardState } from "./wizard.ts";

/** Cost lines of one đề án, in the order of the sheet. */
export function costsOf(plan: Plan, code: string | null): CostLine[] {
  if (code === null) return [];
  const wanted = code.toUpperCase();
  return plan.costLines.filter((line) => line.deAnCode?.toUpperCase() === wanted);
}

function lineInput(line: CostLine, id: number): LineInput {
  const formula = line.cells["unitPrice"]?.formula;
  return {
    id,
    row: line.row,
    item: line.item ?? "",
    unit: line.unit ?? "",
    quantity: line.quantity === null ? "" : formatQuantity(line.quantity),
    unitPrice: line.unitPriceDong === null ? "" : formatDong(line.unitPriceDong),
    ...(formula === undefined
      ? {}
      : { formula, formulaPrice: line.unitPriceDong === null ? "" : formatDong(line.unitPriceDong) }),
    support: line.supportDong === null ? "" : formatDong(line.supportDong),
    other: line.otherDong === null || line.otherDong === 0 ? "" : formatDong(line.otherDong),
    note: line.note ?? "",
  };
}

/** All the sheet says of a đề án, as one text to compare. */
export function baselineOf(line: DeAnLine, costs: readonly CostLine[]): string {
  return JSON.stringify([line.row, deAnRowValues(line), costs.map((cost) => [cost.row, presentCost(cost)])]);
}

/** The đề án with its cost lines as if it had been typed; support stands line by line, as it does in the sheet. */
export function wizardOf(line: DeAnLine, costs: readonly CostLine[]): WizardState {
  return {
    ...newWizard([]),
    step: 1,
    editing: line.code,
    baseline: baselineOf(line, costs),
    kind: findSupportKind(line.kind ?? "")?.code ?? "",
    content: line.content,
    code: line.code ?? "",
    name: line.name ?? "",
    fund: line.fund ?? "QG",
    count: line.count === null ? "" : formatQuantity(line.count),
    place: line.place ?? "",
    priority: line.priority,
    beneficiary: line.beneficiary ?? "",
    trade: line.trade ?? "",
    start: line.start === null ? "" : formatDate(line.start),
    end: line.end === null ? "" : formatDate(line.end),
    result: line.result ?? "",
    source: line.source ?? "",
    note: line.note ?? "",
    linkedTo: line.linkedTo ?? "",
    replicaOf: line.replicaOf ?? "",
    lines: costs.map((cost, index) => lineInput(cost, index + 1)),
    byLine: true,
  };
}

/** The same once more under another code; its lines are new lines. */
export function duplicateOf(line: DeAnLine, costs: readonly CostLine[], code: string): WizardState {
  const state = wizardOf(line, costs);
  return {
    ...state,
    editing: null,
    baseline: "",
    code,
    lines: state.lines.map((one) => ({ ...one, row: null })),
  };
}

/** What the sheet holds, in the form the drafts give, so that the two can be laid side by side. */
function presentCost(line: CostLine): RowValues {
  const otherDong = line.otherDong === 0 ? null : line.otherDong;
  return costRowValues({ ...line, otherDong, unitPriceFormula: line.cells["unitPrice"]?.formula });
}

function same(a: RowValues[string] | undefined, b: RowValues[string] | undefined): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

/** Columns whose content differs; a column the draft does not speak of is left alone. */
function changed(present: RowValues, wanted: RowValues): RowValues {
  return Object.fromEntries(Object.entries(wanted).filter(([id, value]) => !same(present[id], value)));
}

/** A line that is there, and its new content. */
export interface LineEdit {
  readonly def: ListSheetDef;
  readonly row: number;
  readonly values: RowValues;
}

export interface Edit {
  readonly update: readonly LineEdit[];
  /** Cost lines taken out: their cells are emptied, the row stays, so that nothing below moves. */
  readonly clear: readonly number[];
  /** New cost lines. */
  readonly append: readonly RowValues[];
}

/** How the workbook's lines become the drafts; nothing in all three when nothing was changed. */
export function planEdit(
  line: DeAnLine,
  costs: readonly CostLine[],
  drafts: {
    readonly deAn: DeAnDraft;
    readonly costs: readonly (CostDraft & { readonly row: number | null })[];
  },
): Edit {
  const update: LineEdit[] = [];
  const about = changed(deAnRowValues(line), deAnRowValues(drafts.deAn));
  if (Object.keys(about).length > 0) update.push({ def: DE_AN_SHEET, row: line.row, values: about });
  const kept = new Map(
    drafts.costs.flatMap((cost) => (cost.row === null ? [] : [[cost.row, cost] as const])),
  );
  for (const cost of costs) {
    const draft = kept.get(cost.row);
    if (draft === undefined) continue;
    const values = changed(presentCost(cost), costRowValues(draft));
    if (Object.keys(values).length > 0) update.push({ def: COST_SHEET, row: cost.row, values });
  }
  return {
    update,
    clear: costs.filter(({ row }) => !kept.has(row)).map(({ row }) => row),
    append: drafts.costs.filter(({ row }) => row === null).map(costRowValues),
  };
}
