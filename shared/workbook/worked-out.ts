/** A workbook as a book of law, norms and prices makes it: every figure that can be followed, worked out again. */
import { columnLetters } from "../kernel/address.ts";
import type { CellValue, FlatSheet, FlatWorkbook } from "../kernel/flat.ts";
import type { LawBook } from "../law/types.ts";
import { evaluate, figureOf, type Scope } from "./explain-evaluate.ts";
import { parseFormula, type Expression } from "./explain-formula.ts";
import { ownBooksOf, withOwnBooks, type Shipped } from "./own-books.ts";
import { putValues, type SheetValues } from "./put-values.ts";
import { readPlan } from "./read.ts";
import { expectedWorkbookValues } from "./recompute.ts";

export interface ChangeBooks extends Shipped {
  readonly law: LawBook;
}

export interface CellChange {
  readonly sheet: string;
  readonly address: string;
  readonly before: CellValue;
  readonly after: CellValue;
}

/** The day and the books its formulas are worked out with; the workbook's own norms and prices come first. */
export function scopeWith(workbook: FlatWorkbook, { law, norms, prices }: ChangeBooks): Scope {
  const used = withOwnBooks({ norms, prices }, ownBooksOf(workbook));
  return { workbook, books: { ...used, law, today: readPlan(workbook).info.asOf } };
}

interface TypedFormula {
  readonly sheet: string;
  readonly address: string;
  readonly expression: Expression;
}

const OURS = /\bKC\.[A-Z]/i;

/** Formulas the template does not define: its own are worked out from their inputs. */
function typedFormulas(workbook: FlatWorkbook, known: SheetValues): TypedFormula[] {
  return workbook.sheets.flatMap((sheet) =>
    Object.entries(sheet.cells).flatMap(([address, { formula }]) =>
      formula === undefined || known.get(sheet.name)?.has(address) === true
        ? []
        : [{ sheet: sheet.name, address, expression: parseFormula(formula) }],
    ),
  );
}

/** #N/A where the books give no figure; `undefined` for what is not followed, and for tables that spill. */
function answerOf(scope: Scope, expression: Expression, home: FlatSheet): CellValue | undefined {
  if (expression.kind === "call" && OURS.test(expression.name)) {
    const figure = figureOf(scope, expression.name, expression.args, home);
    if (figure?.ok === false) return figure.error.kind === "NA" ? "#N/A" : undefined;
  }
  return evaluate(scope, expression, home) ?? undefined;
}

function answersOf(scope: Scope, formulas: readonly TypedFormula[]): Map<string, Map<string, CellValue>> {
  const homes = new Map(scope.workbook.sheets.map((sheet) => [sheet.name, sheet]));
  const values = new Map<string, Map<string, CellValue>>();
  for (const { sheet, address, expression } of formulas) {
    const home = homes.get(sheet);
    const value = home === undefined ? undefined : answerOf(scope, expression, home);
    if (value === undefined || value === home?.cells[address]?.value) continue;
    values.set(sheet, (values.get(sheet) ?? new Map<string, CellValue>()).set(address, value));
  }
  return values;
}

/** Longer chains of a person's own formulas than this end with what the last round gave. */
const MOST_ROUNDS = 8;

export function workedOut(workbook: FlatWorkbook, books: ChangeBooks): FlatWorkbook {
  const scope = scopeWith(workbook, books);
  const byTemplate = expectedWorkbookValues(workbook, books.law);
  const formulas = typedFormulas(workbook, byTemplate);
  let now = putValues(workbook, byTemplate);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const values = answersOf({ ...scope, workbook: now }, formulas);
    if (values.size === 0) break;
    const typed = putValues(now, values);
    now = putValues(typed, expectedWorkbookValues(typed, books.law));
  }
  return now;
}

/** Sorts cells as they are read: sheet, row, column. */
export function placeOf({ sheet, address }: Pick<CellChange, "sheet" | "address">): string {
  const [, letters = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  return `${sheet}!${row.padStart(8, "0")}!${letters.padStart(columnLetters(16_384).length)}`;
}

/** Cells that show another value in the second of two forms of one workbook, as they are read. */
export function cellChanges(before: FlatWorkbook, after: FlatWorkbook): CellChange[] {
  const was = new Map(before.sheets.map((sheet) => [sheet.name, sheet.cells]));
  return after.sheets
    .flatMap(({ name, cells }) =>
      Object.entries(cells).flatMap(([address, { value }]): CellChange[] => {
        const old = was.get(name)?.[address]?.value ?? null;
        return old === value ? [] : [{ sheet: name, address, before: old, after: value }];
      }),
    )
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

/** Formulas with a KC function that are longer than what is followed, so that what becomes of them is not known. */
export function unfollowedCells(
  workbook: FlatWorkbook,
  books: ChangeBooks,
): Pick<CellChange, "sheet" | "address">[] {
  const scope = scopeWith(workbook, books);
  const known = expectedWorkbookValues(workbook, books.law);
  const homes = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  return typedFormulas(workbook, known).flatMap(({ sheet, address, expression }) => {
    const home = homes.get(sheet);
    const formula = home?.cells[address]?.formula;
    const isOurs = expression.kind === "call" && OURS.test(expression.name);
    if (home === undefined || formula === undefined || !OURS.test(formula) || isOurs) return [];
    return evaluate(scope, expression, home) === undefined ? [{ sheet, address }] : [];
  });
}
