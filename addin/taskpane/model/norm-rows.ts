/** A drafted norm → lines of KC_DinhMuc and KC_DonGia. Pure. */
import { toQuantity, type Quantity } from "../../../shared/kernel/quantity.ts";
import { difficultyText } from "../../../shared/norms/difficulty-text.ts";
import type { Decimal, Norm, NormLine } from "../../../shared/norms/model.ts";
import type { PriceEntry } from "../../../shared/norms/prices.ts";
import type { NormLineType, PriceSheetLine } from "../../../shared/plan/shapes.ts";
import type { RowValues } from "../../../shared/workbook/build.ts";
import {
  normLineRowValues,
  priceRowValues,
  type NormLineDraft,
} from "../../../shared/workbook/draft-rows.ts";
import { foldKey } from "../../../shared/kernel/text.ts";

function decimal(text: Decimal | null | undefined): Quantity | null {
  const read = text === null || text === undefined ? null : toQuantity(text);
  return read?.ok === true ? read.value : null;
}

const TYPE: Readonly<Record<Exclude<NormLine["kind"], "percent">, NormLineType>> = {
  labour: "NC",
  material: "VL",
  machine: "M",
  tool: "DC",
};

/** An amount, or "-" in its place. */
function amount(text: Decimal | null): Pick<NormLineDraft, "quantity" | "notApplicable"> {
  return text === null ? { quantity: null, notApplicable: true } : { quantity: decimal(text) };
}

function figures(line: NormLine): Partial<NormLineDraft> {
  switch (line.kind) {
    case "labour":
      return {
        ...amount(line.quantity),
        ...(line.grade === undefined
          ? {}
          : { scale: line.grade.scale, coefficient: decimal(line.grade.coefficient) }),
      };
    case "material":
      return {
        ...amount(line.quantity),
        lossPercent: decimal(line.lossPercent),
        recoveryPercent: decimal(line.recoveryPercent),
        requirement: line.requirement ?? null,
      };
    case "machine":
      return {
        ...amount(line.loaded),
        unloaded: decimal(line.unloaded),
        requirement: line.parameters ?? null,
      };
    case "tool":
      return { ...amount(line.quantity), lifeMonths: decimal(line.lifeMonths) };
    case "percent":
      return { quantity: decimal(line.quantity) };
  }
}

/** What describes the norm stands on its first line; a step's coefficient on the step's first line. */
export function normRows(norm: Norm): RowValues[] {
  const named = new Set<string>();
  return norm.lines.map((line, at) => {
    const step = norm.steps.find((known) => known.id === line.step);
    const first = step !== undefined && !named.has(step.id);
    if (step !== undefined) named.add(step.id);
    return normLineRowValues({
      code: norm.code,
      type: line.kind === "percent" ? line.of : TYPE[line.kind],
      resource: line.resource,
      unit: line.unit,
      step: step?.name ?? null,
      note: line.note ?? null,
      ...figures(line),
      ...(first ? { stepCoefficient: decimal(step.coefficient) } : {}),
      ...(at > 0
        ? {}
        : {
            name: norm.name,
            serviceUnit: norm.unit,
            content: norm.content,
            difficulty: norm.difficulty.length === 0 ? null : difficultyText(norm.difficulty),
            conditions: norm.conditions === "" ? null : norm.conditions,
            process: norm.process.length === 0 ? null : norm.process.join("; "),
            quality: norm.quality.length === 0 ? null : norm.quality.join("; "),
          }),
    });
  });
}

export function priceRows(entries: readonly PriceEntry[]): RowValues[] {
  return entries.map((entry) =>
    priceRowValues({
      type: entry.type,
      code: entry.code ?? null,
      resource: entry.resource,
      unit: entry.unit,
      priceDong: entry.priceDong,
      depreciationDong: entry.depreciationDong ?? null,
      from: entry.from,
      to: entry.to ?? null,
      source: entry.source,
    }),
  );
}

export interface PriceSplit {
  readonly fresh: readonly PriceEntry[];
  /** The list already has another price for the resource on that day. */
  readonly conflicts: readonly { readonly entry: PriceEntry; readonly line: PriceSheetLine }[];
}

/** Prices not in KC_DonGia yet. The same price on the same day is not written twice; another one is a conflict. */
export function splitPrices(entries: readonly PriceEntry[], present: readonly PriceSheetLine[]): PriceSplit {
  const fresh: PriceEntry[] = [];
  const conflicts: { entry: PriceEntry; line: PriceSheetLine }[] = [];
  const key = (type: string | null, resource: string | null, from: string | null) =>
    `${type}|${foldKey(resource ?? "")}|${from}`;
  const known = new Map(present.map((line) => [key(line.type, line.resource, line.from), line]));
  for (const entry of entries) {
    const line = known.get(key(entry.type, entry.resource, entry.from));
    if (line === undefined) fresh.push(entry);
    else if (line.priceDong !== entry.priceDong) conflicts.push({ entry, line });
  }
  return { fresh, conflicts };
}
