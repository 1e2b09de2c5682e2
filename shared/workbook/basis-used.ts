/** What of the books the formulas of a workbook ask for: parameters of law, norms, prices. */
import type { FlatSheet, FlatWorkbook } from "../kernel/flat.ts";
import { foldKey } from "../kernel/text.ts";
import { findSupportKind } from "../law/support-kinds.ts";
import { readNorm } from "../norms/book.ts";
import { costTypeOf } from "../norms/model.ts";
import type { PriceQuery } from "../norms/prices.ts";
import { CONTRIBUTIONS } from "../norms/pricing/labour-law.ts";
import { callsIn } from "./calls-in.ts";
import { evaluate, type Scope } from "./explain-evaluate.ts";
import { parseFormula } from "./explain-formula.ts";

const MENTIONS_BOOK = /\bKC\.(?:THAMSO|CANCU|MUCHOTRO|NGAYCONG|DONGIA|HAOPHI|DINHMUC|GIA)\s*\(/i;
const READS_LAW = new Set(["KC.THAMSO", "KC.CANCU", "KC.MUCHOTRO"]);
const READS_WAGES = new Set(["KC.NGAYCONG", "KC.DONGIA"]);
/** Functions that read a norm, by its code as first argument. */
export const READS_NORM: ReadonlySet<string> = new Set(["KC.DONGIA", "KC.HAOPHI", "KC.DINHMUC"]);

/** How a price is asked for: by the type and name of a norm's line, or by name alone. */
export type AskedPrice = Pick<PriceQuery, "type" | "resource">;

export interface UsedBasis {
  readonly usesParameter: (id: string) => boolean;
  readonly norms: ReadonlySet<string>;
  readonly prices: readonly AskedPrice[];
}

interface Asked {
  readonly name: string;
  readonly first: string | null;
}

function callsOf(scope: Scope): Asked[] {
  const inSheet = (sheet: FlatSheet) =>
    Object.values(sheet.cells).flatMap(({ formula }) =>
      formula === undefined || !MENTIONS_BOOK.test(formula)
        ? []
        : callsIn(parseFormula(formula)).map(({ name, args: [code] }): Asked => {
            const value = code === undefined ? undefined : evaluate(scope, code, sheet);
            return { name: name.toUpperCase(), first: typeof value === "string" ? value.trim() : null };
          }),
    );
  return scope.workbook.sheets.flatMap(inSheet);
}

function firstOf(calls: readonly Asked[], names: ReadonlySet<string>): Set<string> {
  return new Set(
    calls.flatMap(({ name, first }) => (names.has(name) && first !== null ? [first.toUpperCase()] : [])),
  );
}

function askedPrices(
  scopes: readonly Scope[],
  norms: ReadonlySet<string>,
  names: Iterable<string>,
): AskedPrice[] {
  const asked = new Map<string, AskedPrice>();
  const ask = (price: AskedPrice) => asked.set(`${price.type ?? ""} ${foldKey(price.resource)}`, price);
  for (const resource of names) ask({ type: null, resource });
  for (const { books } of scopes) {
    for (const code of norms) {
      const reading = books.today === null ? null : readNorm(books.norms, code, books.today);
      const lines = reading?.ok === true ? reading.value.norm.lines : [];
      for (const line of lines)
        if (line.kind !== "percent") ask({ type: costTypeOf(line), resource: line.resource });
    }
  }
  return [...asked.values()];
}

/** Norms and prices are those of either book, so that what one of them lacks is seen. */
export function usedBasis(workbook: FlatWorkbook, before: Scope, after: Scope): UsedBasis {
  const calls = callsOf({ ...before, workbook });
  const ids = firstOf(calls, READS_LAW);
  const kinds = [...ids].flatMap((id) => findSupportKind(id)?.code ?? []);
  const wages = calls.some(({ name }) => READS_WAGES.has(name));
  const known = new Set([...ids, ...(wages ? ["LUONG-CO-SO", ...CONTRIBUTIONS] : [])].map(foldKey));
  const norms = firstOf(calls, READS_NORM);
  return {
    usesParameter: (id) =>
      known.has(foldKey(id)) ||
      kinds.some((kind) => id.startsWith(`${kind}.`)) ||
      (id === "UU-TIEN" && kinds.length > 0),
    norms,
    prices: askedPrices([before, after], norms, firstOf(calls, new Set(["KC.GIA"]))),
  };
}
