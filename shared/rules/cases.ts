/**
 * Cases of the rules, as data: a small correct plan, the cells that differ from it, and where the rule must speak.
 * The base plan (see workbook/rule-cases.test.ts): DA01 MAY-MOC QG in row 5 (400 tr, 200 tr support), DA02 MO-HINH ĐP
 * in row 6 (1.000 tr, 300 tr support), one cost line each in rows 5 and 6, as-of 15/01/2018, Quảng Ninh.
 */
import { cellAddress } from "../kernel/address.ts";
import type { CellValue } from "../kernel/flat.ts";
import type { Severity } from "../kernel/finding.ts";
import { quantity } from "../kernel/quantity.ts";
import type { Topic } from "../plan/comparables.ts";
import type { PeerFigure } from "./peers.ts";

export interface CellPatch {
  readonly value?: CellValue;
  readonly formula?: string;
  readonly font?: string;
  readonly format?: string;
}

export interface RuleCase {
  readonly name: string;
  /** "Sheet!A1" → new content, or null to empty the cell. */
  readonly set: Readonly<Record<string, CellPatch | CellValue>>;
  /** Formulas keep the values they had before the change, as in a file that was not recalculated. */
  readonly stale?: boolean;
  readonly hiddenRows?: Readonly<Record<string, readonly number[]>>;
  readonly hiddenSheets?: readonly string[];
  readonly externalLinks?: readonly string[];
  /** Sheets taken out of the workbook before the rule looks. */
  readonly without?: readonly string[];
  /** Sheets put in beside it, by name. */
  readonly beside?: Readonly<Record<string, Readonly<Record<string, CellPatch | CellValue>>>>;
  /** Figures of other submissions, as a reviewer has them. */
  readonly peers?: readonly PeerFigure[];
  /** Cells ("Sheet!A1") or sheets ("Sheet") the rule must name, in order; empty = it must stay silent. */
  readonly expect: readonly string[];
  readonly severity?: Severity;
  readonly differenceDong?: number;
  /** The value the first finding offers to write instead; null = it must offer none. */
  readonly fix?: string | number | null;
}

export interface RuleCases {
  readonly rule: string;
  readonly cases: readonly RuleCase[];
}

/** Cells of a list sheet for `beside`: its headers in row 4, its lines from row 5. */
export function table(
  headers: readonly string[],
  ...lines: readonly (readonly (CellPatch | CellValue)[])[]
): Readonly<Record<string, CellPatch | CellValue>> {
  const cells: Record<string, CellPatch | CellValue> = {};
  [headers, ...lines].forEach((line, index) =>
    line.forEach((cell, column) => {
      if (cell !== null) cells[cellAddress(column + 1, 4 + index)] = cell;
    }),
  );
  return cells;
}

/** For `peers`: one province each, a figure each. */
export function peersOf(topic: Topic, key: string, values: readonly (number | string)[]): PeerFigure[] {
  return values.map((value, at) => ({
    topic,
    key,
    province: String(at + 1),
    value: quantity(value),
    source: `hs_${at + 1}`,
  }));
}
