/** What an expression gives, worked out from the values the cells show. */
import { cellAddress } from "../kernel/address.ts";
import type { CellValue, FlatSheet, FlatWorkbook } from "../kernel/flat.ts";
import type { Result } from "../kernel/result.ts";
import type { Argument, CallBooks } from "./explain-arguments.ts";
import { arithmetic, dateSerial } from "./explain-arithmetic.ts";
import { explainCall, type Figure } from "./explain-call.ts";
import { isCell, parseFormula, type Area, type Expression } from "./explain-formula.ts";
import { findSheet } from "./read.ts";

export interface Scope {
  readonly workbook: FlatWorkbook;
  readonly books: CallBooks;
}

export function sheetOf(scope: Scope, area: Area, home: FlatSheet): FlatSheet | null {
  return area.sheet === null ? home : findSheet(scope.workbook, area.sheet);
}

export function valueAt(sheet: FlatSheet, address: string): CellValue {
  return sheet.cells[address]?.value ?? null;
}

export function evaluate(scope: Scope, expression: Expression, home: FlatSheet): Argument {
  switch (expression.kind) {
    case "literal":
      return expression.value;
    case "area": {
      const sheet = sheetOf(scope, expression.area, home);
      const { firstColumn, firstRow } = expression.area;
      return sheet !== null && isCell(expression.area)
        ? valueAt(sheet, cellAddress(firstColumn, firstRow))
        : undefined;
    }
    case "operation": {
      const values = expression.parts.map((part) => evaluate(scope, part, home));
      if (expression.operator === "&")
        return values.includes(undefined) ? undefined : values.map((value) => value ?? "").join("");
      return arithmetic(expression.operator, values);
    }
    case "call": {
      if (expression.name === "DATE" || expression.name === "TODAY") {
        const parts = expression.args.map((arg) => evaluate(scope, arg, home));
        return dateSerial(parts, scope.books.today);
      }
      const figure = figureOf(scope, expression.name, expression.args, home);
      return figure?.ok === true ? figure.value.value : undefined;
    }
    default:
      return undefined;
  }
}

export function figureOf(
  scope: Scope,
  name: string,
  args: readonly Expression[],
  home: FlatSheet,
): Result<Figure> | null {
  return explainCall(
    name,
    args.map((arg) => evaluate(scope, arg, home)),
    scope.books,
  );
}

/** A formula worked out again from the cells as they stand; `undefined` when a part of it is not followed. */
export function valueOfFormula(scope: Scope, home: FlatSheet, formula: string): CellValue | undefined {
  return evaluate(scope, parseFormula(formula), home);
}
