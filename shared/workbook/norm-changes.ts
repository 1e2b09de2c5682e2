/**
 * What taking a draft norm book would change in a workbook, before anything changes: the quantities and the unit price
 * of each norm its formulas use, the cells that would show another figure, and the sum of the plan.
 */
import type { CellValue, FlatSheet, FlatWorkbook } from "../kernel/flat.ts";
import type { Dong } from "../kernel/money.ts";
import type { LawBook } from "../law/types.ts";
import { readNorm } from "../norms/book.ts";
import type { NormBook } from "../norms/model.ts";
import { priceNormAt, provinceCodeOf } from "../norms/pricing/price-at.ts";
import { quantityChanges, type QuantityChange } from "../norms/quantity-changes.ts";
import { DAYS_PER_MONTH } from "../plan/evidence/effect.ts";
import { computePlanTotals } from "../plan/totals.ts";
import { READS_NORM } from "./basis-used.ts";
import { callsIn } from "./calls-in.ts";
import { evaluate, type Scope } from "./explain-evaluate.ts";
import { parseFormula, type Expression } from "./explain-formula.ts";
import { isOffered, isPinned, withPin, type NormPin } from "./norm-pins.ts";
import { ownBooksOf, withOwnBooks, type Shipped } from "./own-books.ts";
import { putValues } from "./put-values.ts";
import { readPlan } from "./read.ts";
import { expectedWorkbookValues } from "./recompute.ts";
import { placeOf, type CellChange, type ChangeBooks } from "./worked-out.ts";

const MENTIONS_NORM = /\bKC\.(?:DONGIA|HAOPHI|DINHMUC)\s*\(/i;

export interface NormChange {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  /** Title of the book it stands in now; null when no book has it. */
  readonly beforeBook: string | null;
  /** Lines whose quantity changes, all steps together. */
  readonly lines: readonly QuantityChange[];
  readonly beforeDong: Dong | null;
  readonly afterDong: Dong | null;
}

export interface NormChanges {
  readonly book: NormBook;
  /** The edition of the same book the workbook has taken before. */
  readonly pinned: NormPin | null;
  /** False: its first day is after the workbook's day, so it changes nothing yet. */
  readonly holds: boolean;
  readonly norms: readonly NormChange[];
  /** Codes of the book that the workbook has norms of its own for: those stay in use. */
  readonly own: readonly string[];
  readonly cells: readonly CellChange[];
  readonly totalBeforeDong: Dong;
  readonly totalAfterDong: Dong;
}

/** The newest edition of each offered book that the workbook has not taken. */
export function newNormBooks(workbook: FlatWorkbook, norms: readonly NormBook[]): NormBook[] {
  const { pins } = ownBooksOf(workbook);
  const newest = new Map<string, NormBook>();
  for (const book of norms) {
    const known = newest.get(book.id);
    // Of equal days the later in the list is the later decision.
    if (isOffered(book) && (known === undefined || known.from <= book.from)) newest.set(book.id, book);
  }
  return [...newest.values()].filter((book) => !isPinned(pins, book));
}

interface NormCell {
  readonly sheet: FlatSheet;
  readonly address: string;
  readonly expression: Expression;
}

function normCells(workbook: FlatWorkbook): NormCell[] {
  return workbook.sheets.flatMap((sheet) =>
    Object.entries(sheet.cells).flatMap(([address, { formula }]) =>
      formula !== undefined && MENTIONS_NORM.test(formula)
        ? [{ sheet, address, expression: parseFormula(formula) }]
        : [],
    ),
  );
}

/** Codes that formulas ask for, as they stand in the cells now. */
function usedCodes(cells: readonly NormCell[], scope: Scope): Set<string> {
  return new Set(
    cells.flatMap(({ sheet, expression }) =>
      callsIn(expression)
        .filter(({ name }) => READS_NORM.has(name.toUpperCase()))
        .flatMap(({ args: [first] }) => {
          const code = first === undefined ? undefined : evaluate(scope, first, sheet);
          return typeof code === "string" ? [code.trim().toUpperCase()] : [];
        }),
    ),
  );
}

/** The workbook with these cells, and what its own formulas make of them. */
function withCells(workbook: FlatWorkbook, cells: readonly CellChange[], law: LawBook): FlatWorkbook {
  const typed = new Map<string, Map<string, CellValue>>();
  for (const { sheet, address, after } of cells)
    typed.set(sheet, (typed.get(sheet) ?? new Map<string, CellValue>()).set(address, after));
  const changed = putValues(workbook, typed);
  return putValues(changed, expectedWorkbookValues(changed, law));
}

const totalOf = (workbook: FlatWorkbook): Dong => computePlanTotals(readPlan(workbook)).all.totalDong;

/** Nothing is written; the workbook's own norms stay before the draft, and an issued norm before both. */
export function normChanges(workbook: FlatWorkbook, books: ChangeBooks, book: NormBook): NormChanges {
  const own = ownBooksOf(workbook);
  const { asOf, province } = readPlan(workbook).info;
  const { law, norms: shippedNorms, prices } = books;
  const shipped = { norms: shippedNorms, prices };
  const now = withOwnBooks(shipped, own);
  const then = withOwnBooks({ ...shipped }, { ...own, pins: withPin(own.pins, book) });
  const scopeOf = (used: Shipped): Scope => ({ workbook, books: { ...used, law, today: asOf } });
  const [before, after] = [scopeOf(now), scopeOf(then)];
  const cells = normCells(workbook);
  const changed = cells
    .flatMap(({ sheet, address, expression }): CellChange[] => {
      const [was, is] = [evaluate(before, expression, sheet), evaluate(after, expression, sheet)];
      if (was === is || is === undefined) return [];
      return [{ sheet: sheet.name, address, before: was ?? null, after: is }];
    })
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const used = usedCodes(cells, before);
  const holds = asOf !== null && book.from <= asOf && (book.to === undefined || asOf <= book.to);
  const code = provinceCodeOf(province);
  const place = { province: code.ok ? code.value : null, daysPerMonth: DAYS_PER_MONTH };
  const ownCodes = new Set(own.norms?.norms.map((norm) => norm.code.toUpperCase()));
  const asked = book.norms.filter((norm) => used.has(norm.code.toUpperCase()));
  const norms = !holds
    ? []
    : asked.flatMap((norm): NormChange[] => {
        const read = readNorm(then.norms, norm.code, asOf);
        if (!read.ok || read.value.book.version !== book.version) return [];
        const old = readNorm(now.norms, norm.code, asOf);
        const price = (from: Shipped) => {
          const found = priceNormAt(
            { ...from, law },
            norm.code,
            { ...place, date: asOf },
            { depreciation: true },
          );
          return found.ok ? found.value.total.dong : null;
        };
        return [
          {
            code: norm.code,
            name: norm.name,
            unit: norm.unit,
            beforeBook: old.ok ? old.value.book.title : null,
            lines: quantityChanges(old.ok ? old.value.norm : null, read.value.norm),
            beforeDong: price(now),
            afterDong: price(then),
          },
        ];
      });
  return {
    book,
    pinned: own.pins.find(({ id }) => id === book.id) ?? null,
    holds,
    norms,
    own: asked.flatMap((norm) => (ownCodes.has(norm.code.toUpperCase()) ? [norm.code] : [])),
    cells: changed,
    totalBeforeDong: totalOf(withCells(workbook, [], law)),
    totalAfterDong: totalOf(withCells(workbook, changed, law)),
  };
}
