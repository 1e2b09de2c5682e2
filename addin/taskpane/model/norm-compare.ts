/** A drafted norm beside another book's norm of the same service: which lines differ, and by how much. Pure. */
import { quantity } from "../../../shared/kernel/quantity.ts";
import { foldKey } from "../../../shared/kernel/text.ts";
import type { NormReading } from "../../../shared/norms/book.ts";
import { costTypeOf, type Norm, type NormBook, type NormLine } from "../../../shared/norms/model.ts";
import { decimalOf, lineAmount } from "../../../shared/norms/pricing/line-amount.ts";
import { quantityText } from "../../../shared/norms/pricing/node.ts";
import { priceNormAt } from "../../../shared/norms/pricing/price-at.ts";
import { add, compare, fromQuantity, subtract, ZERO, type Rational } from "../../../shared/norms/rational.ts";
import { DAYS_PER_MONTH, type PriceContext } from "./norm-price.ts";

const SHIFTS_PER_MONTH = quantity("26");
/** More would not be read in a pane. */
const MOST_CANDIDATES = 12;

function wordsOf(name: string): Set<string> {
  return new Set(
    name
      .split(/[\s,.;:()/-]+/u)
      .map(foldKey)
      .filter((word) => word.length > 1),
  );
}

/** Shared words as a share of all words, 0…1000. */
function likeness(a: string, b: string): number {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const both = [...left].filter((word) => right.has(word)).length;
  const all = new Set([...left, ...right]).size;
  return all === 0 ? 0 : Math.floor((both * 1000) / all);
}

const LIKE = 250;

/** Norms of other books for the same service, the likest first: the one copied from, the same code, then like names. */
export function sameService(
  norm: Pick<Norm, "code" | "name" | "content">,
  copiedFrom: string | null,
  books: readonly NormBook[],
): NormReading[] {
  const scored = books.flatMap((book) =>
    book.norms.map((other) => {
      const same = other.code === copiedFrom || (norm.code !== "" && other.code === norm.code);
      const content = norm.content === null || other.content === null || norm.content === other.content;
      const score = same ? 2000 : content ? likeness(norm.name, other.name) : 0;
      return { reading: { norm: other, book }, score };
    }),
  );
  return scored
    .filter(({ score }) => score >= LIKE)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_CANDIDATES)
    .map(({ reading }) => reading);
}

export interface ComparedLine {
  readonly type: string;
  readonly resource: string;
  readonly unit: string;
  /** Net quantities (loss, recovery, hours worked in) in Vietnamese notation; null where the norm has no such line. */
  readonly mine: string | null;
  readonly theirs: string | null;
  /** "+0,5", "−2", "" when equal or not comparable. */
  readonly difference: string;
  readonly differs: boolean;
}

interface Net {
  readonly type: string;
  readonly resource: string;
  readonly unit: string;
  readonly exact: Rational;
}

function netOf(line: NormLine): Net | null {
  if (line.kind === "percent") {
    return {
      type: `${line.of} %`,
      resource: line.resource,
      unit: "%",
      exact: fromQuantity(decimalOf(line.quantity)),
    };
  }
  const amount = lineAmount(line, SHIFTS_PER_MONTH);
  if (amount === null) return null;
  return { type: costTypeOf(line), resource: line.resource, unit: amount.unit, exact: amount.exact };
}

function netLines(norm: Norm): Map<string, Net> {
  const out = new Map<string, Net>();
  for (const line of norm.lines) {
    // A line just added, nothing typed into it yet.
    const net = line.resource === "" ? null : netOf(line);
    if (net === null) continue;
    const key = `${net.type} ${foldKey(net.resource)} ${net.unit}`;
    const known = out.get(key);
    out.set(key, known === undefined ? net : { ...known, exact: add(known.exact, net.exact) });
  }
  return out;
}

function signed(value: Rational): string {
  const order = compare(value, ZERO);
  if (order === 0) return "";
  return order > 0 ? `+${quantityText(value)}` : `−${quantityText(subtract(ZERO, value))}`;
}

/** Lines that differ first, each as in its own norm. */
export function compareNorms(mine: Norm, theirs: Norm): ComparedLine[] {
  const [own, other] = [netLines(mine), netLines(theirs)];
  const keys = [...new Set([...own.keys(), ...other.keys()])];
  const lines = keys.map((key): ComparedLine => {
    const [a, b] = [own.get(key), other.get(key)];
    const { type = "", resource = "", unit = "" } = a ?? b ?? {};
    const difference = a !== undefined && b !== undefined ? signed(subtract(a.exact, b.exact)) : "";
    return {
      type,
      resource,
      unit,
      mine: a === undefined ? null : quantityText(a.exact),
      theirs: b === undefined ? null : quantityText(b.exact),
      difference,
      differs: difference !== "" || a === undefined || b === undefined,
    };
  });
  return [...lines.filter((line) => line.differs), ...lines.filter((line) => !line.differs)];
}

/** Unit price of the other norm at the same date and place; null when something has no price there. */
export function otherPriceDong(code: string, context: PriceContext): number | null {
  const { date, province } = context;
  const place = { date, province, daysPerMonth: quantity(DAYS_PER_MONTH) };
  const price = priceNormAt(context, code, place, { depreciation: true });
  return price.ok ? price.value.total.dong : null;
}
