/** The labour day at a date: base salary and contribution rates read from the law. */
import { weakest, type CitationView } from "../../kernel/citation.ts";
import type { IsoDate } from "../../kernel/date.ts";
import { toDong } from "../../kernel/money.ts";
import { quantity, type Quantity } from "../../kernel/quantity.ts";
import type { Result } from "../../kernel/result.ts";
import { describeView, readParameter } from "../../law/read.ts";
import type { LawBook, Reading } from "../../law/types.ts";
import { computeLabourDay } from "./labour-day.ts";
import type { NodeBasis, PriceNode } from "./node.ts";

/** Employer's contributions of a viên chức under a work contract. */
export const CONTRIBUTIONS = ["BHXH", "BHYT", "BHTN", "KPCD"] as const;

export interface LawLabourInput {
  readonly coefficient: Quantity;
  readonly allowanceCoefficient?: Quantity;
  readonly daysPerMonth: Quantity;
  /** Which contributions the unit pays; all four unless told (công chức pay no BHTN). */
  readonly contributions?: readonly (typeof CONTRIBUTIONS)[number][];
}

export function lawBasis(cites: readonly CitationView[]): NodeBasis {
  const [only] = cites;
  const text = cites.map(describeView).join("; ");
  const basis = { text, verified: weakest(cites.map((cite) => cite.verified)) };
  return cites.length === 1 && only !== undefined ? { ...basis, cite: only } : basis;
}

/** A book of norms has a few days; a workbook may name any, and must not fill the memory with them. */
const MOST_DAYS = 1000;

/** A book of norms asks the same few days again and again; each is read from the law once. */
const known = new WeakMap<LawBook, Map<string, Result<PriceNode>>>();

/** Errors: those of readParameter (nothing known at the date) and of computeLabourDay. */
export function labourDayAt(law: LawBook, date: IsoDate, input: LawLabourInput): Result<PriceNode> {
  let days = known.get(law);
  if (days === undefined) known.set(law, (days = new Map()));
  const paid = (input.contributions ?? CONTRIBUTIONS).join();
  const key = `${date}|${input.coefficient}|${input.allowanceCoefficient ?? 0n}|${input.daysPerMonth}|${paid}`;
  let node = days.get(key);
  if (node === undefined) {
    if (days.size >= MOST_DAYS) days.clear();
    days.set(key, (node = readLabourDay(law, date, input)));
  }
  return node;
}

function readLabourDay(law: LawBook, date: IsoDate, input: LawLabourInput): Result<PriceNode> {
  const base = readParameter(law, "LUONG-CO-SO", date);
  if (!base.ok) return base;
  const baseDong = toDong(base.value.value);
  if (!baseDong.ok) return baseDong;
  const rates: Reading[] = [];
  for (const id of input.contributions ?? CONTRIBUTIONS) {
    const rate = readParameter(law, id, date);
    if (!rate.ok) return rate;
    rates.push(rate.value);
  }
  const percent = rates.reduce((sum, rate) => sum + quantity(rate.value), 0n) as Quantity;
  return computeLabourDay({
    baseDong: baseDong.value,
    coefficient: input.coefficient,
    ...(input.allowanceCoefficient === undefined ? {} : { allowanceCoefficient: input.allowanceCoefficient }),
    contributionPercent: percent,
    daysPerMonth: input.daysPerMonth,
    basis: { base: lawBasis([base.value.cite]), contribution: lawBasis(rates.map((rate) => rate.cite)) },
  });
}
