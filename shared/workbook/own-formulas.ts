/**
 * Formulas with KC functions that people put where a figure is typed, such as =KC.DONGIA(…) as a unit price: worked out
 * again with the workbook's own norms and prices, so that the server sees the figure the cell must show.
 */
import type { CellValue, FlatSheet, FlatWorkbook } from "../kernel/flat.ts";
import { differenceOfCells } from "../kernel/money.ts";
import type { LawBook } from "../law/types.ts";
import type { CostLine, DemandLine, Line, Plan, ProgressLine } from "../plan/shapes.ts";
import type { CallBooks } from "./explain-arguments.ts";
import { evaluate, figureOf, type Scope } from "./explain-evaluate.ts";
import { parseFormula, type Expression } from "./explain-formula.ts";
import { ownBooksOf, withOwnBooks, type Shipped } from "./own-books.ts";
import { showFigure, type Difference } from "./recompute.ts";
import { findSheet } from "./read.ts";
import { COST_SHEET, DEMAND_SHEET, PROGRESS_SHEET, type ColumnDef, type ListSheetDef } from "./template.ts";

const OURS = /\bKC\.[A-Z]/i;

interface Typed {
  readonly def: ListSheetDef;
  readonly lines: readonly (Line & (CostLine | DemandLine | ProgressLine))[];
}

/** Answers of one function for equal arguments are worked out once: a plan asks the same prices over and over. */
type Answers = Map<string, CellValue | undefined>;

function valueOf(
  scope: Scope,
  expression: Expression,
  home: FlatSheet,
  answers: Answers,
): CellValue | undefined {
  if (expression.kind !== "call") return evaluate(scope, expression, home);
  const args = expression.args.map((arg) => evaluate(scope, arg, home));
  if (args.includes(undefined)) return undefined;
  const key = `${expression.name}${JSON.stringify(args)}`;
  if (!answers.has(key)) {
    const figure = figureOf(scope, expression.name, expression.args, home);
    answers.set(key, figure?.ok === true ? figure.value.value : undefined);
  }
  return answers.get(key);
}

function differenceAt(
  line: Line,
  column: ColumnDef,
  expectedValue: CellValue,
  basis: string,
): Difference | null {
  const foundValue = line.cells[column.id]?.value ?? null;
  const cell = line.addressOf[column.id];
  if (foundValue === expectedValue || cell === undefined) return null;
  return {
    where: { sheet: line.sheet, cell, row: line.row },
    column: column.header,
    found: showFigure(foundValue),
    expected: showFigure(expectedValue),
    foundValue,
    expectedValue,
    ...(column.kind === "dong" ? differenceOfCells(foundValue, expectedValue) : {}),
    basis,
  };
}

/** Cells of typed columns whose KC formula gives something else now; what cannot be worked out again is left alone. */
export function findStaleFormulas(
  workbook: FlatWorkbook,
  plan: Plan,
  law: LawBook,
  shipped: Shipped,
): Difference[] {
  const books: CallBooks = { ...withOwnBooks(shipped, ownBooksOf(workbook)), law, today: null };
  const scope: Scope = { workbook, books };
  const answers: Answers = new Map();
  const typed: readonly Typed[] = [
    { def: COST_SHEET, lines: plan.costLines },
    { def: DEMAND_SHEET, lines: plan.demands },
    { def: PROGRESS_SHEET, lines: plan.progress },
  ];
  return typed.flatMap(({ def, lines }) => {
    const home = findSheet(workbook, def.name);
    const columns = def.columns.filter((column) => column.formula === undefined && column.kind !== "text");
    if (home === null) return [];
    return lines.flatMap((line) =>
      columns.flatMap((column) => {
        const formula = line.cells[column.id]?.formula;
        if (formula === undefined || !OURS.test(formula)) return [];
        const value = valueOf(scope, parseFormula(formula), home, answers);
        const found =
          value === undefined
            ? null
            : differenceAt(
                line,
                column,
                value,
                `Công thức ${formula} tính lại theo bảng giá, định mức và quy định`,
              );
        return found === null ? [] : [found];
      }),
    );
  });
}
