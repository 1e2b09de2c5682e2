/** A đề án taken out of the plan with what hangs on it: its cost lines, its trace in the register, links to it. Pure. */
import { joinCodes, linkedCodes } from "../../../shared/plan/linked.ts";
import type { DeAnLine, Plan } from "../../../shared/plan/shapes.ts";
import {
  COST_SHEET,
  DEMAND_SHEET,
  DE_AN_SHEET,
  type ListSheetDef,
} from "../../../shared/workbook/template.ts";
import { costsOf, type LineEdit } from "./draft-edit.ts";

export interface Deletion {
  /** Lines whose cells are emptied; the rows stay, so that nothing below moves. */
  readonly clear: readonly { readonly def: ListSheetDef; readonly row: number }[];
  readonly update: readonly LineEdit[];
  readonly costCount: number;
  /** Lines of KC_TienDo that name it; with any of them it is not to be deleted: work has been reported on it. */
  readonly progressCount: number;
}

function names(code: string): (other: string | null) => boolean {
  return (other) => other?.toUpperCase() === code;
}

/** What else reads the code: a line that shares it with another keeps everything that hangs on it. */
function hangingOn(plan: Plan, line: DeAnLine): string | null {
  const code = line.code?.toUpperCase();
  if (code === undefined) return null;
  const shared = plan.deAn.some((other) => other.row !== line.row && other.code?.toUpperCase() === code);
  return shared ? null : code;
}

export function planDelete(plan: Plan, line: DeAnLine): Deletion {
  const own = { def: DE_AN_SHEET, row: line.row };
  const code = hangingOn(plan, line);
  if (code === null) return { clear: [own], update: [], costCount: 0, progressCount: 0 };
  const is = names(code);
  const costs = costsOf(plan, code);
  const links = plan.deAn
    .filter((other) => other.row !== line.row && linkedCodes(other.linkedTo).includes(code))
    .map((other): LineEdit => {
      const left = linkedCodes(other.linkedTo).filter((one) => one !== code);
      return {
        def: DE_AN_SHEET,
        row: other.row,
        values: { linkedTo: left.length === 0 ? null : joinCodes(left) },
      };
    });
  const traces = plan.demands
    .filter(({ deAnCode }) => is(deAnCode))
    .map(({ row }): LineEdit => ({ def: DEMAND_SHEET, row, values: { deAnCode: null } }));
  return {
    clear: [own, ...costs.map(({ row }) => ({ def: COST_SHEET, row }))],
    update: [...links, ...traces],
    costCount: costs.length,
    progressCount: plan.progress.filter(({ deAnCode }) => is(deAnCode)).length,
  };
}
