/** Flat workbook → plan. Forgiving: every problem is reported, none stops the reading. */
import type { FlatWorkbook } from "../kernel/flat.ts";
import { toGrid } from "../kernel/grid.ts";
import { foldKey } from "../kernel/text.ts";
import { readNeighbours } from "../plan/neighbours.ts";
import type { LocatedCell, Plan, PlanInfo } from "../plan/shapes.ts";
import { dateOf, dongOf, textOf, wholeNumberOf } from "./read-cells.ts";
import { readBasisVersions } from "./norm-pins.ts";
import { findSheet, readLines } from "./read-lines.ts";
import {
  COST_SHEET,
  DEMAND_SHEET,
  DE_AN_SHEET,
  INFO_SHEET,
  NORM_SHEET,
  PRICE_SHEET,
  PRODUCT_SHEET,
  PROGRESS_SHEET,
  type FieldDef,
  type FormSheetDef,
} from "./template.ts";
import {
  toCostLine,
  toDeAn,
  toDemand,
  toNormLine,
  toPriceLine,
  toProduct,
  toProgress,
} from "./typed-lines.ts";

export { dateOf, dongOf, quantityOf, textOf } from "./read-cells.ts";
export { findHeaders, findSheet, firstRowBeyondCapacity, readLines, type HeaderMap } from "./read-lines.ts";

const fieldsByKey = new WeakMap<FormSheetDef, ReadonlyMap<string, FieldDef>>();

/** The fields by their folded labels; of two that share one, the first. */
function fieldsNamed(def: FormSheetDef): ReadonlyMap<string, FieldDef> {
  let byKey = fieldsByKey.get(def);
  if (byKey === undefined) {
    const made = new Map<string, FieldDef>();
    for (const field of [...def.fields, ...(def.laterFields ?? [])])
      for (const key of [field.label, field.labelEn, ...(field.aliases ?? [])].map(foldKey))
        if (!made.has(key)) made.set(key, field);
    byKey = made;
    fieldsByKey.set(def, byKey);
  }
  return byKey;
}

export function readInfo(workbook: FlatWorkbook, def: FormSheetDef): PlanInfo {
  const sheet = findSheet(workbook, def.name);
  const cells: Record<string, LocatedCell> = {};
  const addressOf: Record<string, string> = {};
  const named = fieldsNamed(def);
  def.fields.forEach((field, index) => (addressOf[field.id] = `B${def.firstRow + index}`));
  for (const [row, columns] of sheet === null ? [] : toGrid(sheet).rows) {
    const label = textOf(columns.get(1));
    if (label === null) continue;
    const field = named.get(foldKey(label));
    if (field === undefined) continue;
    addressOf[field.id] = `B${row}`;
    const cell = columns.get(2);
    if (cell !== undefined) cells[field.id] = { ...cell, address: `B${row}` };
  }
  return {
    addressOf,
    cells,
    province: textOf(cells["province"]),
    organisation: textOf(cells["organisation"]),
    year: wholeNumberOf(cells["year"]),
    asOf: dateOf(cells["asOf"]),
    nationalBudgetDong: dongOf(cells["nationalBudget"]),
    localBudgetDong: dongOf(cells["localBudget"]),
    drafter: textOf(cells["drafter"]),
    templateVersion: textOf(cells["templateVersion"]),
    ...readBasisVersions(textOf(cells["lawVersion"])),
    ...readNeighbours(textOf(cells["neighbours"])),
    note: textOf(cells["note"]),
  };
}

/** Reads every KC_ sheet it recognises. What is missing is simply empty; the shape rules say so. */
export function readPlan(workbook: FlatWorkbook): Plan {
  return {
    info: readInfo(workbook, INFO_SHEET),
    deAn: readLines(workbook, DE_AN_SHEET).map(toDeAn),
    costLines: readLines(workbook, COST_SHEET).map(toCostLine),
    demands: readLines(workbook, DEMAND_SHEET).map(toDemand),
    normLines: readLines(workbook, NORM_SHEET).map(toNormLine),
    priceLines: readLines(workbook, PRICE_SHEET).map(toPriceLine),
    products: readLines(workbook, PRODUCT_SHEET).map(toProduct),
    progress: readLines(workbook, PROGRESS_SHEET).map(toProgress),
  };
}
