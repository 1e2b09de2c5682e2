/**
 * What another book of law, prices, norms and rules would change in a workbook, before anything changes: what of it the
 * workbook uses, and each cell, đề án and total that would show another figure. Nothing is written.
 */
import type { IsoDate } from "../kernel/date.ts";
import type { FlatWorkbook } from "../kernel/flat.ts";
import type { Dong } from "../kernel/money.ts";
import { findParameter, readParameter } from "../law/read.ts";
import type { LawBook, LevelPeriod, Parameter, Reading, RuleMode } from "../law/types.ts";
import { levelPeriods } from "../law/vote-levels.ts";
import { readNorm } from "../norms/book.ts";
import type { NormBook } from "../norms/model.ts";
import { readPrice, type PriceReading } from "../norms/prices.ts";
import { provinceCodeOf } from "../norms/pricing/price-at.ts";
import { quantityChanges, type QuantityChange } from "../norms/quantity-changes.ts";
import type { DeAnLine, Plan } from "../plan/shapes.ts";
import { computePlanTotals } from "../plan/totals.ts";
import { RULES } from "../rules/index.ts";
import { modeAt } from "../rules/settings.ts";
import { usedBasis, type UsedBasis } from "./basis-used.ts";
import type { Scope } from "./explain-evaluate.ts";
import { newNormBooks } from "./norm-changes.ts";
import { readPlan } from "./read.ts";
import {
  cellChanges,
  scopeWith,
  unfollowedCells,
  workedOut,
  type CellChange,
  type ChangeBooks,
} from "./worked-out.ts";

export interface BasisBook extends ChangeBooks {
  readonly version: string;
}

/** A figure of law at the workbook's day; null = it gives none there. */
export interface ParameterChange {
  readonly id: string;
  readonly label: Parameter["label"];
  readonly before: Reading | null;
  readonly after: Reading | null;
}

export interface PriceChange {
  readonly resource: string;
  readonly before: PriceReading | null;
  readonly after: PriceReading | null;
}

export interface RuleChange {
  readonly rule: string;
  readonly title: { readonly vi: string; readonly en: string };
  readonly before: RuleMode;
  readonly after: RuleMode;
  /** What the steward wrote; null = as the product ships it. */
  readonly reason: string | null;
}

export interface LevelChange {
  readonly level: LevelPeriod["level"];
  readonly from: IsoDate;
  readonly before: LevelPeriod | null;
  readonly after: LevelPeriod | null;
}

export interface UsedNormChange {
  readonly code: string;
  readonly name: string;
  /** Titles of the books it stands in; null = in none. */
  readonly beforeBook: string | null;
  readonly afterBook: string | null;
  readonly lines: readonly QuantityChange[];
}

export interface MoneyChange {
  readonly beforeDong: Dong | null;
  readonly afterDong: Dong | null;
}

export interface DeAnChange {
  readonly code: string;
  readonly name: string;
  readonly total: MoneyChange;
  readonly ceiling: MoneyChange;
}

export interface BasisChanges {
  readonly before: string;
  readonly after: string;
  readonly asOf: IsoDate | null;
  /** Of those the workbook's formulas ask for. */
  readonly parameters: readonly ParameterChange[];
  /** Changed at the workbook's day, but no formula asks for them. */
  readonly otherParameters: readonly ParameterChange[];
  readonly prices: readonly PriceChange[];
  readonly norms: readonly UsedNormChange[];
  readonly rules: readonly RuleChange[];
  readonly levels: readonly LevelChange[];
  /** Drafts out of the provinces' evidence that can be taken one by one once this book is. */
  readonly drafts: readonly NormBook[];
  readonly cells: readonly CellChange[];
  /** Cells whose formula is not followed: what becomes of them is only known afterwards. */
  readonly unfollowed: readonly Pick<CellChange, "sheet" | "address">[];
  readonly deAn: readonly DeAnChange[];
  readonly total: { readonly beforeDong: Dong; readonly afterDong: Dong };
}

/** What a reader is told of a figure; two readings alike in it are no change. */
function toldOf(reading: Reading | null): string {
  if (reading === null) return "";
  const { value, cite } = reading;
  return JSON.stringify([value, cite.text, cite.from, cite.to, cite.verified]);
}

function parameterChanges(before: LawBook, after: LawBook, asOf: IsoDate): ParameterChange[] {
  const ids = new Set([...before.parameters, ...after.parameters].map(({ id }) => id));
  return [...ids].flatMap((id): ParameterChange[] => {
    const [was, is] = [before, after].map((law) => {
      const reading = readParameter(law, id, asOf);
      return reading.ok ? reading.value : null;
    }) as [Reading | null, Reading | null];
    if (toldOf(was) === toldOf(is)) return [];
    const known = findParameter(after, id) ?? findParameter(before, id);
    return [{ id, label: known?.label ?? { vi: id, en: id }, before: was, after: is }];
  });
}

function priceChanges(
  used: UsedBasis,
  before: Scope,
  after: Scope,
  asOf: IsoDate,
  plan: Plan,
): PriceChange[] {
  const code = provinceCodeOf(plan.info.province);
  const province = code.ok ? code.value : null;
  const priceIn = ({ books }: Scope, asked: UsedBasis["prices"][number]) => {
    const found = readPrice(books.prices, { ...asked, province, date: asOf });
    return found.ok ? found.value : null;
  };
  const told = (price: PriceReading | null) =>
    price === null ? "" : JSON.stringify([price.entry, price.book.title, price.book.verified]);
  return used.prices.flatMap((asked): PriceChange[] => {
    const [was, is] = [priceIn(before, asked), priceIn(after, asked)];
    return told(was) === told(is) ? [] : [{ resource: asked.resource, before: was, after: is }];
  });
}

function usedNormChanges(used: UsedBasis, before: Scope, after: Scope, asOf: IsoDate): UsedNormChange[] {
  return [...used.norms].flatMap((code): UsedNormChange[] => {
    const [was, is] = [before, after].map(({ books }) => {
      const reading = readNorm(books.norms, code, asOf);
      return reading.ok ? reading.value : null;
    });
    const known = is ?? was;
    if (known === null || known === undefined || was?.book.version === is?.book.version) return [];
    const change = {
      code: known.norm.code,
      name: known.norm.name,
      beforeBook: was?.book.title ?? null,
      afterBook: is?.book.title ?? null,
      lines: is === null || is === undefined ? [] : quantityChanges(was?.norm ?? null, is.norm),
    };
    return change.lines.length === 0 && change.beforeBook === change.afterBook ? [] : [change];
  });
}

function ruleChanges(before: LawBook, after: LawBook, asOf: IsoDate | null): RuleChange[] {
  return RULES.flatMap((rule): RuleChange[] => {
    const [was, is] = [modeAt(rule, before, asOf), modeAt(rule, after, asOf)];
    if (was.mode === is.mode) return [];
    const { id, title } = rule;
    return [{ rule: id, title, before: was.mode, after: is.mode, reason: is.setting?.reason ?? null }];
  });
}

function levelChanges(before: LawBook, after: LawBook): LevelChange[] {
  const keyed = (law: LawBook) =>
    new Map(levelPeriods(law).map((period) => [`${period.level}@${period.from}`, period]));
  const [was, is] = [keyed(before), keyed(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key): LevelChange[] => {
    const [old, now] = [was.get(key) ?? null, is.get(key) ?? null];
    const known = now ?? old;
    if (known === null || JSON.stringify(old) === JSON.stringify(now)) return [];
    return [{ level: known.level, from: known.from, before: old, after: now }];
  });
}

function deAnChanges(before: Plan, after: Plan): DeAnChange[] {
  const byRow = new Map(before.deAn.map((line) => [line.row, line]));
  const differs = ({ beforeDong, afterDong }: MoneyChange) => beforeDong !== afterDong;
  return after.deAn.flatMap((line): DeAnChange[] => {
    const old: DeAnLine | undefined = byRow.get(line.row);
    const total = { beforeDong: old?.totalDong ?? null, afterDong: line.totalDong };
    const ceiling = { beforeDong: old?.ceilingDong ?? null, afterDong: line.ceilingDong };
    if (!differs(total) && !differs(ceiling)) return [];
    return [{ code: line.code ?? `#${line.row}`, name: line.name ?? "", total, ceiling }];
  });
}

/**
 * Both sides are worked out afresh from the workbook's inputs, so that a figure somebody typed over is not taken for a
 * change of the law. Figures of law and prices are those of the workbook's day; without one, none is compared.
 */
export function basisChanges(workbook: FlatWorkbook, oldBook: BasisBook, newBook: BasisBook): BasisChanges {
  const plan = readPlan(workbook);
  const { asOf } = plan.info;
  const [before, after] = [scopeWith(workbook, oldBook), scopeWith(workbook, newBook)];
  const used = usedBasis(workbook, before, after);
  const [old, fresh] = [workedOut(workbook, oldBook), workedOut(workbook, newBook)];
  const [oldPlan, freshPlan] = [readPlan(old), readPlan(fresh)];
  const parameters = asOf === null ? [] : parameterChanges(oldBook.law, newBook.law, asOf);
  const known = new Set(newNormBooks(workbook, oldBook.norms).map(({ version }) => version));
  return {
    before: oldBook.version,
    after: newBook.version,
    asOf,
    parameters: parameters.filter(({ id }) => used.usesParameter(id)),
    otherParameters: parameters.filter(({ id }) => !used.usesParameter(id)),
    prices: asOf === null ? [] : priceChanges(used, before, after, asOf, plan),
    norms: asOf === null ? [] : usedNormChanges(used, before, after, asOf),
    rules: ruleChanges(oldBook.law, newBook.law, asOf),
    levels: levelChanges(oldBook.law, newBook.law),
    drafts: newNormBooks(workbook, newBook.norms).filter(({ version }) => !known.has(version)),
    cells: cellChanges(old, fresh),
    unfollowed: unfollowedCells(workbook, newBook),
    deAn: deAnChanges(oldPlan, freshPlan),
    total: {
      beforeDong: computePlanTotals(oldPlan).all.totalDong,
      afterDong: computePlanTotals(freshPlan).all.totalDong,
    },
  };
}
