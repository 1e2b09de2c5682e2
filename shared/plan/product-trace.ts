/** A product's way up the levels: each line names the level before it, and the two must tell the same story. */
import { formatDate } from "../kernel/date.ts";
import { formatQuantity } from "../kernel/quantity.ts";
import { VOTE_LEVELS } from "../law/vote-levels.ts";
import type { ProductLine } from "./shapes.ts";
import { markOf } from "./products.ts";

export interface TraceMismatch {
  /** Column of the later line. */
  readonly column: "priorDecision" | "priorDate" | "priorMark" | "priorRank";
  /** As the later line says. */
  readonly said: string;
  /** As the line of the prior level has it. */
  readonly stood: string;
}

export interface ProductTrace {
  readonly line: ProductLine;
  /** The line of the same product at the level named as prior; null when the workbook does not hold it. */
  readonly prior: ProductLine | null;
  /** Empty when both lines agree, or when there is nothing to compare. */
  readonly mismatches: readonly TraceMismatch[];
}

function mismatchesOf(line: ProductLine, prior: ProductLine): TraceMismatch[] {
  const mark = markOf(prior);
  const pairs: readonly (readonly [TraceMismatch["column"], string | null, string | null])[] = [
    ["priorDecision", line.priorDecision, prior.decision],
    [
      "priorDate",
      line.priorDate === null ? null : formatDate(line.priorDate),
      prior.decisionDate === null ? null : formatDate(prior.decisionDate),
    ],
    [
      "priorMark",
      line.priorMark === null ? null : formatQuantity(line.priorMark),
      mark === null ? null : formatQuantity(mark),
    ],
    [
      "priorRank",
      line.priorRank === null ? null : String(line.priorRank),
      prior.rank === null ? null : String(prior.rank),
    ],
  ];
  return pairs.flatMap(([column, said, stood]) =>
    said === null || stood === null || said === stood ? [] : [{ column, said, stood }],
  );
}

/** The latest line of the product at the level before, decided no later than this line's vote. */
function priorLineOf(line: ProductLine, products: readonly ProductLine[]): ProductLine | null {
  const candidates = products.filter(
    (other) =>
      other !== line &&
      other.code !== null &&
      other.code === line.code &&
      other.level === line.priorLevel &&
      (line.voteDate === null || other.voteDate === null || other.voteDate <= line.voteDate),
  );
  return candidates.reduce<ProductLine | null>(
    (latest, other) => (latest === null || (other.voteDate ?? "") > (latest.voteDate ?? "") ? other : latest),
    null,
  );
}

/** One entry for every line that names a prior level. */
export function traceProducts(products: readonly ProductLine[]): readonly ProductTrace[] {
  return products.flatMap((line) => {
    if (line.priorLevel === null) return [];
    const prior = priorLineOf(line, products);
    return [{ line, prior, mismatches: prior === null ? [] : mismatchesOf(line, prior) }];
  });
}

/** Lines of one product, lowest level first. */
export function ladderOf(products: readonly ProductLine[], code: string): readonly ProductLine[] {
  const height = (line: ProductLine) => (line.level === null ? -1 : VOTE_LEVELS.indexOf(line.level));
  return products
    .filter((line) => line.code === code)
    .sort((a, b) => height(a) - height(b) || ((a.voteDate ?? "") < (b.voteDate ?? "") ? -1 : 1));
}

/** Lines of one group, level and year whose ranks contradict their marks: a higher mark below a lower one. */
export function rankContradictions(
  products: readonly ProductLine[],
): readonly (readonly [ProductLine, ProductLine])[] {
  const groups = new Map<string, ProductLine[]>();
  for (const line of products) {
    if (line.rank === null || markOf(line) === null || line.level === null || line.voteDate === null)
      continue;
    const key = `${line.level} ${line.group ?? ""} ${line.voteDate.slice(0, 4)}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].flatMap((lines) => {
    const ordered = [...lines].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
    return ordered.flatMap((line, index) => {
      const next = ordered[index + 1];
      if (next === undefined || next.rank === line.rank) return [];
      return (markOf(next) ?? 0n) > (markOf(line) ?? 0n) ? [[line, next] as const] : [];
    });
  });
}
